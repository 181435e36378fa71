"""Bodies that are told to act: «Giao Sở Y tế …», «Đề nghị …», «chỉ đạo UBND các xã», «phối hợp với …»."""

import re
from collections.abc import Iterator

from pipeline.enrich.assignments import rules, verbs
from pipeline.enrich.assignments.lists import BodyList, bodies_at, bodies_ordered
from pipeline.enrich.assignments.scene import Found, Scene, as_role
from pipeline.tables.meaning import AssignmentRole

_ROLES: dict[str, AssignmentRole] = {
    "assigned": "assigned",
    "requested": "requested",
    "instructed": "instructed",
}
_SENTENCE_BREAK = re.compile(r"(?<=[.;:!?…])\s")
_AGREED = re.compile(r"(?:^|[.;:]\s|\d\.\s)\W{0,3}(?:Thống nhất|Đồng ý|Nhất trí)(?: chủ trương)?\s$")
"""Before a word of order: a conclusion's own voice («Thống nhất giao Sở Xây dựng …»)."""
_ADVERB = re.compile(
    r"(?:(?<=[.:;!?…]\s)|^\W{0,3})(?:Đồng thời|Ngoài ra|Bên cạnh đó|Riêng|Trước mắt|Theo đó|Do đó|Vì vậy|Do vậy|Nay|Cũng|Trân trọng|Xin|Một lần nữa"
    r"|Tiếp tục|Cơ bản thống nhất)(?:,? (?:trân trọng|cũng|tiếp tục))?,?\s$"
)
"""Between the start of a sentence and a word of order: «Đồng thời giao …», «Trân trọng đề nghị …»."""
_LONGEST_OPENING = 320
_OWN_VOICES = ("chu-tich-uy-ban", "ban-thuong-vu", "thuong-truc", "thu-tuong")


def in_columns(scene: Scene) -> Iterator[Found]:
    """The cells of a table of tasks."""
    return (Found(body, role) for body, role in scene.columns)


def labelled(scene: Scene) -> Iterator[Found]:
    """«Đơn vị chủ trì: Sở Y tế. Đơn vị phối hợp: UBND các huyện.»: labels at the start of a sentence or its part."""
    key = scene.text.key
    for match in rules.LABEL.finditer(key):
        before = key[max(0, match.start() - 4) : match.start()].rstrip()
        if not before or before[-1] in ".;,(:-+":
            listed = bodies_at(scene.text, match.end(), unknown=True)
            is_lead = match["lead"] or (not match["with"] and rules.leads(key, listed.end))
            yield from as_role(
                listed.bodies, "lead" if is_lead else "coordinate" if match["with"] else "assigned"
            )


def headed(scene: Scene) -> Iterator[Found]:
    """«Trách nhiệm của Sở Y tế» as a heading; «Gửi Kho bạc Nhà nước tỉnh để thu tiền phạt»."""
    match = rules.RESPONSIBILITY.search(scene.text.key) or rules.SENDING.search(scene.text.key)
    listed = bodies_at(scene.text, match.end(), unknown=True) if match else BodyList((), 0)
    rest = scene.text.key[listed.end :]
    heads_points = scene.has_children and not rest.strip(":")
    if not rules.ABOUT.search(scene.text.key) or rest == ":" or heads_points or rules.TASK_NEXT.match(rest):
        yield from as_role(listed.bodies, "lead" if rules.leads(scene.text.key, listed.end) else "assigned")


def ordered(scene: Scene) -> Iterator[Found]:
    """«Giao …», «Đề nghị …», «Yêu cầu …»: at the start of a sentence, or said by a body named before."""
    key = scene.text.key
    spoken = False
    for match in rules.ORDER.pattern.finditer(key) if rules.ORDER.pattern else ():
        if _is_allowed(scene, match):
            continue
        said = _opens_sentence(key, match.start()) or _is_said(scene, match.start(), spoken=spoken)
        listed = bodies_ordered(scene.text, match.end())
        if not said and not _is_added(scene, match, listed):
            continue
        spoken = spoken or bool(listed.bodies)
        role = _ROLES[match.lastgroup or ""]
        if rules.IMPLEMENTATION.search(key[listed.end : listed.end + 300]):
            role = "implement"
        yield from as_role(listed.bodies, "lead" if rules.leads(key, listed.end) else role)


def _is_allowed(scene: Scene, order: re.Match[str]) -> bool:
    """Whether a point of a law says what one may ask of others: «Kiến nghị cơ quan có thẩm quyền …» among powers."""
    in_article = scene.clause.path.startswith(("art", "chap"))
    return order.start() == 0 and (
        (scene.is_power and order.lastgroup != "assigned") or (in_article and order["proposed"] is not None)
    )


def directed(scene: Scene) -> Iterator[Found]:
    """«chỉ đạo UBND các xã»: a body is put to work by another."""
    if scene.clause.role != "preamble" and not scene.looks_back:
        yield from _after(scene, rules.DIRECTION.pattern, "instructed")


def examining(scene: Scene) -> Iterator[Found]:
    """«lập dự toán gửi Sở Tài chính thẩm định»: the receiver examines."""
    key = scene.text.key
    operative = scene.clause.role != "preamble" and not scene.looks_back
    for match in rules.EXAMINED_BY.finditer(key) if operative else ():
        listed = bodies_at(scene.text, match.end())
        if rules.EXAMINING.match(key, listed.end):
            yield from as_role(listed.bodies, "assigned")


def coordinating(scene: Scene) -> Iterator[Found]:
    """«phối hợp với …»."""
    if scene.clause.role != "preamble" and not scene.looks_back:
        yield from _after(scene, rules.COORDINATION.pattern, "coordinate")


def _after(scene: Scene, pattern: re.Pattern[str] | None, role: AssignmentRole) -> Iterator[Found]:
    key = scene.text.key
    for match in pattern.finditer(key) if pattern else ():
        if match.group() == "lãnh đạo " and match.start() - 1 not in scene.text.mentions_by_end:
            continue
        listed = bodies_at(scene.text, match.end(), unknown=True)
        if match.group() == "Lãnh đạo " and not verbs.VERB_NEXT.match(key, listed.end):
            continue  # «Lãnh đạo Bộ …; cá nhân được phong tặng …»: persons, not an order
        if not rules.LOOKING_BACK.search(key[max(0, match.start() - 60) : match.start()]):
            yield from as_role(listed.bodies, role)


def _opens_sentence(key: str, start: int) -> bool:
    """Whether a word of order stands at the start of a sentence, after an opening phrase, «và giao» or a semicolon."""
    if key.endswith("(", 0, start) or _AGREED.search(key[max(0, start - 40) : start]):
        return True
    before = _ADVERB.sub("", key[max(0, start - _LONGEST_OPENING) : start]).rstrip(' “"(')
    if not before or before[-1] in ".:!?…":
        return True
    if before[-1] == "," and rules.INTRODUCING.match(_SENTENCE_BREAK.split(before)[-1]):
        return True
    return key[start] in "gp" and before.endswith((";", ",", " và", "đồng thời"))


def _is_added(scene: Scene, match: re.Match[str], listed: BodyList) -> bool:
    """«…, yêu cầu Bộ Tài chính khẩn trương phân bổ»: an order that the end of a sentence adds, unless it is retold."""
    key, start = scene.text.key, match.start()
    if not match["instructed"] or not listed.bodies or scene.clause.role == "preamble" or scene.looks_back:
        return False
    before = _SENTENCE_BREAK.split(key[max(0, start - _LONGEST_OPENING) : start])[-1]
    if not before.rstrip().endswith((",", " và", ";", "đồng thời")) or rules.RETOLD.search(before):
        return False
    return verbs.VERB_NEXT.match(key, listed.end) is not None


def _is_said(scene: Scene, start: int, *, spoken: bool) -> bool:
    """Whether a body named right before, or the document itself, says the order; after a first order, a semicolon does.

    In a preamble another body's order is retold («Tại Công văn số 123, Bộ Y tế đề nghị UBND các tỉnh …»).
    """
    key = scene.text.key
    if spoken and key.endswith(("; ", "đồng thời ", " và "), max(0, start - 10), start):
        return True
    if rules.DOCUMENT_SPEAKS.search(key[max(0, start - 40) : start]):
        return True
    if key.endswith(" cũng ", 0, start) and scene.clause.role != "preamble":
        return True  # «đồng chí Phó Bí thư cũng giao nhiệm vụ cho …»
    start -= len("thống nhất ") if key.endswith(" thống nhất ", 0, start) else 0
    speaker = scene.text.mentions_by_end.get(start - 1)
    if speaker is None or scene.clause.role != "preamble" or not scene.speakers:
        return speaker is not None
    return speaker.agency.agency_id in scene.speakers or speaker.agency.agency_id.startswith(_OWN_VOICES)
