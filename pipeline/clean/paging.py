"""Pages: their numbers, the running headers that stand beside them or in mid-sentence, and the marks of copies.

What stands at even distances through a whole document stands on its pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.labels import read_labels
from pipeline.records import Line, Removal
from pipeline.signatories import person_name

_NUMBER_LENGTH = len("-- 123 --")
_BREAK_LENGTH = 64
"""A page's number or break has at most so many characters."""
_PAGE_OF_TEXT = 700
"""A page holds at least so many characters: what comes back sooner is a table's cell, not a running header."""
_PAGES_SKIPPED = 4
"""Numbers of pages may be lost between two that are seen."""
_HEADER_LENGTH = 80
_CELL_LENGTH = 40
_FIRST_WORD = re.compile(r"\S{1,30}")
_PAGE_IN_HEADER = re.compile(r"^\d{1,4}\b|\b\d{1,4}\W{0,3}$")
"""A running header may bear the page's number at either end; other digits tell «Phụ lục 16a» from «Phụ lục 17a»."""
_DIGIT = re.compile(r"\d")
_FORM = (
    landmarks.ANNEX, landmarks.ISSUED_WITH, landmarks.NATION, landmarks.ISSUER_LINE,
    landmarks.SIGNED, landmarks.OFFICE_TITLE,
)  # fmt: skip
"""What an annex opens and a form closes with may stand at the edge of one page after another: each takes a new one."""
_LONGEST_PAGE = 6000
_VALUE = re.compile(r"\d{1,3}")
_EVEN = 2.5
"""The longest page of a document has at most so many times the text of its shortest."""
_HEADS = 3


def _value_of(key: str) -> int:
    """The number that a page's mark bears: 3 for «- 3 -» and «3/14»."""
    match = _VALUE.search(key)
    return int(match.group()) if match else 0


def _evenly_counted(lines: Sequence[Line], lone: Sequence[int]) -> frozenset[int]:
    """Of the lines that hold a number alone, those that count pages from the document's start on, a page's text apart.

    The numbers of a table's rows come sooner, or begin with 1; one that occurs twice may be either.
    """
    values = {index: _value_of(lines[index].key) for index in lone if "|" not in lines[index].key}
    times = Counter(values.values())
    found: list[int] = []
    last, start = 1, 0
    for index, value in values.items():
        pages, at = value - last, lines[index].span.start
        even = pages * _PAGE_OF_TEXT <= at - start <= pages * _LONGEST_PAGE
        if 0 < pages <= _PAGES_SKIPPED and even and times[value] == 1:
            found.append(index)
            last, start = value, at
    return frozenset(found) if len(found) > 1 or len(values) == 1 else frozenset()


def _evenly_spread(lines: Sequence[Line], indexes: Sequence[int]) -> bool:
    """Whether lines that read alike come back at even distances from the first page to the last, as heads do."""
    starts = [lines[index].span.start for index in indexes]
    if len(starts) < _HEADS:
        return False
    pages = [b - a for a, b in pairwise(starts)]
    longest, shortest = max(pages), min(pages)
    ends = max(starts[0] - lines[0].span.start, lines[-1].span.end - starts[-1])
    return shortest >= _PAGE_OF_TEXT and longest <= shortest * _EVEN and ends <= longest * _EVEN


def page_marks(lines: Sequence[Line]) -> Iterator[Removal]:
    """Page numbers, and the running headers that stand beside them or in mid-sentence."""
    heads = [index for index, line in enumerate(lines) if rules.GAZETTE.search(line.key)]
    numbers = frozenset(_beside_heads(lines, heads)) if heads else _page_numbers(lines)
    for index in numbers:
        yield Removal(lines[index].span, rules.PAGE_NUMBER.id, "furniture")
    breaks = {
        index
        for index, line in enumerate(lines)
        if len(line.key) <= _BREAK_LENGTH and rules.PAGE_BREAK.search(line.key)
    }
    running = () if heads else _running_headers(lines, numbers | breaks)
    for index in sorted({*running, *_copy_marks(lines)}):
        yield Removal(lines[index].span, rules.RUNNING_HEADER.id, "furniture")


def _page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Lone numbers that count pages: each a little larger than the one before, and none a table's cell."""
    lone = [
        index
        for index, line in enumerate(lines)
        if index and len(line.key) <= _NUMBER_LENGTH and rules.PAGE_NUMBER.search(line.key)
    ]
    times = Counter(line.key for line in lines) if lone else {}
    found = set(_evenly_counted(lines, lone))
    counted = bool(lines) and lines[0].key == "1"  # a number over the first line: every page bears one
    last = row = 0
    cell = (0, 0)
    for index in lone:
        line = lines[index]
        number = _value_of(line.key)
        if index in found:
            last = number
        elif _is_cell(lines, index, times, counted) or _is_next_row(number, line, cell):
            cell = (number, line.span.start)
        elif line.key == str(row + 1):  # no page bears the number 1: a lone 1 opens a table's rows
            row = number
        elif last < number <= last + _PAGES_SKIPPED:
            last = number
            found.add(index)
    return frozenset(found)


def _is_next_row(number: int, line: Line, cell: tuple[int, int]) -> bool:
    """Whether the number before this one is a cell too near above to stand on another page: rows 1, 2, 3 of a table."""
    return number == cell[0] + 1 and line.span.start - cell[1] < _PAGE_OF_TEXT


def _beside_heads(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[int]:
    """The page numbers that stand beside the gazette's running head, some of them printed twice: «81 / 81».

    Every page of the gazette has that head and no other, so what stands alike on its pages elsewhere is a table's.
    """
    for head in heads:
        for step in (-1, 1):
            index, number = head + step, ""
            while 0 <= index < len(lines) and rules.PAGE_NUMBER.search(lines[index].key):
                if number and lines[index].key != number:
                    break
                yield index
                index, number = index + step, lines[index].key


def _is_cell(lines: Sequence[Line], index: int, times: Mapping[str, int], counted: bool) -> bool:
    """A number between bars or under a short line without a gap is a cell, not a page, unless that line runs on."""
    line, before = lines[index], lines[index - 1]
    if times[before.key] > 1 and _may_run(before.key):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else before
    if "|" not in line.key and _is_between_pages(lines, index, after.key, counted):
        return False
    if rules.PAGE_BREAK.search(before.key) or rules.PAGE_BREAK.search(after.key):
        return False
    if len(after.key) >= _HEADER_LENGTH and any(
        label.scheme != "bullet" for label in read_labels(before.key)
    ):
        return False  # «2. Các huyện ủy, thành ủy / 2 / Tăng cường …»: a page ends after a heading
    beside = [one for one in (before, after) if abs(one.number - line.number) == 1]
    return any("|" in one.key or "\t" in one.key for one in beside) or (
        not line.blank_before and len(before.key) < _CELL_LENGTH and not before.key.endswith((".", ";"))
    )


def _is_between_pages(lines: Sequence[Line], index: int, after: str, counted: bool) -> bool:
    """Whether the text itself runs over from one page to the next at a lone number, however short its last line is.

    «… trong khu / dân cư có ngõ sâu trên / 2 / 200 m»: the last line goes on with one as long as the page is wide;
    «sao đen, / 2 / hồi, trám»: a sentence runs over; «Lê Văn An / 4 / PHỤ LỤC»: an annex begins a page;
    «+ Huyện Mù Cang Chải: / 2 / 118 nhà;»: where each page bears its number, a clause runs over.
    """
    before = lines[index - 1].key
    if before.endswith((".", ";")):
        return False
    if before.endswith(",") and after[:1].islower():
        return True
    if person_name(before) and landmarks.ANNEX.search(after):
        return True
    above = lines[index - 2].key if index > 1 else ""
    wraps = len(above) >= _HEADER_LENGTH and not above.endswith((".", ";", ":"))
    return (wraps and before[:1].islower()) or (counted and bool(read_labels(before)))


def _running_headers(lines: Sequence[Line], pages: frozenset[int]) -> Iterator[int]:
    """Short lines that come back on page after page, most of them in mid-sentence or beside a page number."""
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if _stands_alone(line.key):
            places[_without_page(line.key)].append(index)
    for alike in places.values():
        if len(alike) > 1:
            indexes = [index for index in alike if _may_run(lines[index].key)]
            if _is_running(lines, indexes, pages):
                yield from indexes


def _without_page(key: str) -> str:
    """A running header less the page's number, which it may bear at either end."""
    return _PAGE_IN_HEADER.sub("", key) if _DIGIT.search(key) else key


def _is_running(lines: Sequence[Line], indexes: Sequence[int], pages: frozenset[int]) -> bool:
    """Whether lines that read alike are running headers: each at a page's break, or all far apart in mid-sentence.

    Where the breaks of pages are marked, a line elsewhere is text: in hard-wrapped text and in a table's columns
    any line may stand in mid-sentence («Dùng để giảng dạy / và trình bày các»).
    """
    beside = sum(index - 1 in pages or index + 1 in pages for index in indexes)
    if len(indexes) > 1 and beside == len(indexes):
        return True
    starts = [lines[index].span.start for index in indexes]
    if len(indexes) < 3 or min(b - a for a, b in pairwise(starts)) < _PAGE_OF_TEXT:
        return False
    breaks = sum(_breaks_sentence(lines, index) for index in indexes)
    if breaks and _evenly_spread(lines, indexes):
        return True
    return (beside if len(pages) > 1 else breaks) * 3 >= len(indexes) * 2


def _copy_marks(lines: Sequence[Line]) -> Iterator[int]:
    """«SAO Y BẢN CHÍNH» stamped into running text; under the signature it is the copy's own heading and stays."""
    for index, line in enumerate(lines[1:-1], 1):
        if landmarks.COPY.search(line.key) and (
            _breaks_sentence(lines, index) or len(lines[index + 1].key) >= _HEADER_LENGTH
        ):
            yield index


def _stands_alone(key: str) -> bool:
    """Whether a line is short and neither sentence nor row of a table."""
    return (
        8 <= len(key) <= _HEADER_LENGTH
        and not key[0].islower()
        and not key.endswith((".", ";", ":", ","))
        and "|" not in key
    )


def _may_run(key: str) -> bool:
    """Whether a line can be a running header: no row of a table, no clause that articles share, «1. Phạm vi áp dụng»."""
    if not _stands_alone(key):
        return False
    labelled = any(label.scheme != "bullet" for label in read_labels(key))
    return not labelled and not any(rule.search(key) for rule in _FORM)


def _breaks_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands in mid-sentence and ends too early to be part of it: the next word had room on it."""
    before = lines[index - 1].key if index else ""
    after = lines[index + 1].key if index + 1 < len(lines) else ""
    word = _FIRST_WORD.match(after)
    fits = word is not None and len(lines[index].key) + len(word.group()) < len(before)
    return fits and not before.endswith((".", ";", ":", "!", "?")) and after[:1].islower()
