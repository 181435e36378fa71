"""Stamps: what a registry, a digital signature or a pen put on the paper after it was written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from pipeline.clean import stamp_rules as rules
from pipeline.landmarks import ISSUER_LINE, NATION, NATION_NAME, NUMBER, TYPE_LINE, is_capitals
from pipeline.records import Line, Removal
from pipeline.rules import Rule
from pipeline.signatories import person_name
from pipeline.text import Span

_SEVERAL_FIELDS = re.compile(
    r"(?i)^\W{0,4}số\s?:?\s?\d{1,6}\W{1,6}(?:giờ|ngày)\s?:?\s?\d|^\W{0,4}giờ\s?:\s?\d{1,2}.{0,8}ngày"
)
_SURE = re.compile(
    r"(?i)đã ký số|signature|ký bởi|ký số bởi|signed by|thời gian ký|được ký|^\W{0,4}(?:sao|trích)\s"
)
_ARRIVAL_NUMBER = re.compile(r"\d\s?/\s?(?:CV)?Đ(?:ẾN|ến)?\W{0,3}$")
"""«Số: 2208/ĐẾN»: a registry's number, not the document's."""
_BARE_NUMBER = re.compile(r"^\W{0,4}[Ss][ốôỐÔ]\s?[:.]?\s?\d{1,6}\W{0,8}$")
_BARE_MARKS = ("ĐẾN", "ÐẾN", "DẾN", "ĐÊN", "DEN")
_PLACE_ALONE = re.compile(r"^\W{0,4}(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)\s(?!ỦY)")
_OFFICE_LINES = 3
_HEADING_LINES = 40
"""Where a page's menus stand above it, a heading is among so many lines."""
_RUNNING_TEXT = 100
"""A heading's lines are shorter than this."""
_CUT_FIELD = 40
_FIELD_LINES = 10
"""A registry stamp has at most this many lines under its «ĐẾN»."""


def _whole(line: Line, rule: Rule) -> Removal:
    return Removal(line.span, rule.id, "stamp")


def received_stamps(lines: Sequence[Line]) -> Iterator[Removal]:
    """Registry stamps: the «ĐẾN» itself, its fields below, its office above."""
    titled = next((i for i, line in enumerate(lines) if _is_title(line)), len(lines))
    for index, line in enumerate(lines):
        anchor = rules.RECEIVED_STAMP.search(line.key)
        if anchor is None or NUMBER.search(line.key) or not _has_fields(lines, index, anchor):
            continue
        above = _number_above(lines, index)
        if above < index:
            yield _whole(lines[above], rules.RECEIVED_STAMP)
        yield from _office_above(lines, above, titled=titled < above - 1)
        office = line.key[: anchor.start()].rstrip(" -|:")
        own_office = is_capitals(office) and rules.STAMP_OFFICE.search(office) is not None
        start = line.span.start if own_office else _mark_start(line, anchor.start())
        yield Removal(Span(start, line.span.end), rules.RECEIVED_STAMP.id, "stamp")
        yield from _fields_below(lines, index)


def _has_fields(lines: Sequence[Line], index: int, anchor: re.Match[str]) -> bool:
    """«ĐÃ NHẬN» may be a heading, «QUẢN LÝ VĂN BẢN ĐẾN» is one, «DƯ NGUỒN / ĐẾN / 31/12/…» a table's.

    Each is a stamp only with a field under it.
    """
    mark = lines[index].key.strip("[]()*|:. ")
    behind_words = anchor.start() > 0 and mark.endswith(_BARE_MARKS)
    if not mark.startswith("ĐÃ ") and mark not in _BARE_MARKS and not behind_words:
        return True
    if index and mark in _BARE_MARKS and rules.STAMP_OFFICE.search(lines[index - 1].key):
        return True
    below = lines[index + 1].key if index + 1 < len(lines) else ""
    return rules.STAMP_FIELD.search(below) is not None or _SEVERAL_FIELDS.search(below) is not None


def _number_above(lines: Sequence[Line], index: int) -> int:
    """The line right above the mark where it is the registry's number, «SỞ Y TẾ / Số: 4176 / ĐẾN Ngày: …», else the mark's."""
    near = index > 0 and lines[index].number - lines[index - 1].number <= 1
    return index - 1 if near and _BARE_NUMBER.match(lines[index - 1].key) else index


def _mark_start(line: Line, start: int) -> int:
    """Where the stamp begins in the source; marks of emphasis in front of it go with it («Kính gửi: **DẾN Số»)."""
    while start < len(line.text.text) and line.text.text[start] == " ":
        start += 1
    if start == 0:
        return line.span.start
    return line.text.ends[start - 1]


def _fields_below(lines: Sequence[Line], index: int) -> Iterator[Removal]:
    """The fields under the mark; one that names two of them may stand a few lines further down."""
    unbroken = True
    for line in lines[index + 1 : index + 1 + _FIELD_LINES]:
        if NUMBER.search(line.key) and not _ARRIVAL_NUMBER.search(line.key):
            return
        fields = rules.STAMP_FIELD.search(line.key)
        if (unbroken and fields) or _SEVERAL_FIELDS.search(line.key):
            yield _whole(line, rules.RECEIVED_STAMP)
        elif any(letter.isalnum() for letter in line.key):
            unbroken = False


def _is_title(line: Line) -> bool:
    return bool(TYPE_LINE.search(line.key) or NATION.search(line.key))


def _office_above(lines: Sequence[Line], index: int, *, titled: bool) -> Iterator[Removal]:
    """Capitals naming an office right above the mark, unless they are the document's own heading.

    `titled` tells that the document's heading stands above already.
    """
    first = index
    for line in reversed(lines[max(0, index - _OFFICE_LINES) : index]):
        gap = lines[index].number - line.number
        near = gap <= 1 or (titled and gap <= _OFFICE_LINES + 1)
        if not (near and is_capitals(line.key) and rules.STAMP_OFFICE.search(line.key)):
            break
        if NATION_NAME.search(line.key):
            break
        first -= 1
    if titled or not _heads_document(lines, first, index):
        yield from (_whole(line, rules.RECEIVED_STAMP) for line in lines[first:index])


def _heads_document(lines: Sequence[Line], first: int, index: int) -> bool:
    """Whether the office above a stamp is the issuer: quốc hiệu, or the rest of its name, stands below and no other body near.

    «SỞ Y TẾ / ĐẾN Số: 12 / ỦY BAN NHÂN DÂN / CỘNG HÒA …» has another, «ỦY BAN NHÂN DÂN / ĐẾN Số: 12 / CỘNG HÒA …» has none.
    """
    above = [line.key for line in lines[max(0, first - _HEADING_LINES) : first]]
    if any(len(key) >= _RUNNING_TEXT for key in above):
        return False
    below = lines[index + 1 : index + 1 + _FIELD_LINES]
    head = [line.key for line in takewhile(lambda line: not _is_title(line), below)]
    half = any(map(_PLACE_ALONE.match, head))
    nation = NATION_NAME.search(below[len(head)].key) if len(head) < len(below) else None
    beside = [nation.string[: nation.start()]] if nation else []  # «ỦY BAN NHÂN DÂN CỘNG HÒA …»
    named = any(map(_is_issuer, [*above, *head, *beside]))
    return (half or nation is not None) and not named


def _is_issuer(key: str) -> bool:
    """A body's name in capitals that stands by itself; «TỈNH GIA LAI» only ends the one above it."""
    return ISSUER_LINE.search(key) is not None and not _PLACE_ALONE.match(key)


def digital_signatures(lines: Sequence[Line]) -> Iterator[Removal]:
    """Digital signature blocks: signer, e-mail, office and moment of signing on neighbouring lines.

    «Người ký: …» alone is a row of a portal's table, not a stamp.
    """
    for group in _signature_groups(lines):
        if len(group) > 1 or _SURE.search(group[0].key):
            yield from (_whole(line, rules.SIGNATURE_BLOCK) for line in group)


def _signature_groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for index, line in enumerate(lines):
        if rules.SIGNATURE_BLOCK.search(line.key) or (group and _is_field(lines, index)):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_field(lines: Sequence[Line], index: int) -> bool:
    """A field of the block, or the rest of one that the column's width cut: the next line is a field again."""
    line = lines[index]
    if rules.SIGNATURE_FIELD.search(line.key):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    return (
        below is not None
        and len(line.key) <= _CUT_FIELD
        and not person_name(line.key)
        and not (line.blank_before or below.blank_before or line.key.endswith((".", ";", ":")))
        and any(rule.search(below.key) for rule in (rules.SIGNATURE_FIELD, rules.SIGNATURE_BLOCK))
    )


def handwriting(lines: Sequence[Line]) -> Iterable[Removal]:
    """Notes of an OCR program that it saw a signature, a seal or handwriting."""
    return [_whole(line, rules.HANDWRITTEN) for line in lines if rules.HANDWRITTEN.search(line.key)]
