"""A clause's words as HTML, and the home page's picture, on small cases worked out by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from site_sample import write_sample

from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.site.picture import picture
from pipeline.site.prose import Mark, body_of, render_clause, text_span
from pipeline.tables import Clause, Segment


def clause(text: str, markdown: str | None = None) -> Clause:
    return Clause(
        clause_id="x/1",
        directive_id="x",
        position=1,
        level=1,
        path="1",
        kind="clause",
        role="operative",
        text=text,
        text_markdown=markdown or text,
        source_start=0,
        source_end=len(text),
    )


@pytest.mark.parametrize(
    ("text", "markdown", "html"),
    [
        ("một hai", "một *hai*", "một <em>hai</em>"),
        (
            "một hai ba",
            "**một *hai* ba**",
            "<strong>một </strong><strong><em>hai</em></strong><strong> ba</strong>",
        ),
        ("2 * 3 * 4", r"2 \* 3 \* 4", "2 * 3 * 4"),
        ("a <b> c", "a <b> *c*", "a &lt;b&gt; <em>c</em>"),
        ("[x](http://y.vn)", "[x](http://y.vn)", "[x](http://y.vn)"),
        ("khác", "*hẳn*", "khác"),
    ],
)
def test_emphasis_comes_from_the_markdown_and_words_from_the_text(
    text: str, markdown: str, html: str
) -> None:
    assert render_clause(clause(text, markdown)) == html


def test_marks_go_round_emphasis_and_the_first_of_two_that_overlap_counts() -> None:
    marks = [Mark(4, 10, "cites", "../a/"), Mark(8, 14, "due"), Mark(11, 14, "due")]
    made = render_clause(clause("một hai ba bốn năm", "một hai *ba* bốn năm"), marks)
    assert made == ('một <a class="cites" href="../a/">hai <em>ba</em></a> <span class="due">bốn</span> năm')


def test_a_mark_without_room_is_left_out() -> None:
    assert render_clause(clause("một"), [Mark(2, 2, "due"), Mark(1, 9, "due")]) == "một"


def test_a_clause_knows_where_its_characters_stand_in_the_source() -> None:
    source = "1.  Giao  **Sở Y tế**\n\nmenu\n\nrà soát"
    segments = [
        Segment(directive_id="x", position=1, source_start=4, source_end=21, disposition="kept", kind="text"),
        Segment(
            directive_id="x", position=2, source_start=29, source_end=36, disposition="kept", kind="text"
        ),
    ]
    body = body_of(clause("Giao Sở Y tế rà soát"), source, segments)
    assert body is not None
    start = source.index("Sở Y tế")
    assert text_span(body, start, start + 7) == (5, 12)
    assert body_of(clause("khác"), source, segments) is None


def test_the_picture_has_a_line_a_province_and_a_dot_a_month(tmp_path: Path) -> None:
    made = picture(Corpus(load_package(write_sample(tmp_path))))
    assert made is not None
    (line,) = made.lines
    assert line.province.name == "Sơn La"
    assert [dot.title for dot in line.dots] == ["Kết luận, tháng 3/2020", "Chỉ thị, tháng 2/2021"]
    assert [year for year, _ in made.years] == ["2020", "2021"]
    assert 2 < line.dots[0].x < made.years[1][1] < line.dots[1].x < 98
    assert (made.left_out, made.undated) == (0, 1)


def test_no_picture_without_dates(tmp_path: Path) -> None:
    package = load_package(write_sample(tmp_path))
    undated = tuple(replace(row, issued_on=None) for row in package.directives)
    assert picture(Corpus(replace(package, directives=undated))) is None
    one = tuple(replace(row, issued_on=date(2020, 1, 1)) for row in package.directives)
    made = picture(Corpus(replace(package, directives=one)))
    assert made is not None
    assert made.lines[0].dots[0].title == "2 văn bản, tháng 1/2020"
