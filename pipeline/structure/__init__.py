"""Structure: CleanText → Structure. Front matter, the clause tree, back matter and annexes, and the ledger.

Guarantees: nothing is dropped (every kept line ends in a block or a clause); clauses are in reading order, parents
before children; a clause's text is the normalised text of its label and text segments, less the label.
"""

from collections.abc import Sequence

from pipeline import landmarks
from pipeline.records import Block, CleanText, Line, Structure
from pipeline.structure import roles
from pipeline.structure.annexes import read_annex
from pipeline.structure.back import divide, read_back
from pipeline.structure.body import parts_of_body
from pipeline.structure.clauses import Above, Writer
from pipeline.structure.consolidated import cut_authentication
from pipeline.structure.cut_labels import whole_labels
from pipeline.structure.front import read_front
from pipeline.structure.ledger import bounded, claims_of, segments_of
from pipeline.structure.pieces import block
from pipeline.structure.squeezed import cut_annexes
from pipeline.structure.stamps import stamp_blocks
from pipeline.structure.tree import grow, grow_flat

RULES = (*landmarks.RULES, *roles.RULES)

__all__ = ["RULES", "structure"]


def structure(cleaned: CleanText) -> Structure:
    """Take a cleaned document apart."""
    source = cleaned.source
    front, rest = read_front(source.text, cleaned.lines)
    division = divide(
        cut_authentication(source.text, cut_annexes(source.text, whole_labels(source.text, rest)))
    )
    writer = Writer(source.directive_id, source.text)
    blocks = [*front, *_write_body(writer, division.body), *read_back(source.text, division.back)]
    for number, lines in enumerate(division.annexes, 1):
        blocks += read_annex(writer, number, lines)
    blocks += [block(source.text, "footnote", [line]) for line in division.notes]
    blocks += stamp_blocks(source.text, cleaned.removals)
    kept = [one for one in blocks if one.kind != "stamp"]
    claims = claims_of(source.directive_id, cleaned.removals, kept, writer.written)
    segments = segments_of(source.directive_id, source.text, claims)
    return Structure(
        source=source,
        blocks=tuple(sorted(blocks, key=lambda one: one.spans[0])),
        clauses=bounded((one.clause for one in writer.written), segments),
        bodies={one.clause.clause_id: one.body for one in writer.written},
        segments=segments,
        findings=(*cleaned.findings, *writer.findings),
    )


def _write_body(writer: Writer, lines: Sequence[Line]) -> list[Block]:
    """Write the clauses of the body; give back its headings and footnotes."""
    items, blocks = parts_of_body(writer.source, lines)
    parts = roles.roles_of(items)
    writer.write(grow_flat(parts.preamble), "preamble", Above("preamble"))
    writer.write(grow(parts.operative), "operative", Above())
    writer.write(grow_flat(parts.closing), "closing", Above("closing"))
    return blocks
