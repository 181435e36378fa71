"""A strip of time: when something was ordered, as upright strokes on one axis that many strips share.

A strip is one path in a box of 100 by 20, stretched to its cell, so that a matrix of some hundred strips stays
small. Its words say what the strokes show; no strip stands without them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.site.words import UNDATED

_MOST_STROKES = 36
_TALLEST, _LOWEST = 17, 5


@dataclass(frozen=True, slots=True)
class Axis:
    """The span that strips show, in whole years, and the months that one stroke stands for: 1, 3 or 12."""

    first: int
    last: int
    step: int

    @property
    def ends(self) -> tuple[str, str]:
        """The names of its first and last year; the second is empty where there is one year only."""
        return str(self.first), str(self.last) if self.last > self.first else ""


@dataclass(frozen=True, slots=True)
class Strip:
    """How often, from when to when, in words (`3/2020–2/2021`), and the strokes as an SVG path."""

    count: int
    span: str
    path: str


def axis_of(days: Iterable[date | None]) -> Axis:
    """The axis for these dates; of no date at all an axis of one year, with nothing on it."""
    years = sorted({day.year for day in days if day}) or [date.min.year]
    months = 12 * (years[-1] - years[0] + 1)
    step = next((step for step in (1, 3) if months / step <= _MOST_STROKES), 12)
    return Axis(years[0], years[-1], step)


def strip_of(axis: Axis, days: Sequence[date | None]) -> Strip:
    """The strip of dates, one a thing that was ordered; those unknown count and have no stroke."""
    known = sorted(day for day in days if day)
    slots = Counter((12 * (day.year - axis.first) + day.month - 1) // axis.step for day in known)
    tallest = max(slots.values(), default=1)
    total = 12 * (axis.last - axis.first + 1) / axis.step
    strokes = (
        f"M{100 * (slot + 0.5) / total:.1f} 20v-{_height(count, tallest)}"
        for slot, count in sorted(slots.items())
    )
    return Strip(len(days), span_in_words(known, len(days)), "".join(strokes))


def _height(count: int, tallest: int) -> int:
    return _LOWEST + round((_TALLEST - _LOWEST) * count / tallest)


def span_in_words(known: Sequence[date], count: int) -> str:
    """The months of the first and last of dates in order (`3/2020`, `3/2020–2/2021`), and whether more have none."""
    if not known:
        return UNDATED
    first, last = (f"{day.month}/{day.year}" for day in (known[0], known[-1]))
    said = first if first == last else f"{first}\u2013{last}"
    return said if len(known) == count else f"{said}, {UNDATED.lower()}"
