"""From kept lines to items: each one label with its text, or one paragraph, lines and pages joined.

A line is only typography: a paragraph may be cut by the width of a page, by a page's end, or not at all. What
joins two lines is the sentence that runs over them; what parts them is a label that can be one at that place.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.labels import Label, read_labels
from pipeline.labels_spoiled import spoiled_labels
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.structure.joins import IN_MID_PHRASE, continues, cuts_numeral, paragraph_indent
from pipeline.structure.quotes import quoted_lines
from pipeline.structure.sequence import follows
from pipeline.structure.tables import Mark
from pipeline.text import MappedText, Span
from pipeline.wrapping import RUNNING_TEXT, ends_sentence, first_line_width, is_cut_first_line, wrapped_width

_UNCLOSED = re.compile(r"[“«][^”»]{0,300}$|^[^\"]{0,300}\"[^\"]{0,300}$")
_HIGH_NUMBER = 40
"""A list that nobody began does not start above this."""
_HEADING_LINES = 6
"""A heading runs over at most this many lines."""
_CUT_PHRASE = re.compile(
    r"(?<!\w)(?:tại|của|theo|và|hoặc|các|với|cho|về|trong|thuộc|khoản|điểm|khoản \d{1,2}|điểm [a-zđ])$"
)
"""A line that ends so is cut before a provision that it names: «… thành cụm từ “khoản 2 Điều 16” tại / Điều 10.»."""


class Item(NamedTuple):
    """A paragraph of the body: the readings of its label (none for a plain paragraph) and its stretches.

    `key` is its text, label included, in the form that patterns are matched on;
    `leads` is the style of the list that it holds where it is a heading without a label, «Sở Y tế:»; `text` is its
    text where that is one line's.
    """

    readings: tuple[Label, ...]
    spans: tuple[Span, ...]
    key: str = ""
    leads: str = ""
    text: MappedText | None = None

    @property
    def leads_in(self) -> bool:
        """Whether it ends with a colon: what follows may stand under it."""
        return self.key.endswith(":")

    @property
    def is_open(self) -> bool:
        """Whether it is no sentence of its own: a heading, or one that leads in."""
        return not self.key.endswith((".", ";", ","))


class _Draft(NamedTuple):
    readings: tuple[Label, ...]
    lines: list[Line]


def items_of(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[Item]:
    """The items of a body, in reading order; `marks` tells the lines of tables, whose headers are left out."""
    width, indent = wrapped_width(lines), paragraph_indent(lines)
    first = first_line_width(lines, width)
    quoted = quoted_lines(lines)
    confirmed, continued = _confirmed(lines), _continued(lines)
    drafts: list[_Draft] = []
    seen: dict[str, Label] = {}
    for index, line in enumerate(lines):
        if mark := marks.get(index):
            _add_cell(drafts, line, mark)
            continue
        last = drafts[-1].lines[-1] if drafts else None
        after_table = index - 1 in marks
        above = None if after_table else last
        readings = (
            () if index in quoted else credible_labels(line, above, seen, width, confirmed.get(index, ()))
        )
        if not readings and above is not None and index not in quoted:
            readings = _under_heading(drafts[-1], line) if width else ()
            readings = readings or _opening(continued.get(index, ()), above, line)
        alone = not drafts or len(drafts[-1].lines) == 1
        apart = after_table or (index in quoted and _parts_quoted(last, line, opens=index - 1 not in quoted))
        titled = last is not None and not readings and _names_part(drafts[-1], line)
        if (
            last is None
            or readings
            or apart
            or not (titled or _joins(last, line, width, indent, first, alone=alone))
        ):
            drafts.append(_Draft(readings, [line]))
            seen.update((label.style, label) for label in readings)
        else:
            drafts[-1].lines.append(line)
    return [_item(draft) for draft in drafts]


def _parts_quoted(last: Line | None, line: Line, *, opens: bool) -> bool:
    """Whether a line of quoted text stands by itself: it bears a label, or the quotation opens with it."""
    if read_labels(line.key):
        return True
    return opens and (
        last is None or ends_sentence(last.key) or line.key.startswith(("“", '"', "«", "„", "”"))
    )


def _continued(lines: Sequence[Line]) -> dict[int, tuple[Label, ...]]:
    """The labels that open a list which goes on below: a) where b) is the next of its kind, 1. where 2. is."""
    found: dict[int, tuple[Label, ...]] = {}
    below: dict[str, Label] = {}
    for index in range(len(lines) - 1, -1, -1):
        labels = [
            label for label in read_labels(lines[index].key) if label.scheme not in ("bullet", "keyword")
        ]
        opening = tuple(
            label
            for label in labels
            if label.numbers == (1,) and label.style in below and follows(label, below[label.style])
        )
        if opening:
            found[index] = opening
        below |= {label.style: label for label in labels}
    return found


def _opening(labels: Sequence[Label], above: Line, line: Line) -> tuple[Label, ...]:
    """The first label of a list under a line as full as the others, which is a heading without a full stop.

    «1. Thời gian khóa học và khối lượng học tập trong chương trình / a) Thời gian khóa học được … / b) …»
    """
    if not labels or IN_MID_PHRASE.search(above.key) or _UNCLOSED.search(above.key):
        return ()
    return tuple(label for label in labels if line.key[label.end :].lstrip()[:1].isupper())


def _under_heading(draft: _Draft, line: Line) -> tuple[Label, ...]:
    """The first number under an article's heading, or first letter under a number's, that runs over several lines.

    «Điều 12. Phát hành phim Nhà nước nhận chuyển giao quyền / sở hữu, quyền sử dụng / 1. Trường hợp Nhà nước …»: a
    heading has no full stop, and what would go on with its sentence begins in lower case.
    """
    schemes = {label.scheme for label in draft.readings}
    opens = ("number", "letter") if "keyword" in schemes else ("letter",) if "number" in schemes else ()
    if not opens or len(draft.lines) == 1 or any(ends_sentence(one.key) for one in draft.lines):
        return ()
    if len(draft.lines) > _HEADING_LINES or IN_MID_PHRASE.search(draft.lines[-1].key):
        return ()
    labels = (label for label in read_labels(line.key) if label.scheme in opens and label.numbers == (1,))
    return tuple(
        label for label in labels if line.key[label.end :].lstrip()[:1].isupper() and not label.doubtful
    )


def _names_part(draft: _Draft, line: Line) -> bool:
    """Whether a title in capitals under «Chương II» goes on with this line, though each stands apart from the next."""
    part = any(label.scheme == "keyword" and label.kind != "article" for label in draft.readings)
    return part and is_capitals(draft.lines[-1].key) and is_capitals(line.key) and not read_labels(line.key)


def _joins(last: Line, line: Line, width: int, indent: int, first: int, *, alone: bool) -> bool:
    """Whether a line without a label belongs to the paragraph before it: by its indent, where indents tell."""
    if indent:
        return line.indent < indent
    if first and alone and not line.blank_before and is_cut_first_line(last.key, line.key, first):
        return True
    return continues(last, line, width, alone=alone)


def _add_cell(drafts: list[_Draft], line: Line, mark: Mark) -> None:
    if mark.part == "row":
        drafts.append(_Draft(mark.labels, [line]))
    elif mark.part == "cell":
        drafts[-1].lines.append(line)


def _item(draft: _Draft) -> Item:
    first, *others = draft.lines
    if not others:
        return Item(draft.readings, (first.span,), first.key, text=first.text)
    spans = tuple(line.span for line in draft.lines)
    return Item(draft.readings, spans, " ".join([line.key for line in draft.lines]))


def _confirmed(lines: Sequence[Line]) -> dict[int, tuple[Label, ...]]:
    """Labels that OCR spoiled, where the list that they belong to goes on around them: «1. … Il. … III.»."""
    spoiled = {index: labels for index, line in enumerate(lines) if (labels := spoiled_labels(line.key))}
    if not spoiled:
        return {}
    sure = {(label.style, label.numbers) for line in lines for label in read_labels(line.key)}
    found: dict[int, tuple[Label, ...]] = {}
    for index, readings in spoiled.items():
        near = [other.key for other in lines[max(0, index - 3) : index + 4]]
        spoiled_b = any(key.startswith("h)") for key in near[: min(index, 3)])  # no h) stands before e)
        if labels := tuple(
            label
            for label in readings
            if _is_confirmed(label, sure, near) or (spoiled_b and label.printed == "e)")
        ):
            found[index] = labels
    return found


def _is_confirmed(label: Label, sure: set[tuple[str, tuple[int, ...]]], near: Sequence[str]) -> bool:
    """A neighbour in the list must be printed right, and the number itself must be missing from it."""
    if label.scheme == "bullet":
        marks = [
            one for key in near for one in (*read_labels(key), *spoiled_labels(key)) if one.scheme == "bullet"
        ]
        return len(marks) > 1
    if label.printed == "e)" and not any(key.startswith("d)") for key in near):
        return False  # a c) only before d), else e) after lost letters
    number = label.numbers[0]
    beside = any((label.style, (number + step,)) in sure for step in (-1, 1))
    if label.printed == "1)" and any(key.startswith("2)") for key in near):
        return False  # a list of its own, not the letter l
    return beside and (label.style == "1." or (label.style, label.numbers) not in sure)


def credible_labels(
    line: Line,
    before: Line | None,
    seen: Mapping[str, Label],
    width: int = 0,
    spoiled: tuple[Label, ...] = (),
) -> tuple[Label, ...]:
    """The readings of a line's label that can be true after the line before it.

    After an unfinished sentence only the next number of a list that is open can: «… trong năm / 2. Giao …» is
    one after 1., while «… ngày 16 tháng / 3. Các …» is not unless 2. stands open.
    """
    if before is not None and cuts_numeral(before.key, line.key):
        return ()
    printed = read_labels(line.key)
    if not printed and not spoiled:
        return ()
    readings = (*(label for label in printed if _can_stand(label, seen)), *spoiled)
    if before is not None and _CUT_PHRASE.search(before.key):
        readings = tuple(label for label in readings if label.scheme != "keyword" or _fits(label, seen))
    if not readings or before is None or ends_sentence(before.key):
        return tuple(label for label in readings if not label.doubtful or _fits(label, seen))
    if _may_end(before.key, line, width):
        return tuple(label for label in readings if not label.doubtful or _fits(label, seen))
    return tuple(label for label in readings if _goes_on(label, before, line, seen))


def _can_stand(label: Label, seen: Mapping[str, Label]) -> bool:
    before = seen.get(label.style)
    if label.tail and label.scheme != "keyword":  # «2a.» only after 2. or 2a.
        return before is not None and before.numbers == label.numbers
    if label.scheme == "letter" and len(label.numbers) > 1:
        return any(one.scheme == "letter" and one.numbers[0] == label.numbers[0] for one in seen.values())
    if label.scheme != "number":
        return True
    return label.numbers[0] <= max(_HIGH_NUMBER, before.numbers[0] + 1 if before else 0)


def _fits(label: Label, seen: Mapping[str, Label]) -> bool:
    """A doubtful label opens its list or is the next one of it."""
    before = seen.get(label.style)
    return label.numbers in ((), (1,)) or (before is not None and follows(before, label))


def _may_end(key: str, line: Line, width: int) -> bool:
    """Whether a line without a full stop may be whole: a heading, or a list's line that ends with a comma."""
    if any(label.scheme == "keyword" for label in read_labels(key)):
        return True
    if len(key) >= RUNNING_TEXT:
        return line.blank_before and key.endswith(",")
    if not width:
        return True
    return line.blank_before or key.endswith(",") or len(key) < RUNNING_TEXT * 2 // 3


def _goes_on(label: Label, above: Line, line: Line, seen: Mapping[str, Label]) -> bool:
    if label.doubtful:
        return False
    if label.scheme == "keyword":
        return True
    rest = line.key[label.end :].lstrip()
    if label.scheme == "bullet":
        return line.blank_before and rest[:1].isupper()
    before = seen.get(label.style)
    if before is None:
        return line.blank_before and label.numbers[-1] == 1
    if (
        label.numbers == (1,)
        and line.blank_before
        and rest[:1].isupper()
        and not IN_MID_PHRASE.search(above.key)
    ):
        return (
            True  # each heading may open its own 1., 2., each number its a), b), though no full stop ends it
        )
    return follows(before, label) and not rest[:1].islower()
