"""Annexes (phụ lục): a heading, then a tree of its own under `annex1`, `annex2` and so on."""

import re
from collections.abc import Sequence

from pipeline import landmarks
from pipeline.labels import starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.mending import mended
from pipeline.records import Block, Line
from pipeline.structure.back import back_start, read_back
from pipeline.structure.body import parts_of_body
from pipeline.structure.clauses import Above, Writer
from pipeline.structure.pieces import block
from pipeline.structure.tables import SERIAL
from pipeline.structure.titles import SUBJECT
from pipeline.structure.tree import grow

_HEADING_LINE = 200
_HEADING_LINES = 6
_TITLE_ROW = 110
_BLANK_DATE = re.compile(r"ngày[\s.…]{1,60}tháng[\s.…]{1,60}năm|^\W{0,2}[Nn]ăm[ .…]{3,60}\W{0,2}$")


def read_annex(writer: Writer, number: int, lines: Sequence[Line]) -> list[Block]:
    """Write the clauses of one annex and give its heading and signature back as blocks."""
    writer.annex = f"annex{number}"
    whole = mended(lines)
    first = _heading_end(whole)
    end = first + back_start(whole[first:])
    body, headings = parts_of_body(writer.source, lines[first:end])
    writer.write(grow(body), "annex", Above(writer.annex))
    headings += [block(writer.source, "heading", [line]) for line in lines[:first]]
    return headings + read_back(writer.source, whole[end:], of_annex=True)


def _heading_end(lines: Sequence[Line]) -> int:
    """How many lines name the annex: its number, its title, what it was issued with; none where it opens with a clause."""
    end = 0 if starts_with_label(lines[0].key) else max(1, _issued_below(lines))
    while 0 < end < len(lines) and _is_heading(lines[:end], lines[end]):
        end += 1
    return end


def _issued_below(lines: Sequence[Line]) -> int:
    """How many lines stand up to «(Ban hành kèm theo …)»: the annex's title is above it, though empty lines part them."""
    for index, line in enumerate(lines[:_HEADING_LINES]):
        if landmarks.ISSUED_WITH.search(line.key):
            return index + 1
        if len(line.key) > _HEADING_LINE or starts_with_label(line.key):
            break
    return 0


def _is_heading(above: Sequence[Line], line: Line) -> bool:
    key, last = line.key, above[-1].key
    if _open_bracket(above):
        return True
    fixed = (
        landmarks.ISSUED_WITH,
        landmarks.NATION,
        landmarks.NUMBER,
        landmarks.ANNEX,
        landmarks.DATELINE,
        landmarks.ADDRESSEE,
    )
    if len(key) < _HEADING_LINE and any(rule.search(key) for rule in fixed):
        return True
    if len(key) < _HEADING_LINE and (_BLANK_DATE.search(key) or SUBJECT.match(key)):
        return True
    if starts_with_label(key) or SERIAL.match(key) or len(key) > _HEADING_LINE or "\t" in key:
        return False
    if is_capitals(key) or (key.startswith("(") and key.endswith(")")):
        return True
    return (
        not line.blank_before
        and len(key) < _TITLE_ROW
        and not last.endswith((".", ";", ")"))
        and not key.endswith((".", ";", ":"))
    )


def _open_bracket(above: Sequence[Line]) -> bool:
    """«(Ban hành kèm theo Quyết định số … / ngày … của …)» may run over two or three lines."""
    return any(
        line.key.startswith("(") and ")" not in "".join(one.key for one in above[index:])
        for index, line in enumerate(above[-3:], max(0, len(above) - 3))
    )
