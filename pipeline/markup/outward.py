"""A document's rows, made on the view of its source, with the offsets of the file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from pipeline.markup.view import View
from pipeline.records import Document, SourceText
from pipeline.tables.audit import Segment
from pipeline.text import INVISIBLE, Span

_OFFSETS = (("source_start", "source_end"), ("evidence_start", "evidence_end"))
_INK = re.compile(rf"[^\s{INVISIBLE}]")


def on_file(document: Document, view: View, source: SourceText) -> Document:
    """The document with every offset turned from the view to the file, and the file's markup in its segments.

    The segments partition the file: what stands between two of the view's is markup, hidden or blank. Tags and
    entities inside a kept segment stay in it, as marks of emphasis do in a plain text.
    """
    placed: dict[str, Any] = {}
    for field in fields(document):
        group = getattr(document, field.name)
        if isinstance(group, tuple):
            placed[field.name] = tuple(_placed(view, row) for row in group)
    segments = _segments(view, document.segments, source)
    placed["segments"] = tuple(replace(one, position=number) for number, one in enumerate(segments, 1))
    return replace(document, **placed, source=source)


def _placed(view: View, row: Any) -> Any:
    """The row with its offsets into the file; a row without offsets as it is."""
    for first, last in _OFFSETS:
        if getattr(row, first, None) is not None:
            start, end = view.outward(getattr(row, first), getattr(row, last))
            row = replace(row, **{first: start, last: end})
    return row


def _segments(view: View, segments: Iterable[Segment], source: SourceText) -> Iterator[Segment]:
    done = 0
    for segment in segments:
        if segment.disposition == "blank":
            continue
        start, end = view.outward(segment.source_start, segment.source_end)
        yield from _between(view, Span(done, start), source)
        if end > max(start, done):
            yield replace(segment, source_start=max(start, done), source_end=end)
        done = max(done, end)
    yield from _between(view, Span(done, len(source.text)), source)


def _between(view: View, gap: Span, source: SourceText) -> Iterator[Segment]:
    """The segments of a stretch of the file that no reader sees: hidden ones by themselves, the rest as markup."""
    done = gap.start
    for start, end in view.hidden_in(gap):
        yield from _markup(Span(done, start), source, "html-markup")
        yield from _markup(Span(start, end), source, "html-invisible")
        done = end
    yield from _markup(Span(done, gap.end), source, "html-markup")


def _markup(span: Span, source: SourceText, rule: str) -> Iterator[Segment]:
    if span.end <= span.start:
        return
    blank = not _INK.search(source.text, *span)
    yield Segment(
        directive_id=source.directive_id,
        position=0,
        source_start=span.start,
        source_end=span.end,
        disposition="blank" if blank else "removed",
        kind=None if blank else "markup",
        rule_id=None if blank else rule,
    )
