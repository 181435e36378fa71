"""The ledger: every character of a source in exactly one segment, kept, removed or blank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from pipeline.records import Block, Removal
from pipeline.structure.clauses import Written
from pipeline.tables.audit import Disposition, Segment, SegmentKind
from pipeline.tables.core import Clause
from pipeline.text import BLANK, Span


class Claim(NamedTuple):
    """A stretch of the source that something of the document accounts for."""

    span: Span
    disposition: Disposition
    kind: SegmentKind | None = None
    rule_id: str | None = None
    clause_id: str | None = None


def claims_of(
    removals: Iterable[Removal], blocks: Iterable[Block], written: Iterable[Written]
) -> list[Claim]:
    """All stretches that are accounted for, in source order."""
    claims = [Claim(removal.span, "removed", removal.kind, removal.rule_id) for removal in removals]
    claims += [Claim(span, "kept", block.kind) for block in blocks for span in block.spans]
    for one in written:
        if one.label_span:
            claims.append(Claim(one.label_span, "kept", "label", clause_id=one.clause.clause_id))
        claims += [Claim(span, "kept", "text", clause_id=one.clause.clause_id) for span in one.text_spans]
    return sorted(claims, key=itemgetter(0))


def segments_of(directive_id: str, text: str, claims: Sequence[Claim]) -> tuple[Segment, ...]:
    """The claims and the blanks between them: together the whole source, once."""
    segments: list[Segment] = []
    done = 0
    for (start, end), disposition, kind, rule_id, clause_id in _covering(text, claims):
        if start > done:
            segments.append(Segment(directive_id, len(segments) + 1, done, start, "blank"))
        position = len(segments) + 1
        segments.append(Segment(directive_id, position, start, end, disposition, kind, rule_id, clause_id))
        done = end
    if done < len(text):
        segments.append(Segment(directive_id, len(segments) + 1, done, len(text), "blank"))
    return tuple(segments)


def bounded(clauses: Iterable[Clause], segments: Iterable[Segment]) -> tuple[Clause, ...]:
    """The clauses, each ending where its last segment ends."""
    ends = {segment.clause_id: segment.source_end for segment in segments}
    return tuple(
        clause
        if clause.source_end == ends[clause.clause_id]
        else replace(clause, source_end=ends[clause.clause_id])
        for clause in clauses
    )


def _covering(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims grown over the ink that stands between them, so that a blank holds none.

    It is emphasis marks that no line or clause claimed: «CHỈ THỊ **Về phòng dịch**», where the title ends before «**».
    """
    ends = [*(claim.span.start for claim in claims[1:]), len(text)]
    for claim, end in zip(claims, ends, strict=False):
        between = text[claim.span.end : end].rstrip(BLANK)
        yield claim._replace(span=Span(claim.span.start, claim.span.end + len(between))) if between else claim
