"""What became of each line of one source, and which rule did it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Document, SourceText
from pipeline.tables import Segment


@dataclass(frozen=True, slots=True)
class Fate:
    """One stretch of a source line: its text as it stands, whether it was kept, as what, and why."""

    line: int
    disposition: str
    kind: str
    because: str
    text: str


def explain(source: SourceText, document: Document) -> Iterator[Fate]:
    """The fates of a source's lines, in order; lines are split at line feeds and numbered from 1.

    A line of which only a part was removed gives several, one without ink a single blank one. `because` is the
    rule of a removal, or the path of the clause that holds the text.
    """
    end = 0
    for number, line in enumerate(source.text.split("\n"), 1):
        start, end = end, end + len(line) + 1
        fates = list(_fates(number, start, end, source.text, document.segments))
        yield from fates or [Fate(number, "blank", "", "", "")]


def _fates(number: int, start: int, end: int, text: str, segments: Sequence[Segment]) -> Iterator[Fate]:
    """The kept and removed stretches of one line that have ink."""
    first = bisect_right(segments, start, key=lambda segment: segment.source_end)
    last = bisect_left(segments, end, key=lambda segment: segment.source_start)
    for segment in segments[first:last]:
        stretch = text[max(start, segment.source_start) : min(end, segment.source_end)].strip()
        if stretch and segment.disposition != "blank":
            yield Fate(number, segment.disposition, segment.kind or "", _because(segment), stretch)


def _because(segment: Segment) -> str:
    if segment.clause_id:
        return segment.clause_id.partition("/")[2]
    return segment.rule_id or ""
