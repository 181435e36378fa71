"""Tables of tasks: a column «Đơn vị chủ trì», «Cơ quan thực hiện» says who must do what its row says.

Cells are told by the tab or bar between them in the source; the header's line gives the columns' roles.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.codelists.agencies import AgencyText
from pipeline.enrich.assignments.lists import Body, bodies_at
from pipeline.enrich.assignments.rules import COLUMN
from pipeline.records import Structure
from pipeline.tables import Clause
from pipeline.tables.meaning import AssignmentRole
from pipeline.text import MappedText, Span, match_key

_BAR = re.compile(r"\t|(?<!\|)\|(?!\|)")
_FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Header:
    """A table's header line: where it stands, how many columns it has, and which of them name bodies."""

    start: int
    width: int
    roles: Mapping[int, AssignmentRole]


def bodies_in_columns(structure: Structure) -> dict[str, list[tuple[Body, AssignmentRole]]]:
    """Find the bodies in the columns of each clause that is a row of a table of tasks, by `clause_id`."""
    headers = list(_headers(structure))
    found: dict[str, list[tuple[Body, AssignmentRole]]] = {}
    for clause in structure.clauses if headers else ():
        above = [header for header in headers if header.start < clause.source_start]
        body = structure.bodies.get(clause.clause_id)
        if above and body:
            found[clause.clause_id] = list(_in_row(structure.source.text, clause, body, above[-1]))
    return found


def _headers(structure: Structure) -> Iterator[_Header]:
    for block in structure.blocks_of("heading"):
        for span in block.spans:
            cells = _cells(structure.source.text, span)
            roles = {n: role for n, cell in enumerate(cells) if (role := _role(structure.source.text, cell))}
            if len(cells) >= _FEWEST_COLUMNS and roles:
                yield _Header(span.start, len(cells), roles)


def _role(source: str, cell: Span) -> AssignmentRole | None:
    match = COLUMN.search(match_key(source[cell.start : cell.end]))
    if not match:
        return None
    return "coordinate" if match["with"] else "lead" if match["lead"] else "assigned"


def _cells(source: str, line: Span) -> list[Span]:
    """Cut a line at its tabs or bars."""
    bars = [line.start + match.start() for match in _BAR.finditer(source[line.start : line.end])]
    edges = [line.start - 1, *bars, line.end]
    return [Span(before + 1, after) for before, after in pairwise(edges)]


def _in_row(
    source: str, clause: Clause, body: MappedText, header: _Header
) -> Iterator[tuple[Body, AssignmentRole]]:
    cells = _cells(source, Span(clause.source_start, clause.source_end))
    for number, role in header.roles.items() if len(cells) == header.width else ():
        first = bisect_left(body.starts, cells[number].start)
        part = body.slice(first, bisect_left(body.starts, cells[number].end))
        shift = bisect_left(body.starts, part.starts[0]) if part else 0
        for found in bodies_at(AgencyText(part.key), 0, unknown=True).bodies if part else ():
            yield replace(found, start=found.start + shift, end=found.end + shift), role
