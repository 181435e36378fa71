"""Front matter: heading, number, place and date, type and title, the list of those addressed.

Order and form: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II; Hướng dẫn 36-HD/VPTW. A document may have any of them,
in any order, or none.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline import landmarks
from pipeline.labels import starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.mending import mended
from pipeline.records import Block, Line
from pipeline.structure.addressees import lists_addressee
from pipeline.structure.pieces import block, split_line
from pipeline.structure.squeezed import (
    after_nation,
    authority_behind,
    is_cut_dateline,
    is_of_heading,
    next_cell,
    number_below,
)
from pipeline.structure.titles import (
    SUBJECT,
    TITLE_LENGTH,
    TITLE_LINE,
    continues_title,
    is_authority,
    is_half_title,
    names_body,
    names_subject,
    opens_letter_title,
    opens_paragraph,
    opens_title,
)
from pipeline.tables.audit import SegmentKind
from pipeline.text import UPPER
from pipeline.wrapping import head_without_spacing

_MARK_AFTER = re.compile(r"\s(?=(?:HỎA TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT)$)")
_OF_ISSUER = re.compile(rf"^\W{{0,4}}(?:CỦA|Của) (?=[{UPPER}])")
_COUNTED = re.compile(r"^\s?(?:KHẨN\s)?S[ỐÔ]\s?[:.]?\s?\d{1,4}\W{0,3}$")
"""«THÔNG BÁO KHẨN SỐ 15» is counted; its title stands below."""
_SUBJECT_IN_LINE = re.compile(r"\s(?=(?:V/[vV]\s?[:.]?|Về việc|VỀ VIỆC|Về|VỀ|về việc|về)\s)")
_NO_TITLE = re.compile(rf"^\W{{0,6}}(?:(?:CỦA|Của) [{UPPER}].{{0,120}}|S[ốÔỐô]\s?[:.]?\s?\d.{{0,60}})?$")
"""What may stand between the type and «về …»: its issuer, its number; «QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU VỀ …» is title."""
_HEADING_LINE = 110
_STRAY_LINE, _STRAY_LINES = 60, 4


@dataclass(slots=True)
class _Front:
    """What has been read so far: the blocks, the lines of the title, whether the type line has passed."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    typed: bool = False
    is_notice: bool = False
    titled: bool = False

    def add(self, kind: SegmentKind, line: Line) -> None:
        self.close_title()
        self.blocks.append(block(self.source, kind, [line]))

    def close_title(self) -> None:
        """A title is one unit, however many lines it has."""
        if self.title:
            self.blocks.append(block(self.source, "title", self.title))
            self.title, self.titled = [], True


def read_front(source: str, lines: Sequence[Line]) -> tuple[list[Block], Sequence[Line]]:
    """Part a document's lines into its front matter and the rest."""
    front = _Front(source)
    printed = head_without_spacing(lines)
    as_printed = {line.span: line for line in printed}
    queue = mended(printed)
    while queue:
        taken = _take(front, queue)
        if not taken:
            break
        del queue[:taken]
    front.close_title()
    return front.blocks, [as_printed.get(line.span, line) for line in queue]


def _take(front: _Front, queue: list[Line]) -> int:
    """How many lines at the head of the queue are front matter; a line may be cut in two on the way."""
    for step in (
        _open_title,
        _number_cells,
        _fixed_line,
        _addressees,
        _type_line,
        _title_line,
        _heading_line,
        _stray_line,
    ):
        if taken := step(front, queue):
            return taken
    return 0


_FIXED: tuple[tuple[Callable[[str], object], SegmentKind], ...] = (
    (lambda key: landmarks.NATION.search(key) if len(key) < _HEADING_LINE * 2 else None, "heading"),
    (landmarks.MARK.search, "mark"),
    (landmarks.NUMBER.search, "number"),
    (landmarks.is_dateline, "dateline"),
    (lambda key: landmarks.ISSUED_WITH.search(key) if key.startswith(("(", "*(")) else None, "heading"),
)


def _number_cells(front: _Front, queue: list[Line]) -> int:
    """«Số:» alone on its line with the number on the next one, where more of the heading may follow."""
    end = number_below(queue)
    if not end:
        return 0
    if end < len(queue[1].key):
        queue[1:2] = split_line(front.source, queue[1], end + 1)
    front.close_title()
    front.blocks.append(block(front.source, "number", queue[:2]))
    return 2


def _fixed_line(front: _Front, queue: list[Line]) -> int:
    if not front.titled and (cell := next_cell(queue[0].key)):
        queue[0:1] = split_line(front.source, queue[0], cell)
    line = queue[0]
    if is_cut_dateline(queue):
        front.close_title()
        front.blocks.append(block(front.source, "dateline", queue[:2]))
        return 2
    number = landmarks.NUMBER.search(line.key)
    date = landmarks.DATELINE.search(line.key, number.end()) if number else None
    if date:
        queue[0:1] = split_line(front.source, line, date.start())
        front.add("number", queue[0])
        return 1
    if at := after_nation(line.key):
        queue[0:1] = split_line(front.source, line, at)
        line = queue[0]
    if front.typed and landmarks.FORMULA.search(line.key):
        front.add("heading", line)
        return 1
    for finds, kind in _FIXED:
        if len(line.key) < TITLE_LINE and finds(line.key):
            front.add(kind, line)
            return 1
    return 0


def _addressees(front: _Front, queue: list[Line]) -> int:
    if not landmarks.ADDRESSEE.search(queue[0].key):
        return 0
    end = 1
    while end < len(queue) and lists_addressee(queue[end - 1], queue[end], first=end == 1):
        end += 1
    for line in queue[:end]:
        front.add("addressee", line)
    front.titled = True
    return end


def _type_line(front: _Front, queue: list[Line]) -> int:
    line = queue[0]
    long = is_capitals(line.key) and len(line.key) <= TITLE_LENGTH
    match = landmarks.TYPE_LINE.search(line.key[:TITLE_LINE] if long else line.key)
    if not match or front.typed or (len(line.key) > TITLE_LINE and not long):
        return 0
    front.typed, front.is_notice = True, match["type"] == "THÔNG BÁO"
    subject = _SUBJECT_IN_LINE.search(line.key, match.end("type"))
    if subject and _NO_TITLE.match(line.key[match.end("type") : subject.start()]):
        queue[0:1] = split_line(front.source, line, subject.end())
        line = queue[0]
    elif (
        match["rest"].strip()
        and not _OF_ISSUER.match(match["rest"].strip())
        and not _COUNTED.match(match["rest"])
        and match["rest"].strip("*_ .:")[:1].isalpha()
    ):
        colon = line.key.find(":", match.end("type"), match.end("type") + 2)
        queue[0:1] = split_line(front.source, line, max(colon, match.end("type")) + 1)
        line = queue[0]
    front.add("heading", line)
    return 1


def _title_line(front: _Front, queue: list[Line]) -> int:
    """The lines of the title: what they are about, after the type line, or «V/v …» under a letter's number."""
    line = queue[0]
    if front.titled and not front.title:
        return 0
    if front.title:
        goes_on = continues_title(front.source, front.title, line) and not opens_paragraph(
            front.source, queue
        )
    elif front.typed:
        if _OF_ISSUER.match(line.key) and not front.is_notice:
            return _issuer_line(front, queue)
        goes_on = opens_title(front.source, line) or is_half_title(queue)
    else:
        subject = SUBJECT.match(line.key) is not None and len(line.key) < TITLE_LINE and bool(front.blocks)
        numbered = any(one.kind == "number" for one in front.blocks)
        goes_on = subject or _is_bare_title(front, queue)
        goes_on = goes_on or (numbered and opens_letter_title(front.source, queue))
    if not goes_on:
        return 0
    mark = _MARK_AFTER.search(line.key)
    if mark and not is_capitals(line.key):
        queue[0:1] = split_line(front.source, line, mark.end())
    if authority := authority_behind(queue[0].key, front.blocks):
        queue[0:1] = split_line(front.source, queue[0], authority)
    front.title.append(queue[0])
    return 1


def _is_bare_title(front: _Front, queue: Sequence[Line]) -> bool:
    """Capitals right under number and date where a portal dropped the type line: «PHÒNG, CHỐNG DỊCH BỆNH NĂM 2018»."""
    kinds = {one.kind for one in front.blocks}
    if not kinds >= {"number", "dateline"} or not names_subject(queue[0].key):
        return False
    return not any(landmarks.TYPE_LINE.search(line.key[:TITLE_LINE]) for line in queue[: 1 + _STRAY_LINES])


def _open_title(front: _Front, queue: list[Line]) -> int:
    """A line in capitals under a title in capitals is title, «SỐ 17/2011/QĐ-BGDĐT NGÀY 24 THÁNG 3 …» included."""
    line = queue[0]
    if not front.title or line.blank_before:
        return 0
    return _title_line(front, queue) if is_capitals(line.key) and is_capitals(front.title[-1].key) else 0


def _issuer_line(front: _Front, queue: list[Line]) -> int:
    """«CỦA BAN THƯỜNG VỤ TỈNH ỦY» is heading; «… về …» on the same line, or on the next one, opens the title."""
    subject = _SUBJECT_IN_LINE.search(queue[0].key)
    if subject:
        queue[0:1] = split_line(front.source, queue[0], subject.end())
    below = queue[1] if len(queue) > 1 and not subject else None
    rest = _SUBJECT_IN_LINE.search(below.key) if below and is_capitals(below.key) else None
    if below is None or rest is None or not names_body(f"{queue[0].key} {below.key[: rest.start()]}"):
        front.add("heading", queue[0])
        return 1
    queue[1:2] = split_line(front.source, below, rest.end())
    front.close_title()
    front.blocks.append(block(front.source, "heading", queue[:2]))
    return 2


def _heading_line(front: _Front, queue: list[Line]) -> int:
    """Capitals: the issuer above the type line, the deciding authority below the title."""
    key = queue[0].key
    over_nation = len(queue) > 1 and landmarks.is_small_nation(queue[1].key)
    if not (is_capitals(key) or over_nation) or len(key) > _HEADING_LINE or starts_with_label(key):
        return 0
    if front.typed and not is_authority(key):
        return 0
    front.add("heading", queue[0])
    return 1


def _stray_line(front: _Front, queue: list[Line]) -> int:
    """A short line that is nothing known (a note, dirt) between the lines of the heading: the type is yet to come."""
    if front.typed or not front.blocks or len(queue[0].key) > _STRAY_LINE or starts_with_label(queue[0].key):
        return 0
    near = queue[1 : 1 + _STRAY_LINES]
    if not any(is_of_heading(line.key) for line in near):
        return 0
    front.add("heading", queue[0])
    return 1
