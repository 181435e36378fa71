"""Deadlines over all documents: by date, as a timeline, and what is due next and was due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pipeline.site.corpus import Corpus, grouped
from pipeline.site.paging import Part, numbered, paged, titled
from pipeline.site.phrases import deadline_phrase
from pipeline.site.shell import Page
from pipeline.site.strip import Axis, Strip, strip_of
from pipeline.site.templates import render
from pipeline.tables import Deadline

ADDRESS = "thoi-han/"
UNDATED_AT = "thoi-han/dinh-ky/"
_AHEAD, _PAST = 18, 8

Entry = list[Deadline]
"""Deadlines of one clause that fall together: «chậm nhất 10/2», «trước ngày 10/2»."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of the timeline: where its deadlines stand, and in which months they fall."""

    year: int
    address: str
    strip: Strip


@dataclass(frozen=True, slots=True)
class Due:
    """What the home page shows: deadlines on and after the newest document's date, and those before it."""

    since: date | None
    ahead: list[Entry]
    past: list[Entry]


def merged(rows: Iterable[Deadline]) -> list[Entry]:
    """Deadlines with those of one clause that fall together brought together."""
    return list(grouped(rows, lambda row: f"{row.clause_id} {deadline_phrase(row)}").values())


def due(corpus: Corpus) -> Due:
    """The deadlines round the date of the newest document, which stands for today where no clock may be read."""
    since = max((row.issued_on for row in corpus.directives if row.issued_on), default=None)
    dated = merged(row for row in _by_date(corpus) if row.ends_on)
    ahead = [rows for rows in dated if since and rows[0].ends_on and rows[0].ends_on >= since]
    past = [rows for rows in dated if rows not in ahead]
    return Due(since, ahead[::-1][:_AHEAD], past[:_PAST])


def deadline_pages(corpus: Corpus) -> Iterator[Page]:
    """All deadlines with a date, the latest first and by year where they are many; then those without one."""
    dated = merged(_by_date(corpus))
    pages = paged(dated, ADDRESS, lambda rows: _when(rows[0]))
    undated = _undated_parts(corpus)
    calendar = (corpus.package.folder / "deadlines.ics").is_file()
    for part in pages.parts:
        first = part.year is None
        body = render(
            "deadlines.html",
            part.address,
            months=_months(part.rows),
            undated=undated if first else (),
            timeline=_timeline(dated, {year.name: year.address for year in pages.years}) if first else (),
            pages=pages,
            part=part,
            corpus=corpus,
            calendar=calendar and first,
        )
        yield _page(titled("Thời hạn", part), part.address, body)
    for part in undated[1:]:
        body = render("undated.html", part.address, rows=part.rows, parts=undated, part=part, corpus=corpus)
        yield _page(f"Định kỳ và theo sự kiện, phần {part.number}", part.address, body)


def _page(title: str, address: str, body: str) -> Page:
    return Page(
        address, title, f"{title}: hạn chót và việc định kỳ trong các văn bản chỉ đạo.", body, "deadlines"
    )


def _by_date(corpus: Corpus) -> list[Deadline]:
    dated = (row for row in corpus.package.deadlines if row.ends_on or row.starts_on)
    return sorted(dated, key=lambda row: (-_when(row).toordinal(), row.deadline_id))


def _undated_parts(corpus: Corpus) -> list[Part[Entry]]:
    rows = (row for row in corpus.package.deadlines if not (row.ends_on or row.starts_on))
    return numbered(merged(rows), ADDRESS, UNDATED_AT)


def _when(row: Deadline) -> date:
    return row.ends_on or row.starts_on or date.min


def _months(rows: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries by month, `Tháng 2/2021`."""
    months = groupby(rows, key=lambda entry: _when(entry[0]).replace(day=1))
    return [(f"Tháng {first.month}/{first.year}", list(entries)) for first, entries in months]


def _timeline(dated: Iterable[Entry], addresses: dict[str, str]) -> list[YearLine]:
    """The years that have deadlines, the latest first, each with its months."""
    years = groupby((_when(entry[0]) for entry in dated), key=lambda day: day.year)
    return [
        YearLine(year, addresses.get(str(year), ""), strip_of(Axis(year, year, 1), list(days)))
        for year, days in years
    ]
