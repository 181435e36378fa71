"""Stamps: the fields of a registry stamp or digital signature, read from the removed lines (dấu đến, chữ ký số)."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from pipeline.dates import find_dates
from pipeline.records import Block, Structure
from pipeline.tables.audit import Stamp, StampKind
from pipeline.text import UPPER

_NUMBER = re.compile(r"(?i)\bs[ốôo](?:\s?đến)?\s{0,2}[:.…]{0,10}\s{0,2}(?P<number>\d[\w/-]{0,20})")
_FORWARDED = re.compile(
    r"(?:Chuy[êể][nń]|Chuyến|Kính chuyển)\s?[:.]\s?(?P<to>[^.…:]{2,80}?)(?=[.…]{2}|\s(?:Lưu|Số|Ngày)\b|$)"
)
_SIGNER = re.compile(
    r"(?:Người ký|Ký bởi|Ký số bởi|Được ký bởi|Signed by"
    r"|Digitally signed by)\s?:\s?(?P<name>[^:]{2,120}?)(?=\s(?:- )?(?:Email|E-mail|Cơ quan|Tổ chức|Thời gian"
    r"|Ngày ký|Chức vụ|Date)|$)",
    re.I,
)
_OFFICE = re.compile(
    r"(?:Cơ quan|Tổ chức|Đơn vị)(?: ký)?\s?:\s?(?P<name>[^:]{2,120}?)(?=\s(?:Email|Thời gian|Ngày ký|Chức vụ|Người ký)|$)",
    re.I,
)
_ARRIVED = re.compile(
    r"(?:(?:CÔNG VĂN|VĂN BẢN|VĂN THƯ|Công văn|Văn bản)\s)?(?:[ĐD][ÊEẾÉỀ]N\b|(?:Số|SỐ|Ngày|NGÀY) (?:đến|ĐẾN))"
)
_NUMBER_LAST = re.compile(r"\sS[ốỐ]\s?[:.]?\s?\d{1,6}\W{0,8}$")
"""The registry's number may stand between its office and the mark: «SỞ Y TẾ / Số: 4176 / ĐẾN Ngày: …»."""
_CAPITALS = re.compile(rf"^[{UPPER} .,&-]{{4,160}}$")

_KINDS: dict[str, StampKind] = {
    "stamp-received": "received",
    "stamp-digital-signature": "digital-signature",
    "stamp-handwritten": "handwritten-signature",
}
_LOOSE_DATE = re.compile(
    r"(?<!\d)(?:(?P<iso>20\d\d)[./-](?P<iso_month>\d\d)[./-](?P<iso_day>\d\d)"
    r"|(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>20\d\d|\d\d))(?!\d)"
)
_SEALS = ("con dấu", "seal", "stamp", "dấu", "đóng dấu")
_NOTES = ("note", "bút phê", "chữ viết tay", "text")


def find_stamps(structure: Structure) -> tuple[Stamp, ...]:
    """The stamps of a document, in the order in which they stand in the source."""
    rules = {
        segment.source_start: segment.rule_id for segment in structure.segments if segment.kind == "stamp"
    }
    found = [(block, _KINDS[rules[block.spans[0].start] or ""]) for block in structure.blocks_of("stamp")]
    return tuple(
        _stamp(structure.source.directive_id, number, block, _exact_kind(block, kind))
        for number, (block, kind) in enumerate(found, 1)
    )


def _exact_kind(block: Block, kind: StampKind) -> StampKind:
    words = block.text.key.casefold().strip("[]() ")
    if kind != "handwritten-signature":
        return kind
    if any(words.startswith(word) for word in _SEALS):
        return "seal"
    return "handwritten-note" if any(word in words for word in _NOTES) else kind


def _stamp(directive_id: str, number: int, block: Block, kind: StampKind) -> Stamp:
    key = block.text.key
    dates = [found.whole for found in find_dates(key) if found.whole] or list(_loose_dates(key))
    return Stamp(
        stamp_id=f"{directive_id}/st{number}",
        directive_id=directive_id,
        kind=kind,
        office=_office(block, kind),
        number=_group(_NUMBER, block, "number") if kind == "received" else None,
        stamped_on=dates[0] if dates else None,
        forwarded_to=_group(_FORWARDED, block, "to") if kind == "received" else None,
        text=block.text.text,
        source_start=block.spans[0].start,
        source_end=block.spans[-1].end,
    )


def _loose_dates(key: str) -> Iterator[date]:
    """Dates between the dots of a form, «Ngày ...19/5/20...», and those of programs, «2020.05.15»."""
    for match in _LOOSE_DATE.finditer(key):
        year = match["year"] or match["iso"]
        day, month = match["day"] or match["iso_day"], match["month"] or match["iso_month"]
        with suppress(ValueError):
            yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def _group(pattern: re.Pattern[str], block: Block, name: str) -> str | None:
    match = pattern.search(block.text.key)
    return block.text.text[match.start(name) : match.end(name)].strip(" ,;") if match else None


def _office(block: Block, kind: StampKind) -> str | None:
    if kind == "digital-signature":
        return _group(_SIGNER, block, "name") or _group(_OFFICE, block, "name")
    if kind == "received":
        return next(_capitals_before_mark(block), None)
    return None


def _capitals_before_mark(block: Block) -> Iterator[str]:
    """The office in capitals in front of the «ĐẾN» of a registry stamp."""
    match = _ARRIVED.search(block.text.key)
    head = _NUMBER_LAST.sub("", block.text.text[: match.start()]).strip(" *-|") if match else ""
    if head and _CAPITALS.match(block.text.key[: len(head)]):
        yield head
