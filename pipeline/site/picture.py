"""The home page's picture, «Tỉnh nào ban hành gì, khi nào»: one line a province, one dot a month.

Positions are percentages and sizes pixels, so that its words stay readable on a phone and on a wall.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from pipeline.site import words
from pipeline.site.corpus import Corpus
from pipeline.tables import Directive, Province

MOST_ROWS = 24
ROW_HEIGHT = 54
_TOP = 14
_AXIS_HEIGHT = 30
_LABEL_WIDTH = 16.0
"""Percent that a label needs to the next dot, so that labels do not run into each other."""


@dataclass(frozen=True, slots=True)
class Dot:
    """The documents of one province and month: place in percent, radius in pixels, and words for them.

    `label` stands beside it where there is room; beside a dot that `is_alone` on its line even on a phone.
    """

    x: float
    radius: float
    label: str
    title: str
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One province's line: its height in pixels and its dots, from left to right."""

    province: Province
    y: int
    count: int
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture; `years` are (name, place in percent).

    `left_out` counts provinces that had no room, `undated` documents without a date or a province.
    """

    lines: tuple[Line, ...]
    years: tuple[tuple[str, float], ...]
    height: int
    left_out: int
    undated: int


def picture(corpus: Corpus) -> Picture | None:
    """The picture of a corpus; None where no document has both a province and a date."""
    dated = {name: [row for row in rows if row.issued_on] for name, rows in corpus.directives_in.items()}
    ranked = sorted(
        (name for name, rows in dated.items() if rows), key=lambda name: (-len(dated[name]), name)
    )
    if not ranked:
        return None
    days = [row.issued_on for name in ranked for row in dated[name] if row.issued_on]
    first, last = min(days).year, max(days).year
    shown = [corpus.province[name] for name in ranked[:MOST_ROWS]]
    lines = tuple(
        Line(row, _TOP + index * ROW_HEIGHT, len(dated[row.name]), _dots(dated[row.name], first, last))
        for index, row in enumerate(shown)
    )
    years = tuple((str(year), _place(date(year, 1, 1), first, last)) for year in range(first, last + 1))
    height = _TOP + len(lines) * ROW_HEIGHT + _AXIS_HEIGHT
    undated = len(corpus.directives) - len(days)
    return Picture(lines, _thinned(years), height, len(ranked) - len(shown), undated)


def _dots(rows: Sequence[Directive], first: int, last: int) -> tuple[Dot, ...]:
    months: defaultdict[date, list[Directive]] = defaultdict(list)
    for row in rows:
        if row.issued_on:
            months[row.issued_on.replace(day=15)].append(row)
    places = {month: _place(month, first, last) for month in months}
    return tuple(_dot(month, months[month], places) for month in sorted(months))


def _dot(month: date, rows: Sequence[Directive], places: Mapping[date, float]) -> Dot:
    what = words.type_name(rows[0]) if len(rows) == 1 else f"{len(rows)} văn bản"
    x = places[month]
    has_room = all(abs(x - other) >= _LABEL_WIDTH for each, other in places.items() if each != month)
    return Dot(
        x,
        round(min(5 * sqrt(len(rows)), ROW_HEIGHT / 2 - 4), 1),
        f"{what} {month.month}/{month.year}" if has_room else "",
        f"{what}, tháng {month.month}/{month.year}",
        len(places) == 1,
    )


def _place(day: date, first: int, last: int) -> float:
    start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    return round(2 + 96 * (day.toordinal() - start) / (end - start), 2)


def _thinned(years: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Every year, or as many at even steps as a phone has room for."""
    step = 1 + (len(years) - 1) // 6
    return years[::step]
