"""Consolidated texts (văn bản hợp nhất): how their authentication is set on one line, and the notes below it.

Source: Pháp lệnh 01/2012/UBTVQH13, Điều 16 and 17 (notes tell what amended each provision; who authenticated the text).
"""

import re
from collections.abc import Iterator, Sequence

from pipeline import landmarks
from pipeline.records import Line
from pipeline.structure.pieces import split_line
from pipeline.text import LOWER, UPPER

AUTHENTICATED = re.compile(r"^\W{0,4}XÁC (?:THỰC|NHẬN) VĂN BẢN HỢP NHẤT\W{0,4}$")
_OFFICE_BEHIND = re.compile(
    rf"^\W{{0,4}}XÁC (?:THỰC|NHẬN) VĂN BẢN HỢP NHẤT(?P<gap>\s)(?=[{UPPER}. ]{{4,60}}\s[{UPPER}][{LOWER}])"
)
"""«XÁC THỰC VĂN BẢN HỢP NHẤT CHỦ NHIỆM Lê Văn Minh [1] Luật số …»: heading, office and name, the first note."""
_FIRST_NOTE = re.compile(r"\s(?=\[1\]\s)")
_NOTE = re.compile(r"^\[\d{1,3}\]")


def cut_authentication(source: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, an authentication that stands on one of them cut into its parts."""
    return [piece for line in lines for piece in _cut(source, line)]


def _cut(source: str, line: Line) -> Iterator[Line]:
    heading = _OFFICE_BEHIND.match(line.key) if "HỢP NHẤT" in line.key else None
    if not heading:
        yield line
        return
    first, rest = split_line(source, line, heading.end())
    yield first
    note = _FIRST_NOTE.search(rest.key)
    yield from split_line(source, rest, note.end()) if note else (rest,)


def notes_below(lines: Sequence[Line], end: int) -> tuple[int, int]:
    """Where the notes begin and end that stand below the signature: from «[1] …» to an annex or the last line.

    `end` is where the body ends, which must point to the first of them. What a note quotes has no mark of its own.
    """
    marked = [index for index in range(end, len(lines)) if _NOTE.match(lines[index].key)]
    if not marked or not lines[marked[0]].key.startswith("[1]"):
        return len(lines), len(lines)
    if not any("[1]" in line.key for line in lines[:end]):
        return len(lines), len(lines)
    below = range(marked[-1] + 1, len(lines))
    return marked[0], next((i for i in below if landmarks.ANNEX.search(lines[i].key)), len(lines))
