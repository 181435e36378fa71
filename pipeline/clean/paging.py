"""What stands at even distances through a whole document stands on its pages: their numbers, their running heads."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.records import Line

PAGE_OF_TEXT = 700
"""A page holds at least so many characters: what comes back sooner is a table's cell, not a running header."""
PAGES_SKIPPED = 4
"""Numbers of pages may be lost between two that are seen."""
_LONGEST_PAGE = 6000
_VALUE = re.compile(r"\d{1,3}")
_EVEN = 2.5
"""The longest page of a document has at most so many times the text of its shortest."""
_HEADS = 3


def value_of(key: str) -> int:
    """The number that a page's mark bears: 3 for «- 3 -» and «3/14»."""
    match = _VALUE.search(key)
    return int(match.group()) if match else 0


def evenly_counted(lines: Sequence[Line], lone: Sequence[int]) -> frozenset[int]:
    """Of the lines that hold a number alone, those that count pages from the document's start on, a page's text apart.

    The numbers of a table's rows come sooner, or begin with 1; one that occurs twice may be either.
    """
    values = {index: value_of(lines[index].key) for index in lone if "|" not in lines[index].key}
    times = Counter(values.values())
    found: list[int] = []
    last, start = 1, 0
    for index, value in values.items():
        pages, at = value - last, lines[index].span.start
        even = pages * PAGE_OF_TEXT <= at - start <= pages * _LONGEST_PAGE
        if 0 < pages <= PAGES_SKIPPED and even and times[value] == 1:
            found.append(index)
            last, start = value, at
    return frozenset(found) if len(found) > 1 or len(values) == 1 else frozenset()


def evenly_spread(lines: Sequence[Line], indexes: Sequence[int]) -> bool:
    """Whether lines that read alike come back at even distances from the first page to the last, as heads do."""
    starts = [lines[index].span.start for index in indexes]
    if len(starts) < _HEADS:
        return False
    pages = [b - a for a, b in pairwise(starts)]
    longest, shortest = max(pages), min(pages)
    ends = max(starts[0] - lines[0].span.start, lines[-1].span.end - starts[-1])
    return shortest >= PAGE_OF_TEXT and longest <= shortest * _EVEN and ends <= longest * _EVEN
