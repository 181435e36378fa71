"""Text that was wrapped to a page's width: how wide, and what its empty lines mean."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.labels import read_labels
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.text import LOWER

LOWER_START = re.compile(rf"^[“\"(‘']{{0,2}}[{LOWER}]")
LOOSELY_FULL = 0.6
"""A line this full that ends without a full stop goes on."""
_SENTENCE_END = re.compile(r"(?:[.;:!?…]|\./)[”\"’')\]]{0,3}[.;]?$|[”\"]$")
_SENTENCE_END_LENGTH = 6
_WRAPPED_WIDTH = 160
"""Text that was wrapped to a page has no line longer than this, save for a paragraph that was typed in later."""
_SELDOM = 10
"""One line in so many may be longer."""
RUNNING_TEXT = 90
"""A line of at least this many characters is running text, not a heading."""
_CUT = 3
"""So many lines cut in mid-sentence prove a width where half of the full lines are: «… trên địa bàn quận Ngô / Quyền trước …»."""
_SPACED = 0.8
"""Where so large a share of the lines has as many empty lines above as most have, these say nothing."""


def ends_sentence(key: str) -> bool:
    """Whether a line ends with a full stop or another mark that ends a sentence, quotation marks after it included."""
    if key[-1:].isalnum():
        return False
    if key.endswith((".", ";", ":")):
        return True
    return _SENTENCE_END.search(key[-_SENTENCE_END_LENGTH:]) is not None


def wrapped_width(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped, in characters; 0 where each line is a paragraph of its own."""
    lengths = sorted(len(line.key) for line in lines)
    within = bisect_right(lengths, _WRAPPED_WIDTH)
    if not within or (len(lengths) - within) * _SELDOM > len(lengths):
        return 0
    widest = lengths[within * 9 // 10]
    cut = [b for a, b in pairwise(lines) if _is_cut(a.key, b.key, widest)]
    if any(not line.blank_before for line in cut) and _is_parted_by_gaps(lines):
        return widest
    running_on = [line.key for line in cut]
    small = sum(LOWER_START.match(key) is not None for key in running_on)
    full = sum(length >= widest * LOOSELY_FULL for length in lengths)
    many = len(running_on) * 7 >= len(lines) or (len(running_on) >= _CUT and len(running_on) * 2 >= full)
    return widest if many and small * 4 >= len(running_on) else 0


def first_line_width(lines: Sequence[Line], width: int) -> int:
    """The width of each paragraph's first line where a page's source cut that one earlier than the others, else 0.

    «Căn cứ các Quyết định của Thủ tướng / Chính phủ: số 1400/QĐ-TTg … về việc phê duyệt Đề án “Dạy và học / ngoại ngữ
    …»: the code that stands before a paragraph counts with its first line. A cut line holds no further word.
    """
    cut = [
        (len(b.key), _with_next_word(b.key, c.key))
        for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)
        if width and len(b.key) < width * LOOSELY_FULL and _opens_cut(a.key, b.key, c)
    ]
    if len(cut) < _CUT:
        return 0
    widest = max((length for length, _ in cut), key=lambda at: sum(a <= at < b for a, b in cut))
    return widest if sum(a <= widest < b for a, b in cut) * 5 >= len(cut) * 4 else 0


def is_cut_first_line(key: str, following: str, first: int) -> bool:
    """Whether a paragraph's first line is so wide as those that are cut early: the next word finds no room on it."""
    if ends_sentence(key) or is_capitals(key) or is_capitals(following):
        return False
    return len(key) <= first < _with_next_word(key, following)


def _with_next_word(key: str, following: str) -> int:
    return len(key) + 1 + len(following.split(" ", 1)[0])


def _opens_cut(above: str, key: str, below: Line) -> bool:
    """Whether a paragraph's first line runs on in small letters."""
    ended = ends_sentence(above) or bool(read_labels(key) or read_labels(above))
    return (
        ended and not (ends_sentence(key) or below.blank_before) and LOWER_START.match(below.key) is not None
    )


def _is_parted_by_gaps(lines: Sequence[Line]) -> bool:
    """Whether each paragraph has an empty line above: then a line without one only goes on."""
    gaps = [line.blank_before for line in lines if read_labels(line.key)]
    return len(gaps) >= _CUT and all(gaps)


def _is_cut(key: str, following: str, widest: int) -> bool:
    """Whether a line stops in mid-sentence at about the width of the others."""
    if ends_sentence(key) or len(key) < widest * LOOSELY_FULL:
        return False
    return not (read_labels(following) or is_capitals(following) or is_capitals(key))


def without_spacing(lines: Sequence[Line]) -> Sequence[Line]:
    """Where nearly every line has empty ones above, only more than most have part paragraphs, in wrapped text at least.

    A scan's converter spaces it so: «Căn cứ Luật Tổ chức chính quyền địa phương / (empty) / ngày 19 tháng 6 năm 2015;».
    """
    spaced = sum(line.blank_before for line in lines[1:])
    if not spaced or spaced < len(lines[1:]) * _SPACED:
        return lines
    steps = [b.number - a.number for a, b in pairwise(lines)]
    usual = sorted(steps)[len(steps) // _SELDOM]
    parted = sum(step > usual for step in steps)
    if parted * _SELDOM < len(steps) and not wrapped_width(lines):
        return lines
    return [lines[0]] + [
        line._replace(blank_before=step > usual) for step, line in zip(steps, lines[1:], strict=True)
    ]


def head_without_spacing(lines: Sequence[Line]) -> list[Line]:
    """The lines; where nearly all of those above the running text have an empty one above, it says nothing there.

    «QUYẾT ĐỊNH / (empty) / Về việc thu hồi đất để xây dựng công trình / (empty) / Nâng cấp đường tỉnh 725».
    """
    below = (at for at, line in enumerate(lines) if len(line.key) >= RUNNING_TEXT or read_labels(line.key))
    head = next(below, len(lines))
    spaced = sum(line.blank_before for line in lines[:head])
    if spaced < head * _SPACED:
        return list(lines)
    return [line._replace(blank_before=False) for line in lines[:head]] + list(lines[head:])
