"""Every line's fate, worked out by hand on the tiny document."""

from tiny import DIRECTIVE, ID, ROWS, SOURCE

from pipeline.explain import Fate, explain
from pipeline.records import Document, SourceText

SOURCE_TEXT = SourceText(ID, f"{ID}.txt", DIRECTIVE.source_sha256, "utf-8", SOURCE)
DOCUMENT = Document(DIRECTIVE, ROWS["clauses"], ROWS["segments"])


def test_each_line_tells_its_fate() -> None:
    assert list(explain(SOURCE_TEXT, DOCUMENT)) == [
        Fate(1, "kept", "heading", "", "CHỈ THỊ"),
        Fate(2, "removed", "furniture", "rule-line", "-----"),
        Fate(3, "kept", "text", "preamble.par1", "Căn cứ Luật Thú y,"),
        Fate(4, "kept", "label", "1", "1."),
        Fate(4, "kept", "text", "1", "Sở Y tế **báo cáo** trước ngày"),
        Fate(5, "removed", "furniture", "page-number", "2"),
        Fate(6, "kept", "text", "1", "05/02/2021."),
        Fate(7, "kept", "label", "1.a", "a)"),
        Fate(7, "kept", "text", "1.a", "Giao khoa Dược."),
    ]


def test_a_segment_over_several_lines_is_told_for_each() -> None:
    whole = ROWS["segments"][0]
    segment = type(whole)(
        directive_id=ID,
        position=1,
        source_start=0,
        source_end=len(SOURCE),
        disposition="kept",
        kind="heading",
    )
    fates = list(explain(SOURCE_TEXT, Document(DIRECTIVE, (), (segment,))))
    assert [(fate.line, fate.text) for fate in fates] == list(enumerate(SOURCE.split("\n"), 1))
