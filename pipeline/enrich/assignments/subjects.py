"""Bodies that act as the subject of a sentence: «Sở Y tế rà soát …», «Trong thời hạn 15 ngày, UBND cấp tỉnh gửi …»."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from pipeline.codelists.agencies import Mention
from pipeline.enrich.assignments import rules, verbs
from pipeline.enrich.assignments.lists import (
    BodyList,
    bodies_at,
    is_common_noun,
    is_department,
    is_ministry,
    listed_body,
)
from pipeline.enrich.assignments.scene import Found, Scene, as_role
from pipeline.tables.meaning import AssignmentRole
from pipeline.text import UPPER

_FIRST_SENTENCE = re.compile(r"\W{0,3}(?=\w)")
_NEXT_SENTENCE = re.compile(r"[.;:!?…]\s(?=\w)")
_SENTENCE_END = re.compile(r"[;.]\s")
_BEFORE_BODY = re.compile(r"(?:[,;] (?:đồng chí )?|(?<!\w)thì )$")
_BY = re.compile(r"(?<!\w)[Dd]o $")
_JOINTS = (", ", " và ", " hoặc ", "; ")
_MOST_IN_RUN = 20
_STOP = re.compile(r"[.:]\s")
_PARTS = re.compile(r"[,;]\s(?:và\s)?|\svà\s")
_AFTER_TIME = re.compile(r"(?<!\w)(?:năm|tháng|quý|tuần|ngày|\d{1,4})\s$")
_PASSIVE = re.compile(
    r"(?<!\w)(?:được|(?<!hiết )(?<!huẩn )(?<!rang )bị|mà|do)\s[^,;]{0,80},\s(?:đồng chí )?$"
)
"""Before a body: the last part of the sentence says by whom something is done, and the body may be the second of them."""
_PROPOSED = re.compile(
    r"(?<!\w)(?:đề xuất|đề nghị|báo cáo|hồ sơ|kiến nghị|tờ trình|văn bản|nhu cầu|ý kiến|kết quả|đơn|số liệu)(?!\w)[^,;]{0,60}\scủa $"
)
"""Before a body: it only proposes, and the next one acts; those whose orders are followed stand in one list («Theo chỉ đạo của Chính phủ, …»)."""
_COMMA = re.compile(rf",\s(?=[{UPPER}])")
_HEADING_TAIL = re.compile(r"\W{0,3}$")
_LONGEST_SENTENCE = 400


def acting(scene: Scene) -> Iterator[Found]:
    """A body that opens a sentence of the operative part and acts in it."""
    if scene.clause.role == "preamble":
        return
    for match in _sentences(scene.text.key):
        if rules.LEADERSHIP.match(scene.text.key, match.end()):
            continue
        listed = bodies_at(scene.text, _after_lead_in(scene.text.key, match.end()), unknown=True)
        if listed.bodies and _acts(scene, listed, first=match.start() == 0):
            role = _role(scene.text.key, listed.end)
            carried = _carried(scene.text.key, match.start()) if role == "assigned" else None
            yield from as_role(listed.bodies, carried or role)


def _carried(key: str, semicolon: int) -> AssignmentRole | None:
    """Tell what order a semicolon carries on: in «Đề nghị Sở Y tế cử bác sĩ; Tỉnh đoàn lập danh sách» both are asked."""
    if not key.startswith(";", semicolon):
        return None
    before = _STOP.split(key[max(0, semicolon - _LONGEST_SENTENCE) : semicolon])[-1]
    order = rules.ORDER.pattern.match(before) if rules.ORDER.pattern else None
    return "requested" if order and order["requested"] else None


def _sentences(key: str) -> Iterator[re.Match[str]]:
    """What stands before the first letter of each sentence; of the first it begins at 0."""
    first = _FIRST_SENTENCE.match(key)
    if first:
        yield first
    yield from _NEXT_SENTENCE.finditer(key, first.end() if first else 0)


def opened(scene: Scene) -> Iterator[Found]:
    """A body that acts behind a comma: after an opening phrase, or as the subject of the sentence's next part.

    «Trong thời hạn 15 ngày kể từ …, UBND cấp tỉnh gửi hồ sơ»; «Sở Công Thương theo dõi thị trường, Cục Quản lý thị
    trường kiểm tra»; «Định kỳ 6 tháng Sở Tài chính báo cáo».
    """
    key = scene.text.key
    for match in _sentences(key) if scene.clause.role != "preamble" and not scene.looks_back else ():
        start, end = match.end(), _sentence_end(key, match.end())
        opening = rules.OPENING.pattern.match(key, start) if rules.OPENING.pattern else None
        if opening is None and not _COMMA.search(key, start, end):
            continue  # without an opening phrase the subject is a name behind a comma
        for mention in _behind_commas(scene, start, end, opening):
            listed = bodies_at(scene.text, mention.start)
            if _goes_on_to_act(scene, listed, start, opening):
                yield from as_role(listed.bodies, _role(key, listed.end))
        unlisted = _first_unlisted(scene, start) if opening and not opening["condition"] else None
        if unlisted:
            yield from as_role(unlisted.bodies, _role(key, unlisted.end))


def _goes_on_to_act(scene: Scene, listed: BodyList, start: int, opening: re.Match[str] | None) -> bool:
    """Judge whether listed bodies behind a comma are a subject: a verb follows, and the sentence tells nothing done."""
    key = scene.text.key
    if not listed.bodies or not verbs.ACTS_NEXT.match(key, listed.end):
        return False
    if rules.RETELLING.match(key, listed.end):
        return False
    if opening is None and not key[listed.bodies[0].start].isupper():
        return False  # «cấp ủy lãnh đạo toàn diện, chính quyền tổ chức thực hiện»: a principle
    if not (opening and opening["limit"]) and listed.bodies[0].agency_id in scene.speakers:
        return False
    if opening is None and rules.RETOLD.search(key, start, listed.bodies[0].start):
        return False
    rest = key[listed.end : _sentence_end(key, listed.end)]
    retold = rules.RETOLD.search(rest)  # «Năm 2022, Sở Y tế tiếp nhận 300 đơn, đã giải quyết 298 đơn»
    if opening is None and retold and not rules.OBLIGED.search(rest, 0, retold.start()):
        return False
    return rules.SUBJECT.search(rest) is not None


def _behind_commas(scene: Scene, start: int, end: int, opening: re.Match[str] | None) -> Iterator[Mention]:
    """Give each body of a sentence that stands behind a comma, «thì» or a time, and is no item of another's list.

    Of «Trên cơ sở đề xuất của các địa phương, Sở Y tế tổng hợp» the second body is the subject, not the second of a list.
    """
    key, mentions = scene.text.key, scene.text.mentions
    first = bisect_right(mentions, start, key=attrgetter("start"))
    last = bisect_left(mentions, end, key=attrgetter("start"))
    limited = opening is not None and opening["limit"] is not None
    for mention in mentions[first:last]:
        if limited and _AFTER_TIME.search(key, max(start, mention.start - 8), mention.start):
            yield mention
        if not _follows_comma(key, mention.start) or is_common_noun(mention):
            continue
        before = scene.text.mentions_by_end.get(mention.start - len(", "))
        if before is None:
            if opening or not _PASSIVE.search(key, max(start, mention.start - 90), mention.start):
                yield mention
        elif is_ministry(mention.agency.agency_id) and is_department(before.name):
            continue
        elif limited or (opening and _PROPOSED.search(key, max(start, before.start - 90), before.start)):
            yield mention


def _first_unlisted(scene: Scene, start: int) -> BodyList | None:
    """Find the first bodies that no list holds, behind a comma with a verb after them: «Khi có bão, Ban Quản lý cảng X cấm tàu»."""
    key = scene.text.key
    for comma in _COMMA.finditer(key, start, _sentence_end(key, start)):
        listed = bodies_at(scene.text, comma.end(), unknown=True)
        if listed.bodies and not _is_listed(listed) and verbs.VERB_NEXT.match(key, listed.end):
            return listed
    return None


def named_last(scene: Scene) -> Iterator[Found]:
    """Bodies right before «chủ trì», «có trách nhiệm»: «Căn cứ hướng dẫn của Bộ Y tế, Sở Y tế chủ trì …»."""
    key = scene.text.key
    for duty in rules.DUTY.finditer(key) if scene.clause.role != "preamble" else ():
        place = rules.WHERE.search(key, max(0, duty.start() - 130), duty.start())
        run = _run_to(scene, place.start() if place else duty.start())
        described = (
            duty["lead"] and run and key.endswith("do ", 0, run[0].start)
        )  # «hội nghị do Thanh tra tỉnh chủ trì»
        bodies = [listed_body(one) for one in run if not described and not is_common_noun(one)]
        yield from as_role(bodies, "lead" if duty["lead"] else _role(key, duty.start()))


def done_by(scene: Scene) -> Iterator[Found]:
    """«Việc kiểm tra do Sở Y tế chủ trì, Công an tỉnh phối hợp», «… (Sở Y tế thực hiện)»: those by whom the work is done."""
    key = scene.text.key
    for match in (
        rules.AGENT.finditer(key) if scene.clause.role != "preamble" and not scene.looks_back else ()
    ):
        acts = rules.AGENT_ACTS if match["bracket"] else verbs.ACTS_NEXT
        for start in [
            match.end(),
            *(comma.end() for comma in _COMMA.finditer(key, match.end(), _sentence_end(key, match.end()))),
        ]:
            listed = bodies_at(scene.text, start, unknown=True)
            if listed.bodies and acts.match(key, listed.end) and not rules.DECIDES.match(key, listed.end):
                yield from as_role(listed.bodies, _role(key, listed.end))
            if match["bracket"]:
                break


def _run_to(scene: Scene, end: int) -> list[Mention]:
    """Collect the listed bodies that end at an offset, back to the first that stands behind a comma, «thì» or «do»."""
    key, ends = scene.text.key, scene.text.mentions_by_end
    run: list[Mention] = []
    mention = ends.get(end)
    while mention and len(run) < _MOST_IN_RUN:
        run.insert(0, mention)
        joints = (
            ends.get(mention.start - len(joint)) for joint in _JOINTS if key.endswith(joint, 0, mention.start)
        )
        mention = next((before for before in joints if before), None)
    while run and not (_follows_comma(key, run[0].start) or _BY.search(key, run[0].start - 3, run[0].start)):
        run.pop(0)
    return run


def implementing(scene: Scene) -> Iterator[Found]:
    """All bodies of «…, …; … và … chịu trách nhiệm thi hành Quyết định này», also after one that no list knows."""
    key = scene.text.key
    formula = rules.CARRYING_OUT.search(key) if scene.clause.role != "preamble" else None
    if not formula:
        return
    begin = max((match.end() for match in _STOP.finditer(key, 0, formula.start())), default=0)
    if rules.OTHER_WORK.search(key, begin, formula.start()):
        return
    at = begin
    for start in [begin, *(match.end() for match in _PARTS.finditer(key, begin, formula.start()))]:
        lead_in = _after_lead_in(key, start)
        listed = bodies_at(scene.text, lead_in, unknown=True) if start >= at else None
        if listed and listed.bodies:
            at = listed.end
            yield from as_role(listed.bodies, "implement")


def _role(key: str, end: int) -> AssignmentRole:
    """Tell from what follows the subject whether it leads, carries out the document, helps, or simply acts."""
    if rules.leads(key, end):
        return "lead"
    rest = key[end : end + 300]
    if rules.IMPLEMENTATION.search(rest) or rules.FORMULA.match(key, end):
        return "implement"
    return "coordinate" if rules.HELPING.match(rest) else "assigned"


def _follows_comma(key: str, start: int) -> bool:
    return _BEFORE_BODY.search(key[max(0, start - 12) : start]) is not None


def _after_lead_in(key: str, start: int) -> int:
    match = rules.LEAD_IN.match(key[start : start + 40])
    return start + match.end() if match else start


def _sentence_end(key: str, start: int) -> int:
    match = _SENTENCE_END.search(key, start, start + _LONGEST_SENTENCE)
    return match.start() if match else min(len(key), start + _LONGEST_SENTENCE)


def _acts(scene: Scene, listed: BodyList, *, first: bool) -> bool:
    """Judge whether the bodies that open a sentence act in it."""
    key = scene.text.key
    if rules.FORMULA.match(key, listed.end) and any(body.agency_id for body in listed.bodies):
        return True
    if rules.ENACTING.match(key, listed.end):
        return False
    rest = key[listed.end : _sentence_end(key, listed.end)]
    if _HEADING_TAIL.fullmatch(rest):
        return first and not scene.looks_back and _is_heading(scene, listed)
    if not _is_listed(listed) and not (verbs.VERB_NEXT.match(rest) or rules.TASK_NEXT.match(rest)):
        return False
    if scene.looks_back or (len(listed.bodies) == 1 and listed.bodies[0].agency_id in scene.speakers):
        return rules.STRICT.search(rest) is not None
    if verbs.RIGHT_NEXT.match(rest):
        return False
    capitals = key[listed.bodies[0].start : listed.end].isupper()
    if capitals or rules.SPEAKING.search(rest) or not rules.SUBJECT.search(rest):
        return False
    names_task = first and rest.startswith(":")  # «Bí thư Tỉnh ủy: ít nhất 01 ngày trong 01 tháng.»
    if not names_task and not verbs.ACTING.search(key, listed.end, listed.end + _LONGEST_SENTENCE):
        return False
    retold = rules.RETOLD.search(rest)
    if retold or rules.DESCRIBING.search(rest):
        return rules.OBLIGED.search(rest, 0, retold.start() if retold else len(rest)) is not None
    return True


def _is_heading(scene: Scene, listed: BodyList) -> bool:
    """Whether the bodies are a whole clause, with a colon or points under it; «Điều 5. Ban Kiểm soát» may only describe."""
    key = scene.text.key
    if not _HEADING_TAIL.fullmatch(key, listed.end) or key.endswith((".", ";", ",")):
        return False
    if scene.clause.kind == "chapter":
        return False  # «Chương V. CƠ QUAN ĐẠI DIỆN VIỆT NAM Ở NƯỚC NGOÀI» says what the chapter is about
    if "/" in key[listed.bodies[0].start : listed.end] and not scene.has_children:
        return False  # «Xã/Phường/Thị trấn:» is a field of a form
    if scene.clause.role == "annex" and not (_is_listed(listed) or key.endswith(":")):
        return False  # «Tổ hợp tác phi nông nghiệp 03» is an entry of a table
    heads_points = scene.has_children and (_is_listed(listed) or scene.clause.kind != "article")
    return key.endswith(":") or heads_points


def _is_listed(found: BodyList) -> bool:
    """Whether the code list holds the first body: an unlisted one, of plain shape, needs a verb right after it."""
    return found.bodies[0].agency_id is not None
