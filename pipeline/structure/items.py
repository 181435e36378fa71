"""From kept lines to items: each one label with its text, or one paragraph, lines and pages joined.

A line is only typography: a paragraph may be cut by the width of a page, by a page's end, or not at all. What
joins two lines is the sentence that runs over them; what parts them is a label that can be one at that place.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.labels import Label, read_labels
from pipeline.records import Line
from pipeline.structure.sequence import follows
from pipeline.text import Span

_SENTENCE_END = re.compile(r"(?:[.;:!?…]|\./)[”\"’')\]]{0,3}[.;]?$|[”\"]$")
_LOWER_START = re.compile(r"^[“\"(‘']{0,2}[a-zà-ỹđ]")
_OPENS_SENTENCE = re.compile(
    r"^(?:Yêu cầu|Giao|Đề nghị|Căn cứ|Theo đề nghị|Xét đề nghị|Trên đây|Trong quá trình|Nhận được|Riêng|Đối với|Ngoài ra)\s"
)
_OPENS_QUOTE = re.compile(r"^[“\"«]")
_CLOSES_QUOTE = re.compile(r"[”\"»][.;,]{0,2}$")
_RUNNING_TEXT = 90
"""A line of at least this many characters is running text, not a heading."""
_WRAPPED_WIDTH = 160
"""Text that was wrapped to a page has no line longer than this."""
_FULL = 0.85
"""In wrapped text a paragraph's last line falls short of the width: a line this full goes on."""
_LOOSELY_FULL = 0.6
"""A line this full that ends without a full stop goes on."""
_HIGH_NUMBER = 40
"""A list that nobody began does not start above this."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the body: the readings of its label (none for a plain paragraph) and its stretches.

    `number` is its first source line; `key` is its text, label included, in the form that patterns are matched on.
    """

    readings: tuple[Label, ...]
    spans: tuple[Span, ...]
    number: int
    key: str = ""

    @property
    def leads_in(self) -> bool:
        """Whether it ends with a colon: what follows may stand under it."""
        return self.key.endswith(":")


@dataclass(frozen=True, slots=True)
class _Draft:
    readings: tuple[Label, ...]
    lines: list[Line]


def items_of(lines: Sequence[Line]) -> list[Item]:
    """The items of a body, in reading order."""
    width = wrapped_width(lines)
    lines = _without_spacing(lines)
    quoted = quoted_lines(lines)
    drafts: list[_Draft] = []
    seen: dict[str, Label] = {}
    for index, line in enumerate(lines):
        last = drafts[-1].lines[-1] if drafts else None
        readings = () if index in quoted else credible_labels(line, last, seen)
        if last is None or readings or not _continues(last, line, width):
            drafts.append(_Draft(readings, [line]))
            seen |= {label.style: label for label in readings}
        else:
            drafts[-1].lines.append(line)
    return [_item(draft) for draft in drafts]


def _item(draft: _Draft) -> Item:
    spans = tuple(line.span for line in draft.lines)
    return Item(draft.readings, spans, draft.lines[0].number, " ".join(line.key for line in draft.lines))


def wrapped_width(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped, in characters; 0 where each line is a paragraph of its own."""
    pairs = [(a.key, b.key) for a, b in pairwise(lines)]
    if not pairs:
        return 0
    runs_on = sum(_LOWER_START.match(b) is not None and _SENTENCE_END.search(a) is None for a, b in pairs)
    lengths = sorted(len(line.key) for line in lines)
    widest = lengths[len(lengths) * 9 // 10]
    return widest if runs_on * 6 >= len(pairs) and widest <= _WRAPPED_WIDTH else 0


def _without_spacing(lines: Sequence[Line]) -> Sequence[Line]:
    """Where nearly every line has an empty one above, the empty lines say nothing."""
    spaced = sum(line.blank_before for line in lines[1:])
    if spaced * 10 < len(lines[1:]) * 9:
        return lines
    return [replace(line, blank_before=False) for line in lines]


def quoted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of quoted amending text («được sửa đổi như sau: / “Điều 5. …”»): labels inside are not the document's."""
    closing = [index for index, line in enumerate(lines) if _CLOSES_QUOTE.search(line.key)]
    quoted: set[int] = set()
    for index, line in enumerate(lines[1:], 1):
        if index in quoted or not _OPENS_QUOTE.match(line.key) or not lines[index - 1].key.endswith(":"):
            continue
        end = closing[bisect_left(closing, index)] if closing and closing[-1] >= index else index
        quoted.update(range(index, end + 1))
    return frozenset(quoted)


def credible_labels(line: Line, before: Line | None, seen: dict[str, Label]) -> tuple[Label, ...]:
    """The readings of a line's label that can be true after the line before it.

    After an unfinished sentence only the next number of a list that is open can: «… trong năm / 2. Giao …» is
    one after 1., while «… ngày 16 tháng / 3. Các …» is not unless 2. stands open.
    """
    readings = tuple(label for label in read_labels(line.key) if _can_stand(label, seen))
    if not readings or before is None or _SENTENCE_END.search(before.key):
        return readings
    if len(before.key) < _RUNNING_TEXT and (line.blank_before or _is_heading(before.key)):
        return readings
    return tuple(label for label in readings if _goes_on(label, line, seen))


def _can_stand(label: Label, seen: dict[str, Label]) -> bool:
    if label.scheme != "number":
        return True
    return label.style in seen or label.numbers[0] <= _HIGH_NUMBER


def _is_heading(key: str) -> bool:
    """A line that needs no full stop: a heading, «3. Giao Sở Y tế», or a list's line that ends with a comma."""
    return key.endswith(",") or len(key) < _RUNNING_TEXT * 2 // 3


def _goes_on(label: Label, line: Line, seen: dict[str, Label]) -> bool:
    if label.scheme == "keyword":
        return True
    rest = line.key[label.end :].lstrip()
    if label.scheme == "bullet":
        return line.blank_before and rest[:1].isupper()
    before = seen.get(label.style)
    if before is None:
        return line.blank_before and label.numbers[-1] == 1
    return follows(before, label) and not rest[:1].islower()


def _continues(before: Line, line: Line, width: int) -> bool:
    """Whether a line without a label goes on with the paragraph that the line before it ends."""
    last = before.key
    if _SENTENCE_END.search(last):
        return bool(width) and not line.blank_before and len(last) >= width * _FULL
    if _LOWER_START.match(line.key):
        return True
    if _OPENS_SENTENCE.match(line.key) and line.blank_before:
        return False
    return len(last) >= (width * _LOOSELY_FULL if width else _RUNNING_TEXT)
