"""Footnotes: lines at a page's foot that a mark glued to the text above points to («va chạm[1]», «chuyên môn¹»)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.labels import read_labels
from pipeline.records import Line
from pipeline.text import LOWER, UPPER
from pipeline.wrapping import ends_sentence

_GLUED = re.compile(r"(?<=[^\W_])(?:\[\d{1,3}\]|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\))")
_NOTE = re.compile(r"^(?P<mark>\[\d{1,3}\]|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\)|\*{1,3}\))\s?(?=\w)")

_PAGE_NOTE = re.compile(rf"^(?P<value>\d{{1,3}}) (?=[{UPPER}“\"])")
_AMENDED = re.compile(
    r"^\d{1,3} (?:Tên )?(?:Điều|Khoản|Điểm|Cụm từ|Từ|Đoạn|Mục|Chương|Phần|Phụ lục|Biểu|Mẫu|Nội dung|điều|khoản|điểm|chương|mục)"
    r" .{0,90}(?:được|bị) (?:sửa|bổ sung|thay thế|bãi bỏ|bỏ|đính chính|hủy)"
)
_GROUNDS = re.compile(r"có căn cứ ban hành như sau")
"""What the notes of a consolidated text say: «2 Điều này được sửa đổi, bổ sung theo quy định tại …»."""
_PAGE = 80
"""A note stands at the foot of the page that points to it, so many lines below at the most."""
_NOTE_LINES = 8
"""The sentence that opens a note runs over so many lines at the most."""
_RUNNING = 60
"""A line of running text has at least this many characters."""


def footnote_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that are footnotes: they begin with a mark that stands inside an earlier line, or cut a sentence in two."""
    found: list[Line] = []
    pointed_to: set[str] = set()
    of_pages = set(_page_notes(lines))
    notes = {
        index: match["mark"] for index, line in enumerate(lines) if (match := _NOTE.match(line.text.text))
    }
    for index, line in enumerate(lines):
        if index in of_pages or notes.get(index) in pointed_to or _cuts_sentence(lines, index):
            found.append(line)
        elif notes:
            pointed_to.update(_GLUED.findall(line.text.text))
    return found


def _page_notes(lines: Sequence[Line]) -> Iterator[int]:
    """The places of the notes at a page's foot whose marks lost their height: «… giáo dục nghề nghiệp1. // 1 Thông tư số … như sau:».

    They are a block of its own, set apart from the text above and below, and count on from 1 through the document.
    """
    number, noted, pointed = 1, False, 0
    for index, line in enumerate(lines):
        apart = line.blank_before or (index > 0 and line.number > lines[index - 1].number + 1)
        noted = noted and not apart
        match = _PAGE_NOTE.match(line.key) if apart or noted else None
        value = int(match["value"]) if match else 0
        if value and _opens_note(lines, index, value, number, max(pointed, index - _PAGE), noted=noted):
            noted, number, pointed = True, value + 1, index + 1
        if noted:
            yield index


def _opens_note(
    lines: Sequence[Line], index: int, value: int, expected: int, since: int, *, noted: bool
) -> bool:
    """Whether a numbered line opens a note: the next one under another, one that says so, or one that text points to."""
    if noted and value == expected:
        return True
    if value != 1 and value < expected:
        return False
    said = " ".join(line.key for line in lines[index : index + _NOTE_LINES])
    if _AMENDED.match(said) or _GROUNDS.search(said):
        return True
    return value in (1, expected) and _points_to(value, lines[since:index])


def _points_to(value: int, lines: Sequence[Line]) -> bool:
    """Whether a mark of this value is glued to a word in small letters: «Việt Nam1.», not «m2» or «H5N1»."""
    glued = re.compile(rf"[{LOWER}]{{2}}[.,;”]?{value}(?![\w/-])")
    return any(glued.search(line.key) for line in lines)


def _cuts_sentence(lines: Sequence[Line], index: int) -> bool:
    """«… thời hạn giữ / 1. Theo khoản 2, Điều 24 Điều lệ. / bản kiểm điểm»: a numbered sentence inside another one."""
    if not 0 < index < len(lines) - 1:
        return False
    before, key, after = lines[index - 1].key, lines[index].key, lines[index + 1].key
    return (
        key.endswith(".")
        and len(before) >= _RUNNING
        and not ends_sentence(before)
        and after[:1].islower()
        and not read_labels(after)
        and any(label.scheme == "number" for label in read_labels(key))
    )
