"""The ledger: every character of a source in exactly one segment, kept, removed or blank."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.records import Block, Removal
from pipeline.structure.clauses import Written
from pipeline.tables.audit import Disposition, Segment, SegmentKind
from pipeline.tables.core import Clause
from pipeline.text import INVISIBLE, Span

# Emphasis marks that no line or clause claimed: «CHỈ THỊ **Về phòng dịch**», where the title ends before «**».
_MARKS = re.compile(rf"[^\s{INVISIBLE}](?:.*[^\s{INVISIBLE}])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of the source that something of the document accounts for."""

    span: Span
    disposition: Disposition
    kind: SegmentKind
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
    return sorted(claims, key=lambda claim: claim.span)


def segments_of(directive_id: str, text: str, claims: Sequence[Claim]) -> tuple[Segment, ...]:
    """The claims and the blanks between them: together the whole source, once."""
    segments: list[Segment] = []

    def add(start: int, end: int, claim: Claim | None) -> None:
        segments.append(
            Segment(
                directive_id=directive_id,
                position=len(segments) + 1,
                source_start=start,
                source_end=end,
                disposition=claim.disposition if claim else "blank",
                kind=claim.kind if claim else None,
                rule_id=claim.rule_id if claim else None,
                clause_id=claim.clause_id if claim else None,
            )
        )

    done = 0
    for claim in _with_marks(text, claims):
        if claim.span.start > done:
            add(done, claim.span.start, None)
        add(*claim.span, claim)
        done = claim.span.end
    if done < len(text):
        add(done, len(text), None)
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


def _with_marks(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Claims grown over the ink that stands between them, so that a blank holds none."""
    grown: list[Claim] = []
    ends = [*(claim.span.start for claim in claims[1:]), len(text)]
    for claim, end in zip(claims, ends, strict=False):
        marks = _MARKS.search(text, claim.span.end, end)
        grown.append(replace(claim, span=Span(claim.span.start, marks.end())) if marks else claim)
    return grown
