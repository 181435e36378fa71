"""What became of each line of one source, and which rule did it."""

from collections.abc import Iterator
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
    """The fates of a source's lines, in order; blank stretches are left out.

    A line of which only a part was removed gives several. `because` is the rule of a removal, or the path of the
    clause that holds the text. Lines are numbered from 1.
    """
    segments = iter(document.segments)
    segment, at = next(segments, None), 0
    for number, line in enumerate(source.text.splitlines(keepends=True), 1):
        end = at + len(line)
        while segment is not None and segment.source_start < end:
            stretch = source.text[max(at, segment.source_start) : min(end, segment.source_end)].strip()
            if stretch and segment.disposition != "blank":
                yield Fate(number, segment.disposition, segment.kind or "", _because(segment), stretch)
            if segment.source_end > end:
                break
            segment = next(segments, None)
        at = end


def _because(segment: Segment) -> str:
    if segment.clause_id:
        return segment.clause_id.partition("/")[2]
    return segment.rule_id or ""
