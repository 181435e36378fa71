"""Back matter and annexes: where the body ends, who receives the document, who signed it, what is attached."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline import landmarks
from pipeline.labels import read_labels
from pipeline.landmarks import is_capitals
from pipeline.mending import mended
from pipeline.records import Block, Line
from pipeline.signatories import (
    marks_below,
    office_named,
    opens_in_capitals,
    opens_signature,
    person_name,
    several_names,
    signed_name,
)
from pipeline.structure.columns import split_columns, split_signature
from pipeline.structure.consolidated import AUTHENTICATED, notes_below
from pipeline.structure.pieces import block
from pipeline.tables.audit import SegmentKind

_PROSE = 160
"""A line of back matter is shorter than this."""
_RUNNING = 90
"""A line of at least this many characters is running text."""
_SIGNATURE_LINES = 6
_HEADING = 14
_OFFICES = re.compile(
    r"(?:KT\.|K/T|TL\.|T/L)\s?[^\s]|(?<!KT\. )(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHỦ NHIỆM|TRƯỞNG BAN|CỤC TRƯỞNG)"
)
_OF_NATION = re.compile(r"^\W{0,4}NƯỚC ")
_MARK_NEAR = re.compile(".{0,3}[TKQ]")
"""With these letters all signing marks begin."""
_BULLET = re.compile(r"^\W{0,2}[-–+•*]")
_COPY_KEPT = re.compile(r"^\W{0,2}[-–+•*]\s?Lưu\s?(?::|VT|VP|TC|hồ sơ|[Vv]ăn (?:thư|phòng))")
"""The last of the recipients, who need no «Nơi nhận» above them then: «- Lưu: VT, KGVX.»."""
_ANNEX_IN_LINE = re.compile(
    r"^\W{0,4}(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU MẪU|MẪU)\b.{0,300}\((?:Ban hành )?[Kk]èm theo "
)
"""An annex's number, title and «(Kèm theo …)» on one line."""
_ISSUER_LINES = 3


@dataclass(frozen=True, slots=True)
class Division:
    """The lines of a document after its front matter: body, back matter, one list of lines an annex, notes below."""

    body: Sequence[Line]
    back: Sequence[Line]
    annexes: tuple[Sequence[Line], ...]
    notes: Sequence[Line] = ()


def divide(lines: Sequence[Line]) -> Division:
    """Part what follows the front matter into body, back matter and annexes."""
    whole = mended(lines)
    end = back_start(whole)
    end -= 0 < end < len(whole) and landmarks.is_dateline(whole[end - 1].key)  # reports are dated at the foot
    noted, resumed = notes_below(whole, end)
    notes, lines = lines[noted:resumed], [*lines[:noted], *lines[resumed:]]
    whole = [*whole[:noted], *whole[resumed:]]
    first = next((i for i in range(end, len(whole)) if _opens_annex(whole, i, end)), len(whole))
    if end == len(whole):
        first = end = next((i for i in range(1, len(whole)) if _is_annex_heading(whole[i])), len(whole))
    return Division(lines[:end], whole[end:first], _annexes(lines[first:]), notes)


def back_start(lines: Sequence[Line]) -> int:
    """The index of the first line of back matter: «Nơi nhận», or the marks of a signature."""
    for index, line in enumerate(lines):
        if landmarks.DISTRIBUTION.search(line.key) and (len(line.key) < _PROSE or ";" in line.key):
            return index
        if _opens_signature(lines, index):
            start = index - _is_column_head(lines, index)
            return start - _unnamed_list(lines, start)
        if AUTHENTICATED.match(line.key):
            return index - _issuer_above(lines, index)
    return len(lines) - _signs_as_body(lines)


def _signs_as_body(lines: Sequence[Line]) -> bool:
    """Whether the last line is the body that signs without a person's name: «BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN …»."""
    last = lines[-1].key if len(lines) > 1 else ""
    return is_capitals(last) and landmarks.ISSUER_LINE.search(last) is not None and not read_labels(last)


def _unnamed_list(lines: Sequence[Line], end: int) -> int:
    """How many lines right above `end` list recipients without «Nơi nhận»: bullets, the last of them «- Lưu: VT.»."""
    if not end or not _COPY_KEPT.match(lines[end - 1].key):
        return 0
    above = list(takewhile(lambda line: _is_listed(line.key), reversed(lines[: end - 1])))
    gap = next((at for at, line in enumerate(above, 1) if line.blank_before), len(above))
    return 1 + (len(above) if lines[end - 1].blank_before else gap)


def _is_listed(key: str) -> bool:
    return len(key) < _RUNNING and key.endswith((";", ",")) and _BULLET.match(key) is not None


def _issuer_above(lines: Sequence[Line], index: int) -> int:
    """How many lines right above name a body in capitals: «BỘ LAO ĐỘNG - THƯƠNG BINH / VÀ XÃ HỘI»."""
    above = lines[max(0, index - _ISSUER_LINES) : index]
    return len(
        list(takewhile(lambda line: is_capitals(line.key) and not read_labels(line.key), reversed(above)))
    )


def _is_column_head(lines: Sequence[Line], index: int) -> bool:
    """Whether the bodies of several signatories stand in capitals above: «BHXH TỈNH SỞ NỘI VỤ SỞ TÀI CHÍNH»."""
    above = lines[index - 1].key if index else ""
    if len(_OFFICES.findall(lines[index].key)) > 1 and is_capitals(above) and not read_labels(above):
        return not landmarks.FORMULA.search(above) and not above.endswith((".", ";", ":"))
    return is_capitals(above) and landmarks.ISSUER_LINE.search(above) is not None and not read_labels(above)


def _opens_signature(lines: Sequence[Line], index: int) -> bool:
    """TM., KT. … in capitals, or an office in capitals with «(Đã ký)» or a name under it."""
    key = lines[index].key
    if len(key) > _PROSE:
        return False
    capitals = opens_in_capitals(key)
    below = lines[index + 1].key if index + 1 < len(lines) else ""
    if _is_signed_for(key) or (capitals and opens_signature(key)) or marks_below(key, below):
        return True
    if read_labels(key) and not _BULLET.match(key):
        return False
    if is_capitals(key) and _is_signed(below):
        return True
    if not capitals:
        return False
    office = office_named(key)
    if office and landmarks.OFFICE_TITLE.search(key[:office].rstrip()):
        return True
    if not landmarks.OFFICE_TITLE.search(key):
        return False
    near = [line.key for line in lines[index + 1 : index + 1 + _SIGNATURE_LINES]]
    return any(
        landmarks.SIGNED.search(key) or several_names(key) or (person_name(key) and not is_capitals(key))
        for key in near
    )


def _is_signed(key: str) -> bool:
    """«(Đã ký)», alone or beside the name."""
    return landmarks.SIGNED.search(key) is not None or signed_name(key) is not None


def _is_annex_heading(line: Line) -> bool:
    return landmarks.ANNEX.search(line.key) is not None or _ANNEX_IN_LINE.match(line.key) is not None


def _opens_annex(lines: Sequence[Line], index: int, end: int) -> bool:
    """An annex's heading, the title of what is issued with a decision, or text that back matter cannot hold."""
    line = lines[index]
    if index == end:
        return False
    if _is_annex_heading(line) or landmarks.ISSUED_WITH.search(line.key):
        return True
    if landmarks.NATION.search(line.key) and not _ends_office(lines, index):
        return True
    if landmarks.TYPE_LINE.search(line.key) or _is_attached_title(lines, index) or _titles_text(lines, index):
        return True
    return _is_body_text(line.key) or _heads_form(lines, index)


def _ends_office(lines: Sequence[Line], index: int) -> bool:
    """Whether the nation's name ends an office of two lines: «CHỦ TỊCH / NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»."""
    above = lines[index - 1].key
    return _OF_NATION.match(lines[index].key) is not None and landmarks.OFFICE_TITLE.search(above) is not None


def _heads_form(lines: Sequence[Line], index: int) -> bool:
    """Whether a body's name stands over quốc hiệu once more: «BỘ Y TẾ / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM».

    An office may head a form too, «THỦ TƯỚNG CHÍNH PHỦ», but where a signature is it has no quốc hiệu right below.
    """
    key = lines[index].key
    if not landmarks.ISSUER_LINE.search(key):
        return False
    below = lines[index + 1 : index + 1 + _ISSUER_LINES]
    over = list(takewhile(lambda line: not landmarks.NATION.search(line.key), below))
    if landmarks.OFFICE_TITLE.search(key):
        return bool(below) and not over and not _OF_NATION.match(below[0].key)
    return len(over) < len(below) and all(is_capitals(line.key) for line in over)


def _is_attached_title(lines: Sequence[Line], index: int) -> bool:
    """A title in capitals with «(Ban hành kèm theo …)» or «(Kèm theo …)» within the next lines."""
    key, below = lines[index].key, lines[index + 1 : index + 4]
    if not is_capitals(key) or landmarks.SIGNED_FOR.search(key) or person_name(key):
        return False
    issued = next((at for at, line in enumerate(below) if landmarks.ISSUED_WITH.search(line.key)), None)
    return issued is not None and not any(person_name(line.key) for line in below[:issued])


def _titles_text(lines: Sequence[Line], index: int) -> bool:
    """Whether a title in capitals right under the signatory's name has running text below it: «QUY CHUẨN KỸ THUẬT …»."""
    key, above = lines[index].key, lines[index - 1].key
    if not is_capitals(key) or not person_name(above) or is_capitals(above):
        return False
    signs = (landmarks.SIGNED_FOR, landmarks.OFFICE_TITLE, landmarks.COPY, landmarks.DISTRIBUTION)
    if any(rule.search(key) for rule in signs):
        return False
    below = (line.key for line in lines[index + 1 : index + 1 + _HEADING])
    return any(
        len(one) >= _RUNNING and one.endswith((".", ";", ":")) and not _BULLET.match(one) for one in below
    )


def _is_body_text(key: str) -> bool:
    labels = read_labels(key)
    if _BULLET.match(key) and "; -" in key:
        return False  # recipients that run on: «- Văn phòng Quốc hội; - Kiểm toán nhà nước; - Lưu: VT.»
    return len(key) >= _PROSE or any(label.scheme in ("keyword", "roman", "number") for label in labels)


def _annexes(lines: Sequence[Line]) -> tuple[Sequence[Line], ...]:
    """One list of lines an annex, each from its heading on."""
    if not lines:
        return ()
    starts = [0] + [i for i in range(1, len(lines)) if _begins_annex(lines, i)]
    return tuple(lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True))


def _begins_annex(lines: Sequence[Line], index: int) -> bool:
    """Whether an annex begins here; «Mẫu số 01» right under «PHỤ LỤC II» is of the same heading."""
    return _is_annex_heading(lines[index]) and not _is_annex_heading(lines[index - 1])


def read_back(source: str, lines: Sequence[Line], *, of_annex: bool = False) -> list[Block]:
    """The units of back matter: the lines of the distribution list, the lines of the signature.

    A consolidated text bears its number and day there; those of an annex's form are not the document's.

    A conversion interleaves the two columns, so a bullet after a signature's line still belongs to the list.
    """
    found: list[Block] = []
    last: Block | None = None
    listed = opened = False
    last_listed = next((at for at, line in enumerate(lines) if _COPY_KEPT.match(line.key)), -1)
    first_listed = last_listed + 1 - _unnamed_list(lines, last_listed + 1)
    for index, line in enumerate(lines):
        opens = landmarks.DISTRIBUTION.search(line.key) is not None or first_listed <= index <= last_listed
        listed = opens or (last is not None and _goes_on(last, line, beside=listed))
        left, *right = split_columns(source, line, opened=opened) if listed else (line,)
        opened = opened or bool(right)
        parts = (left,) if listed else split_signature(source, left)
        kinds = ["recipient" if listed else _kind(part, of_annex) for part in parts]
        whole = mended(parts) if len(parts) > 1 else parts  # a line alone is whole already
        found += [block(source, kind, [part]) for kind, part in zip(kinds, whole, strict=True)]
        last = found[-1] if listed else last
        found += [block(source, "signature", [piece]) for piece in right]
    return found


def _kind(line: Line, of_annex: bool) -> SegmentKind:
    """What a line beside the signature is: its number, its date, or part of the signature."""
    if of_annex:
        return "signature"
    if landmarks.is_dateline(line.key):
        return "dateline"
    number = landmarks.NUMBER.search(line.key)
    return "number" if number and len(line.key) - number.end() <= 4 else "signature"


def _is_signed_for(key: str) -> bool:
    mark = landmarks.SIGNED_FOR.search(key) if _MARK_NEAR.match(key) else None
    return mark is not None and mark.start("mark") <= 3


def _goes_on(before: Block, line: Line, *, beside: bool) -> bool:
    """Whether a list of recipients goes on: a bullet, or the rest of a line that was cut by the column's width."""
    key = line.key
    if _is_signed_for(key) or opens_signature(key) or signed_name(key):
        return False
    if landmarks.OFFICE_TITLE.search(key) or landmarks.SIGNED.search(key):
        return False
    if _BULLET.match(key) or key.endswith((";", ",")):
        return True
    if not beside:
        return False
    last = before.text.key
    if landmarks.DISTRIBUTION.search(last) and len(last) < _HEADING:
        return not (is_capitals(key) or person_name(key))
    if last.endswith(("./.", ".")) or person_name(key) or is_capitals(key):
        return False
    return not line.blank_before
