"""Tables of tasks: a column «Đơn vị chủ trì», «Cơ quan thực hiện» says who must do what its row says.

Cells are told by the tab or bar between them in the source; the header's line gives the columns' roles. Where a
table was saved with one cell a line, a line of the row that is all names of bodies is the cell.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from pipeline.codelists.agencies import AgencyText
from pipeline.enrich.assignments.lists import Body, bodies_at
from pipeline.enrich.assignments.rules import COLUMN
from pipeline.records import Structure
from pipeline.tables import Clause
from pipeline.tables.meaning import AssignmentRole
from pipeline.text import MappedText, Span, match_key, normalise

_BAR = re.compile(r"\t|(?<!\|)\|(?!\|)")
_FEWEST_COLUMNS = 3
_HEADER_LENGTH = 120
"""Two titles of one header stand at most so many characters apart."""


@dataclass(frozen=True, slots=True)
class _Header:
    """A table's header line: where it stands, how many columns it has, and which of them name bodies.

    A header cell alone on its line has width 1: its table has one cell a line.
    """

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
            found[clause.clause_id] = list(_in_row(structure.source.text, clause, body, above))
    return found


def _roles_down(above: list[_Header]) -> list[AssignmentRole]:
    """The roles of a header whose cells stand under one another: «… / Cơ quan chủ trì / Cơ quan phối hợp / …»."""
    roles: list[AssignmentRole] = []
    for header, after in zip(reversed(above), [above[-1], *reversed(above)], strict=False):
        if header.width != 1 or after.start - header.start > _HEADER_LENGTH:
            break
        roles.insert(0, header.roles[0])
    return roles


def _headers(structure: Structure) -> Iterator[_Header]:
    for block in structure.blocks_of("heading"):
        for span in block.spans:
            cells = _cells(structure.source.text, span)
            roles = {n: role for n, cell in enumerate(cells) if (role := _role(structure.source.text, cell))}
            if roles and (len(cells) >= _FEWEST_COLUMNS or _is_alone(structure.source.text, span)):
                yield _Header(span.start, len(cells), roles)


def _is_alone(source: str, line: Span) -> bool:
    """Whether a line is no more than a column's title: «Cơ quan chủ trì», not a chapter's «Phối hợp …»."""
    text = _key(source, line)
    match = COLUMN.search(text)
    return match is not None and match.end() == len(text) and not text.isupper()


def _key(source: str, span: Span) -> str:
    return match_key(normalise(source[span.start : span.end])).strip()


def _role(source: str, cell: Span) -> AssignmentRole | None:
    match = COLUMN.search(_key(source, cell))
    if not match:
        return None
    return "coordinate" if match["with"] else "lead" if match["lead"] else "assigned"


def _cells(source: str, line: Span) -> list[Span]:
    """Cut a line at its tabs or bars."""
    bars = [line.start + match.start() for match in _BAR.finditer(source[line.start : line.end])]
    edges = [line.start - 1, *bars, line.end]
    return [Span(before + 1, after) for before, after in pairwise(edges)]


def _in_row(
    source: str, clause: Clause, body: MappedText, above: list[_Header]
) -> Iterator[tuple[Body, AssignmentRole]]:
    """Read the bodies of a row; of one with a cell a line the first that names bodies has the first role."""
    header, row = above[-1], Span(clause.source_start, clause.source_end)
    if header.width == 1:
        bodies = (list(_in_cell(body, line, "lead", whole=True)) for line in _lines(source, row)[1:])
        for role, cell in zip_longest(roles := _roles_down(above), filter(None, bodies)):
            yield from ((found, role or roles[-1]) for found, _ in cell or ())
        return
    cells = _cells(source, row)
    for number, role in header.roles.items() if len(cells) == header.width else ():
        yield from _in_cell(body, cells[number], role, whole=False)


def _lines(source: str, row: Span) -> list[Span]:
    ends = [row.start + match.start() for match in re.finditer(r"\n", source[row.start : row.end])]
    return [Span(before + 1, after) for before, after in pairwise([row.start - 1, *ends, row.end])]


def _in_cell(
    body: MappedText, cell: Span, role: AssignmentRole, *, whole: bool
) -> Iterator[tuple[Body, AssignmentRole]]:
    """Read the bodies at the start of a cell; if `whole`, only where they are all of it."""
    part = body.slice(bisect_left(body.starts, cell.start), bisect_left(body.starts, cell.end))
    if not part:
        return
    shift = bisect_left(body.starts, part.starts[0])
    listed = bodies_at(AgencyText(part.key), 0, unknown=not whole)
    for found in listed.bodies if not whole or listed.end == len(part.text) else ():
        yield replace(found, start=found.start + shift, end=found.end + shift), role
