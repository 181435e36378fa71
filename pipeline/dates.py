"""Dates and times of day as Vietnamese official text prints them.

Forms after Nghị định 30/2020/NĐ-CP (state) and Hướng dẫn 36-HD/VPTW (Party), and as they really occur.

Everything here reads text in its `match_key` form and answers with offsets into it. A day that the calendar
does not have (`31/6/2020`) is no date; a year that is not printed stays unknown until a caller supplies one.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["day", "month", "quarter"]

_DATE = re.compile(
    r"""
      (?:(?P<word>[Nn]gày)\s?(?:mùng\s|mồng\s)?)? (?<![\d/.,]) (?P<d>\d{1,2})
        (?: \s?(?P<sep>[/.-])\s?(?P<m>\d{1,2}) (?:\s?(?P=sep)\s?(?P<y>\d{4}|\d\d))? (?![/\d])
          | \s?tháng\s?(?P<wm>\d{1,2}) (?!\d) (?:(?:,?\snăm\s|\s?/\s?)(?P<wy>\d{4})(?!\d))? )
    | [Tt]háng\s?(?P<mm>\d{1,2}) (?![\d,]\d) (?!\d) (?:(?:,?\snăm\s|\s?[/.-]\s?)(?P<my>\d{4})(?!\d))?
    | [Qq]u[ýí]\s(?P<q>IV|I{1,3}|[1-4])\b (?:(?:,?\snăm\s|\s?[/.-]\s?)(?P<qy>\d{4})(?!\d))?
    """,
    re.VERBOSE,
)

# 17h30 · 17h · 17 giờ 00 · 17 giờ 30 phút · 17g00 · 17:00
_TIME = re.compile(
    r"(?<![\d/.,:])(?P<h>[01]?\d|2[0-4])\s?(?:(?:giờ|[hg](?![a-zà-ỹ]))(?:\s?(?P<m>[0-5]\d)(?![\d/.])(?:\s?phút|')?)?|:(?P<c>[0-5]\d)(?!\d))"
)

# A day and month without year or «ngày» (`03/5`) may be a fraction; it is a day if tied to one before it.
_TIED = re.compile(r"\s?(?:đến|tới|và|hoặc|[,;-])(?:\shết)?\s?")

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day, month or quarter that the text names, at `key[start:end]`, its word included.

    The word is «ngày», «tháng» or «quý». `month` is the quarter's first month where the unit is a quarter;
    `year` is None where none is printed.
    """

    start: int
    end: int
    unit: Unit
    year: int | None
    month: int
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The calendar day, where a whole day with its year is printed."""
        return self.first(None) if self.unit == "day" else None

    def first(self, default_year: int | None) -> date | None:
        """Give the first day meant, `default_year` for a year not printed; None if still unknown."""
        year = self.year or default_year
        return _day(year, self.month, self.day or 1) if year else None

    def last(self, default_year: int | None) -> date | None:
        """Give the last day meant: of `tháng 10 năm 2022` 2022-10-31, of `quý III/2023` 2023-09-30."""
        year = self.year or default_year
        if year is None:
            return None
        month = self.month + 2 if self.unit == "quarter" else self.month
        return _day(year, month, self.day or monthrange(year, month)[1])


def find_dates(key: str) -> list[PrintedDate]:
    """All dates printed in a text, in reading order.

    Examples: `ngày 31/3/2020`, `31-3-2020`, `ngày 05 tháng 02 năm 2021`, `ngày 5/6`, `tháng 10 năm 2022`,
    `quý III/2023`.
    """
    return list(_found(key))


def date_at(key: str, position: int) -> PrintedDate | None:
    """Read the date that begins exactly at a position of the text, if one does."""
    match = _DATE.match(key, position)
    return _read(match) if match else None


def parse_date(key: str) -> date | None:
    """Give the first whole day, year included, of a text such as `Sơn La, ngày 31 tháng 3 năm 2020`."""
    return next((found.whole for found in _found(key) if found.whole), None)


def find_times(key: str) -> list[tuple[int, int, str]]:
    """Find times of day as (start, end, `HH:MM`): `17h30`, `17 giờ 00`, `0 giờ`.

    A duration («trong 24 giờ») reads alike: the words before it decide, and the caller looks at them.
    """
    return [
        (match.start(), match.end(), f"{int(match['h']):02}:{match['m'] or match['c'] or '00'}")
        for match in _TIME.finditer(key)
    ]


def _found(key: str) -> Iterator[PrintedDate]:
    tied_from: int | None = None
    for match in _DATE.finditer(key):
        found = _read(match)
        if found is None:
            continue
        loose = found.unit == "day" and found.year is None and not match["word"] and not match["wm"]
        if loose and (tied_from is None or not _TIED.fullmatch(key, tied_from, found.start)):
            continue
        yield found
        tied_from = found.end if found.unit == "day" else None


def _read(match: re.Match[str]) -> PrintedDate | None:
    """One match as a date, or None where the calendar has no such day."""
    start, end = match.span()
    if match["q"]:
        return PrintedDate(start, end, "quarter", _year(match["qy"]), 3 * _QUARTERS[match["q"]] - 2)
    month = int(match["m"] or match["wm"] or match["mm"])
    if match["mm"]:
        return PrintedDate(start, end, "month", _year(match["my"]), month) if 1 <= month <= 12 else None
    year, day = _year(match["y"] or match["wy"]), int(match["d"])
    if _day(year or 2000, month, day) is None or _doubtful(match):
        return None
    return PrintedDate(start, end, "day", year, month, day)


def _doubtful(match: re.Match[str]) -> bool:
    """Whether digits are no date after all: `ngày 5-6` is two days (`ngày 25-4` is one), `2.1` a label, `1/2/20` unclear."""
    if match["sep"] is None:
        return False
    if match["y"]:
        return len(match["y"]) == 2 and not match["word"]
    return match["sep"] != "/" and not (match["word"] and int(match["d"]) > int(match["m"]))


def _year(digits: str | None) -> int | None:
    """Read a year; of two digits, 45 to 99 are of the twentieth century (the first decrees are of 1945)."""
    if digits is None:
        return None
    number = int(digits)
    return number if number > 99 else number + (1900 if number >= 45 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2199 else None
    except ValueError:
        return None
