"""Parts of months, quarters and years: «giữa tháng 9», «trung tuần tháng 10/2021», «cuối quý III», «6 tháng cuối năm 2022»."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.dates import date_at

_YEAR = r"(?:\s(?P<{0}>20\d\d)(?!\d|,\d|\s?-\s?20)|\snay(?!\w)|(?!\s(?:\d|học|tài chính|ngân sách|kế hoạch|âm lịch|tuổi|thứ)))"
_STRETCH = re.compile(
    r"(?P<part>[Đđ]ầu|[Gg]iữa|[Cc]uối|[Tt]hượng tuần|[Tt]rung tuần|[Hh]ạ tuần|[Tt]uần (?:đầu|cuối|(?:thứ )?(?:nhất|hai|ba|tư|[1-4]))(?: tiên| cùng)?"
    r"|[Nn]gày (?:làm việc )?cuối(?: cùng)?)"
    r"(?:\s(?:của|trong))?\s(?=tháng\s\d|[Qq]u[ýí]\s[I1-4])"
    rf"|[Cc]uối năm{_YEAR.format('end')}"
    rf"|(?:0?6|[Ss]áu) tháng (?P<half>đầu|cuối) năm{_YEAR.format('of')}"
    r"|năm (?P<year>20\d\d)(?!\d|,\d|\s?-\s?20)"
)
_THEN = re.compile(r"(?:,?\s(?:và|hoặc|-)|,)\s(?=(?:đầu|giữa|cuối|thượng|trung|hạ)\s)")
_TENS = {
    "đầu": (1, 10),
    "thượng": (1, 10),
    "giữa": (11, 20),
    "trung": (11, 20),
    "cuối": (21, 31),
    "hạ": (21, 31),
}
_WEEKS = {"đầu": 1, "nhất": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tư": 4, "4": 4}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named part of a year at `key[start:end]`, from its first to its last (month, day); a day past the month's end is its last.

    `year` is None where none is printed; `part` says in words which part of a month or quarter was counted out, if one was.
    """

    start: int
    end: int
    unit: Literal["part", "half", "year"]
    year: int | None
    opens: tuple[int, int]
    closes: tuple[int, int]
    part: str | None = None

    @property
    def month(self) -> int:
        """The month in which it begins."""
        return self.opens[0]

    @property
    def whole(self) -> None:
        """No single calendar day is meant."""

    def first(self, default_year: int | None) -> date | None:
        """Give its first day, `default_year` for a year not printed; None if still unknown."""
        return _day(self.year or default_year, self.opens)

    def last(self, default_year: int | None) -> date | None:
        """Give its last day: of «giữa tháng 9/2021» 2021-09-20, of «cuối năm 2022» 2022-12-31."""
        return _day(self.year or default_year, self.closes)


def stretch_at(key: str, position: int) -> Stretch | None:
    """Read the part of a year that begins exactly at a position; «cuối tháng 9, đầu tháng 10/2021» is read as one."""
    match = _STRETCH.match(key, position)
    if match is None:
        return None
    if match["year"]:
        return Stretch(*match.span(), "year", int(match["year"]), (1, 1), (12, 31))
    if match["half"]:
        ends = ((1, 1), (6, 30)) if match["half"] == "đầu" else ((7, 1), (12, 31))
        return Stretch(*match.span(), "half", int(match["of"]) if match["of"] else None, *ends)
    if not match["part"]:
        return Stretch(*match.span(), "part", int(match["end"]) if match["end"] else None, (12, 1), (12, 31))
    found = _part(key, match)
    then = _THEN.match(key, found.end) if found and not found.year else None
    more = stretch_at(key, then.end()) if then else None
    if found and more and more.unit == "part" and more.closes > found.closes:
        return Stretch(found.start, more.end, "part", more.year, found.opens, more.closes, more.part)
    return found


def _part(key: str, match: re.Match[str]) -> Stretch | None:
    """A part of the month or quarter that follows: thirds by days or by months, weeks by sevens."""
    whole = date_at(key, match.end())
    if whole is None or whole.unit == "day":
        return None
    word = match["part"].lower()
    if whole.unit == "quarter":
        month = whole.month + {"đ": 0, "g": 1, "c": 2}.get(word[0], 2)
        return Stretch(match.start(), whole.end, "part", whole.year, (month, 1), (month, 31), f"{word} quý")
    if word.startswith("ngày"):
        return Stretch(match.start(), whole.end, "part", whole.year, (whole.month, 31), (whole.month, 31))
    opens, closes = _week(word) if word.startswith("tuần") else _TENS[word.split()[0]]
    ends = (whole.month, opens), (whole.month, closes)
    return Stretch(match.start(), whole.end, "part", whole.year, *ends, f"{word} tháng")


def _week(word: str) -> tuple[int, int]:
    if "cuối" in word:
        return 25, 31
    number = next(value for name, value in _WEEKS.items() if name in word.split())
    return 7 * number - 6, 7 * number


def _day(year: int | None, month_day: tuple[int, int]) -> date | None:
    if year is None:
        return None
    month, day = month_day
    return date(year, month, min(day, monthrange(year, month)[1]))
