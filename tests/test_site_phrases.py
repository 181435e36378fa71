"""How documents, clauses and deadlines are called on the pages, on cases written by hand."""

from datetime import date
from typing import Any

import pytest

from pipeline.site.cite import clause_reference
from pipeline.site.duties import Duty, first_duties
from pipeline.site.phrases import citation_name, clause_label, deadline_phrase, work_name, work_subject
from pipeline.site.words import dates_in_words, issuer_name, recurrence, short_name
from pipeline.tables import Citation, Clause, Deadline, Directive, Work


def clauses(*rows: tuple[str, str, str, str | None]) -> dict[str, Clause]:
    """Clauses by id from (path, kind, label, path of the parent)."""
    return {
        f"x/{path}": Clause(
            clause_id=f"x/{path}",
            directive_id="x",
            parent_id=f"x/{parent}" if parent else None,
            position=number,
            level=1,
            path=path,
            kind=kind,  # type: ignore[arg-type]
            label=label,
            role="annex" if path.startswith("annex") else "operative",
            text="",
            source_start=0,
            source_end=0,
        )
        for number, (path, kind, label, parent) in enumerate(rows, start=1)
    }


TREE = clauses(
    ("chap2", "chapter", "Chương II", None),
    ("art4", "article", "Điều 4.", "chap2"),
    ("art4.2", "clause", "2.", "art4"),
    ("art4.2.dd", "point", "đ)", "art4.2"),
    ("sec2", "section", "II-", None),
    ("sec2.1", "clause", "1.", "sec2"),
    ("sec2.1.3", "clause", "(3)", "sec2.1"),
    ("sec2.1.3.bul2", "bullet", "-", "sec2.1.3"),
    ("3~2", "clause", "3.", None),
    ("annex1.1", "clause", "1.", None),
)


@pytest.mark.parametrize(
    ("path", "reference", "label"),
    [
        ("art4", "Điều 4 Chương II", "Điều 4"),
        ("art4.2.dd", "điểm đ khoản 2 Điều 4 Chương II", "Điều 4.2.dd"),
        ("sec2.1.3", "điểm 3 khoản 1 Mục II", "Mục 2.1.3"),
        ("sec2.1.3.bul2", "gạch đầu dòng thứ 2 điểm 3 khoản 1 Mục II", "Mục 2.1.3 gạch 2"),
        ("3~2", "khoản 3", "3~2"),
        ("annex1.1", "khoản 1 phụ lục", "Phụ lục 1.1"),
    ],
)
def test_a_clause_is_cited_from_the_smallest_unit_outwards(path: str, reference: str, label: str) -> None:
    assert clause_reference(TREE[f"x/{path}"], TREE) == reference
    assert clause_label(TREE[f"x/{path}"]) == label


@pytest.mark.parametrize(
    ("values", "phrase"),
    [
        ({"kind": "due", "ends_on": date(2021, 2, 10)}, "thứ Tư, 10/2/2021"),
        ({"kind": "due", "ends_on": date(2021, 2, 10), "at_time": "17:30"}, "17 giờ 30 thứ Tư, 10/2/2021"),
        (
            {
                "kind": "period",
                "starts_on": date(2020, 4, 1),
                "ends_on": date(2020, 4, 15),
                "at_time": "00:00",
            },
            "từ 1/4/2020 đến 15/4/2020 (0 giờ)",
        ),
        ({"kind": "period", "ends_on": date(2020, 4, 15)}, "đến 15/4/2020"),
        ({"kind": "period", "starts_on": date(2020, 4, 1)}, "từ 1/4/2020, chưa rõ ngày kết thúc"),
        (
            {"kind": "recurrence", "recurrence": "FREQ=WEEKLY;BYDAY=FR", "ends_on": date(2021, 1, 1)},
            "hằng tuần, thứ Sáu, đến 1/1/2021",
        ),
        ({"kind": "event"}, "sau khi có kết quả"),
    ],
)
def test_a_deadline_in_words(values: dict[str, Any], phrase: str) -> None:
    row = Deadline(
        deadline_id="d",
        clause_id="x/1",
        directive_id="x",
        text="sau khi có kết quả",
        source_start=0,
        source_end=1,
        **values,
    )
    assert deadline_phrase(row) == phrase


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "hằng tháng, ngày cuối"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2 tuần một lần, thứ Hai, thứ Năm"),
        ("FREQ=YEARLY;BYMONTH=6", "hằng năm, BYMONTH=6"),
        ("FREQ=SECONDLY", "FREQ=SECONDLY"),
    ],
)
def test_a_recurrence_in_words(rule: str, words: str) -> None:
    assert recurrence(rule) == words


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"document_type": "chi-thi", "number": "16/CT-TTg"}, "Chỉ thị 16/CT-TTg"),
        ({"document_type": "luat", "title": "Luật Đất đai năm 2013"}, "Luật Đất đai năm 2013"),
        ({"document_type": "loi-keu-goi", "title": "toàn dân chống dịch"}, "Lời kêu gọi toàn dân chống dịch"),
        ({"document_type": "dien", "issued_on": date(2021, 7, 21)}, "Điện ngày 21/7/2021"),
        ({"document_type": "ke-hoach"}, "Kế hoạch chưa rõ số"),
    ],
)
def test_a_cited_document_is_called_by_what_is_known_of_it(values: dict[str, Any], name: str) -> None:
    assert work_name(Work(work_id="w", citation_count=1, **values)) == name


def test_a_mention_without_a_work_has_a_name_too() -> None:
    row = Citation(
        citation_id="c",
        directive_id="x",
        cited_type="dien",
        cited_on=date(2021, 7, 21),
        relation="cites",
        text="Điện ngày 21/7/2021",
        source_start=0,
        source_end=1,
    )
    assert citation_name(row) == "Điện 21/7/2021"


def directive(**values: Any) -> Directive:
    common: dict[str, Any] = {
        "clause_count": 0,
        "word_count": 0,
        "character_coverage": 1.0,
        "source_path": "source/x.txt",
    }
    common |= {
        "source_sha256": "0" * 64,
        "source_encoding": "utf-8",
        "directive_id": "x",
        "document_type": "chi-thi",
    }
    return Directive(**(common | values))


@pytest.mark.parametrize(
    ("issuer", "province", "name"),
    [
        ("Ban Thường vụ Tỉnh ủy", "Sơn La", "Ban Thường vụ Tỉnh ủy Sơn La"),
        ("Ủy ban nhân dân thành phố", "Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        ("Ủy ban nhân dân thành phố", "Thành phố Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Thủ tướng Chính phủ", None, "Thủ tướng Chính phủ"),
        (None, "Sơn La", "Chưa rõ"),
    ],
)
def test_an_issuer_with_its_province(issuer: str | None, province: str | None, name: str) -> None:
    assert issuer_name(directive(issuer=issuer, province=province)) == name


def test_a_document_without_a_number_is_called_by_place_and_date() -> None:
    assert (
        short_name(directive(province="Sơn La", issued_on=date(2020, 3, 31)))
        == "Chỉ thị Sơn La ngày 31/3/2020"
    )
    assert dates_in_words("15 ngày kể từ 2020-04-01") == "15 ngày kể từ 1/4/2020"


def test_a_long_list_of_duties_shows_those_with_a_deadline_first() -> None:
    clause = TREE["x/art4"]
    due = Deadline(
        deadline_id="d",
        clause_id="x/art4",
        directive_id="x",
        kind="event",
        text="t",
        source_start=0,
        source_end=1,
    )
    plain = [Duty(clause, (), ()) for _ in range(9)]
    dated = Duty(clause, (), (due,))
    assert first_duties(plain[:3]) == (plain[:3], [])
    assert first_duties([*plain, dated])[0] == [dated]
    assert len(first_duties(plain)[0]) == 5


def test_a_cited_work_that_is_called_by_its_title_is_not_told_twice() -> None:
    law = Work(work_id="w", citation_count=1, document_type="luat", title="Luật Giáo dục")
    order = Work(
        work_id="w", citation_count=1, document_type="chi-thi", number="16/CT-TTg", title="về chống dịch"
    )
    assert (work_name(law), work_subject(law)) == ("Luật Giáo dục", "")
    assert (work_name(order), work_subject(order)) == ("Chỉ thị 16/CT-TTg", "về chống dịch")
