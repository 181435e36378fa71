"""Long lists cut into pages: the newest rows at the list's own address, all rows again by year below it.

A list that fits one page is one page. Of a longer one, every row is on a page of its year (in parts where a year
is long), so everything can be reached by links alone, and no page grows with the corpus.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Row = TypeVar("Row")

MOST = 200
"""Rows on a page: about 100 KB of HTML before compression."""

UNDATED = "khong-ro"


@dataclass(frozen=True, slots=True)
class Year:
    """A year's entry in the navigation: its name (empty if unknown), first page, and rows."""

    name: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Part(Generic[Row]):
    """One page of a list. `year` is None on the list's own page, which holds the newest rows, or all of them."""

    address: str
    year: str | None
    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Paged(Generic[Row]):
    """A whole list: its pages, the list's own first, and its years, newest first; no years where one page holds all."""

    parts: tuple[Part[Row], ...]
    years: tuple[Year, ...]

    @property
    def is_whole(self) -> bool:
        """Whether one page holds every row."""
        return len(self.parts) == 1

    def of_year(self, part: Part[Row]) -> list[Part[Row]]:
        """The pages of the year that a page belongs to."""
        return [] if part.year is None else [other for other in self.parts if other.year == part.year]


def paged(
    rows: Sequence[Row],
    address: str,
    day: Callable[[Row], date | None],
    *,
    size: Callable[[Row], int] = lambda _: 1,
    years_at: str | None = None,
    most: int | None = None,
) -> Paged[Row]:
    """Cut rows, which come newest first, into pages of about `most` (a row of `size` n counts as n).

    `address` is the list's own, e.g. `co-quan/so-y-te/`; years lie below it, `co-quan/so-y-te/2021/`, and their
    further parts below that, or below `years_at` where names there could be taken.
    """
    most = most or MOST
    whole = Part(address, None, 1, tuple(rows))
    if sum(map(size, rows)) <= most:
        return Paged((whole,), ())
    first = next(_chunks(rows, size, most))
    by_year = _by_year(rows, day)
    below = address if years_at is None else years_at
    parts = [
        Part(f"{below}{year or UNDATED}/" + (f"{number}/" if number > 1 else ""), year, number, chunk)
        for year, group in by_year
        for number, chunk in enumerate(_chunks(group, size, most), 1)
    ]
    years = tuple(Year(year, f"{below}{year or UNDATED}/", sum(map(size, group))) for year, group in by_year)
    return Paged((Part(address, None, 1, first), *parts), years)


def _by_year(rows: Sequence[Row], day: Callable[[Row], date | None]) -> list[tuple[str, list[Row]]]:
    """Rows by year, in the order in which years come; those without a date last."""
    years: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        known = day(row)
        years[str(known.year) if known else ""].append(row)
    return sorted(years.items(), key=lambda item: not item[0])


def _chunks(rows: Iterable[Row], size: Callable[[Row], int], most: int) -> Iterator[tuple[Row, ...]]:
    chunk: list[Row] = []
    held = 0
    for row in rows:
        if chunk and held + size(row) > most:
            yield tuple(chunk)
            chunk, held = [], 0
        chunk.append(row)
        held += size(row)
    if chunk:
        yield tuple(chunk)


def numbered(rows: Sequence[Row], address: str, below: str, most: int | None = None) -> list[Part[Row]]:
    """Cut rows that have no year: the first part at `address`, the others at `below` with `2/`, `3/` and so on."""
    chunks = list(_chunks(rows, lambda _: 1, most or MOST)) or [()]
    return [
        Part(address if number == 1 else f"{below}{number}/", None, number, chunk)
        for number, chunk in enumerate(chunks, 1)
    ]


def titled(name: str, part: Part[Row]) -> str:
    """A page's title: the list's name and, on a page of a year, the year and part."""
    if part.year is None:
        return name
    said = f"năm {part.year}" if part.year else "chưa rõ ngày"
    return f"{name}, {said}" + (f", phần {part.number}" if part.number > 1 else "")
