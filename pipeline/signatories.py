"""The lines of a signature as a reader tells them: persons' names, offices with a name beside them, signing marks.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7; Hướng dẫn 36-HD/VPTW of 2018. Lines are in `match_key` form.
"""

import re

from pipeline.codelists import surnames
from pipeline.landmarks import SIGNING, TYPE_LINE
from pipeline.text import LOWER, UPPER

_OFFICE_NAMED = re.compile(
    rf"^\W{{0,3}}(?:PHÓ|THỨ|TỔNG|CHÁNH|CHỦ|BÍ|BỘ|GIÁM|THỦ|THỐNG|VIỆN|CỤC|VỤ|TRƯỞNG|ỦY) (?:(?! ĐÃ K[ÝÍ])[{UPPER} ]){{2,80}}"
    rf"(?:\s(?=[{UPPER}][{LOWER}]|\(|ĐÃ K)|(?<=[{UPPER}]{{2}})(?=[{UPPER}][{LOWER}]))"
)
"""The office and the name on one line; where marks of emphasis stood between them, even without a blank: «HỘITrần An»."""
_OPENS = re.compile(rf"^\W{{0,3}}(?:{SIGNING})\s?[{UPPER}]{{2,}} ")
_MARK_ALONE = re.compile(rf"^\W{{0,3}}(?:{SIGNING})\W{{0,2}}$")
_CAPITALS = re.compile(rf"\W{{0,6}}[{UPPER}][{UPPER}./ ]")
_SIGNED_BESIDE = re.compile(
    r"\(\s?(?:[Đđ]ã k[ýí]|ĐÃ K[ÝÍ])(?:,? (?:và )?đóng dấu)?\s?\)|\((?i:chữ k[ýí]), (?:con )?dấu\)|\[daky\]"
    rf"|(?<!\w)(?:[Đđ]ã k[ýí]|ĐÃ K[ÝÍ])(?: và đóng dấu)?(?=\s[{UPPER}][{LOWER}]|$)"
)
"""The mark beside a name; without brackets only where nothing but the name follows it: «PHÓ CHỦ TỊCH Đã ký Lê An»."""
_NAME = re.compile(
    rf"^[^\w-]{{0,4}}(?:(?:PGS|GS|TS|T[hH]\.?[sS]|B[sS]|DS|(?:BS\.?\s?)?CK(?:II?|[12])|KS|CN|LS|TT[ƯN][TD]|NG[ƯN][TD]|Dr)\.?\s?){{0,5}}"
    rf"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá"
    rf"|úy)\s)?(?!(?i:đã k[ýí])\s)(?P<name>[{UPPER}][{UPPER}{LOWER}'’]{{0,9}}(?: [{UPPER}][{UPPER}{LOWER}'’]{{0,9}}){{1,5}})\W{{0,4}}$"
)


_NAMES = re.compile(rf"^[{UPPER}][{LOWER}]{{1,9}}(?: [{UPPER}][{LOWER}]{{0,9}}){{3,17}}$")


def person_name(key: str) -> re.Match[str] | None:
    """A line that can be a person's name: two to six capitalised words, perhaps with a degree or rank before.

    In a line all in capitals the first must be a known family name: «ĐỊNH VỀ PHÒNG GIAO DỊCH» is a title's end.
    """
    match = _NAME.match(key)
    if not match or len(match["name"].split()) > 6:
        return None
    name = match["name"]
    if not name.isupper():
        return match
    heading = TYPE_LINE.search(key) or name.startswith(("DANH SÁCH", "DANH MỤC"))
    return match if name.split()[0].casefold() in surnames() and not heading else None


def several_names(key: str) -> bool:
    """A line that can be the names of two or more signatories side by side: «Huỳnh Văn Tám Danh Thị Phương»."""
    return _NAMES.match(key) is not None


def signed_name(key: str) -> tuple[int, int] | None:
    """Where a person's name stands in a line with the mark of the signature beside it: «Lê An (Đã ký)»."""
    mark = _SIGNED_BESIDE.search(key)
    if not mark:
        return None
    for start, end in (
        (mark.end(), len(key)),
        (0, mark.start()),
    ):  # «Phó Thống đốc (đã ký) Phạm An» has it behind
        if match := person_name(key[start:end].rstrip()):
            return start + match.start("name"), start + match.end("name")
    return None


def opens_in_capitals(key: str) -> bool:
    """Whether a line begins as every office and signing mark does, with two capitals or a mark's dot: «KT.», «PHÓ …».

    It is the cheap question before `opens_signature`, `office_named` and the landmark of an office.
    """
    return _CAPITALS.match(key) is not None


def opens_signature(key: str) -> bool:
    """Whether a line begins with a signing mark in capitals, whatever follows on it: «KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê An»."""
    return _OPENS.match(key) is not None


def marks_below(key: str, below: str) -> bool:
    """Whether a signing mark alone on its line is cut from the body or office below: «TM. / ỦY BAN NHÂN DÂN TỈNH»."""
    return _MARK_ALONE.match(key) is not None and opens_in_capitals(below)


def office_named(key: str) -> int | None:
    """Where the name begins in «PHÓ THỦ TƯỚNG Nguyễn Hòa Bình»: the office in capitals, the name as names are written."""
    office = _OFFICE_NAMED.match(key)
    name = key[office.end() :] if office else ""
    return office.end() if office and (person_name(name) or signed_name(name)) else None
