"""Lengths and stretches of time: «trong vòng 15 ngày kể từ …», «từ … đến hết …», «từ … cho đến khi có thông báo»."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.enrich.deadlines.points import (
    COUNT,
    FOOTNOTE,
    Found,
    Point,
    count_of,
    day_only_at,
    last_of_span,
    point_at,
    year_of,
)

LIMIT = re.compile(
    r"(?<!\w)(?P<head>[Tt]rong(?:\s(?:vòng|thời hạn|thời gian|khoảng thời gian))?|[Tt]hời (?:hạn|gian)(?:\s(?:\S{1,8}\s){0,4}?(?:là|:))?|"
    rf"[Cc]hậm nhất|[Mm]uộn nhất|[Kk]hông quá|[Tt]ối đa|[Kk]hông chậm (?:hơn|quá))\s?:?\s?"
    rf"(?:(?:là|trong|vòng|thời hạn|thời gian|không quá|tối đa|sau|chậm nhất|đến|khoảng)\s){{0,4}}{FOOTNOTE}{COUNT}"
)
_COUNTED_FROM = re.compile(r"\s?(?:\([^)]{1,40}\))?,?\s?(?:(?:kể|tính|bắt đầu)\s)?(?:từ|kể từ)\s(?:lúc\s)?")
_OCCURRENCE = re.compile(
    r"\s?(?:\([^)]{1,40}\))?,?\s(?:(?:(?:kể|tính)\s)?(?:từ\s)(?:khi|ngày|thời điểm|lúc|giờ|ngay|sau)|"
    r"sau\s(?:khi|ngày|thời điểm)|kể\stừ)(?!\w)"
    r"(?P<what>(?:\s[^\s.;:,()“”\"]+){0,16})"
)
_AHEAD_OF = re.compile(
    r"\strước\s(?:khi|ngày|thời điểm|giờ|hội nghị|kỳ họp|phiên)(?P<what>(?:\s[^\s.;:,()“”\"]+){0,12})"
)
_VALIDITY = re.compile(r"(?:âm tính|có giá trị|còn hiệu lực|còn hạn|giá trị sử dụng)[^.;]{0,50}$|hiệu lực\s$")
_PAST_OR_STATE = re.compile(
    r"\s(?:qua|trước|vừa qua|gần|liên tục|liên tiếp|liền|tới|đầu|cuối|tiếp theo|đó|này|trở lại|đến \d)(?!\w)"
)
_ACT_BEFORE = re.compile(
    r"(?:hoàn thành|báo cáo|gửi|xử lý|trả lời|giải quyết|khắc phục|xong|trả kết quả|thông báo|cung cấp|nộp|ban hành|triển khai)"
    r"[^.;:]{0,45}$"
)

_REPORT_PERIODS = frozenset(((1, 1, 12, 31), (1, 1, 6, 30), (7, 1, 12, 31)))
# «Hợp đồng xác định thời hạn là hợp đồng mà …», «Tử vong mẹ là số phụ nữ tử vong …»: what a word means
_DEFINITION = re.compile(
    r"(?:^|[.;:]\s)[^.;:,]{2,120}\s(?:là|được hiểu là|được tính là)\s(?:số|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|phần trăm|tổng|chỉ tiêu|người|những|"
    r"trẻ em|hợp đồng|việc|khoản|loại|dữ liệu|phụ nữ|hộ|doanh nghiệp|tổ chức|cá nhân|hành vi|hoạt động|quá trình|hình thức)\s[^.;:]{0,200}$"
)
_MUST = re.compile(r"(?<!\w)(?:phải|có trách nhiệm|chậm nhất)(?!\w)")

FROM = re.compile(
    r"(?<!\w)(?P<from>(?:[Tt]ừ|(?:[Kk]ể|[Bb]ắt đầu)(?:\stừ)?|[Tt]hời gian[^.;:]{0,40}:)\s(?:từ\s)?"
    r"(?=(?:sáng\s|chiều\s|hết\s)?(?:ngày|\d|tháng|quý|Quý)))"
)
_TO = re.compile(r"(?:\s\([^)]{2,30}\))?,?\s?(?:cho\s)?(?:đến|tới|-)\s?(?:hết\s|trước\s)?")
_UNTIL_NOTICE = re.compile(r"(?:\s\([^)]{2,30}\))?,?\s(?:cho\s)?(?:đến|tới)\skhi(?:\s[^.;,()]{1,50})?")
_UP_TO_NOW = re.compile(r",?\s(?:cho\s)?(?:đến|tới)\s(?:nay|thời điểm|hiện)|\strở (?:về|đi)|\strở lại đây")
_NOT_A_SPAN = re.compile(
    r"(?:hiệu lực(?: thi hành)?|số liệu|lũy kế|so với|được áp dụng|thống kê|cộng dồn|chốt|kỳ báo cáo)[^.;]{0,30}$|(?<!\w)sinh\s$"
)
# «Người lao động ở thuê, ở trọ trong khoảng thời gian từ …»: who is meant, not what is to be done
_ENTITLED = re.compile(
    r"(?:^|[.;:]\s|\W)(?:[Nn]gười (?:lao động|sử dụng|hưởng|bị|đang|đã|được|nghỉ|tham gia|hoạt động)|[Tt]hân nhân|[Ởở] thuê|[Đđ]ối tượng)\s"
    r"(?:(?!phải|thực hiện|tạm dừng|cách ly|không được|yêu cầu|dừng|nghỉ học|xét nghiệm)[^.;]){0,180}$"
)
_FACT_AFTER = re.compile(r"[^.;]{0,40}\s(?:đã|ghi nhận|phát hiện|có \d|xảy ra)(?!\w)")
_GENERIC_YEAR = re.compile(r"\s(?:của\s)?(?:năm (?!\d)|(?:hằng|hàng|mỗi) năm)")
_STOPS = re.compile(
    r"(?:[Tt]ạm dừng|[Dd]ừng|[Cc]ấm|[Tt]ạm ngừng|[Đđ]óng cửa|[Cc]ách ly|[Gg]iãn cách|[Pp]hong tỏa|[Nn]ghỉ học|[Tt]hiết lập|[Cc]ao điểm)"
)
FROM_NOW = re.compile(
    r"(?<!\w)[Tt]ừ nay,?\s(?:cho\s)?(?:đến|tới)\s(?:trước\s)?(?:(?:hết|cuối)\s(?P<year>năm\s(?P<number>20\d\d)(?!\d))|"
    r"(?P<yearend>cuối năm|hết năm)(?!\s\d)|(?:hết\s|cuối\s)?(?=ngày|tháng|quý|\d))"
)


def limits(key: str) -> Iterator[Found]:
    """Find limits of so many days: a period where a printed date starts it, an event where an occurrence does."""
    for match in LIMIT.finditer(key):
        before = key[max(0, match.start() - 70) : match.start()]
        # «Sau thời hạn 12 tháng kể từ … mà không …» sets a condition
        if (
            _VALIDITY.search(before)
            or _defines(key, match)
            or before.endswith(("Sau ", "sau "))
            or point_at(key, _count_start(match))
        ):
            continue
        if found := _from_date(key, match) or _from_occurrence(key, match):
            yield found


def _defines(key: str, match: re.Match[str]) -> bool:
    """Whether a limit belongs to what a word means, and sets no time for an act."""
    before = key[max(0, match.start() - 330) : match.start()]
    return " là " in before and bool(_DEFINITION.search(before)) and not _MUST.search(before + match.group())


def _count_start(match: re.Match[str]) -> int:
    """Where the count of a limit begins: «chậm nhất là 18 giờ ngày 10/11» is a time of day and no count."""
    return min(match.start(name) for name in ("digits", "digits_in", "word") if match[name])


def _from_date(key: str, match: re.Match[str]) -> Found | None:
    counted = _COUNTED_FROM.match(key, match.end())
    point = point_at(key, counted.end()) if counted else None
    start = point.printed.whole if point else None
    if point is None or start is None or _TO.match(key, point.end):
        return None
    count, unit = count_of(match)
    end = last_of_span(start, count, unit, point.at_time)
    basis = (
        f"{count} {unit} kể từ {start.isoformat()}, tính cả ngày đầu"
        if end
        else f"{count} {unit} kể từ {start.isoformat()}"
    )
    return Found(match.start(), point.end, "period", start, end, point.at_time, basis=basis)


def _from_occurrence(key: str, match: re.Match[str]) -> Found | None:
    counted = _COUNTED_FROM.match(key, match.end())
    if counted and (point_at(key, counted.end()) or day_only_at(key, counted.end())):
        return None
    if after := _OCCURRENCE.match(key, match.end()):
        return Found(match.start(), after.end("what"), "event")
    latest = match["head"].lower() in ("chậm nhất", "muộn nhất")
    if latest and (ahead := _AHEAD_OF.match(key, match.end())):
        return Found(match.start(), ahead.end("what"), "event")
    bounded = match["head"].lower() not in ("trong", "tối đa", "không quá") and not match[
        "head"
    ].lower().startswith("thời")
    acts = _ACT_BEFORE.search(key[max(0, match.start() - 60) : match.start()])
    if bounded and acts and not _PAST_OR_STATE.match(key, match.end()):
        return Found(match.start(), match.end(), "event")
    return None


def ranges(key: str, issued_on: date | None) -> Iterator[Found]:
    """Find stretches of time with a first day: «từ … đến …», open ends, and «từ nay đến …»."""
    for match in FROM.finditer(key):
        before = key[max(0, match.start() - 45) : match.start()]
        if _NOT_A_SPAN.search(before) or before.endswith(("tính ", "Tính ")):
            continue
        if found := _range(key, match, issued_on) or _open_range(key, match, issued_on):
            yield found
    for match in FROM_NOW.finditer(key):
        if found := _from_now(key, match, issued_on):
            yield found


def _range(key: str, match: re.Match[str], issued_on: date | None) -> Found | None:
    first = point_at(key, match.end())
    day = None if first else day_only_at(key, match.end())
    begin_end = first.end if first else day[1] if day else None
    to = _TO.match(key, begin_end) if begin_end is not None else None
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
    ):
        return None
    starts = first.printed.first(year_of(first.printed, issued_on))
    if until := _UNTIL_NOTICE.match(key, first.end):
        return Found(match.start(), until.end(), "period", starts, None, first.at_time)
    if starts is None or (issued_on and starts < issued_on):
        return None
    around = key[max(0, match.start() - 80) : match.start()] + key[first.end : first.end + 60]
    stops = bool(_STOPS.search(around)) and (
        first.at_time is not None or match["from"].startswith(("Kể", "kể"))
    )
    if not stops and not (first.at_time and issued_on):
        return None
    return Found(match.start(), first.end, "period", starts, None, first.at_time)


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
    if point is None:
        return None
    return Found(
        match.start(), point.end, "period", ends_on=point.printed.last(year_of(point.printed, issued_on))
    )


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
