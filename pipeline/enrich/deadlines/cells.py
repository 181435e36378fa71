"""Cells of tables that hold only a time: «… | Ban Chỉ huy Quân sự huyện | Quý III/2022», «… | Công an tỉnh | Hằng ngày»."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from pipeline.enrich.deadlines.points import Found, Point, found_at, is_long, point_at
from pipeline.enrich.deadlines.rhythms import rule_of

YEARS = re.compile(r"(20\d\d)\s?-\s?(20\d\d)")
# «giai đoạn | 2021 - 2025»: a programme's name, broken over lines
_PROGRAMME = re.compile(r"(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|kế hoạch 5 năm)$")
_RHYTHM = re.compile(r"(?:Hằng|Hàng|Mỗi|hằng|hàng) (?P<unit>ngày|tuần|tháng|quý|năm)\s?[.;]?")


def cells(key: str, breaks: Sequence[int], issued_on: date | None) -> Iterator[Found]:
    """Find table cells that hold only a date: «Mua sắm áo phao | Ban Chỉ huy Quân sự huyện | Quý III/2022».

    `breaks` are the offsets of the blanks that stand for a cell's edge (-1: the start of the text). A day counts only from the day of issue on:
    tables hold dates of birth and of the past as well. A cell «2012 - 2014» is a period of whole years.
    """
    for left, right in pairwise([*breaks, len(key)]):
        years = YEARS.fullmatch(key, left + 1, right)
        if years and not _PROGRAMME.search(key[max(0, left - 40) : max(0, left)]):
            yield Found(
                left + 1,
                right,
                "period",
                date(int(years[1]), 1, 1),
                date(int(years[2]), 12, 31),
                basis="trọn các năm",
            )
        elif (point := point_at(key, left + 1)) and point.end == right and _ahead(point, issued_on):
            yield found_at(left + 1, point, issued_on, "due")


def _ahead(point: Point, issued_on: date | None) -> bool:
    ends = point.printed.last(point.printed.year)
    if ends is None or is_long(point) or (issued_on is not None and ends < issued_on):
        return False
    return point.printed.unit != "day" or issued_on is not None


def rhythm_cells(key: str, breaks: Sequence[int]) -> Iterator[Found]:
    """Find table cells that hold a rhythm alone, «… | Công an tỉnh | Hằng ngày»; `breaks` as in `dues.cells`."""
    for left, right in pairwise([*breaks, len(key)]):
        if rhythm := _RHYTHM.fullmatch(key, left + 1, right):
            yield Found(left + 1, right, "recurrence", recurrence=rule_of(rhythm["unit"], 1))
