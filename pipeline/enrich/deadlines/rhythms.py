"""Rhythms told without «hằng»: «06 tháng/lần», «01 lần/quý», «cuối mỗi quý», «ngày 20 các tháng 3, 6, 9, 12»."""

import re
from collections.abc import Iterator

from pipeline.enrich.deadlines.points import Found

_UNIT = r"(?:ngày|tuần|tháng|quý|năm)"
SLASH = re.compile(
    rf"(?<!\w)(?:(?<!/)(?:(?P<number>\d{{1,2}})\s)?(?P<unit>{_UNIT})\s?/\s?(?:0?1\s|một\s)?lần"
    rf"|(?:0?1|[Mm]ột)\s?lần\s?(?:/|mỗi\s|trong (?:một|mỗi)\s)\s?(?:(?P<count>\d{{1,2}})\s|một\s|mỗi\s)?(?P<per>{_UNIT}))(?!\w)"
)
CLOSE = re.compile(
    r"(?<!\w)(?:(?:[Vv]ào\s|[Tt]rước\s|[Cc]hậm nhất\s)?(?:cuối|đầu|[Cc]uối|[Đđ]ầu)\s(?:mỗi|hằng|hàng)\s(?P<every>ngày|tuần|tháng|quý|năm)"
    r"|(?:[Vv]ào|[Tt]rước|[Cc]hậm nhất(?: là)?)\s(?:vào\s)?(?:ngày (?:làm việc )?cuối(?: cùng)?|(?:ngày|tuần) (?:đầu|cuối)(?: tiên| cùng)?)"
    r"\s(?:của\s)?(?:mỗi\s|hằng\s|hàng\s)?(?P<of>tháng|quý))(?!\w|\s(?:\d|này|I|trước|sau|thứ))"
)
OF_MONTH = re.compile(
    r"(?<!\w)(?:[Tt]rước|[Vv]ào|[Cc]hậm nhất)\s(?:là\s|vào\s)?ngày\s(?P<day>\d{1,2})\s(?:của\s)?(?:mỗi\s|từng\s|cuối\s)?tháng"
    r"(?=\s?[.;,)]|$|\s(?:báo cáo|sau|trước (?:tháng|kỳ)|kế tiếp|tiếp theo|liền kề|gửi|để))"
)
# «thu nộp từ ngày 01 đến ngày 05 hằng tháng»
DAYS_OF_MONTH = re.compile(
    r"(?<!tính )(?P<when>[Tt]ừ\s(?:ngày\s)?(?:mùng\s)?(?P<from>\d{1,2})\sđến\s(?:hết\s)?(?:ngày\s)?(?:mùng\s)?(?P<to>\d{1,2})\s"
    r"(?:của\s)?(?:hằng|hàng|mỗi)\stháng)(?!\w)"
)
MONTHS = re.compile(
    r"(?<!\w)(?:[Tt]rước|[Vv]ào|[Cc]hậm nhất)\s(?:là\s|vào\s)?ngày\s(?P<day>\d{1,2})\s(?:của\s)?các tháng\s"
    r"(?P<months>\d{1,2}(?:(?:,\s?|\svà\s)(?:tháng\s)?\d{1,2}){1,11})(?![\d/]|\snăm\s\d)"
)
# «trước ngày 28 tháng 02 năm sau», «trước ngày 30/11 năm trước»: a year told from the one that is reported or planned
BESIDE_YEAR = re.compile(
    r"(?<!\w)(?:[Tt]rước|[Vv]ào|[Cc]hậm nhất|[Mm]uộn nhất)\s(?:là\s|vào\s)?(?:ngày\s)?(?P<day>\d{1,2})(?:/|\stháng\s)(?P<month>\d{1,2}),?\s(?:của\s)?"
    r"năm\s(?:sau|trước|kế tiếp|tiếp theo|liền kề|kế hoạch|báo cáo)(?!\w)"
)
# «Đợt 1: từ ngày 15 tháng 3 đến ngày 15 tháng 5 hằng năm»: days at both ends; a season of whole months («từ tháng 5 đến tháng 8») is none
STRETCH = re.compile(
    r"(?<!\w)[Tt]ừ\s(?:ngày\s)?\d{1,2}(?:/|\stháng\s)\d{1,2}\s(?:cho\s)?đến\s(?:hết\s)?(?:ngày\s)?(?P<day>\d{1,2})(?:/|\stháng\s)(?P<month>\d{1,2})"
    r"\s(?:của\s)?(?:hằng|hàng|mỗi)\snăm(?!\w)"
)
_ACT = re.compile(
    r"(?:báo cáo|họp|giao ban|tổng hợp|cập nhật|thống kê|gửi|sơ kết|tổng kết|đánh giá|rà soát|công bố|thông báo|kiểm điểm|nộp|trình|sinh hoạt|"
    r"tổ chức|cung cấp)(?!\w)"
)
_YEARLY_ACT = re.compile(
    rf"{_ACT.pattern}|(?:phê duyệt|hoàn thành|quyết toán|xây dựng|lập|ban hành|đăng ký|quyết định|thẩm định|phân bổ|giao)(?!\w)"
)
_STRETCH_OF = re.compile(
    r"(?:[Đđ]ợt|[Vv]ụ|[Kk]ỳ|[Ll]ần|[Tt]háng|[Tt]hời gian)\s[^.;:]{0,60}:\s$|"
    r"(?:tổ chức|tiêm|thực hiện|triển khai|đăng ký|nộp|phát động|cấm|tạm dừng|tuyển sinh)(?!\w)[^.;:]{0,80}\s$"
)
# «tiêu độc vào cuối mỗi ngày làm việc»
_UPKEEP = re.compile(
    r"(?:vệ sinh|khử trùng|khử khuẩn|tiêu độc|thu gom|dọn|quét|lau|rửa|bàn giao|kiểm kê|kiểm tra|chốt)(?!\w)"
)
# «quan trắc tối thiểu 03 tháng/lần», «tần suất 01 lần/tháng», «được nghỉ phép 01 lần/năm»: how often at least, not by when
_OFTEN = re.compile(r"(?:tần suất|tối thiểu|ít nhất|không quá|được|hưởng)(?:\s[^\s.;,]{1,10}){0,8}\s$")
_LABEL = re.compile(r"(?:[Tt]hời gian|[Đđ]ịnh kỳ|[Tt]ần suất)[^.;:()]{0,40}:\s$")
_FACTOR = {
    "ngày": ("DAILY", 1),
    "tuần": ("WEEKLY", 1),
    "tháng": ("MONTHLY", 1),
    "quý": ("MONTHLY", 3),
    "năm": ("YEARLY", 1),
}


def rule_of(unit: str, number: int) -> str:
    """The recurrence rule of one length of time: `quý` → `FREQ=MONTHLY;INTERVAL=3`."""
    frequency, factor = _FACTOR[unit]
    interval = factor * number
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval != 1 else "")


def rhythms(key: str) -> Iterator[Found]:
    """Find rhythms at which something is to be done; a frequency of more than once a unit sets no time and is none."""
    for match in SLASH.finditer(key) if "lần" in key else ():
        if _acts(key, match):
            number = int(match["number"] or match["count"] or 1)
            rule = rule_of(match["unit"] or match["per"], max(number, 1))
            yield Found(match.start(), match.end(), "recurrence", recurrence=rule)
    for match in CLOSE.finditer(key) if "uối " in key or "ầu " in key else ():
        kept_up = match["every"] == "ngày" and _UPKEEP.search(_sentence_before(key, match).lower())
        if kept_up or _acts(key, match):
            yield Found(match.start(), match.end(), "recurrence", recurrence=_close_rule(match))
    yield from _yearly(key) if " năm" in key else ()
    for match in OF_MONTH.finditer(key) if "tháng" in key else ():
        yield Found(
            match.start(),
            match.end(),
            "recurrence",
            recurrence=f"FREQ=MONTHLY;BYMONTHDAY={int(match['day'])}",
        )
    for match in MONTHS.finditer(key) if "các tháng" in key else ():
        months = ",".join(str(int(month)) for month in re.findall(r"\d+", match["months"]))
        rule = f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={int(match['day'])}"
        yield Found(match.start(), match.end(), "recurrence", recurrence=rule)


def days_of_month(key: str) -> Iterator[Found]:
    """Find the days from one to another of every month; what figures are counted over («tính từ ngày 15 …») is none."""
    for match in DAYS_OF_MONTH.finditer(key) if " tháng" in key else ():
        days = range(int(match["from"]), int(match["to"]) + 1)
        if days and days[0] >= 1 and days[-1] <= 31:
            rule = f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}"
            yield Found(match.start(), match.end(), "recurrence", recurrence=rule)


def _yearly(key: str) -> Iterator[Found]:
    """Find days of every year that a neighbouring year or both ends of a stretch tell; the rule names the last day."""
    for match in BESIDE_YEAR.finditer(key):
        if _YEARLY_ACT.search(_sentence_before(key, match, 170).lower()):
            yield _on_day_of_year(match)
    for match in STRETCH.finditer(key):
        if match.start() == 0 or _STRETCH_OF.search(key[max(0, match.start() - 90) : match.start()]):
            yield _on_day_of_year(match)


def _on_day_of_year(match: re.Match[str]) -> Found:
    rule = f"FREQ=YEARLY;BYMONTH={int(match['month'])};BYMONTHDAY={int(match['day'])}"
    return Found(match.start(), match.end(), "recurrence", recurrence=rule)


def _sentence_before(key: str, match: re.Match[str], width: int = 90) -> str:
    return re.split(r"[.;:]\s", key[max(0, match.start() - width) : match.start()])[-1]


def _close_rule(match: re.Match[str]) -> str:
    rule = rule_of(match["every"] or match["of"], 1)
    return (
        f"{rule};BYMONTHDAY=-1"
        if match["of"] == "tháng" and "ngày" in match.group() and "cuối" in match.group()
        else rule
    )


def labelled(key: str, start: int) -> bool:
    """Whether a label tells that a time follows: «Thời gian thực hiện: hằng quý»."""
    return bool(_LABEL.search(key[max(0, start - 60) : start]))


def _acts(key: str, match: re.Match[str]) -> bool:
    """Whether a report or a meeting is to come at the rhythm: «họp 2 tuần/lần», not «uống 1 lần/ngày»."""
    if labelled(key, match.start()):
        return True
    before = _sentence_before(key, match)
    if _OFTEN.search(before):
        return False
    after = re.split(r"[.;]", key[match.end() : match.end() + 60])[0]
    return bool(_ACT.search(before.lower()) or _ACT.search(after.lower()))
