"""Short documents that show one thing each: what becomes of every line, in a form that anyone can read.

A file in `cases/documents/` says on its first line what it shows; each further line is one source line, right of the
bar, with what must become of it in the margin: `=number` for kept matter, `-furniture-page-number` for a removal,
`1.a` for a clause, several joined by ` + ` in order, nothing for a blank line.
"""

from collections.abc import Iterator
from itertools import groupby, takewhile
from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.document import parse
from pipeline.explain import Fate, explain
from pipeline.records import SourceText, Structure
from pipeline.structure import structure
from pipeline.tables.core import Clause
from pipeline.text import normalise

FOLDER = Path(__file__).parent / "cases/documents"
DOCUMENTS = sorted(FOLDER.glob("*.txt"))
BAR = "│"


def comments(path: Path) -> list[str]:
    """The lines at a file's head that are no part of the document."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# ") for line in takewhile(lambda line: line.startswith("# "), lines)]


def columns(path: Path) -> tuple[list[str], str]:
    """The margins of a document's lines, and its source text."""
    lines = path.read_text(encoding="utf-8").splitlines()[len(comments(path)) :]
    rows = [line.split(BAR, 1) for line in lines]
    return [margin.strip() for margin, _ in rows], "\n".join(line.removeprefix(" ") for _, line in rows)


def fate_in_words(fate: Fate) -> str:
    if fate.disposition == "removed":
        return f"-{fate.because}"
    if fate.disposition == "blank":
        return ""
    return fate.because or f"={fate.kind}"


def source_of(text: str) -> SourceText:
    return SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)


def margins(text: str) -> Iterator[str]:
    """What becomes of each line of a source text; a clause's label and text are one thing."""
    source = source_of(text)
    for _, fates in groupby(explain(source, parse(source)), key=lambda fate: fate.line):
        yield " + ".join(words for words, _ in groupby(map(fate_in_words, fates)))


def differences(path: Path) -> list[str]:
    """The lines whose fate is not what the margin says, each in a sentence."""
    expected, text = columns(path)
    rows = zip(expected, margins(text), text.split("\n"), strict=True)
    return [
        f"line {number} «{line}» should be {wanted or 'blank'}, but is {found or 'blank'}"
        for number, (wanted, found, line) in enumerate(rows, 1)
        if wanted != found
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_each_line_becomes_what_its_margin_says(path: Path) -> None:
    found = differences(path)
    assert not found, "\n".join(found)


def text_of_segments(found: Structure, clause: Clause) -> str:
    """The clause's label and text segments put together: a space where something stands between two."""
    own = [one for one in found.segments if one.clause_id == clause.clause_id]
    text = ""
    for before, one in zip([None, *own], own, strict=False):
        apart = before is not None and before.source_end < one.source_start
        text += " " * apart + found.source.text[one.source_start : one.source_end]
    return normalise(text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_each_clause_has_the_text_of_its_segments(path: Path) -> None:
    found = structure(clean(source_of(columns(path)[1])))
    for clause in found.clauses:
        assert text_of_segments(found, clause).removeprefix(clause.label or "").strip() == (clause.text or "")


ODD_LABELS = {
    "article-with-a-lost-mark": ["suspected-label Điêu 2."],
    "numbering-gap": ["numbering-gap 4."],
    "one-read-for-the-letter-l": ["suspected-label 1)"],
    "repeated-label": ["numbering-repeat 2."],
    "spoiled-list-of-letters": ["suspected-label h)", "suspected-label e)"],
    "spoiled-labels": ["suspected-label ©)", "suspected-label Il."],
}
"""What must be listed as odd in a document's labels; in every other one nothing is."""


def odd_labels(path: Path) -> list[str]:
    found = structure(clean(source_of(columns(path)[1]))).findings
    return [f"{one.kind} {one.text}" for one in found]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_only_odd_labels_are_listed(path: Path) -> None:
    assert odd_labels(path) == ODD_LABELS.get(path.stem, [])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_says_what_it_shows(path: Path) -> None:
    assert len(comments(path)) == 1
