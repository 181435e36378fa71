"""Two columns that a conversion set on one line: the distribution list with the signature beside it.

«Nơi nhận: KT. BỘ TRƯỞNG», «- Như trên; THỨ TRƯỞNG», «- Lưu: VT, DP. Đỗ Xuân Tùng».
"""

import re

from pipeline import landmarks
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.signatories import office_named, opens_signature, person_name
from pipeline.structure.pieces import split_line
from pipeline.text import LOWER, UPPER

_WIDE = re.compile("[ \u00a0\t](?:(?<=\t)|[ \u00a0]{2})")
_GAP = re.compile(r"\w[^\w\s]{0,3}(?:[ \u00a0]{3,}|\t+)(?=\S)")
"""Words stand left of the gap: a bullet alone, «-⇥Lưu VP.», is no column."""
_OFFICE_LAST = re.compile(
    r"\s(?=(?:(?:KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s?)?(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHỦ NHIỆM|TRƯỞNG BAN"
    r"|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|THỦ TƯỚNG)(?: THƯỜNG TRỰC)?$)"
)
_LAST_ITEM = re.compile(r"^\W{0,3}Lưu")
_JOINT = re.compile(rf"[;,.:}})]\s(?=[{UPPER}(])")


def split_columns(source: str, line: Line, *, opened: bool = False) -> tuple[Line, ...]:
    """The line as it stands, or cut in two before what belongs to the signature.

    `opened` tells that an office has stood right of the list already: a name may follow, «- UBND các xã; Lê Văn An».
    """
    at = _gap(source, line) or _joint(line, opened=opened)
    return split_line(source, line, at) if at else (line,)


def _gap(source: str, line: Line) -> int | None:
    """A wide gap in the source with a signature's line right of it."""
    for match in _GAP.finditer(source, *line.span) if _WIDE.search(source, *line.span) else ():
        at = next((i for i, start in enumerate(line.text.starts) if start >= match.end()), None)
        if at and (_is_office(line.key[at:]) or person_name(line.key[at:])):
            return at
    return None


def _joint(line: Line, *, opened: bool) -> int | None:
    """The end of the left column's item with a signature's line right of it."""
    office = _OFFICE_LAST.search(line.key)
    if office and not is_capitals(line.key[: office.start()]):
        return office.end()
    for match in _JOINT.finditer(line.key):
        left, right = line.key[: match.start() + 1], line.key[match.end() :]
        named = (opened and left[-1] in ";.)}") or (left.endswith(".") and _LAST_ITEM.match(left))
        if _is_office(right) or (named and person_name(right)):
            return match.end()
    return None


def _is_office(key: str) -> bool:
    """A line of the signature that no recipient's name can be: «TM. …», «PHÓ CHỦ TỊCH», «(Đã ký)»."""
    mark = landmarks.SIGNED_FOR.search(key)
    if mark and mark.start("mark") == 0:
        return True
    return bool(landmarks.OFFICE_TITLE.search(key) or landmarks.SIGNED.search(key))


_SIGNED_INSIDE = re.compile(
    r"(?i)\s(?=\(?\s?đã k[ýí](?: và đóng dấu)?\s?\)?)|(?<=đã k[ýí]\))\s|(?<=đã k[ýí] \))\s|(?<=đóng dấu\))\s"
)
_NAME_SIGNED = re.compile(rf"^[{UPPER}][^(;,.]{{4,40}} (?P<signed>\((?i:đã ký)\))$")
_OFFICE_INSIDE = re.compile(r"\s(?=PHÓ |THỨ TRƯỞNG|ỦY VIÊN )")
_OFFICES_ALONE = re.compile(
    rf"^\W{{0,3}}(?:(?P<head>[{UPPER}]{{2,8}} [{UPPER}]{{2,8}}) (?:PHÓ (?P=head)|THỨ TRƯỞNG)$"
    rf"|[{UPPER} ,]{{6,60}} \(?\s?(?i:đã k[ýí])\b)"
)
"""Offices without a signing mark: «THỐNG ĐỐC PHÓ THỐNG ĐỐC», «CHỦ TỊCH (đã ký)»."""
_MARK_INSIDE = re.compile(rf"\s(?=(?:KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s?[{UPPER}]{{2}})")
_OFFICE_BEFORE_NAME = re.compile(
    rf"\s(?=(?:CHỦ TỊCH|BÍ THƯ|(?:TỔNG )?GIÁM ĐỐC|CHỦ NHIỆM|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|(?:TỔNG )?CỤC TRƯỞNG|THỦ TƯỚNG"
    rf"|CHÁNH ÁN|VIỆN TRƯỞNG|THỐNG ĐỐC|HIỆU TRƯỞNG|TỔ TRƯỞNG)"
    rf"(?: THƯỜNG TRỰC)? [{UPPER}][{LOWER}])"
)

_HEAD_OF_BODY = re.compile(
    r"(?<!ĐOÀN)\s(?=(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|CHỦ NHIỆM|TRƯỞNG BAN)(?: THƯỜNG TRỰC)?(?:$|\s\(|\s?\[))"
)
"""«TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI CHỦ TỊCH (đã ký)»: the office behind the body that is signed for."""


def split_signature(source: str, line: Line) -> tuple[Line, ...]:
    """A signature that stands on one line, cut into its parts: «KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG (Đã ký) Hoàng Trung Kiên»."""
    named = _NAME_SIGNED.match(line.key)
    if named:
        return split_line(source, line, named.start("signed"))
    if office := office_named(line.key):
        left, right = split_line(source, line, office)
        return (*split_signature(source, left), right)
    if not (opens_signature(line.key) or _OFFICES_ALONE.match(line.key)):
        return (line,)
    pieces: list[Line] = []
    rest, done = line, 0
    for at in _signature_places(line.key):
        left, rest = split_line(source, rest, at - done)
        pieces.append(left)
        done = at
    return (*pieces, rest)


def _signature_places(key: str) -> list[int]:
    """Where the parts of a signature begin on its line: «TM. CHÍNH PHỦ | KT. THỦ TƯỚNG | PHÓ THỦ TƯỚNG | Lê Văn Minh»."""
    signed = [match.end() for match in _SIGNED_INSIDE.finditer(key)]
    places = {*signed, *(match.end() for match in _MARK_INSIDE.finditer(key))}
    office = _OFFICE_INSIDE.search(key, 0, signed[0] if signed else len(key))
    office = office or _OFFICE_BEFORE_NAME.search(key)
    if not office and key.lstrip("*_ ").startswith(("TM", "T/M", "T.M")):
        office = _HEAD_OF_BODY.search(key, len("TM. ỦY BAN"))
    if office:
        places.add(office.end())
        if name := office_named(key[office.end() :]):
            places.add(office.end() + name)
    return sorted(places)
