"""What a clause is read with: its text and place, who speaks in the document, and whether it tells what was done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.codelists.agencies import AgencyText, agencies_in
from pipeline.enrich.assignments import rules
from pipeline.enrich.assignments.lists import Body
from pipeline.records import Structure
from pipeline.tables import Clause
from pipeline.tables.meaning import AssignmentRole

_COMMITTEES = tuple(f"uy-ban-nhan-dan-{unit}" for unit in ("tinh", "thanh-pho", "huyen", "xa"))
# Who speaks for the body of a heading.
_VOICES: dict[str, tuple[str, ...]] = {
    "uy-ban-nhan-dan-cac-cap": (*_COMMITTEES, *(f"chu-tich-{agency_id}" for agency_id in _COMMITTEES)),
    **{agency_id: (f"chu-tich-{agency_id}",) for agency_id in _COMMITTEES},
    "tinh-uy": ("ban-thuong-vu-tinh-uy", "ban-chap-hanh-dang-bo-tinh"),
    "thanh-uy": ("ban-thuong-vu-thanh-uy",),
    "huyen-uy": ("ban-thuong-vu-huyen-uy",),
    "chinh-phu": ("thu-tuong-chinh-phu",),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A body and its role in a clause."""

    body: Body
    role: AssignmentRole


@dataclass(frozen=True, slots=True)
class Scene:
    """One clause as it is read; `columns` are its cells in a table of tasks, `quoted` its stretches in quotation marks.

    `is_power`: it stands in a list of powers («có các quyền sau đây:»).
    """

    text: AgencyText
    clause: Clause
    has_children: bool
    speakers: frozenset[str]
    looks_back: bool
    columns: list[tuple[Body, AssignmentRole]]
    quoted: list[tuple[int, int]]
    is_power: bool = False


def as_role(bodies: Iterable[Body], role: AssignmentRole) -> Iterator[Found]:
    """Give each body the same role."""
    return (Found(body, role) for body in bodies)


def speakers_of(structure: Structure) -> frozenset[str]:
    """Collect the bodies of the heading: what they say they do is no assignment."""
    lines = (block.text.key for block in structure.blocks_of("heading"))
    heading = " ".join(line for line in lines if "ĐẾN" not in line)  # a receiver's stamp beside the heading
    found = {mention.agency.agency_id for mention in agencies_in(heading)}
    return frozenset(found.union(*(_VOICES.get(agency_id, ()) for agency_id in found)))


def is_reporting(structure: Structure) -> bool:
    """Whether the document is of a type that tells what was done: a report, a submission."""
    blocks = structure.blocks_of("heading", "title")
    return any(rules.REPORTING.match(block.text.key) for block in blocks)


def scoping_clauses(structure: Structure) -> frozenset[str]:
    """Collect the clauses that say to whom the document applies and what its words mean, with what stands under them."""
    scoping: set[str] = set()
    for clause in structure.clauses:
        body = structure.bodies.get(clause.clause_id)
        if clause.parent_id in scoping or (body and rules.SCOPE.match(body.key)):
            scoping.add(clause.clause_id)
    return frozenset(scoping)


def heads_of_powers(structure: Structure) -> frozenset[str]:
    """Collect the clauses that head a list of powers: «Người khai hải quan có quyền:»."""
    bodies = structure.bodies.items()
    return frozenset(
        clause_id for clause_id, body in bodies if "uyền" in body.key and rules.POWERS.search(body.key)
    )


def is_form_line(clause: Clause, key: str) -> bool:
    """Whether a line of an annex has blanks to be filled in."""
    return clause.role == "annex" and rules.BLANKS.search(key) is not None


def looking_back(structure: Structure) -> frozenset[str]:
    """Collect the clauses that tell what was done: of a report all but its tasks, of others what stands under «Kết quả …»."""
    reporting, parents = is_reporting(structure), {clause.parent_id for clause in structure.clauses}
    back: set[str] = set()
    for clause in structure.clauses:
        body = structure.bodies.get(clause.clause_id)
        key = body.key[:160] if body else ""
        looks_back = clause.parent_id in back or (reporting and not clause.parent_id)
        if clause.clause_id in parents and rules.RESULTS.fullmatch(key):
            looks_back = True
        elif rules.FORWARD.search(key) if reporting else rules.FORWARD.match(key):
            looks_back = False
        if looks_back:
            back.add(clause.clause_id)
    return frozenset(back)
