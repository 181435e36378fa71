"""Every pointer of every table, followed back to the source, over all gold: the words that it leads to are the row's."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.corpus import Corpus, assemble
from pipeline.document import parse
from pipeline.read import SourceFile, find_sources, read_source
from pipeline.tables import TABLES, Segment, Table
from pipeline.text import normalise

HERE = Path(__file__).parent
FOLDERS = (
    HERE.parent / "source",
    HERE / "gold/shaped",
    HERE / "gold/opened",
    HERE / "gold/opened-later",
    HERE / "gold/opened-third",
    HERE / "gold/unseen",
    HERE / "gold/unseen-second",
)
POINTING = {
    "clauses": "text",
    "segments": None,
    "evidence": None,
    "anomalies": "text",
    "stamps": "text",
    "citations": "text",
    "assignments": "text",
    "deadlines": "text",
    "clause_topics": "text",
    "validity": "reason",
}
"""The tables with pointers, and the column that repeats the words to which they lead."""


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def gold(request: pytest.FixtureRequest) -> tuple[Corpus, dict[str, str]]:
    """A folder's documents as one corpus, and the text of each source by `directive_id`."""
    files: Sequence[SourceFile] = find_sources(request.param)
    sources = {file.directive_id: read_source(file) for file in files}
    corpus = assemble([parse(source) for source in sources.values()])
    return corpus, {name: source.text for name, source in sources.items()}


def pointer(row: Any) -> tuple[str, int, int] | None:
    """The source that a row points into and the stretch of it (half-open), or None where it points nowhere."""
    if hasattr(row, "evidence_start"):
        where = row.evidence_directive_id, row.evidence_start, row.evidence_end
    else:
        where = row.directive_id, row.source_start, row.source_end
    return None if where[1] is None else where


def has_pointer(table: Table) -> bool:
    return any(column.name.endswith("_start") for column in table.columns)


def test_all_tables_with_pointers_are_followed() -> None:
    assert {table.name for table in TABLES if has_pointer(table)} == set(POINTING)


def rows(corpus: Corpus, name: str) -> Iterator[tuple[Any, tuple[str, int, int]]]:
    (table,) = (table for table in TABLES if table.name == name)
    return ((row, where) for row in corpus.rows(table) if (where := pointer(row)))


@pytest.mark.parametrize("name", POINTING)
def test_a_pointer_leads_to_ink(gold: tuple[Corpus, dict[str, str]], name: str) -> None:
    corpus, texts = gold
    astray = [
        (row.directive_id, start, end)
        for row, (directive_id, start, end) in rows(corpus, name)
        if not 0 <= start < end <= len(texts[directive_id])
        or (name != "segments" and not texts[directive_id][start:end].strip())
    ]
    assert astray == []


@pytest.mark.parametrize("name", [name for name, column in POINTING.items() if column])
def test_the_words_there_are_the_words_of_the_row(gold: tuple[Corpus, dict[str, str]], name: str) -> None:
    corpus, texts = gold
    segments = {one.directive.directive_id: one.segments for one in corpus.documents}
    wrong = [
        (directive_id, start, end)
        for row, (directive_id, start, end) in rows(corpus, name)
        if _ink(_words_at(texts[directive_id], segments[directive_id], name, row, start, end))
        != _ink(
            f"{row.label or ''}{row.text or ''}" if name == "clauses" else getattr(row, POINTING[name] or "")
        )
    ]
    assert wrong == []


def _words_at(text: str, segments: Sequence[Segment], name: str, row: Any, start: int, end: int) -> str:
    """The words of a stretch that are the row's: not a page's number or footnote in the middle of its sentence."""
    stretches = (
        text[max(start, one.source_start) : min(end, one.source_end)]
        for one in segments
        if one.source_start < end and one.source_end > start and _is_own(one, name, row)
    )
    return "".join(stretches)


def _is_own(segment: Segment, name: str, row: Any) -> bool:
    if name == "stamps":
        return segment.kind == "stamp"
    if name == "clauses":
        return bool(segment.clause_id == row.clause_id)
    return name == "anomalies" or segment.disposition != "removed"


def _ink(text: str) -> str:
    """A text without blanks and the marks that normalisation drops."""
    return "".join(normalise(text).split())
