"""Find who must act in each clause of a document."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.codelists.agencies import AgencyText, agencies_in
from pipeline.enrich.assignments import rules
from pipeline.enrich.assignments.columns import bodies_in_columns
from pipeline.enrich.assignments.lists import Body, BodyList, bodies_at, is_common_noun, listed_body
from pipeline.enrich.assignments.quotes import quoted_spans
from pipeline.records import Structure
from pipeline.tables import Clause
from pipeline.tables.meaning import Assignment, AssignmentRole
from pipeline.text import MappedText

_SENTENCE = re.compile(r"(?:^|(?<=[.;:!?…])\s|(?<=\.\.\.)\s|^\W{1,3})(?=\w)")
_BEFORE_BODY = re.compile(r"[,;] (?:đồng chí )?$")
_ROLES: dict[str, AssignmentRole] = {
    "assigned": "assigned",
    "requested": "requested",
    "instructed": "instructed",
}
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
_OWN_VOICES = ("chu-tich-uy-ban", "ban-thuong-vu", "thuong-truc", "thu-tuong")
_HEADING_TAIL = re.compile(r"\W{0,3}$")


@dataclass(frozen=True, slots=True)
class _Found:
    """A body and its role in a clause."""

    body: Body
    role: AssignmentRole


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a clause is read with: its text, its place, who speaks, and whether it tells what was done."""

    text: AgencyText
    clause: Clause
    has_children: bool
    speakers: frozenset[str]
    looks_back: bool
    columns: list[tuple[Body, AssignmentRole]]
    quoted: list[tuple[int, int]]


def find_assignments(structure: Structure) -> tuple[Assignment, ...]:
    """Make the rows of all clauses in reading order; `…/as1`, `…/as2` … number them through the document."""
    speakers, reporting = _speakers(structure), _is_reporting(structure)
    ahead = _forward(structure) if reporting else frozenset()
    columns, quoted = bodies_in_columns(structure), quoted_spans(structure)
    parents = {clause.parent_id for clause in structure.clauses}
    rows: list[Assignment] = []
    for clause in structure.clauses:
        body = structure.bodies.get(clause.clause_id)
        if not body:
            continue
        looks_back = reporting and clause.clause_id not in ahead
        scene = _Scene(
            text=AgencyText(body.key), clause=clause, has_children=clause.clause_id in parents, speakers=speakers,
            looks_back=looks_back, columns=columns.get(clause.clause_id, []), quoted=quoted.get(clause.clause_id, []),
        )  # fmt: skip
        rows += [_row(clause, body, found, n) for n, found in enumerate(_in_clause(scene), len(rows) + 1)]
    return tuple(rows)


def _speakers(structure: Structure) -> frozenset[str]:
    """Collect the bodies of the heading: what they say they do is no assignment."""
    lines = (block.text.key for block in structure.blocks_of("heading"))
    heading = " ".join(line for line in lines if "ĐẾN" not in line)  # a receiver's stamp beside the heading
    found = {mention.agency.agency_id for mention in agencies_in(heading)}
    return frozenset(found.union(*(_VOICES.get(agency_id, ()) for agency_id in found)))


def _is_reporting(structure: Structure) -> bool:
    blocks = structure.blocks_of("heading", "title")
    return any(rules.REPORTING.match(block.text.key) for block in blocks)


def _forward(structure: Structure) -> frozenset[str]:
    """Collect the clauses of a report that look ahead: under «Nhiệm vụ», «Tổ chức thực hiện» and the like."""
    ahead: set[str] = set()
    for clause in structure.clauses:
        body = structure.bodies.get(clause.clause_id)
        if clause.parent_id in ahead or (body and rules.FORWARD.search(body.key[:160])):
            ahead.add(clause.clause_id)
    return frozenset(ahead)


def _in_clause(scene: _Scene) -> list[_Found]:
    """Gather a clause's bodies, in order, each once in a role; where signs overlap, the plainer one counts."""
    found: list[_Found] = []
    taken = bytearray(len(scene.text.key))
    for start, end in scene.quoted:
        taken[start:end] = b"\1" * (end - start)
    for sign in (_in_columns, _headed, _ordered, _coordinating, _directed, _acting, _named_last):
        for item in sign(scene):
            place = slice(item.body.start, item.body.end)
            if not any(taken[place]):
                taken[place] = b"\1" * (item.body.end - item.body.start)
                found.append(item)
    once: dict[tuple[str, str], _Found] = {}
    for item in sorted(found, key=lambda item: item.body.start):
        once.setdefault((item.body.name, item.role), item)
    return list(once.values())


def _in_columns(scene: _Scene) -> Iterator[_Found]:
    """The cells of a table of tasks."""
    return (_Found(body, role) for body, role in scene.columns)


def _headed(scene: _Scene) -> Iterator[_Found]:
    """«Trách nhiệm của Sở Y tế» as a heading; «Gửi Kho bạc Nhà nước tỉnh để thu tiền phạt»."""
    match = rules.RESPONSIBILITY.search(scene.text.key) or rules.SENDING.search(scene.text.key)
    listed = bodies_at(scene.text, match.end(), unknown=True) if match else BodyList((), 0)
    is_heading = scene.text.key.endswith(":", listed.end)
    if is_heading or not rules.ABOUT.search(scene.text.key):
        yield from _as(listed.bodies, "assigned")


def _ordered(scene: _Scene) -> Iterator[_Found]:
    """«Giao …», «Đề nghị …», «Yêu cầu …»: at the start of a sentence, or said by a body named before."""
    key = scene.text.key
    spoken = False
    for match in rules.ORDER.pattern.finditer(key) if rules.ORDER.pattern else ():
        if not (_opens_sentence(key, match.start()) or _is_said(scene, match.start(), spoken=spoken)):
            continue
        listed = bodies_at(scene.text, match.end(), unknown=True)
        spoken = spoken or bool(listed.bodies)
        role = _ROLES[match.lastgroup or ""]
        yield from _as(listed.bodies, "lead" if _leads(key, listed.end) else role)


def _acting(scene: _Scene) -> Iterator[_Found]:
    """A body that opens a sentence of the operative part and acts in it."""
    if scene.clause.role == "preamble":
        return
    for match in _SENTENCE.finditer(scene.text.key):
        if rules.LEADERSHIP.match(scene.text.key, match.end()):
            continue
        listed = bodies_at(scene.text, _after_lead_in(scene.text.key, match.end()))
        if listed.bodies and _acts(scene, listed, first=match.start() == 0):
            yield from _as(listed.bodies, "lead" if _leads(scene.text.key, listed.end) else "assigned")


def _named_last(scene: _Scene) -> Iterator[_Found]:
    """Bodies right before «chủ trì», «có trách nhiệm»: «Căn cứ hướng dẫn của Bộ Y tế, Sở Y tế chủ trì …»."""
    key = scene.text.key
    for duty in rules.DUTY.finditer(key) if scene.clause.role != "preamble" else ():
        ends = scene.text.mentions_by_end
        mention = ends.get(duty.start())
        before = ends.get(mention.start - len(" và ")) if mention else None
        if before and key.startswith(" và ", before.end):
            pair = [before, mention] if _follows_comma(key, before.start) else []
        else:
            pair = [mention] if mention and _follows_comma(key, mention.start) else []
        bodies = [listed_body(one) for one in pair if one and not is_common_noun(one)]
        yield from _as(bodies, "lead" if duty["lead"] else "assigned")


def _follows_comma(key: str, start: int) -> bool:
    return _BEFORE_BODY.search(key[max(0, start - 12) : start]) is not None


def _directed(scene: _Scene) -> Iterator[_Found]:
    """«chỉ đạo UBND các xã»: a body is put to work by another."""
    if scene.clause.role != "preamble" and not scene.looks_back:
        yield from _after(scene, rules.DIRECTION.pattern, "instructed")


def _coordinating(scene: _Scene) -> Iterator[_Found]:
    """«phối hợp với …»."""
    if scene.clause.role != "preamble" and not scene.looks_back:
        yield from _after(scene, rules.COORDINATION.pattern, "coordinate")


def _after(scene: _Scene, pattern: re.Pattern[str] | None, role: AssignmentRole) -> Iterator[_Found]:
    key = scene.text.key
    for match in pattern.finditer(key) if pattern else ():
        if match.group() == "lãnh đạo " and match.start() - 1 not in scene.text.mentions_by_end:
            continue
        if not rules.LOOKING_BACK.search(key[max(0, match.start() - 60) : match.start()]):
            yield from _as(bodies_at(scene.text, match.end(), unknown=True).bodies, role)


def _as(bodies: Iterable[Body], role: AssignmentRole) -> Iterator[_Found]:
    return (_Found(body, role) for body in bodies)


def _leads(key: str, end: int) -> bool:
    return rules.LEADING.search(key[end : end + 80]) is not None


def _opens_sentence(key: str, start: int) -> bool:
    """Whether a word of order stands at the start of a sentence, after «và giao», or after a semicolon."""
    before = key[max(0, start - 20) : start].rstrip(' “"(')
    if not before or before[-1] in ".:!?…":
        return True
    return key[start] in "gp" and before.endswith((";", ",", " và", "đồng thời"))


def _is_said(scene: _Scene, start: int, *, spoken: bool) -> bool:
    """Whether a body named right before says the order; after a first order, a semicolon is enough.

    In a preamble another body's order is retold («Tại Công văn số 123, Bộ Y tế đề nghị UBND các tỉnh …»).
    """
    key = scene.text.key
    if spoken and key.endswith(("; ", "đồng thời "), max(0, start - 10), start):
        return True
    speaker = scene.text.mentions_by_end.get(start - 1)
    if speaker is None or scene.clause.role != "preamble" or not scene.speakers:
        return speaker is not None
    return speaker.agency.agency_id in scene.speakers or speaker.agency.agency_id.startswith(_OWN_VOICES)


def _after_lead_in(key: str, start: int) -> int:
    match = rules.LEAD_IN.match(key[start : start + 40])
    return start + match.end() if match else start


def _acts(scene: _Scene, listed: BodyList, *, first: bool) -> bool:
    """Judge whether the bodies that open a sentence act in it."""
    key = scene.text.key
    rest = re.split(r"[;.]\s", key[listed.end : listed.end + 400], maxsplit=1)[0]
    if _HEADING_TAIL.fullmatch(rest):
        is_whole = first and _HEADING_TAIL.fullmatch(key[listed.end :]) is not None
        return is_whole and not key.endswith((".", ";", ",")) and (scene.has_children or key.endswith(":"))
    if scene.looks_back or (len(listed.bodies) == 1 and listed.bodies[0].agency_id in scene.speakers):
        return rules.STRICT.search(rest) is not None
    capitals = key[listed.bodies[0].start : listed.end].isupper()
    if capitals or rules.SPEAKING.search(rest) or not rules.SUBJECT.search(rest):
        return False
    retold = rules.RETOLD.search(rest)
    if retold or rules.DESCRIBING.search(rest):
        return rules.OBLIGED.search(rest, 0, retold.start() if retold else len(rest)) is not None
    return True


def _row(clause: Clause, body: MappedText, found: _Found, number: int) -> Assignment:
    start, end = body.source_span(found.body.start, found.body.end)
    return Assignment(
        assignment_id=f"{clause.directive_id}/as{number}", clause_id=clause.clause_id,
        directive_id=clause.directive_id, agency=found.body.name, agency_id=found.body.agency_id, role=found.role,
        text=body.text[found.body.start : found.body.end], source_start=start, source_end=end,
    )  # fmt: skip
