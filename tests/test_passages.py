"""Which words of a document are quoted, so that they order nothing here."""

import pytest

from pipeline.clean import clean
from pipeline.enrich.passages import quoted_spans
from pipeline.records import SourceText
from pipeline.structure import structure

AMENDING = """QUYẾT ĐỊNH
Sửa đổi Quy chế
Điều 1. Sửa đổi khoản 2 Điều 5 như sau:
{opens}2. Sở Y tế báo cáo trước ngày 15 hằng tháng.
Ủy ban nhân dân cấp xã gửi danh sách trước ngày 10 hằng tháng;{closes}.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 7 năm 2020.
"""


def quoted_words(text: str) -> list[str]:
    """The quoted stretches of a document's clauses, in reading order."""
    found = structure(clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text)))
    spans = quoted_spans(found)
    return [found.bodies[clause].text[start:end] for clause, places in spans.items() for start, end in places]


@pytest.mark.parametrize(("opens", "closes"), ["“”", '""'])
def test_quoted_text_over_several_clauses_is_quoted_whole(opens: str, closes: str) -> None:
    assert quoted_words(AMENDING.format(opens=opens, closes=closes)) == [
        f"{opens}2. Sở Y tế báo cáo trước ngày 15 hằng tháng.",
        f"Ủy ban nhân dân cấp xã gửi danh sách trước ngày 10 hằng tháng;{closes}",
    ]


@pytest.mark.parametrize(("opens", "closes"), ["“”", '""'])
def test_a_named_campaign_is_a_passage_of_its_own(opens: str, closes: str) -> None:
    text = f"CHỈ THỊ\n1. Phát động phong trào {opens}sạch làng{closes}, tổng kết trước ngày 30/6/2020.\n"
    assert quoted_words(text) == [f"{opens}sạch làng{closes}"]


def test_a_straight_mark_never_closed_quotes_nothing() -> None:
    assert quoted_words('CHỈ THỊ\n1. Ống phi 21" dài 5 m.\n2. Báo cáo trước ngày 30/6/2020.\n') == []
