"""Lists of bodies as they are printed: «các sở: Tài chính, Kế hoạch và Đầu tư», «Sở Y tế, Giao thông vận tải và …».

Names hold commas and «và» themselves, so the code list decides where one ends. A body that the list does not hold
is kept by its printed name where its shape is plain («Ban Quản lý rừng phòng hộ Sông Đà»).
"""

import re
from dataclasses import dataclass, replace

from pipeline.codelists.agencies import AgencyText, Mention, agency_by_id
from pipeline.codelists.agency_words import written_out
from pipeline.enrich.assignments.names import KINDS, PART, longer_name, printed_name
from pipeline.enrich.assignments.verbs import ALL_VERBS, VERBS
from pipeline.text import UPPER

_MOST_ITEMS = 40

# Words that pass on to the next item of a list: «các sở: Tài chính, Y tế», «Sở Y tế, Giao thông vận tải».
_KINDS = (
    "sở",
    "bộ",
    "ban",
    "cục",
    "chi cục",
    "phòng",
    "hội",
    "ngành",
    "đảng ủy",
    "đảng đoàn",
    "báo",
    "ủy viên",
    "thường trực hội đồng nhân dân",
    # «Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã»
    "chủ tịch ủy ban nhân dân",
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "công an",
)

# Without «các» these are common nouns: «xã, phường cách ly với xã, phường», «tại cơ quan, đơn vị».
_COMMON_NOUNS = (
    "Cơ quan, ", "Đơn vị, ", "Địa phương, ", "Tổ chức, ", "Cấp huyện", "Cấp xã", "Cấp tỉnh",
    "Huyện, ", "Quận, ", "Thị xã, ", "Thành phố, ", "Xã, ", "Phường, ", "Tỉnh, ",
)  # fmt: skip

# «HĐND, UBND tỉnh»: the unit stands once, at the end.
_UNITS = ("cap-tinh", "cap-huyen", "cap-xa", "tinh", "thanh-pho", "huyen", "quan", "thi-xa", "xa")
_COUNCIL = "hoi-dong-nhan-dan-"
_UNITLESS = {
    f"{body}{_COUNCIL}cac-cap": f"{body}{_COUNCIL}"
    for body in ("", "thuong-truc-", "cac-ban-cua-", "to-dai-bieu-", "dai-bieu-")
} | {"uy-ban-nhan-dan-cac-cap": "uy-ban-nhan-dan-"}

# «Thường trực Hội đồng nhân dân, các Ban, các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh»: the council stands once.
_OF_COUNCIL = re.compile(r"(?i)các (?:(?P<boards>ban)|(?P<groups>tổ đại biểu))(?=,|;|\svà\s)")

_KIND_OF_COUNCIL = "thường trực hội đồng nhân dân"

_SEPARATOR = re.compile(r"\s?[,;/]\s?(?:(?:và|cùng|cùng với)\s)?|\s(?:và|cùng|cùng với|hoặc)\s(?:với\s)?")

# «Bí thư các huyện ủy, thành ủy, đảng ủy trực thuộc»: the last are shared by the title, and no body of the list's own.
_SHARED_PARTY = re.compile(r"(?:,| và) đảng ủy trực thuộc(?: [Tt]ỉnh ủy| [Tt]hành ủy)?(?!\w)")
_OF_PARTY_COMMITTEES = re.compile(r"(?i)(?:ban|bí thư|thường trực|văn phòng|ủy ban kiểm tra)\s.{0,60}ủy")

# «UBND các huyện Nam Trà My, Phước Sơn:»: the names of the places after the word for them all.
_NO_PLACE = rf"(?:{KINDS}|Công an|Mặt trận|Tỉnh|Huyện|Thành|Thủ|Giám|Chủ|Cơ)"
_PLACE = rf"(?!{_NO_PLACE}\s)[{UPPER}][^\W\d_A-Z]{{1,6}}(?:\s[{UPPER}][^\W\d_A-Z]{{1,6}}){{0,3}}"
_PLACES = re.compile(
    r"(?:(?<=các huyện)|(?<=các quận)|(?<=các xã)|(?<=các tỉnh)|(?<=phường)|(?<=thị xã)|(?<=thị trấn)|(?<=thành phố))"
    rf"\s{_PLACE}(?:(?:,|\svà)\s{_PLACE}){{0,20}}(?=\s?[.;,:(]|\s?$|\s(?:{VERBS})(?!\w))"
)

# What may stand between a body and the next separator.
_MODIFIER = re.compile(
    r"(?:\s(?:đóng |đứng chân )?trên địa bàn(?: toàn)?(?: tỉnh| thành phố| huyện)?|\s(?:có )?liên quan|\scác cấp"
    rf"|\s(?:các )?(?:tỉnh|huyện|quận|xã|phường)(?:, [\w ]{{2,9}}){{1,3}}?(?: trực thuộc [Tt]rung ương)?(?=\s?[.;,]|$|\s(?:{VERBS})(?!\w))"
    rf"|(?:,?\s(?:và\s)?(?:tỉnh|huyện|quận|xã|phường|thành phố|thị xã|thị trấn)(?! (?:đội|hội|đoàn|ủy))){{1,4}}"
    rf"(?=\s?[.;,:]|\s?$|\svà\s|\s(?:{VERBS})(?!\w))"
    r"|\scác (?:tỉnh|huyện|quận|xã|phường)(?=\s?[.;,]|$)"
    r"|\s(?:thuộc, )?(?:trực )?thuộc (?:Bộ|Sở|Cục|Tổng cục|Văn phòng|Ủy ban nhân dân tỉnh|UBND tỉnh)(?=\s?[.;,:]|\svà\s|\schịu |\scó |$)"
    r"|\s(?:ven biển|biên giới|miền núi|vùng cao|hải đảo|trọng điểm|đồng bằng|có (?:biển|rừng|đê|biên giới|hồ chứa))"
    r"(?:(?:,|\svà)\s(?:ven biển|biên giới|miền núi|vùng cao|hải đảo)){0,3}"
    r"|\s(?:của|thuộc|cấp|toàn) (?:tỉnh|thành phố|huyện)|\sđịa phương|\s(?:có tên )?nêu trên|\s?\([^()]{1,160}\)){1,3}(?!\w)"
    rf"|\s?:(?:,?\s(?:và\s)?[{UPPER}]\w{{0,6}}(?:\s[{UPPER}]\w{{0,6}}){{1,3}}){{1,20}}(?!\w)"
)

# Words of a list that cannot be read as a body: nouns only, before the next separator.
_LINKS = (
    "nếu|khi|về|việc|theo|trong|tại|từ|đến|mà|nhằm|có|với|do|bằng|qua|ngày|trước|sau|đã|sẽ|đang|như|gồm|bị"
)
_NOUN = rf"(?!(?:{ALL_VERBS}|{_LINKS})(?!\w))[\w&/-]{{1,20}}"
_TAIL = re.compile(rf"(?:\s{_NOUN}){{1,8}}(?=\s?[,;]\s|\svà\s)")
_UNREAD = re.compile(rf"{_NOUN}(?:\s{_NOUN}){{0,9}}(?=\s?[,;]\s|\svà\s)")
_SOMEBODY = re.compile(rf"các\s|chủ\s|nhà\s|đồng chí\s|cấp\s|người\s|[{UPPER}]")
_MOST_UNREAD = 3

_KIND_HEADING = re.compile(
    r"(?:(?:Giám đốc|Bộ trưởng|Thủ trưởng|Trưởng|Cục trưởng|Chủ tịch|Lãnh đạo) )?(?:các )?"
    r"(?P<kind>[Ss]ở|[Bb]ộ|[Bb]an|[Cc]ục|[Cc]hi cục|[Pp]hòng|[Hh]ội)(?:,? (?:ban|ngành|sở|bộ))*\s?:\s?",
    re.IGNORECASE,
)

# The generic rows of the code list that a longer name may begin with: «Ban Chỉ đạo phát triển du lịch tỉnh».
_OPEN_NAMES = frozenset({"ban-chi-dao"})


@dataclass(frozen=True, slots=True)
class Body:
    """One body of a list: where it stands, its name, its id if the code list holds it."""

    start: int
    end: int
    name: str
    agency_id: str | None


@dataclass(frozen=True, slots=True)
class BodyList:
    """A run of bodies, and the offset at which it ends (modifiers and brackets after the last one included)."""

    bodies: tuple[Body, ...]
    end: int


def bodies_at(text: AgencyText, start: int, *, unknown: bool = False) -> BodyList:
    """Read the list of bodies that begins at an offset; empty if none does.

    `unknown` admits bodies of plain shape that the code list does not hold: right after a word of order.
    """
    bodies: list[Body] = []
    end = start
    found = _item_at(text, start, "", unknown=unknown)
    while found and len(bodies) < _MOST_ITEMS:
        body, kind = found
        bodies.append(body)
        end = _end_with_modifiers(text.key, body)
        found = _next_item(text, end, kind, unknown=unknown)
    return BodyList(_without_parent(text.key, _with_units(text.key, bodies)), end)


def bodies_ordered(text: AgencyText, start: int) -> BodyList:
    """Read the list right after a word of order; its first items may be none that can be read («yêu cầu các chủ rừng, Hạt Kiểm lâm …»)."""
    listed = bodies_at(text, start, unknown=True)
    if listed.bodies or not _SOMEBODY.match(text.key, start):
        return listed
    unread = _UNREAD.match(text.key, start)
    found = _next_item(text, unread.end(), "", unknown=True) if unread else None
    return bodies_at(text, found[0].start, unknown=True) if found else listed


def _next_item(text: AgencyText, end: int, kind: str, *, unknown: bool) -> tuple[Body, str] | None:
    """Read the next item of a list; among `unknown` bodies it may stand behind words that cannot be read, but hold no verb.

    «Ban Chỉ huy PCTT kiêm Ban Chỉ huy phòng thủ dân sự, các đơn vị chủ rừng và UBND các xã».
    """
    separator = _SEPARATOR.match(text.key, end)
    if unknown and not separator and (tail := _TAIL.match(text.key, end)):
        kind, separator = "", _SEPARATOR.match(text.key, tail.end())
    for _ in range(_MOST_UNREAD):
        found = _item_at(text, separator.end(), kind, unknown=unknown) if separator else None
        unread = _UNREAD.match(text.key, separator.end()) if unknown and separator else None
        if found or unread is None:
            return found
        kind, separator = "", _SEPARATOR.match(text.key, unread.end())
    return None


def _without_parent(key: str, bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    """Leave out the ministry that only says whose department acts: «Cục Quản lý xuất nhập cảnh, Bộ Công an trả kết quả»."""
    ministries = sum(is_ministry(body.agency_id) for body in bodies)
    is_parent = len(bodies) > 1 and ministries == 1 and is_ministry(bodies[-1].agency_id)
    is_parent = is_parent and key.startswith(", ", bodies[-2].end)
    return bodies[:-1] if is_parent and is_department(bodies[-2].name) else bodies


_NO_MINISTRIES = ("Bộ Chính trị", "Bộ Tư lệnh", "Bộ Tổng", "Bộ Chỉ huy")


def is_ministry(agency_id: str | None) -> bool:
    """Whether a row of the list is a ministry."""
    agency = agency_by_id(agency_id) if agency_id and agency_id.startswith("bo-") else None
    return agency is not None and agency.level == "central" and not agency.name.startswith(_NO_MINISTRIES)


def is_department(name: str) -> bool:
    """Whether a name is that of a part of a ministry: «Vụ Pháp chế», «Cục Quản lý xuất nhập cảnh»."""
    return name.startswith(("Cục ", "Vụ ", "Tổng cục ", "Trung tâm "))


def _end_with_modifiers(key: str, body: Body) -> int:
    shared = _SHARED_PARTY.match(key, body.end)
    if shared and _OF_PARTY_COMMITTEES.fullmatch(key, body.start, body.end):
        return shared.end()
    places = None if body.name.startswith("Các ") else _PLACES.match(key, body.end)
    modifier = places or _MODIFIER.match(key, body.end)
    return modifier.end() if modifier else body.end


def _item_at(text: AgencyText, start: int, kind: str, *, unknown: bool) -> tuple[Body, str] | None:
    """Read one item: a body, or «Giám đốc các sở:» with the first of the bodies it heads."""
    council = _OF_COUNCIL.match(text.key, start) if kind == _KIND_OF_COUNCIL else None
    if council:
        agency_id = f"{'cac-ban-cua' if council['boards'] else 'to-dai-bieu'}-{_COUNCIL}cac-cap"
        agency = agency_by_id(agency_id)
        return Body(start, council.end(), agency.name if agency else council.group(), agency_id), kind
    heading = _KIND_HEADING.match(text.key, start)
    headed = _body_at(text, heading.end(), heading["kind"].lower(), unknown=False) if heading else None
    return headed or _body_at(text, start, kind, unknown=unknown)


def _body_at(text: AgencyText, start: int, kind: str, *, unknown: bool) -> tuple[Body, str] | None:
    """Read one body, and the kind that it passes on."""
    index = text.word_at(start)
    if index is None:
        return None
    listed = _named(text.mention_at(index))
    shared = text.mention_at(index, tuple(kind.split())) if kind else None
    if shared and (listed is None or shared.end >= listed.end):
        return listed_body(shared), kind
    part = _part_at(text, start, listed)
    if part:
        return part, ""
    shape = printed_name(text.key, start) if unknown or (listed and _is_open(listed)) else None
    if shape and (listed is None or (_is_open(listed) and shape[0] > listed.end)):
        return Body(start, shape[0], written_out(shape[1]), listed.agency.agency_id if listed else None), ""
    return (_whole(text.key, listed), _kind_of(listed.agency.name)) if listed else None


def _whole(key: str, listed: Mention) -> Body:
    """Read a listed name on: «Đội Quản lý thị trường số 3» is still the list's, «Trung tâm Dịch vụ tổng hợp xã» is not."""
    longer = longer_name(key, listed.start, listed.end)
    if longer is None:
        return listed_body(listed)
    end, numbered = longer
    if numbered:
        return replace(listed_body(listed), end=end)
    return Body(listed.start, end, written_out(key[listed.start : end]), None)


def _part_at(text: AgencyText, start: int, listed: Mention | None) -> Body | None:
    """Read a part of a listed body, where the code list has no longer name: it keeps its printed name."""
    match = PART.match(text.key, start)
    index = text.word_at(match.end()) if match else None
    owner = _named(text.mention_at(index)) if index is not None else None
    if owner is None or " và các " in owner.name or (listed and listed.end >= owner.end):
        return None
    name = written_out(text.key[start : owner.end])
    return Body(start, owner.end, name, listed.agency.agency_id if listed else None)


def _is_open(mention: Mention) -> bool:
    return mention.agency.agency_id in _OPEN_NAMES


def is_common_noun(mention: Mention) -> bool:
    """Whether a mention is no name but a common noun: «cơ quan, đơn vị» without «các»."""
    return mention.name.startswith(_COMMON_NOUNS)


def _named(mention: Mention | None) -> Mention | None:
    return None if mention and is_common_noun(mention) else mention


def _with_units(key: str, bodies: list[Body]) -> tuple[Body, ...]:
    """Give a body without its unit that of the next one: in «HĐND, UBND tỉnh» the first is the province's too."""
    for n in range(len(bodies) - 2, -1, -1):
        root, next_id = _unitless(bodies[n].agency_id or ""), bodies[n + 1].agency_id or ""
        unit = next((unit for unit in _UNITS if next_id.endswith(f"-{unit}")), None)
        agency = agency_by_id(f"{root}{unit}") if root and unit else None
        if agency and not key.endswith("ác cấp", bodies[n].start, bodies[n].end):
            bodies[n] = replace(bodies[n], name=agency.name, agency_id=agency.agency_id)
    return tuple(bodies)


def _unitless(agency_id: str) -> str | None:
    """What is left of the id of a body without its unit: «Hội Liên hiệp Phụ nữ, Hội Nông dân tỉnh»."""
    if agency_id.startswith("hoi-") and agency_id.endswith("-cac-cap"):
        return _UNITLESS.get(agency_id) or agency_id.removesuffix("cac-cap")
    return _UNITLESS.get(agency_id)


def listed_body(mention: Mention) -> Body:
    """Make a body of an agency that the code list holds."""
    return Body(mention.start, mention.end, mention.name, mention.agency.agency_id)


def _kind_of(name: str) -> str:
    return next((kind for kind in _KINDS if name.lower().startswith(f"{kind} ")), "")
