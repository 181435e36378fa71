"""The ledger: every character of a source in exactly one segment, kept, removed or blank."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from operator import attrgetter

from pipeline.records import Block, Removal
from pipeline.structure.clauses import Written
from pipeline.tables.audit import Segment
from pipeline.tables.core import Clause
from pipeline.text import BLANK


def claims_of(
    directive_id: str, removals: Iterable[Removal], blocks: Iterable[Block], written: Iterable[Written]
) -> list[Segment]:
    """All stretches that something of the document accounts for, in source order; their positions are yet to come."""
    claims = [Segment(directive_id, 0, *one.span, "removed", one.kind, one.rule_id) for one in removals]
    claims += [
        Segment(directive_id, 0, *span, "kept", block.kind) for block in blocks for span in block.spans
    ]
    for clause, _, label, spans in written:
        key = clause.clause_id
        if label:
            claims.append(Segment(directive_id, 0, *label, "kept", "label", None, key))
        claims += [Segment(directive_id, 0, *span, "kept", "text", None, key) for span in spans]
    return sorted(claims, key=attrgetter("source_start", "source_end"))


def segments_of(directive_id: str, text: str, claims: Sequence[Segment]) -> tuple[Segment, ...]:
    """The claims and the blanks between them: together the whole source, once.

    A claim grows over the ink that stands behind it, so that a blank holds none: emphasis marks that no line or clause
    claimed, «CHỈ THỊ **Về phòng dịch**», where the title ends before «**».
    """
    segments: list[Segment] = []
    done = 0
    for claim, after in zip_longest(claims, claims[1:]):
        if claim.source_start > done:
            segments.append(Segment(directive_id, len(segments) + 1, done, claim.source_start, "blank"))
        between = text[claim.source_end : after.source_start if after else len(text)]
        if between and not between.isspace():
            claim.source_end += len(between.rstrip(BLANK))
        claim.position, done = len(segments) + 1, claim.source_end
        segments.append(claim)
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
