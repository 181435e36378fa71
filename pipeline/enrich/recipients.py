"""Recipients (Kính gửi, Điện, Nơi nhận): the lines of the two lists become one row a recipient.

A bullet is one row, whatever semicolons it holds; a line without a bullet is parted at its semicolons. What the
copy is for («để báo cáo», b/c) is the note; other brackets belong to the name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.codelists.agencies import find_agency
from pipeline.records import Block, Structure
from pipeline.rules import Rule
from pipeline.tables.meaning import Recipient, RecipientList
from pipeline.text import UPPER, match_key

LEAD = Rule(
    "recipient-lead", "enrich", "recognise",
    "The list opens with «Kính gửi», «… điện:» or «Nơi nhận»; the first recipient may stand on the same line",
    ("Kính gửi: - Ủy ban nhân dân tỉnh Nghệ An;", "Nơi nhận:", "THỦ TƯỚNG CHÍNH PHỦ điện:", "Đồng kính gửi: Bộ Y tế"),
    ("- Như kính gửi;", "- Công ty Điện lực tỉnh,"),
    re.compile(
        rf"^\W{{0,4}}(?:(?:Đồng k|K)ính g[ửư]i|KÍNH G[ỬƯ]I|[NM][ơoờ][il1] nh[ậa]n|NƠI NHẬN|[{UPPER} ,]{{0,80}}\s?"
        r"(?:[Đđ]iện|ĐIỆN)(?=\s?:))\s?[:.]?\s?"
    ),
)  # fmt: skip

BULLET = Rule(
    "recipient-bullet", "enrich", "recognise",
    "A dash, plus sign, star or dot opens a row; several may run together on one line after a semicolon",
    ("- Như trên,", "+ Sở Y tế;", "• Công báo", "– Lưu: VT."), ("Ban Công tác đại biểu - UBTVQH",),
    re.compile(r"^\W{0,2}?[-–—+•*~_]\s?(?=[^\W_])"),
)  # fmt: skip

NOTE = Rule(
    "recipient-note", "enrich", "recognise",
    "Brackets that say what the copy is for are the note; others are part of the name or a file code",
    ("Thường trực Tỉnh ủy (để báo cáo)", "Bộ Công Thương (để b/c)", "Thường trực Tỉnh ủy (b/c)", "UBND huyện (t/h)",
     "Báo, Đài (đưa tin)", "Công an tỉnh (để phối hợp",
     "Sở Tư pháp (thẩm định)"),
    ("VPTU: LĐVP; Phòng Tổng hợp (2)", "Cục Kiểm tra văn bản (Bộ Tư pháp)", "Lưu: VT, NN (2b)"),
    re.compile(
        r"(?i)\s?\((?P<note>(?:để|thay|[bp]/c(?:áo)?|t/h|th/h|nt|p/h|báo cáo|thực hiện|phối hợp|chỉ đạo|theo dõi|giám sát"
        r"|thẩm định|thẩm tra|kiểm tra|biết"
        r"|đăng|đưa tin|thông báo|niêm yết)\b[^()]{0,80})\)?"
    ),
)  # fmt: skip

BRACE = Rule(
    "recipient-brace", "enrich", "recognise",
    "A brace drawn over several lines gives its one note to each of them",
    ("- Ban Bí thư TW Đảng, } (để báo cáo)", "- Văn phòng TW Đảng, }", "- UBND tỉnh; } b/c"), ("- Các ban đảng của Tỉnh ủy,",),
    re.compile(r"\s?[,;]?\s?\}(?:\s?(?P<note>(?:để|b/c)[^()]{0,60})$)?"),
)  # fmt: skip

COLUMN = Rule(
    "recipient-column", "enrich", "recognise",
    "The signature's column beside the list (an office in capitals, «(Đã ký)», a name or the typist's initials after «Lưu …») is no recipient",
    ("- Như trên; THỨ TRƯỞNG", "- Lưu: VT, DP. Đỗ Xuân Tùng", "- Lưu: VT, NLN3. (Đã ký)", "- Như Điều 3; CHỦ TỊCH", "- Lưu: VT, KGVX (3).Th",
     "- Lưu VT, CN Nguyễn Viết Chiến (Đã ký)"),
    ("- Lưu: VT, CN.", "- Các sở: NN&PTNT, TC, TN&MT;", "- UBTVQH;", "- VPQH, VPCP;"),
    re.compile(
        rf"(?<=[;,.)}}])\s(?:\(?(?:Đã|đã) ký\)?|(?:(?:PHÓ|THỨ|CHÁNH|QUYỀN|TRƯỞNG|TỔNG|CHỦ|BÍ|BỘ|GIÁM|CỤC|VIỆN)\s?)"
        rf"{{1,3}}[{UPPER} ]{{2,40}})$"
        rf"|(?<=\))\.\s?[{UPPER}]\w{{0,5}}\.?$"
        rf"|\s(?:[{UPPER}][^\W\d_{UPPER}]{{1,7}}\s){{2,4}}\(?(?:Đã|đã) ký\)?$"
        rf"|(?<=\.)\s(?:[{UPPER}][^\W\d_{UPPER}]{{1,7}}(?:\s|$)){{2,5}}$"
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (LEAD, BULLET, NOTE, BRACE, COLUMN)

# A new bullet on the same line: after a mark, or after the note of the one before («TT Tỉnh ủy (b/c) - UBND tỉnh»).
_RUN_ON_BULLET = re.compile(r"(?:(?<=[;,.])|(?<=/c\))|(?<=áo\)))\s?[-+•]\s?(?=\w)")
_FILED = re.compile(r"^\W{0,3}Lưu\b")
_ENDS = " ,.;/}|"


@dataclass(frozen=True, slots=True)
class _Item:
    """A recipient in the making: its text as printed, and whether a bullet opened it."""

    list: RecipientList
    text: str
    bulleted: bool
    braced: bool = False
    note: str | None = None

    @property
    def key(self) -> str:
        return match_key(self.text)


def find_recipients(structure: Structure) -> tuple[Recipient, ...]:
    """Make the rows of both lists, in reading order; `…/rec1`, `…/rec2` … number them through the document."""
    items = _with_brace_notes([_finished(item) for item in _parted(_joined(_lines(_own_lists(structure))))])
    rows = [item for item in items if item.text]
    return tuple(_row(structure.source.directive_id, n, item) for n, item in enumerate(rows, 1))


def _own_lists(structure: Structure) -> Sequence[Block]:
    """The lists above the annexes: where the document is signed there, those below belong to its forms."""
    listed = structure.blocks_of("addressee", "recipient")
    annexes = [clause.source_start for clause in structure.clauses if clause.role == "annex"]
    limit = min(annexes, default=len(structure.source.text))
    signed = any(block.spans[0].start < limit for block in structure.blocks_of("signature"))
    return [block for block in listed if block.spans[0].start < limit] if signed else listed


def _lines(blocks: Iterable[Block]) -> list[_Item]:
    """Give each line without its lead-in; several bullets on one line count as lines."""
    items: list[_Item] = []
    for block in blocks:
        lead = LEAD.search(block.text.key)
        text = block.text.text[lead.end() if lead else 0 :]
        cuts = [0, *(match.start() for match in _RUN_ON_BULLET.finditer(match_key(text))), len(text)]
        for start, end in pairwise(cuts):
            items += _line(
                "addressee" if block.kind == "addressee" else "distribution", text[start:end].strip()
            )
    return items


def _line(which: RecipientList, text: str) -> Iterator[_Item]:
    bullet = BULLET.search(text)  # as printed: the key has no low lines
    if text.strip(_ENDS):
        yield _Item(which, text[bullet.end() if bullet else 0 :], bulleted=bullet is not None)


def _joined(lines: Sequence[_Item]) -> Iterator[_Item]:
    """Join a line to the one before, where the width of the column cut it."""
    before: _Item | None = None
    semicolons = any(line.text.endswith(";") for line in lines)
    for line in lines:
        if before and _goes_on(before, line, semicolons=semicolons):
            before = replace(before, text=f"{before.text} {line.text}")
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _goes_on(before: _Item, line: _Item, *, semicolons: bool) -> bool:
    """Whether a line goes on: in small letters, or after one that lacks the mark at the end of the others."""
    if line.bulleted or line.list != before.list:
        return False
    if semicolons and before.text.endswith(","):
        return True
    return line.text[0].islower() or (before.bulleted and before.text[-1] not in ";,.})")


def _parted(items: Iterable[_Item]) -> Iterator[_Item]:
    """Part a line without a bullet at its semicolons."""
    for item in items:
        for text in [item.text] if item.bulleted else item.text.split(";"):
            yield replace(item, text=text.strip())


def _finished(item: _Item) -> _Item:
    """Take the signature's column, brace, note and closing marks off a recipient's text."""
    column = COLUMN.search(item.key)
    if column and (_FILED.search(item.key) or column.group().isupper() or "ký" in column.group()):
        item = replace(item, text=item.text[: column.start()])
    brace = BRACE.search(item.key)
    text = item.text
    if brace:
        text = text[: brace.start()] + " " + text[brace.end() :]
    note = NOTE.search(match_key(text))
    if note:
        text = (text[: note.start()] + text[note.end() :]).strip()
    said = note["note"] if note else brace["note"] if brace else None
    said = said.strip(_ENDS) if said else None
    return replace(item, text=text.strip(_ENDS), note=said, braced=brace is not None)


def _with_brace_notes(items: Sequence[_Item]) -> list[_Item]:
    """Give the note of a brace to every line it spans: the lines in a row that end with the brace."""
    notes = [item.note for item in items]
    for order in (range(1, len(items)), range(len(items) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for n in order:
            if items[n].braced and items[n - step].braced:
                notes[n] = notes[n] or notes[n - step]
    return [replace(item, note=note) for item, note in zip(items, notes, strict=True)]


def _row(directive_id: str, number: int, item: _Item) -> Recipient:
    agency = find_agency(item.key)
    return Recipient(
        recipient_id=f"{directive_id}/rec{number}", directive_id=directive_id, position=number, list=item.list,
        name=item.text, note=item.note, agency_id=agency.agency_id if agency else None,
    )  # fmt: skip
