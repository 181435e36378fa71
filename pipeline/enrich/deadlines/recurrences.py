"""What returns: «trước ngày 20 hằng tháng», «thứ Sáu hằng tuần», «định kỳ 6 tháng», as RFC 5545 recurrence rules."""

import re
from collections.abc import Iterator

from pipeline.dates import date_at
from pipeline.enrich.deadlines.points import FOOTNOTE, TIME, WEEKDAY, Found, time_in
from pipeline.enrich.deadlines.rhythms import days_of_month, labelled, rhythms, rule_of

_EVERY = r"(?:của\s)?(?:[Hh]ằng|[Hh]àng|mỗi)\s(?P<every>ngày|tuần|tháng|quý|năm)(?!\w)"
_DAYS = r"(?:[Cc]ác\s)?[Nn]gày\s\d{1,2}(?:(?:/|\stháng\s)\d{1,2})?(?:(?:,\s?|\svà\s)(?:ngày\s)?\d{1,2}(?:(?:/|\stháng\s)\d{1,2})?){0,3}"
_MONTH = r"tháng\s\d{1,2}"
WHEN = re.compile(
    rf"""(?<!\w)(?:(?:[Đđ]ịnh\skỳ|[Tt]rước|[Vv]ào|[Cc]hậm\snhất|[Mm]uộn\snhất|[Tt]rong|[Xx]ong|[Đđ]ến)\s
         (?:là\s|vào\s|trước\s|đến\s|trong\s){{0,2}})?
         {FOOTNOTE}(?:(?P<time>{TIME})\s?,?\s?)?(?:(?:cuối\sgiờ\s)?(?:sáng|chiều)\s)?
         (?P<anchor>{_DAYS}|{_MONTH}|(?:ngày\s)?{WEEKDAY}(?:(?:,\s|\svà\s){WEEKDAY}){{0,4}})?\s?{_EVERY}""",
    re.VERBOSE,
)
PERIODIC = re.compile(
    r"[Đđ]ịnh kỳ(?:\s(?:cứ|là|theo|vào|ít nhất|tối thiểu|không quá)){0,2}\s(?:\(?(?:hằng|hàng|mỗi)\s(?P<every>ngày|tuần|tháng|quý|năm)"
    r"|(?:\d{1,2}\s(?:lần\s?/\s?|lần\s(?:trong\s)?(?:một\s|mỗi\s|một\s)?)(?P<per>ngày|tuần|tháng|quý|năm))"
    r"|\(?(?P<bare>tuần|tháng|quý|năm)(?!\s\d|\shọc)"
    r"|\(?(?P<number>\d{1,2})\s(?P<unit>ngày|tuần|tháng|năm))(?!\w)(?P<more>(?:,|\svà|,\svà)\s(?:(?:hằng|hàng|mỗi)\s(?:tháng|quý|năm)|\d{1,2}\stháng|(?:quý|năm)(?!\s\d))(?!\w)){0,3}"
)
# «6 tháng, hằng năm báo cáo», «06 tháng và hằng năm»: the shorter interval comes first
_HALF_AND_YEAR = re.compile(
    r"(?<!\w)(?<!đầu )0?6 tháng(?:,|\svà|,\svà)\s(?:hằng|hàng)\snăm(?!\w)"
    r"|(?:^|(?<=[.;]\s))(?:0?6|Sáu) tháng(?:,|\svà|,\svà)\s(?:(?:0?1|một|cả)\s)?năm(?=,?\s\D)"
)
_OF_QUARTER = re.compile(
    r"(?<!\w)(?:[Tt]rước|[Vv]ào|[Cc]hậm nhất|[Đđ]ịnh kỳ|và)\s(?:là\s|vào\s|trước\s){0,2}ngày\s(?P<day>\d{1,2})\s(?:của\s)?tháng\s(?:của\s)?"
    r"(?P<which>đầu|cuối)(?:\stiên|\scùng)?\s(?:của\s)?(?:(?:mỗi|hằng|hàng)\s)?(?P<span>quý|năm)(?:\s(?:tiếp theo|sau))?(?!\w)"
)
_LATER_OF_QUARTER = re.compile(rf"[^.;]{{0,140}}?{_OF_QUARTER.pattern}")
_MONTHS = {
    ("đầu", "quý"): "1,4,7,10",
    ("cuối", "quý"): "3,6,9,12",
    ("đầu", "năm"): "1",
    ("cuối", "năm"): "12",
}
_STEADY = re.compile(
    r"\s?(?:cập nhật|kiểm tra|tổ chức|rà soát|họp|tổng hợp|xây dựng|gửi|thống kê|sơ kết|tổng kết|giao ban)\s"
)
# «trong thời gian cao điểm (từ tháng 5 đến hết tháng 8 hằng năm)»: a season of every year, no day on which to act
_SEASON = re.compile(r"(?<!\w)từ\s(?:ngày\s\d{1,2}\s)?(?:tháng\s\d{1,2}\s)?đến\s(?:hết\s)?$")
_TAIL = re.compile(
    rf"[,)]?\s\(?(?:một lần\s)?(?:trước|vào|chậm nhất)\s(?:là\s)?(?P<time>{TIME})|,?\s\(?(?:trước|vào|chậm nhất)\s(?:là\s|vào\s)?(?=ngày\s\d)"
)
# «hằng tháng, trước ngày 25», «hằng tuần (vào chiều thứ Sáu)», «hằng năm, chậm nhất ngày 15/12»: the day stands behind the rhythm
_DAY_BEHIND = re.compile(
    rf"(?:,?\s\(?|\s)(?:trước|vào|chậm nhất|muộn nhất|xong)\s(?:là\s|vào\s|trước\s){{0,2}}(?:(?P<time>{TIME})\s?,?\s?)?(?:(?:sáng|chiều)\s)?"
    rf"(?P<anchor>{_DAYS}|(?:ngày\s)?{WEEKDAY}(?:(?:,\s|\svà\s){WEEKDAY}){{0,4}})(?![\d/]|\s(?:tháng|của)\s)\)?"
)
_ONCE_EACH = re.compile(
    r"(?:(?P<number>\d{1,2})|(?P<word>[Mm]ột|[Hh]ai|[Bb]a|[Ss]áu))\s(?P<unit>ngày|tuần|tháng|quý|năm)\s"
    r"(?:(?:báo cáo|họp|kiểm tra|sơ kết|tổng hợp|giao ban|đánh giá|phát hành|xuất bản|ra|in)\s[^.;,]{0,70}?)?"
    r"(?:một|01|1)\s(?:lần|kỳ|số|phiên|buổi)(?!\w)"
)
# «Mỗi quý một lần, …», «ít nhất mỗi tháng 01 lần»
_EACH_ONCE = re.compile(
    r"(?<!\w)(?:[Mm]ỗi|[Hh]ằng|[Hh]àng)\s(?P<unit>ngày|tuần|tháng|quý|năm)\s(?:một|01|1)\s(?:lần|kỳ|phiên)(?!\w)"
)
_WORD_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6}
_WEEKDAYS = {"hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH", "sáu": "FR",
             "6": "FR", "bảy": "SA", "7": "SA", "nhật": "SU"}  # fmt: skip
_ORDER = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# The day or month of every year may stand further on: «Hằng năm, Ủy ban nhân dân cấp xã … trước ngày 15 tháng 4», «… trong quý I».
_DAY_OF_YEAR = re.compile(
    r"[^.;]{0,140}?(?:trước|chậm nhất|muộn nhất|vào|trong)(?:\slà)?\s(?:ngày\s\d{1,2}(?:/|\stháng\s)\d{1,2}|tháng\s\d{1,2}|quý\s(?:IV|I{1,3}))"
    r"(?![/\w])(?!,?\snăm\s\d)"
)

# A bare «hằng năm» is a limit only beside a verb of reporting or doing; after a noun it is an adjective.
_DOING = re.compile(
    r"(?:báo cáo|họp|giao ban|kiểm tra|tổng hợp|cập nhật|thống kê|gửi|sơ kết|tổng kết|đánh giá|rà soát|công bố|thông báo|tổ chức|"
    r"kiểm điểm|theo dõi|đôn đốc|thông tin|nộp|trực|tham mưu|xây dựng|giám sát|quan trắc|súc|rửa|lau|khử trùng|tiêu độc|"
    r"dự báo|phát hành|xuất bản|tuyên truyền|cung cấp|phát thanh|vệ sinh|khử khuẩn|phun)"
)
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|trợ cấp|lương|ngân sách|kinh phí|chương trình|mức|phí|thuế|học phí|phụ cấp|nghỉ|bình quân|thường niên|"
    r"tuất|tăng|giảm|thu nhập|sinh hoạt|đóng|chi|hưởng|số|tỷ lệ|danh mục|chỉ tiêu|vốn|nhiệm vụ|công tác|xếp loại|báo viết|nhật báo|"
    r"tháng|quý|năm|và|hoặc)\s$"
)
# «báo cáo hằng năm», «ngân sách nhà nước hằng năm» name a kind of thing, «báo cáo kết quả về Sở Nội vụ hằng năm.» a rhythm
_REPORTED_TO = re.compile(
    r"(?:[Bb]áo cáo|[Gg]ửi|[Tt]ổng hợp|[Tt]rình|[Ss]ơ kết|[Tt]ổng kết|[Rr]à soát)\s(?:[^\s,]{1,12}\s){0,12}?(?:(?:về|cho|với)\s)?"
    r"(?:Ủy ban|Uỷ ban|Sở|Ban|Bộ|Văn phòng|Tỉnh|Huyện|Thường trực|Chính phủ|Thủ tướng|Chủ tịch|UBND|HĐND|Hội đồng|Phòng|Hội|Đảng|Công an|Trung ương)"
    r"(?:\s(?!ngân|dự|kế|công|báo)[^\s,]{1,12}){0,9}\s$"
)
_CLOSES = re.compile(r"\)?(?:[.;,)]|$)|\s(?:để|về)\s")
_AFTER_ADJECTIVE = re.compile(
    r"\s(?:của|theo quy định|được|là|có|cho|tăng|giảm|đạt|và|đã|từ|tại|bằng|do)(?!\w)"
)


def recurrences(key: str) -> Iterator[Found]:
    """Find the time limits of a text that return, the surest first; a later one may overlap an earlier one.

    A word that each pattern needs is looked for before the pattern is run: most clauses hold none.
    """
    yield from days_of_month(key)
    if any(words in key for words in ("tháng đầu", "tháng cuối", "cuối quý")):
        yield from (_of_quarter(match) for match in _OF_QUARTER.finditer(key))
    if "ịnh kỳ" in key:
        yield from (_periodic(key, match) for match in PERIODIC.finditer(key) if not _told_later(key, match))
    for match in _HALF_AND_YEAR.finditer(key) if " tháng" in key and " năm" in key else ():
        if _DOING.search(key[max(0, match.start() - 60) : match.end() + 40].lower()):
            yield Found(*match.span(), "recurrence", recurrence=rule_of("tháng", 6))
    if any(word in key for word in ("ằng ", "àng ", "mỗi ")):
        yield from (_anchored(key, match) for match in WHEN.finditer(key) if _returns(key, match))
    if any(word in key for word in (" lần", " kỳ", " số", " phiên", " buổi")):
        yield from (
            Found(match.start(), match.end(), "recurrence", recurrence=rule_of(match["unit"], 1))
            for match in _EACH_ONCE.finditer(key)
        )
        yield from (_once_each(match) for match in _ONCE_EACH.finditer(key) if _is_done(key, match))
    yield from rhythms(key)


def _returns(key: str, match: re.Match[str]) -> bool:
    if match["anchor"] and _SEASON.search(key[max(0, match.start("anchor") - 40) : match.start("anchor")]):
        return False
    said = match["anchor"] or match["time"] or _hour_behind(key, match) or _day_behind(key, match)
    return bool(said) or _is_limit(key, match)


def _day_behind(key: str, match: re.Match[str]) -> re.Match[str] | None:
    """The day of the week, month or year that follows its rhythm; «hằng tháng, trước ngày 15/9» names a day of one year instead."""
    behind = _DAY_BEHIND.match(key, match.end()) if not match["anchor"] else None
    if behind is None:
        return None
    unit = "tuần" if "thứ " in behind["anchor"].lower() or "chủ " in behind["anchor"].lower() else None
    unit = unit or ("năm" if re.search(r"/|tháng", behind["anchor"]) else "tháng")
    return behind if unit == match["every"] else None


def _hour_behind(key: str, match: re.Match[str]) -> re.Match[str] | None:
    """«báo cáo kết quả hằng ngày trước 10 giờ 00»: the hour stands after the rhythm."""
    tail = _TAIL.match(key, match.end())
    return tail if tail and tail["time"] and match["every"] == "ngày" else None


def _is_done(key: str, match: re.Match[str]) -> bool:
    near = key[max(0, match.start() - 60) : match.end() + 40]
    return labelled(key, match.start()) or "ịnh kỳ" in near or bool(_DOING.search(near.lower()))


def _told_later(key: str, match: re.Match[str]) -> bool:
    """Whether the sentence goes on to name the day: «định kỳ hằng quý báo cáo … trước ngày 20 của tháng cuối quý»."""
    if match["every"] == "năm":
        return bool(_DAY_OF_YEAR.match(key, match.end())) and not (
            match.re is PERIODIC and _TAIL.match(key, match.end())
        )
    return match["every"] == "quý" and bool(_LATER_OF_QUARTER.match(key, match.end()))


def _of_quarter(match: re.Match[str]) -> Found:
    """«trước ngày 20 tháng cuối quý»: the 20th of March, June, September and December."""
    rule = f"FREQ=YEARLY;BYMONTH={_MONTHS[match['which'], match['span']]};BYMONTHDAY={int(match['day'])}"
    return Found(match.start(), match.end(), "recurrence", recurrence=rule)


def _once_each(match: re.Match[str]) -> Found:
    number = int(match["number"]) if match["number"] else _WORD_NUMBERS[match["word"].lower()]
    return Found(match.start(), match.end(), "recurrence", recurrence=rule_of(match["unit"], number))


def _is_limit(key: str, match: re.Match[str]) -> bool:
    """Whether a bare «hằng tuần» sets a rhythm («hằng tuần cập nhật …», «báo cáo hằng ngày») or only describes a noun."""
    start = match.end() - len(match.group().lstrip())
    if labelled(key, start) and key[match.end() : match.end() + 1] in ("", ".", ";", ","):
        return True
    before = re.split(r"[.;:]", key[max(0, match.start() - 70) : match.start()])[-1]
    after = key[match.end() : match.end() + 40]
    if "mỗi" in match.group() or _NOUN_BEFORE.search(before) or re.search(r"kết quả[^,]{0,40}$", before):
        return False
    if _told_later(key, match):
        return False
    if not before.strip() or before.rstrip().endswith(","):
        return bool(re.match(rf",|\s{_DOING.pattern}|\s(?:[^\s]+\s){{0,3}}{_DOING.pattern}", after))
    if re.match(rf"\s{_DOING.pattern}", after) or (
        _STEADY.match(before.lower()) and after[:1] in ("", ".", ";")
    ):
        return True
    if match["every"] in ("năm", "quý"):
        return bool(_REPORTED_TO.search(before)) and bool(_CLOSES.match(after))
    return bool(_DOING.search(before.lower())) and not _AFTER_ADJECTIVE.match(after)


def _periodic(key: str, match: re.Match[str]) -> Found:
    """«định kỳ hằng quý», «định kỳ 6 tháng», with the day or time of day that may follow: «hằng ngày trước 15 giờ».

    Of a list of intervals («định kỳ 06 tháng, hằng năm») the rule is the first, the shortest.
    """
    every = match["every"] or match["per"] or match["bare"]
    rule = rule_of(every, 1) if every else rule_of(match["unit"], int(match["number"]))
    tail = _TAIL.match(key, match.end())
    if not tail:
        return Found(match.start(), match.end(), "recurrence", recurrence=rule)
    if tail["time"]:
        return Found(match.start(), tail.end(), "recurrence", at_time=time_in(tail["time"]), recurrence=rule)
    printed = date_at(key, tail.end())
    if printed and printed.unit == "day" and printed.year is None:
        rule = f"{rule};BYMONTH={printed.month};BYMONTHDAY={printed.day}" if every == "năm" else rule
        return Found(match.start(), printed.end, "recurrence", recurrence=rule)
    return Found(match.start(), match.end(), "recurrence", recurrence=rule)


def _anchored(key: str, match: re.Match[str]) -> Found:
    later = _day_behind(key, match)
    anchor = match["anchor"] or (later["anchor"] if later else "")
    rule = _rule(match["every"], anchor)
    start = match.end() - len(match.group().lstrip())
    behind = later or (None if match["time"] else _hour_behind(key, match))
    time = match["time"] or (behind["time"] if behind else None)
    end = behind.end() if behind else match.end()
    return Found(start, end, "recurrence", at_time=time_in(time), recurrence=rule)


def _rule(every: str, anchor: str) -> str:
    rule = rule_of(every, 1)
    if days := [_WEEKDAYS[word.lower()] for word in re.findall(r"(?:[Tt]hứ|[Cc]hủ)\s(\w+)", anchor)]:
        rule += ";BYDAY=" + ",".join(sorted(set(days), key=_ORDER.index))
    elif every == "năm" and (month := re.fullmatch(r"tháng\s(\d{1,2})", anchor)):
        rule += f";BYMONTH={int(month[1])}"
    elif anchor:
        rule = _with_days(rule, every, anchor)
    return rule


def _with_days(rule: str, every: str, anchor: str) -> str:
    pairs = re.findall(r"(\d{1,2})(?:(?:/|\stháng\s)(\d{1,2}))?", anchor)
    days = sorted({int(day) for day, _ in pairs})
    months = sorted({int(month) for _, month in pairs if month})
    if every == "tháng" and not months:
        return f"{rule};BYMONTHDAY={_joined(days)}"
    if every == "năm" and months:
        return f"{rule};BYMONTH={_joined(months)};BYMONTHDAY={_joined(days)}"
    return rule


def _joined(numbers: list[int]) -> str:
    return ",".join(str(number) for number in numbers)
