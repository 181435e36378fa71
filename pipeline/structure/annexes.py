"""Annexes (phụ lục): a heading, then a tree of its own under `annex1`, `annex2` …"""

from collections.abc import Sequence

from pipeline import landmarks
from pipeline.labels import starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.records import Block, Line
from pipeline.structure.back import back_start, read_back
from pipeline.structure.clauses import Above, Writer
from pipeline.structure.items import items_of
from pipeline.structure.pieces import block
from pipeline.structure.tree import grow

_HEADING_LINE = 200


def read_annex(writer: Writer, number: int, lines: Sequence[Line]) -> list[Block]:
    """Write the clauses of one annex and give its heading and signature back as blocks."""
    prefix = f"annex{number}"
    first = _heading_end(lines)
    end = first + back_start(lines[first:])
    writer.annex = prefix
    writer.write(grow(items_of(lines[first:end])), "annex", Above(prefix))
    heading = [block(writer.source, "heading", [line]) for line in lines[:first]]
    return heading + read_back(writer.source, lines[end:])


def _heading_end(lines: Sequence[Line]) -> int:
    """How many lines name the annex: its number, its title, what it was issued with."""
    end = 1
    while end < len(lines) and _is_heading(lines[end - 1], lines[end]):
        end += 1
    return end


def _is_heading(before: Line, line: Line) -> bool:
    key = line.key
    if len(key) > _HEADING_LINE:
        return False
    fixed = (landmarks.ISSUED_WITH, landmarks.NATION, landmarks.NUMBER, landmarks.ANNEX, landmarks.DATELINE)
    if any(rule.search(key) for rule in fixed):
        return True
    if starts_with_label(key):
        return False
    if is_capitals(key):
        return True
    goes_on = key[:1].islower() and not before.key.endswith((".", ":", ";"))
    return goes_on or (key.startswith("(") and key.endswith(")"))
