"""Find who must act in each clause of a document."""

from pipeline.codelists.agencies import agency_text
from pipeline.enrich.assignments.columns import bodies_in_columns
from pipeline.enrich.assignments.orders import (
    coordinating,
    directed,
    examining,
    headed,
    in_columns,
    labelled,
    ordered,
)
from pipeline.enrich.assignments.scene import (
    Found,
    Scene,
    heads_of_powers,
    is_form_line,
    looking_back,
    scoping_clauses,
    speakers_of,
)
from pipeline.enrich.assignments.subjects import acting, done_by, implementing, named_last, opened
from pipeline.enrich.passages import quoted_spans
from pipeline.records import Structure
from pipeline.tables import Clause
from pipeline.tables.meaning import Assignment
from pipeline.text import MappedText

# In this order: where two signs find one body, the plainer one counts.
_SIGNS = (
    in_columns,
    labelled,
    headed,
    ordered,
    coordinating,
    directed,
    implementing,
    acting,
    opened,
    named_last,
    done_by,
    examining,
)


def find_assignments(structure: Structure) -> tuple[Assignment, ...]:
    """Make the rows of all clauses in reading order; `…/as1`, `…/as2` … number them through the document."""
    speakers, back = speakers_of(structure), looking_back(structure)
    columns, quoted = bodies_in_columns(structure), quoted_spans(structure)
    parents, scoping = {clause.parent_id for clause in structure.clauses}, scoping_clauses(structure)
    powers = heads_of_powers(structure)
    rows: list[Assignment] = []
    for clause in structure.clauses:
        body = structure.bodies.get(clause.clause_id)
        if not body or clause.clause_id in scoping or is_form_line(clause, body.key):
            continue
        scene = Scene(
            text=agency_text(body.key), clause=clause, has_children=clause.clause_id in parents, speakers=speakers,
            looks_back=clause.clause_id in back, columns=columns.get(clause.clause_id, []), quoted=quoted.get(clause.clause_id, []),
            is_power=clause.parent_id in powers,
        )  # fmt: skip
        rows += [_row(clause, body, found, n) for n, found in enumerate(_in_clause(scene), len(rows) + 1)]
    return tuple(rows)


def _in_clause(scene: Scene) -> list[Found]:
    """Gather a clause's bodies, in order, each once in a role."""
    found: list[Found] = []
    taken = bytearray(len(scene.text.key))
    for start, end in scene.quoted:
        taken[start:end] = b"\1" * (end - start)
    for sign in _SIGNS:
        for item in sign(scene):
            place = slice(item.body.start, item.body.end)
            if not any(taken[place]):
                taken[place] = b"\1" * (item.body.end - item.body.start)
                found.append(item)
    once: dict[tuple[str, str], Found] = {}
    for item in sorted(found, key=lambda item: item.body.start):
        once.setdefault((item.body.name, item.role), item)
    return list(once.values())


def _row(clause: Clause, body: MappedText, found: Found, number: int) -> Assignment:
    start, end = body.source_span(found.body.start, found.body.end)
    return Assignment(
        assignment_id=f"{clause.directive_id}/as{number}", clause_id=clause.clause_id,
        directive_id=clause.directive_id, agency=found.body.name, agency_id=found.body.agency_id, role=found.role,
        text=body.text[found.body.start : found.body.end], source_start=start, source_end=end,
    )  # fmt: skip
