"""Points in time and lengths of time as time limits print them, and the calendar sums made with them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.dates import PrintedDate, date_at, find_times
from pipeline.enrich.deadlines.stretches import Stretch, stretch_at
from pipeline.tables.meaning import DeadlineKind

TIME = r"(?:(?:[01]?\d|2[0-4])\s?(?:giờ|[hg])(?:\s?[0-5]\d(?![\d/])(?:\s?phút|['’])?)?|(?:[01]?\d|2[0-4]):[0-5]\d)"
"""A time of day before a date: `17 giờ 00`, `17h30`, `0 giờ`, `17:00`."""

FOOTNOTE = r"(?:\d\s(?=\d))?"
"""A footnote's mark that a conversion left in the line: «chậm nhất là 2 18 giờ ngày 10/11»."""

WEEKDAY = r"(?:thứ\s(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ\s[Nn]hật)"
"""A day of the week: `thứ Sáu`, `Chủ nhật`, `thứ 7`."""

_PART_OF_DAY = r"(?:sáng|trưa|chiều|tối|đêm)"
# «17h00 chiều thứ Sáu, ngày 06/8», «16 giờ hôm nay (05/8/2021)», «cuối giờ chiều ngày 09/8»
_LEAD = re.compile(
    rf"\s?(?:{FOOTNOTE}(?P<time>{TIME})\s?(?:(?P<part>{_PART_OF_DAY})(?!\w))?\s?,?\s?)?(?:(?:của|trong|hết|các)\s)?"
    rf"(?:(?:cuối\sgiờ\s|buổi\s)?{_PART_OF_DAY}\s)?(?:(?:ngày\s)?(?:hôm nay|ngày mai|mai)\s?)?(?:(?:ngày\s)?{WEEKDAY}\s?)?,?\s?\(?"
    r"(?=[Nn]gày|\d|[Tt]háng|[Qq]uý|[Đđ]ầu\s|[Gg]iữa\s|[Cc]uối\s|[Tt]hượng\s|[Tt]rung\s|[Hh]ạ\s|[Tt]uần\s|[Ss]áu\s|năm\s20)"
)
_THIS_YEAR = re.compile(r"\snăm\s(?:nay|này|hiện tại)(?!\w)")
_DAY_ONLY = re.compile(r"(?:ngày\s)?(?P<day>\d{1,2})(?![\d/.,])(?!\s?(?:giờ|tháng|ngày|phút|h\d|%))")

_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_UNITS = r"giờ|phút|ngày làm việc|ngày|tuần lễ|tuần|tháng|năm"
COUNT = (
    rf"(?:(?:{'|'.join(_WORDS)})\s\((?P<digits_in>\d{{1,3}})\)|(?P<digits>\d{{1,3}})(?:\s\([{'a-zà-ỹđ'}\s]{{2,16}}\))?"
    rf"|(?P<word>{'|'.join(_WORDS)}))\s?(?P<unit>{_UNITS})(?!\w)"
)
"""A length of time: «15 ngày», «05 ngày làm việc», «năm (05) ngày», «03 (ba) tháng», «một tuần»."""

TO = re.compile(r"(?:\s\([^)]{2,30}\))?,?\s?(?:cho\s)?(?:đến|tới|-)\s?(?:hết\s|trước\s)?")
"""What joins the two ends of a stretch of time: «đến hết», «cho đến», «-»."""

_NAMES = {"month": "tháng", "quarter": "quý", "part": "năm", "half": "của nửa năm", "year": "năm"}

# Words of time limits as character recognition misreads them, none of them another word: «trưóc ngày 07/3», «dên ngày 21/3».
_AS_MEANT = {
    "trưóc": "trước", "truớc": "trước", "trươc": "trước", "dến": "đến", "dên": "đến", "đên": "đến", "hêt": "hết",
    "châm nhất": "chậm nhất", "chậm nhât": "chậm nhất", "ngàv": "ngày", "ngảy": "ngày", "quí": "quý",
}  # fmt: skip
_AS_MEANT |= {misread.capitalize(): meant.capitalize() for misread, meant in list(_AS_MEANT.items())}
_MISREAD = re.compile(r"(?<!\w)(?:" + "|".join(_AS_MEANT) + r")(?!\w)")


_CAPITALS = re.compile(r"(?<![\w/-])(?!(?:I{1,3}|IV)(?!\w))[^\W\d_]{2,8}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, quarter or part of a year with perhaps a time of day, and where its words end."""

    printed: PrintedDate | Stretch
    at_time: str | None
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A time limit found: offsets into the text it was found in, and its values."""

    start: int
    end: int
    kind: DeadlineKind
    starts_on: date | None = None
    ends_on: date | None = None
    at_time: str | None = None
    recurrence: str | None = None
    basis: str | None = None


def legible(key: str) -> str:
    """A text with its misread words of time as they were meant, and those in capitals small, to match on; the length stays."""
    in_capitals = (
        "NGÀY" in key or "THÁNG" in key or "QUÝ" in key
    )  # «báo cáo TRƯỚC NGÀY 15/9/2021», not a heading all in capitals
    if in_capitals and any(map(str.islower, key.split())):
        key = _CAPITALS.sub(
            lambda match: match.group().lower() if match.group().isupper() else match.group(), key
        )
    return _MISREAD.sub(lambda match: _AS_MEANT[match.group()], key)


def point_at(key: str, position: int) -> Point | None:
    """Read «[17 giờ 00] [ngày] 10/2/2021», a month, a quarter or a part of a year at a position, blanks passed over."""
    lead = _LEAD.match(key, position)
    printed = (stretch_at(key, lead.end()) or date_at(key, lead.end())) if lead else None
    if lead is None or printed is None:
        return None
    this_year = _THIS_YEAR.match(key, printed.end) if not printed.year else None
    return Point(printed, _hour(lead["time"], lead["part"]), this_year.end() if this_year else printed.end)


def is_long(point: Point) -> bool:
    """Whether a point is half a year, a year or the end of one, which tell of plans and of counts as often as of limits."""
    printed = point.printed
    return isinstance(printed, Stretch) and (
        printed.unit != "part" or (printed.part is None and printed.opens == (12, 1))
    )


def day_only_at(key: str, position: int) -> tuple[int, int] | None:
    """Read the day of «từ ngày 15 đến ngày 20 tháng 7», as (day, end); None if no bare day stands there."""
    match = _DAY_ONLY.match(key, position)
    return (int(match["day"]), match.end()) if match and 1 <= int(match["day"]) <= 31 else None


def time_in(words: str | None) -> str | None:
    """The time of day (`HH:MM`) in some words, None if they hold none."""
    times = find_times(words) if words else []
    return times[0][2] if times else None


def _hour(words: str | None, part_of_day: str | None) -> str | None:
    """The time of day, of twenty-four hours: «5 giờ chiều» is 17:00, «12 giờ trưa» 12:00."""
    time = time_in(words)
    if time and part_of_day in ("chiều", "tối") and time < "12":
        return f"{int(time[:2]) + 12}{time[2:]}"
    return time


def count_of(match: re.Match[str]) -> tuple[int, str]:
    """The number and the unit that a match of `COUNT` names."""
    digits = match["digits"] or match["digits_in"]
    return (int(digits) if digits else _WORDS[match["word"]]), match["unit"].removesuffix(" lễ")


def year_of(printed: PrintedDate | Stretch, issued_on: date | None) -> int | None:
    """The year meant where none is printed: that of issue, or the next where that lies half a year and more back.

    Example: «trước ngày 15/01» in a directive of December 2021 is of 2022.
    """
    if printed.year or issued_on is None:
        return printed.year
    last = printed.last(issued_on.year)
    return issued_on.year + (last is not None and (issued_on - last).days > 182)


def year_basis(printed: PrintedDate | Stretch, issued_on: date | None) -> str | None:
    """How a date without a year, or a month's or quarter's last day, was computed."""
    said = []
    if isinstance(printed, Stretch) and printed.part:
        said.append(
            f"«{printed.part}» tính đến hết ngày {printed.closes[1]}"
            if printed.closes[1] < 31
            else f"ngày cuối của «{printed.part}»"
        )
    elif printed.unit != "day":
        said.append("ngày cuối " + _NAMES[printed.unit])
    if not printed.year and issued_on:
        said.append("năm theo ngày ban hành")
    return ", ".join(said) or None


def found_at(start: int, point: Point, issued_on: date | None, kind: DeadlineKind) -> Found:
    """A time limit of a kind at a point read, its words from `start` on; a year not printed is that of issue."""
    ends = point.printed.last(year_of(point.printed, issued_on))
    basis = year_basis(point.printed, issued_on)
    if kind == "recurrence":
        return Found(start, point.end, "recurrence", at_time=point.at_time, recurrence=_each_year(point))
    if kind == "period":
        return Found(start, point.end, "period", ends_on=ends, at_time=None, basis=basis)
    return Found(start, point.end, "due", ends_on=ends, at_time=point.at_time, basis=basis)


def _each_year(point: Point) -> str:
    """The rule of a day, a month or a quarter's last month that comes back every year."""
    printed = point.printed
    if printed.unit == "day":
        return f"FREQ=YEARLY;BYMONTH={printed.month};BYMONTHDAY={printed.day}"
    return f"FREQ=YEARLY;BYMONTH={printed.month + (2 if printed.unit == 'quarter' else 0)}"


def last_of_span(start: date, count: int, unit: str, at_time: str | None) -> date | None:
    """The last day of a span counted from a day inclusively; None for working days, which no calendar here knows.

    Examples: 15 ngày from 2020-04-01 end on 2020-04-15; 48 giờ from 12:00 of that day on 2020-04-03.
    """
    if unit == "ngày":
        return start + timedelta(days=count - 1)
    if unit == "tuần":
        return start + timedelta(days=7 * count - 1)
    if unit in ("tháng", "năm"):
        return months_after(start, count * (12 if unit == "năm" else 1)) - timedelta(days=1)
    if unit == "giờ" and at_time:
        hours = int(at_time[:2]) + count + (0 if at_time.endswith("00") else 1)
        return start + timedelta(days=(hours - 1) // 24)
    return None


def months_after(start: date, months: int) -> date:
    """The same day some months later, or that month's last day where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
