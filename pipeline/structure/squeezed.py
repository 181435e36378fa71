"""Headings that a portal's table left a cell a line: «Số:» over its number, the type line behind the date."""

import re
from collections.abc import Iterable, Sequence

from pipeline import landmarks
from pipeline.landmarks import is_capitals
from pipeline.records import Block, Line
from pipeline.structure.pieces import split_line
from pipeline.structure.titles import BODY_OPENER, TITLE_LENGTH, TITLE_LINE, is_authority
from pipeline.text import LOWER, UPPER

_LABEL = r"(?:(?:Nghị quyết|NGHỊ QUYẾT|Bộ luật|Luật|LUẬT|Pháp lệnh) (?:số|SỐ)|Số|SỐ)\s?:"
_LABEL_ALONE = re.compile(rf"^\W{{0,3}}{_LABEL}\W{{0,3}}$")
_LABEL_LAST = re.compile(rf"(?<=[\s-])(?={_LABEL}\W{{0,3}}$)")
_CODE = re.compile(rf"^{landmarks.NUMBER_CODE.pattern}(?=\s|$)")
_SUBJECT = re.compile(r"\s?[.,;-]?\s?(?=[Vv]/[Vv]\s?[:.]?\s)")
_TO_OR_OF = re.compile(r"(?:,|(?<!\w)(?:CỦA|DO|BỞI|VÀ|CHO|VỚI|TẠI|THUỘC|GIỮA|Ở|TỪ|CÙNG|GỬI|LÀ))$")
"""A title that ends with a body's name says so: «… CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH»."""
_SMALL = re.compile(rf"\s(?=[{UPPER}][{LOWER}])")
_TITLED, _TEXT = 15, 80
_CUT_DATELINE = 45
_NUMBER_INSIDE = re.compile(
    r"(?:(?:Nghị quyết|Bộ luật|Luật|Pháp lệnh|Lệnh) s[ốô]|S[ốô])\s?:?\s?\d{1,6}[^\s]{0,3}\s?[/-]"
)
_SIGNED_BEFORE = re.compile(
    rf"^\W{{0,3}}(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.)[{UPPER} .,]{{3,120}}"
    rf"\s[{UPPER}][{LOWER}]{{1,7}}(?:\s[{UPPER}][{LOWER}]{{1,7}}){{1,4}}\s(?=(?:PHỤ LỤC|Phụ lục|MẪU|DANH MỤC|BIỂU|QUY"
    rf"|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|ĐIỀU LỆ|NỘI QUY|HƯỚNG DẪN)\b)"
)
_HEAD_OF = rf"(?:(?:PHÓ )?(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|CHỦ NHIỆM|(?:[{UPPER}]{{2,6}} )?CỤC TRƯỞNG|TỔNG GIÁM ĐỐC) )?"


def next_cell(key: str) -> int | None:
    """Where the next cell of the heading begins on a line: the number's label, «V/v …», the type, «Kính gửi»."""
    if landmarks.NATION.search(key) and (label := _LABEL_LAST.search(key)):
        return label.start()
    if (body := _body_behind(key)) is not None:
        return body
    number = landmarks.NUMBER.search(key)
    if number:
        subject = _SUBJECT.match(key, number.end())
        return subject.end() if subject else None
    date = landmarks.DATELINE.search(key)
    if not date or date.start() > 3:
        return None
    rest = key[date.end() :].lstrip()
    follows = landmarks.TYPE_LINE.search(rest[:TITLE_LINE]) or landmarks.ADDRESSEE.search(rest)
    return len(key) - len(rest) if follows else None


def _body_behind(key: str) -> int | None:
    """Where the text begins behind type and title in capitals: «CHỈ THỊ VỀ CÔNG TÁC ĐO ĐẠC Ngày 24 tháng 6 năm 1977 …»."""
    small = _SMALL.search(key, 0, TITLE_LENGTH)
    if not small or not small.start() >= _TITLED or not BODY_OPENER.match(key[small.end() :]):
        return None
    titled = is_capitals(key[: small.start()]) and landmarks.TYPE_LINE.search(
        key[: small.start()][:TITLE_LINE]
    )
    return small.end() if titled and len(key) - small.end() >= _TEXT else None


def after_nation(key: str) -> int | None:
    """Where the next part of a heading begins that OCR set on one line: the nation's name, the number, the date."""
    nation = list(landmarks.NATION_NAME.finditer(key)) if landmarks.NATION.search(key) else []
    if not nation:
        return _after_capitals(key)
    places = [match.start() for match in nation]
    if number := _NUMBER_INSIDE.search(key):
        places.append(number.start())
    if date := landmarks.DATELINE.search(key, nation[-1].end()):
        places.append(date.start())
    return min(
        (
            place
            for place in places
            if place > len("NƯỚC ") and place not in (match.start() for match in nation[1:])
        ),
        default=None,
    )


def _after_capitals(key: str) -> int | None:
    """Where date or number stands right of the issuer's name: «THÀNH ỦY VĨNH YÊN        Vĩnh Yên, ngày 15 tháng 8 …»."""
    number = _NUMBER_INSIDE.search(key)
    if number and number.start() > 3 and is_capitals(key[: number.start()]):
        return number.start()
    date = landmarks.DATELINE.search(key)
    if date and date.start() > 3 and len(key) - date.end() <= 4 and is_capitals(key[: date.start()]):
        return date.start()
    return None


def cut_annexes(source: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, each signature parted from the annex behind it: «TM. CHÍNH PHỦ THỦ TƯỚNG Lê Văn Minh PHỤ LỤC …»."""
    found: list[Line] = []
    for line in lines:
        signed = _SIGNED_BEFORE.match(line.key)
        found += split_line(source, line, signed.end()) if signed else (line,)
    return found


def number_below(queue: Sequence[Line]) -> int:
    """How far into the next line the number reaches whose label stands alone on this one; 0 where none does."""
    if len(queue) < 2 or not _LABEL_ALONE.match(queue[0].key):
        return 0
    number = _CODE.match(queue[1].key)
    return number.end() if number and not number.group().startswith((" ", ".", "_", "…")) else 0


def is_cut_dateline(queue: Sequence[Line]) -> bool:
    """Whether the column's width cut place and date in two: «Bà Rịa - Vũng / Tàu, ngày 08 tháng 01 năm 2023»."""
    if len(queue) < 2 or len(queue[0].key) > _CUT_DATELINE or queue[1].blank_before:
        return False
    if is_capitals(queue[0].key) or landmarks.is_dateline(queue[0].key):
        return False
    return landmarks.is_dateline(f"{queue[0].key} {queue[1].key}")


def authority_behind(key: str, blocks: Iterable[Block]) -> int | None:
    """Where the deciding authority begins behind a title in capitals: the body that the heading names, or its head."""
    if not is_capitals(key):
        return None
    for block in blocks:
        name = block.text.key.strip(" -–_*.")
        if block.kind != "heading" or not landmarks.ISSUER_LINE.search(name):
            continue
        match = re.search(rf"\s(?={_HEAD_OF}{re.escape(name)}$)", key)
        if match and is_authority(key[match.end() :]) and not _TO_OR_OF.search(key[: match.start()]):
            return match.end()
    return None


def is_of_heading(key: str) -> bool:
    """A line that no text stands above: type, number, date, those addressed."""
    rules = (landmarks.TYPE_LINE, landmarks.NUMBER, landmarks.ADDRESSEE)
    return any(rule.search(key) for rule in rules) or landmarks.is_dateline(key)
