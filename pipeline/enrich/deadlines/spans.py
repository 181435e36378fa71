"""Stretches of time: «từ … đến hết …», «từ … cho đến khi có thông báo»."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.enrich.deadlines.points import (
    COUNT,
    TO,
    Found,
    Point,
    count_of,
    day_only_at,
    last_of_span,
    point_at,
    year_of,
)

_REPORT_PERIODS = frozenset(((1, 1, 12, 31), (1, 1, 6, 30), (7, 1, 12, 31)))
FROM = re.compile(
    r"(?<!\w)(?P<from>(?:[Tt]ừ|(?:[Kk]ể|[Bb]ắt đầu)(?:\stừ)?|[Tt]hời gian[^.;:]{0,40}:)\s(?:[Tt]ừ\s)?"
    r"(?=(?:sáng\s|chiều\s|hết\s)?(?:ngày|\d|tháng|quý|Quý|đầu|giữa|cuối|thượng|trung tuần|hạ tuần|tuần)))"
)
_UNTIL_NOTICE = re.compile(r"(?:\s\([^)]{2,30}\))?,?\s(?:cho\s)?(?:đến|tới)\skhi(?:\s[^.;,()]{1,50})?")
_UP_TO_NOW = re.compile(r",?\s(?:cho\s)?(?:đến|tới)\s(?:nay|thời điểm|hiện)|\strở (?:về|đi)|\strở lại đây")
# «kể từ 12 giờ ngày 29/1/2021 trong thời gian 21 ngày»
_FOR = re.compile(rf",?\s\(?trong(?:\s(?:vòng|thời gian|thời hạn))?\s?:?\s(?:là\s)?{COUNT}")
_LENGTH_BEFORE = re.compile(rf"(?<!\w){COUNT},?\s(?:tính\s)?$")
# «từ ngày công bố danh sách đến 07 giờ ngày 14/3/2026»: an occurrence begins it, a printed day ends it
_FROM_OCCURRENCE = re.compile(
    r"(?<!\w)(?:[Kk]ể\s)?[Tt]ừ\s(?:khi|ngày|lúc|thời điểm|sau khi|giờ)(?:\s[^\W\d_]{1,8}){1,10}?,?\s(?:cho\s)?(?:đến|tới)\s(?P<until>hết\s|trước\s)?"
    r"(?=ngày\s\d|\d)"
)
_NOT_A_SPAN = re.compile(
    r"(?:hiệu lực(?: thi hành)?|số liệu|lũy kế|so với|được áp dụng|thống kê|cộng dồn|chốt|kỳ báo cáo)[^.;]{0,30}$|(?<!\w)sinh\s$"
)
# «Người lao động ở thuê, ở trọ trong khoảng thời gian từ …»: who is meant, not what is to be done
_ENTITLED = re.compile(
    r"(?:^|[.;:]\s|\W)(?:[Nn]gười (?:lao động|sử dụng|hưởng|bị|đang|đã|được|nghỉ|tham gia|hoạt động)|[Tt]hân nhân|[Ởở] thuê|[Đđ]ối tượng)\s"
    r"(?:(?!phải|thực hiện|tạm dừng|cách ly|không được|yêu cầu|dừng|nghỉ học|xét nghiệm)[^.;]){0,180}$"
)
# «Đối với người từ vùng dịch trở về kể từ 0 giờ ngày 20/7/2021»
_WHOM = re.compile(
    r"(?:^|[.;:]\s)\W{0,3}[Đđ]ối với (?:những |các |mọi )?(?:người|trường hợp|công dân|phương tiện|học sinh|lao động|hồ sơ|hộ)(?!\w)[^.;:,]{0,120}$"
)
# «Tạm hoãn đại hội cho đến khi dịch bệnh được kiểm soát»: no day begins it, none ends it
UNTIL_THEN = re.compile(
    r"(?<!\w)(?:[Tt]ạm (?:dừng|ngừng|hoãn|đình chỉ)|[Dd]ừng|[Hh]oãn|[Ll]ùi|[Đđ]óng cửa|[Pp]hong tỏa|[Dd]uy trì|[Cc]ấm)(?!\w)"
    r"(?:(?!ngày \d|giờ \d)[^.;:]){2,160}?\s(?P<when>(?:cho\s)?(?:đến|tới)\skhi\s[^\s.;,()]{1,10}(?:\s[^\s.;,()]{1,10}){1,8})"
)
_FACT_AFTER = re.compile(r"[^.;]{0,40}\s(?:đã|ghi nhận|phát hiện|có \d|xảy ra)(?!\w)")
_GENERIC_YEAR = re.compile(r"\s(?:của\s)?(?:năm (?!\d)|(?:hằng|hàng|mỗi) năm)")
_STOPS = re.compile(
    r"(?:[Tt]ạm dừng|[Dd]ừng|[Cc]ấm|[Tt]ạm ngừng|[Nn]gừng|[Đđ]óng cửa|[Cc]ách ly|[Gg]iãn cách|[Pp]hong tỏa|[Nn]ghỉ học|[Tt]hiết lập|[Cc]ao điểm)"
)
FROM_NOW = re.compile(
    r"(?<!\w)[Tt]ừ nay,?\s(?:cho\s)?(?:đến|tới)\s(?:trước\s)?(?:(?:hết|cuối)\s(?P<year>năm\s(?P<number>20\d\d)(?!\d))|"
    r"(?P<yearend>cuối năm|hết năm)(?!\s\d)|(?:hết\s|cuối\s)?(?=ngày|tháng|quý|\d))"
)


def ranges(key: str, issued_on: date | None) -> Iterator[Found]:
    """Find stretches of time with a first day: «từ … đến …», open ends, and «từ nay đến …»."""
    for match in FROM.finditer(key):
        before = key[max(0, match.start() - 45) : match.start()]
        if _NOT_A_SPAN.search(before) or before.endswith(("tính ", "Tính ")):
            continue
        if found := _range(key, match, issued_on) or _open_range(key, match, issued_on):
            yield found
    for match in _FROM_OCCURRENCE.finditer(key) if "từ " in key.lower() else ():
        if found := _until(key, match, issued_on):
            yield found
    for match in UNTIL_THEN.finditer(key) if "i khi " in key or "n khi " in key else ():
        yield Found(*match.span("when"), "period")
    for match in FROM_NOW.finditer(key):
        if found := _from_now(key, match, issued_on):
            yield found


def _range(key: str, match: re.Match[str], issued_on: date | None) -> Found | None:
    first = point_at(key, match.end())
    day = None if first else day_only_at(key, match.end())
    begin_end = first.end if first else day[1] if day else None
    to = TO.match(key, begin_end) if begin_end is not None else None
    last = point_at(key, to.end()) if to else None
    if last is None or (_GENERIC_YEAR.match(key, last.end) and not last.printed.year):
        return None
    starts, ends = _ends(first, day[0] if day else None, last, issued_on)
    if ends and to and "trước" in to.group():
        ends -= timedelta(days=1)
    if (ends and issued_on and ends < issued_on) or _is_any_year(starts, ends, last):
        return None
    if key.startswith(" (sau đây", last.end) or _ENTITLED.search(
        key[max(0, match.start() - 200) : match.start()]
    ):
        return None
    if issued_on is None and _FACT_AFTER.match(key, last.end):
        return None
    return Found(match.start(), last.end, "period", starts, ends, first.at_time if first else None)


def _is_any_year(starts: date | None, ends: date | None, last: Point) -> bool:
    """«từ ngày 01/01 đến hết ngày 31/12 (30/6)» without a year is what a report covers, not a time limit."""
    whole = starts and ends and (starts.month, starts.day, ends.month, ends.day) in _REPORT_PERIODS
    return bool(whole) and last.printed.year is None


def _ends(
    first: Point | None, day: int | None, last: Point, issued_on: date | None
) -> tuple[date | None, date | None]:
    """The two ends; what the first leaves out (its month, its year) is the last's."""
    year = year_of(last.printed, issued_on)
    ends = last.printed.last(year)
    if first is None:
        starts = _replaced_day(last, day, year)
    else:
        starts = first.printed.first(first.printed.year or year)
        if starts and ends and starts > ends and not first.printed.year and year:
            starts = first.printed.first(year - 1)
    return starts, ends


def _replaced_day(last: Point, day: int | None, year: int | None) -> date | None:
    start = last.printed.first(year)
    try:
        return start.replace(day=day) if start and day else None
    except ValueError:
        return None


def _open_range(key: str, match: re.Match[str], issued_on: date | None) -> Found | None:
    """«Cấm biển từ 12 giờ ngày 10/11/2013 cho đến khi có thông báo»; «Từ 0 giờ ngày 1/4/2020, tạm dừng …»."""
    first = point_at(key, match.end())
    if (
        first is None
        or "từ" not in match.group().lower()
        or first.printed.unit != "day"
        or _UP_TO_NOW.match(key, first.end)
        or ((to := TO.match(key, first.end)) and point_at(key, to.end()))
    ):
        return None
    if _WHOM.search(key[max(0, match.start() - 150) : match.start()]):
        return None
    starts = first.printed.first(year_of(first.printed, issued_on))
    if until := _UNTIL_NOTICE.match(key, first.end):
        return Found(match.start(), until.end(), "period", starts, None, first.at_time)
    if starts is None or (issued_on and starts < issued_on):
        return None
    if lasting := _FOR.match(key, first.end):
        return _counted(match.start(), lasting.end(), lasting, starts, first)
    if lasting := _LENGTH_BEFORE.search(key, max(0, match.start() - 30), match.start()):
        return _counted(lasting.start(), first.end, lasting, starts, first)
    if match["from"].lower().startswith(("bắt đầu", "thời gian")) and issued_on and first.printed.year:
        return Found(match.start(), first.end, "period", starts, None, first.at_time)
    around = key[max(0, match.start() - 80) : match.start()] + key[first.end : first.end + 60]
    stops = bool(_STOPS.search(around)) and (
        first.at_time is not None or match["from"].startswith(("Kể", "kể"))
    )
    if not stops and not (first.at_time and issued_on):
        return None
    return Found(match.start(), first.end, "period", starts, None, first.at_time)


def _counted(start: int, end: int, lasting: re.Match[str], starts: date, first: Point) -> Found:
    """«kể từ 12 giờ ngày 29/1/2021 trong thời gian 21 ngày», «cách ly 21 ngày từ 12 giờ ngày 29/1»: a length and its first day."""
    count, unit = count_of(lasting)
    ends = last_of_span(starts, count, unit, first.at_time)
    basis = f"{count} {unit} kể từ {starts.isoformat()}" + (", tính cả ngày đầu" if ends else "")
    return Found(start, end, "period", starts, ends, first.at_time, basis=basis)


def _until(key: str, match: re.Match[str], issued_on: date | None) -> Found | None:
    """«từ ngày công bố danh sách đến 07 giờ ngày 14/3/2026»: a period that an occurrence begins."""
    before = key[max(0, match.start() - 45) : match.start()]
    last = point_at(key, match.end())
    if (
        last is None
        or last.printed.unit != "day"
        or _NOT_A_SPAN.search(before)
        or _FACT_AFTER.match(key, last.end)
    ):
        return None
    if _GENERIC_YEAR.match(key, last.end) and not last.printed.year:
        return None  # «đến ngày 31 tháng 12 của năm tốt nghiệp»
    ends = last.printed.last(year_of(last.printed, issued_on))
    if ends is None or (issued_on and ends < issued_on):
        return None
    ends -= timedelta(days=(match["until"] or "").startswith("trước"))
    return Found(match.start(), last.end, "period", None, ends)


def _from_now(key: str, match: re.Match[str], issued_on: date | None) -> Found | None:
    if match["number"]:
        return Found(match.start(), match.end(), "period", ends_on=date(int(match["number"]), 12, 31))
    if match["yearend"]:
        ends = date(issued_on.year, 12, 31) if issued_on else None
        return Found(
            match.start(),
            match.end(),
            "period",
            ends_on=ends,
            basis="năm theo ngày ban hành" if ends else None,
        )
    point = point_at(key, match.end())
    ends = point.printed.last(year_of(point.printed, issued_on)) if point else None
    if point is None or (ends and issued_on and ends < issued_on):
        return None
    return Found(match.start(), point.end, "period", ends_on=ends)


WHOLE_YEARS = re.compile(
    r"(?:^|[(:]\s?|(?:[Tt]hời gian|[Tt]hực hiện|[Hh]oàn thành|[Tt]rong|[Tt]iến độ)[^.;:,()]{0,25}\s)"
    r"(?P<years>(?:(?:trong|các)\s)?[Nn]ăm\s(?P<first>20\d\d)\s?-\s?(?P<last>20\d\d))(?!\d)"
)


def whole_years(key: str) -> Iterator[Found]:
    """Find periods of whole years, «Năm 2025 - 2026»; a school year (năm học) is none."""
    for match in WHOLE_YEARS.finditer(key) if "ăm 20" in key else ():
        first, last = int(match["first"]), int(match["last"])
        if first <= last:
            yield Found(
                match.start("years"),
                match.end(),
                "period",
                date(first, 1, 1),
                date(last, 12, 31),
                basis="trọn các năm",
            )
