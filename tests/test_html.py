"""HTML sources: what a reader sees of them, and that every offset points to the file itself."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_properties import PIECES, RULE_IDS, printed, stretch

from pipeline.build import Way, build
from pipeline.document import parse
from pipeline.markup import RULES, html_view
from pipeline.records import Document, SourceText
from pipeline.site.load import load_package
from pipeline.validate.ledger import ledger_problems
from pipeline.validate.tree import tree_problems
from pipeline.validate.values import value_problems

CASES = Path(__file__).parent / "cases" / "html"

TAGS = (
    "<p>", "</p>", "<p class='x'>", "<br>", "<br/>", "<div>", "</div>", "<b>", "</b>", "<strong>", "</strong>", "<i>",
    "</i>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<ol>", "</ol>", '<ol type="a" start=3>',
    "<ul>", "</ul>", "<li>", "</li>", "<nav>", "</nav>", "<footer>", "</footer>", '<div style="display:none">',
    "<div hidden>", "<!-- x -->", "<!--", "-->", "<script>a<b</script>", "<style>", "</style>", "<head>", "</head>",
    "<body>", "<title>x</title>", "<pre>", "</pre>", "&nbsp;", "&agrave;", "&#7879;", "&lt;", "&amp", "&chợ;", "&#0;",
    "&NotEqualTilde;", "<", ">", '"', "<a href='", "<p title=\"", "</", "<!DOCTYPE html>", "<select>", "</select>", "<svg>",
    "</svg>", "\n", "  ", "\t", "\u00a0",
)  # fmt: skip
PAGES = st.lists(
    st.one_of(st.sampled_from(TAGS), st.sampled_from(PIECES), st.text(max_size=4)), max_size=40
).map("".join)
PAGES = PAGES.map(lambda text: text.replace("\0", ""))


def parsed(text: str) -> Document:
    return parse(SourceText("vi-du", "vi-du.html", "0" * 64, "utf-8", text))


def parsed_case(name: str) -> tuple[str, Document]:
    text = (CASES / f"{name}.html").read_text(encoding="utf-8")
    return text, parsed(text)


def visible(name: str) -> str:
    return html_view((CASES / f"{name}.html").read_text(encoding="utf-8")).text


@given(PAGES)
def test_a_view_stands_for_the_file_in_order(text: str) -> None:
    view = html_view(text)
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.ends) == sorted(view.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))


@given(PAGES)
def test_text_outside_tags_is_all_seen(text: str) -> None:
    view = html_view(text.replace("<", "").replace("&", ""))
    assert "".join(view.text.split()) == "".join(text.replace("<", "").replace("&", "").split())


@given(PAGES)
def test_segments_partition_the_file(text: str) -> None:
    segments = parsed(text).segments
    assert "".join(stretch(text, segment) for segment in segments) == text
    assert {one.rule_id for one in segments if one.rule_id} <= RULE_IDS | {rule.id for rule in RULES}


@given(PAGES)
def test_the_rows_of_any_page_keep_every_promise(text: str) -> None:
    contents = printed(parsed(text), text)
    assert list(ledger_problems(contents)) == []
    assert list(tree_problems(contents)) == []
    assert list(value_problems(contents)) == []


def test_a_portals_page_gives_the_document_alone() -> None:
    _, document = parsed_case("cong-thong-tin")
    directive = document.directive
    assert (directive.number, directive.title, str(directive.issued_on)) == (
        "09/CT-UBND", "Về việc tăng cường phòng cháy, chữa cháy rừng", "2019-06-14",
    )  # fmt: skip
    assert (directive.province, directive.signer_name, directive.signing_capacity) == (
        "Phú Yên", "Lê Hữu Tuyến", "deputy",
    )  # fmt: skip
    assert [clause.path for clause in document.clauses] == [
        "preamble.par1", "1", "2", "2.a", "2.b", "closing.par1",
    ]  # fmt: skip
    assert [row.name for row in document.recipients if row.list == "distribution"] == [
        "Như điều trên", "Lưu: VT, NN",
    ]  # fmt: skip


def test_offsets_point_to_the_file() -> None:
    text, document = parsed_case("cong-thong-tin")
    clause = document.clauses[1]
    assert clause.text == (
        "Chi cục Kiểm lâm trực 24/24 giờ khi nhiệt độ > 35°C, "
        "kiểm tra các khu rừng giáp ranh trước ngày 30/6/2019."
    )
    printed_clause = text[clause.source_start : clause.source_end]
    assert printed_clause.startswith("<strong>1.</strong>&nbsp;Chi cục")
    assert printed_clause.endswith("trước ngày 30/6/2019.")
    (deadline,) = [row for row in document.deadlines if row.clause_id == clause.clause_id]
    assert "30/6/2019" in text[deadline.source_start : deadline.source_end]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("html-navigation", {"Trang chủ", "Bản quyền thuộc Sở Thông tin"}),
        ("html-invisible", {"Chỉ thị giả", "không hiện", "Mẫu đăng nhập", "margin"}),
    ],
)
def test_what_is_no_part_of_the_page_names_its_rule(rule: str, words: set[str]) -> None:
    text, document = parsed_case("cong-thong-tin")
    removed = " ".join(stretch(text, one) for one in document.segments if one.rule_id == rule)
    assert {word for word in words if word not in removed} == set()


def test_the_two_halves_of_a_head_stand_under_one_another() -> None:
    lines = [line for line in visible("cong-thong-tin").splitlines() if line]
    at = lines.index("ỦY BAN NHÂN DÂN")
    assert [line.strip("*") for line in lines[at : at + 6]] == [
        "ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN", "Số: 09/CT-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Phú Yên, ngày 14 tháng 6 năm 2019",
    ]  # fmt: skip


def test_numbers_that_the_browser_prints_are_labels() -> None:
    text, document = parsed_case("danh-so-tu-dong")
    assert [(clause.path, clause.label) for clause in document.clauses[1:]] == [
        ("1", "1."), ("2", "2."), ("2.a", "a."), ("2.b", "b."), ("3", "3."),
    ]  # fmt: skip
    assert text[document.clauses[1].source_start :].startswith("<li>Kiểm tra việc tiếp dân")


def test_a_tables_cells_stand_on_one_line() -> None:
    assert "1\tLò Văn Pành\tTrưởng ban" in visible("bang-bieu")
    _, document = parsed_case("bang-bieu")
    assert [(clause.path, clause.text) for clause in document.clauses[1:3]] == [
        ("1", "Lò Văn Pành Trưởng ban"), ("2", "Quàng Thị Sơ Phó Trưởng ban"),
    ]  # fmt: skip


def test_broken_markup_loses_no_words() -> None:
    assert re.sub(r"\*\*|\n+", " ", visible("the-hong")).split() == (
        "Số: 3/TB-UBND THÔNG BÁO Kết luận cuộc họp về chợ Đồn 1. Khi chỉ số a < b thì báo cáo; Q&A tại &chợ; giá <b> "
        "ghi nguyên văn. 2. Giao phòng Tài chính ạnh hưởng. 3. Giao phòng Y tế huyện ./."
    ).replace("huyện ./.", "huyện./.").split()  # fmt: skip


def test_a_news_page_keeps_the_article() -> None:
    _, document = parsed_case("tin-bai")
    kept = " ".join(clause.text or "" for clause in document.clauses)
    assert "tắt đèn ngoài giờ" in kept
    assert not re.search("Tin liên quan|Gửi bình luận|biểu đồ|Mới nhất", kept)


def test_an_element_with_words_of_a_document_is_kept_whatever_it_is_called() -> None:
    page = "<nav>Nơi nhận: Sở Y tế</nav>" + "<p>Chỉ thị này có hiệu lực kể từ ngày ký.</p>" * 20
    assert html_view(page).removals == ()


def test_pages_go_through_package_and_site(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for path in CASES.glob("*.html"):
        (source / path.name).write_bytes(path.read_bytes())
    summary = build(source, tmp_path / "package", tmp_path / "site", Way())
    assert summary.documents == len(list(CASES.glob("*.html")))
    package = load_package(tmp_path / "package")
    directive = next(row for row in package.directives if row.directive_id == "cong-thong-tin")
    clause = next(row for row in package.clauses if row.clause_id == "cong-thong-tin/2.a")
    seen = package.source_text(directive)[clause.source_start : clause.source_end]
    assert seen == "a) Rà soát lực lượng, phương tiện tại chỗ;"
    compared = (tmp_path / "site/van-ban/cong-thong-tin/doi-chieu/index.html").read_text(encoding="utf-8")
    assert "&lt;td&gt;" not in compared


@pytest.mark.parametrize(
    "unit", ["<!--", "<", "<a ", '<p title="', "</", "<script>", "&#", "<b><td>", "<ol><li>", "<![", "'<x'"]
)
def test_hostile_pages_take_linear_time(unit: str) -> None:
    """Each would take minutes where a quadratic step met it."""
    html_view(unit * 100_000)


def test_a_border_that_is_hidden_does_not_hide_its_table() -> None:
    page = '<table style="border: 1px hidden rgb(255, 255, 255);"><tr><td>Số: 47/QĐ-UBND</td></tr></table>'
    assert html_view(page).removals == ()
    assert [
        one.rule_id
        for one in html_view(f"<div hidden >{page}</div><p>Điều 1. Trực ban. Điều 2.</p>").removals
    ] == ["html-invisible"]
