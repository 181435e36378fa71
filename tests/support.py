"""Small makers of records for tests."""

import hashlib
from collections.abc import Iterator

from pipeline.records import Block, SourceText, Structure
from pipeline.tables import Clause
from pipeline.text import MappedText, Span, mapped


def structure_of(text: str, directive_id: str = "vi-du", title: str = "") -> Structure:
    """A structure in which each non-empty line of the text is one clause, paths 1, 2, 3 …

    A line's label stays in its text. A title, if given, stands on the first line of the source.
    """
    whole = f"{title}\n{text}"
    source = SourceText(
        directive_id, f"{directive_id}.txt", hashlib.sha256(whole.encode()).hexdigest(), "utf-8", whole
    )
    lines = list(_lines(whole, skip=len(title)))
    bodies = {f"{directive_id}/{n}": body for n, body in enumerate(lines, 1)}
    clauses = tuple(_clause(directive_id, n, body) for n, body in enumerate(lines, 1))
    span = Span(0, len(title))
    blocks = (Block("title", mapped(whole, [span]), (span,)),) if title else ()
    return Structure(source, blocks, clauses, bodies, ())


def _lines(text: str, skip: int) -> Iterator[MappedText]:
    at = skip
    for line in text[skip:].split("\n"):
        if body := mapped(text, [Span(at, at + len(line))]):
            yield body
        at += len(line) + 1


def _clause(directive_id: str, number: int, body: MappedText) -> Clause:
    start, end = body.source_span(0, len(body.text))
    return Clause(
        clause_id=f"{directive_id}/{number}", directive_id=directive_id, path=str(number),
        position=number, level=1, kind="paragraph", role="operative",
        text=body.text, source_start=start, source_end=end,
    )  # fmt: skip
