"""Anomalies: what a careful reader would question, and what he would not."""

from dataclasses import replace
from datetime import date

import pytest
from support import structure_of

from pipeline.clean import clean
from pipeline.document import parse
from pipeline.enrich.anomalies import find_anomalies
from pipeline.enrich.assignments import find_assignments
from pipeline.records import Finding, SourceText, Structure
from pipeline.structure import structure
from pipeline.tables import Anomaly, Directive
from pipeline.text import Span


def directive(**values: str | date | None) -> Directive:
    """A directive of which everything that may be missing is known, less what is given otherwise."""
    known: dict[str, str | date | None] = {
        "number": "12-CT/HU", "issuer": "Ban Thường vụ Huyện ủy", "issued_on": date(2021, 8, 16),
    }  # fmt: skip
    return Directive(
        directive_id="vi-du", document_type="chi-thi", clause_count=1, word_count=1, character_coverage=1.0,
        source_path="source/vi-du.txt", source_sha256="0" * 64, source_encoding="utf-8", **(known | values),  # type: ignore[arg-type]
    )  # fmt: skip


def anomalies_in(text: str) -> list[Anomaly]:
    return list(find_anomalies(structure_of(text), directive()))


def test_two_cells_that_read_alike_are_no_repetition() -> None:
    rows = "1. Kinh phí:\nTT | Chức danh | Loại 1 | Loại 2\n1 | Thu nhập tính thuế | Thu nhập tính thuế | 2\n2 | Khác | 5 | 6"
    assert not [one for one in anomalies_in(rows) if one.kind == "repeated-phrase"]


def test_a_sound_document_has_none() -> None:
    text = "1. Giao Sở Y tế báo cáo “kết quả” hằng ngày.\n2. Các huyện tổ chức thực hiện."
    assert anomalies_in(text) == []


@pytest.mark.parametrize(
    ("field", "kind"),
    [("number", "missing-number"), ("issued_on", "missing-date"), ("issuer", "unknown-issuer")],
)
def test_what_a_document_lacks(field: str, kind: str) -> None:
    (found,) = find_anomalies(structure_of("1. Giao Sở Y tế."), directive(**{field: None}))
    assert (found.kind, found.text, found.source_start, found.clause_id) == (kind, None, None, None)


def test_a_document_that_cites_a_later_one_has_a_wrong_date() -> None:
    row = directive(issued_not_before=date(2021, 9, 1))
    (found,) = find_anomalies(structure_of("1. Giao Sở Y tế."), row)
    assert found.kind == "conflicting-date"
    assert (found.text, found.suggestion) == ("2021-08-16", "cites a document of 2021-09-01")


@pytest.mark.parametrize("bound", [date(2021, 8, 16), date(2020, 3, 31)])
def test_a_document_may_cite_one_of_its_own_day_or_before(bound: date) -> None:
    assert find_anomalies(structure_of("1. Giao."), directive(issued_not_before=bound)) == ()


def test_a_text_in_an_old_code_page_says_so() -> None:
    base = structure_of("1. Giao Sở Y tế.")
    structure = replace(base, source=replace(base.source, encoding="tcvn3"))
    (found,) = find_anomalies(structure, directive())
    assert (found.kind, found.text, found.source_start) == ("legacy-encoding", "tcvn3", None)


REPEATED = (
    ("Theo ý kiến của của Tổng Bí thư.", "của của", "của"),
    ("Giao các các huyện thực hiện.", "các các", "các"),
    ("Giao Sở Y tế Sở Y tế chủ trì.", "Sở Y tế Sở Y tế", "Sở Y tế"),
    ("Quản lý tạm trú, tạm trú, thống kê hộ khẩu.", "tạm trú, tạm trú", "tạm trú"),
    ("Quản lý tạm trú, tạm trú.", "tạm trú, tạm trú", "tạm trú"),
)


@pytest.mark.parametrize(("text", "words", "once"), REPEATED)
def test_words_printed_twice(text: str, words: str, once: str) -> None:
    (found,) = anomalies_in(text)
    assert (found.kind, found.text, found.suggestion) == ("repeated-phrase", words, once)
    assert found.clause_id == "vi-du/1"
    source = structure_of(text).source.text
    assert source[found.source_start : found.source_end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Ngày ngày tuần tra, canh gác.",
        "Nhà nhà, người người thi đua.",
        "Cải thiện dần dần đời sống.",
        "Xử lý các hành vi vi phạm.",  # two words meet
        "Tỉnh ủy ủy quyền cho Văn phòng.",
        "Kêu gọi đầu tư, đầu tư xây dựng hạ tầng.",  # the second goes on
        "Thi đua yêu nước, yêu nước thì phải thi đua.",
        "Giao các xã; các xã báo cáo.",
        "Từ 10 đến 10 giờ.",
    ],
)
def test_reduplication_and_words_that_meet_are_no_repeats(text: str) -> None:
    assert anomalies_in(text) == []


QUOTES = (
    ("Cuộc vận động “Toàn dân đoàn kết bắt đầu từ tháng tư.", "“Toàn dân đoàn kết bắt đầu từ tháng tư."),
    ("Cuộc vận động Toàn dân đoàn kết” bắt đầu.", "” bắt đầu."),
)


@pytest.mark.parametrize(("text", "words"), QUOTES)
def test_a_quotation_mark_without_its_other_half(text: str, words: str) -> None:
    (found,) = anomalies_in(text)
    assert (found.kind, found.text, found.clause_id) == ("unbalanced-quote", words, "vi-du/1")
    source = structure_of(text).source.text
    assert source[found.source_start : found.source_end] == words


AMENDING = """Điều 1. Sửa đổi Quy chế đào tạo
1. Sửa đổi Điều 12 như sau:
“Điều 12. Văn bằng
1. Văn bằng do Bộ trưởng cấp, gọi là “văn bằng gốc”.
2. Bản sao do hiệu trưởng cấp.”.
2. Giao Sở Nội vụ hướng dẫn."""


def taken_apart(text: str) -> Structure:
    """The structure of a text as the stages make it, with paragraphs under their clauses."""
    return structure(clean(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)))


def test_a_quotation_over_several_paragraphs_is_whole() -> None:
    assert list(find_anomalies(taken_apart(AMENDING), directive())) == []
    found, *_ = find_anomalies(taken_apart(AMENDING.replace("cấp.”.", "cấp.")), directive())
    assert (found.kind, found.text) == ("unbalanced-quote", "“Điều 12. Văn bằng")


def test_a_quotation_does_not_run_into_the_next_clause() -> None:
    first, second = anomalies_in(
        "1. Cuộc vận động “Toàn dân đoàn kết.\n2. Phong trào Thi đua yêu nước” của tỉnh."
    )
    assert (first.clause_id, second.clause_id) == ("vi-du/1", "vi-du/2")


def test_seconds_of_arc_are_no_quotation() -> None:
    assert anomalies_in("1. Điểm KH1: 15º30’21,8”N, 108º37’53,5”E do Cảng vụ quản lý.") == []


def test_anomalies_stand_in_reading_order_those_of_the_whole_first() -> None:
    text = "1. Giao cho cho Sở Y tế.\n2. Cuộc vận động “Toàn dân."
    base = structure_of(text)
    label = Finding("numbering-gap", Span(*base.bodies["vi-du/2"].source_span(0, 2)), "2.", None, "vi-du/2")
    found = find_anomalies(replace(base, findings=(label,)), directive(number=None))
    assert [(one.anomaly_id, one.kind) for one in found] == [
        ("vi-du/an1", "missing-number"),
        ("vi-du/an2", "repeated-phrase"),
        ("vi-du/an3", "numbering-gap"),
        ("vi-du/an4", "unbalanced-quote"),
    ]


def test_a_body_that_no_list_knows_is_told_where_it_stands() -> None:
    structure = structure_of("1. Giao Sở Y tế, Ban Quản lý rừng phòng hộ Sông Đà tuần tra.")
    (found,) = find_anomalies(structure, directive(), find_assignments(structure))
    assert (found.kind, found.text) == ("unknown-agency", "Ban Quản lý rừng phòng hộ Sông Đà")
    assert structure.source.text[found.source_start : found.source_end] == found.text
    assert found.clause_id == structure.clauses[0].clause_id


@pytest.mark.parametrize(
    "text",
    [
        "Trang chủ\nGiới thiệu\nLiên hệ",
        "Số ký hiệu: 12/CT-UBND\nNgày ban hành: 15/3/2021\nLoại văn bản: Chỉ thị\nTrích yếu: Về phòng cháy, chữa cháy rừng",
        "Sáng 12/1, Ban Thường vụ Tỉnh ủy họp bàn về tình hình kinh tế - xã hội của tỉnh trong năm qua.",
    ],
    ids=["menus", "a portal's table", "news of a meeting"],
)
def test_a_page_without_a_documents_text_says_so(text: str) -> None:
    found = [one.kind for one in parse(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)).anomalies]
    assert "not-a-document" in found


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi: Sở Y tế\nĐề nghị báo cáo kết quả.",
        "1. Sở Y tế báo cáo kết quả.\n2. Các huyện thực hiện.",
        "Ngày 5/3/2021, UBND tỉnh ban hành Công văn số 12/UBND-VX về phòng, chống dịch.\nUBND tỉnh yêu cầu Sở Y tế giám sát chặt chẽ.",
    ],
    ids=["a letter", "a list of orders", "a retelling"],
)
def test_a_documents_text_is_one(text: str) -> None:
    found = [one.kind for one in parse(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)).anomalies]
    assert "not-a-document" not in found


def test_a_text_that_announces_its_orders_and_stops_is_cut() -> None:
    text = "Ngày 5/3/2021, UBND tỉnh ban hành Công văn số 12/UBND-VX về phòng, chống dịch. Nội dung công văn như sau:"
    found = parse(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)).anomalies
    assert [one.kind for one in found if one.kind == "truncated"] == ["truncated"]
