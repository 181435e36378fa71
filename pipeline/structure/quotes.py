"""Quoted amending text («được sửa đổi như sau: / “Điều 5. …”»): which lines of a body it takes up.

Labels inside it are those of the document that is amended. Closing marks are often lost or turned the wrong way
round, so a mark is read by what stands beside it, and a quotation also ends where the amending document goes on.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.labels import Label, read_labels
from pipeline.records import Line
from pipeline.structure.sequence import follows

_MARKS = re.compile(r"[“”„«»\"]")
_OPENS_LINE = re.compile(r"^[“„\"«”](?=\s?[^\s.,;:])")
_CLOSES_LINE = re.compile(r"[“”\"»][.;,]{0,2}$")
_AMENDS = re.compile(r"(?i)sửa đổi|bổ sung|thay thế|như sau")
_INSTRUCTION = re.compile(r"^(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm từ|Bỏ|Hủy bỏ)\s")
_QUOTED_HEADING = re.compile(r"^[“\"«]Điều \d{1,3}[a-zđ]?\.")
_BEFORE_OPENING = " (:"
_AFTER_CLOSING = " .,;:)"
_HELD_BY_HEADING = 80
"""So many lines after a quoted heading that has a closing mark of its own are looked at for the real one."""


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Where amending text opens, and what of the amending document stands above it.

    `instruction` are the readings of the label over it («2. Sửa đổi Điều 5:»), `outer` is the article that holds it;
    `plain` tells that the text itself does not begin with a label.
    """

    start: int
    instruction: Sequence[Label]
    outer: Label | None
    plain: bool


def quoted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines that are quoted amending text."""
    marked = [_MARKS.search(line.key) is not None for line in lines]
    if not any(marked):
        return frozenset()
    quoted: set[int] = set()
    closings = _closing_lines(lines)
    closers = [index for index, line in enumerate(lines) if _CLOSES_LINE.search(line.key)]
    done, goes_on = 0, True
    outer: Label | None = None
    for index, line in enumerate(lines):
        if index < done:
            continue
        outer = _article(line.key) or outer
        if not marked[index]:
            continue
        own = index > 0 and _opens_quotation(lines[index - 1].key, line.key)
        if not own and not _leaves_open(line.key):
            continue
        instruction = read_labels(lines[index - 1].key if own else line.key)
        one = _Quotation(index, instruction, outer, own and not read_labels(line.key[1:].lstrip()))
        last = closings[index]
        if last == index:
            last = _beyond_heading(lines, one)
        elif last is not None or goes_on:
            resumed = _resumption(lines, one, len(lines) if last is None else last)
            goes_on = resumed is not None or last is not None
            last = last if resumed is None else resumed - 1
        if last is None:
            at = bisect_left(closers, index)
            last = closers[at] if at < len(closers) else index
        quoted.update(range(index if own else index + 1, last + 1))
        done = last + 1
    return frozenset(quoted)


def _closing_lines(lines: Sequence[Line]) -> list[int | None]:
    """For each line, where the quotation that it leaves open is closed: the first line that balances it."""
    ends: list[int | None] = [None] * len(lines)
    waiting: list[tuple[int, int]] = []
    depth = 0
    for index, line in enumerate(lines):
        waiting.append((index, depth))
        depth += _net(line.key)
        while waiting and depth <= waiting[-1][1]:
            ends[waiting.pop()[0]] = index
    return ends


def _article(key: str) -> Label | None:
    return next((label for label in read_labels(key) if label.kind == "article"), None)


def _opens_quotation(before: str, key: str) -> bool:
    """A mark at the line's start: after a colon, under a heading that amends («Sửa đổi Điều 14»), or before a label."""
    if not _OPENS_LINE.match(key):
        return False
    return before.endswith(":") or _AMENDS.search(before) is not None or bool(read_labels(key[1:].lstrip()))


def _leaves_open(key: str) -> bool:
    """Whether amending text opens inside a line and runs on below it: «1. Khoản 3 như sau: “3. Hồ sơ gồm:»."""
    depth, begun = 0, -1
    for match in _MARKS.finditer(key):
        opens = _is_opening(key, match.start())
        if opens and depth == 0:
            begun = match.start()
        depth = max(0, depth + (1 if opens else -1))
    if depth == 0 or begun <= 0:
        return False
    return key[:begun].rstrip().endswith(":") or any(label.end >= begun for label in read_labels(key))


def _is_opening(key: str, at: int) -> bool:
    """Whether a mark opens a quotation; typists turn them the wrong way round, «cụm từ “xã“»."""
    before, after = key[at - 1] if at else "", key[at + 1] if at + 1 < len(key) else ""
    if key[at] in "”»":
        return not before and after.isalnum()
    if key[at] in "„«" or not before:
        return True
    return before in _BEFORE_OPENING and bool(after) and after not in _AFTER_CLOSING


def _net(key: str) -> int:
    """How many quotations a line leaves open, negative where it closes more."""
    return sum(1 if _is_opening(key, match.start()) else -1 for match in _MARKS.finditer(key))


def _resumption(lines: Sequence[Line], one: _Quotation, end: int) -> int | None:
    """The first line after a quotation's opening, before `end`, where the amending document goes on."""
    found = (_resumed(lines, index, one) for index in range(one.start + 1, end))
    return next((index for index in found if index is not None and index > one.start), None)


def _resumed(lines: Sequence[Line], index: int, one: _Quotation) -> int | None:
    """Where the amending document goes on though no mark has closed: its next article, or its next instruction."""
    key = lines[index].key
    article = _article(key)
    if article and one.outer and follows(one.outer, article):
        return index
    if (
        _OPENS_LINE.match(key)
        and lines[index - 1].key.endswith(":")
        and _is_instruction(lines[index - 1].key)
    ):
        return index - 1
    for label in read_labels(key):
        instructs = one.plain or _INSTRUCTION.match(key[label.end :].lstrip())
        if instructs and label.scheme != "bullet" and any(follows(above, label) for above in one.instruction):
            return index
    return None


def _is_instruction(key: str) -> bool:
    """«9. Sửa đổi khoản 3 Điều 30 như sau:»: a clause of the amending document itself."""
    return any(_AMENDS.search(key) for label in read_labels(key) if label.scheme != "bullet")


def _beyond_heading(lines: Sequence[Line], one: _Quotation) -> int:
    """A quoted heading with a closing mark of its own, «“Điều 33. Trách nhiệm”», may hold the paragraphs after it."""
    if not _QUOTED_HEADING.match(lines[one.start].key):
        return one.start
    depth = 0
    for index in range(one.start + 1, min(len(lines), one.start + 1 + _HELD_BY_HEADING)):
        key = lines[index].key
        if _resumed(lines, index, one) is not None or (_OPENS_LINE.match(key) and _net(key) > 0):
            return one.start
        depth += _net(key)
        if depth < 0:
            return index if _CLOSES_LINE.search(key) else one.start
    return one.start
