"""Times that stand without «trước», «chậm nhất» or «trong»: «… (quý III/2021)», «Cuối tháng 9, tổ chức …», «xong trong ngày hôm nay»."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.enrich.deadlines.points import TIME, Found, Point, found_at, point_at, time_in, year_of

# Where a time may stand alone: at the start of a clause or sentence, after a comma, a colon or a dash, in brackets.
STATED = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=[,:(]\s)|(?<=[(–-])|(?<=\s-\s))(?P<when>(?:[Vv]ào\s|[Dd]ự kiến\s(?:trong\s|vào\s)?|[Đđ]ến\s)?"
    r"(?=[Nn]gày\s\d|[Tt]háng\s\d|[Qq]u[ýí]\s[I1-4]|[Đđ]ầu\s(?:tháng|quý)|[Gg]iữa\s|[Cc]uối\s|[Tt]hượng\s|[Tt]rung\stuần|[Hh]ạ\s|[Tt]uần\s(?:đầu|cuối|thứ|[1-4])))"
)
# «tổ chức tổng kết cuối tháng 11/2021», «hoàn thành trung tuần tháng 10»: a part of a month never tells what kind of thing is meant
PART = re.compile(
    r"(?<=[\wà-ỹ])\s(?P<when>(?:vào\s|dịp\s)?(?=(?:đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần|tuần (?:đầu|cuối|thứ \w{1,5}|[1-4]))\s"
    r"(?:của\s)?(?:tháng\s\d|quý\s[I1-4])|cuối năm 20\d\d))"
)
TODAY = re.compile(
    rf"(?<!\w)(?P<when>(?:(?:[Tt]rước|[Xx]ong|[Cc]hậm nhất|[Hh]oàn thành|[Tt]rong|[Nn]gay)\s(?:là\s|trong\s|trước\s|vào\s){{0,2}}){{1,2}}"
    rf"(?:(?P<time>{TIME})\s)?,?(?:(?:ngày\s)?(?P<day>hôm nay|mai)|(?:sáng|chiều|tối|đêm)\s(?P<part>nay|mai)|(?P<span>tuần|tháng|năm)\s(?:này|nay)))"
    rf"(?!\w)(?!,?\s\(?(?:ngày\s)?\d|\s(?:và|trở))"
)
_ENDS = re.compile(r"\s?(?:[.;)]|,\s|$)|\s(?:để|về|theo|gửi|phải)(?!\w)")
_GOES_ON = re.compile(r"\)?\s?[,:]\s|\s(?=[A-ZĐÂÔƯ])")
_ORDER = re.compile(
    r"(?<!\w)(?:phải|[Hh]oàn (?:thành|thiện|tất)|xong|[Bb]áo cáo|[Gg]ửi|[Nn]ộp|[Tt]rình|[Rr]à soát|[Bb]an hành|[Tt]ổ chức|[Tt]riển khai|[Xx]ây dựng|"
    r"[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao|[Kk]hắc phục|[Bb]àn giao|[Tt]hực hiện|[Tt]iến hành|[Ll]ập|[Cc]ập nhật|[Đđ]ăng ký|[Cc]ông bố|[Xx]ử lý|"
    r"[Tt]hanh toán|[Cc]hi trả|[Tt]ham mưu|[Ss]ơ kết|[Tt]ổng kết|[Kk]iểm tra|[Tt]ập huấn|[Pp]hát động|[Rr]a quân|[Nn]ghiệm thu|[Kk]hởi công|"
    r"[Tt]hẩm định|[Pp]hê duyệt|[Tt]ổng hợp|[Tt]hông báo|[Dd]iễn tập|[Tt]iêm|[Hh]ọp|[Tt]hành lập|[Đđ]ánh giá|[Kk]hảo sát|[Bb]ố trí)(?!\w)"
)
_TOLD = re.compile(
    r"(?<!\w)(?:[Tt]ính|[Ss]o với|cùng kỳ|[Dd]ự báo|có khả năng|nhận định|[Ưư]ớc|lũy kế|số liệu|hiệu lực|[Tt]rường hợp|[Nn]ếu|kể từ|giai đoạn|"
    r"ghi nhận|phát hiện|xảy ra|diễn ra|khai mạc|(?:đạt|tăng|giảm|chiếm) \d)(?!\w)[^.;:]{0,120}$"
    r"|(?<!\w)(?:[Đđ]ã|[Cc]hưa|đang|(?<!vệ )(?<!học )(?<!phát )sinh|[Tt]ừ|sau|như)\s[^.;:,]{0,120}$"
)
_TOLD_AFTER = re.compile(
    r"[^.;:]{0,90}?(?<!\w)(?:đã|đạt|ước|ghi nhận|phát hiện|xảy ra|tăng|giảm|có \d|xuất hiện|được (?!giao|phân công))(?!\w)"
)
# «trong các tháng cuối năm 2025», «80% số xã cuối năm 2025»: a span of work, a target
_COUNTED = re.compile(r"(?:tháng|ngày|những|quý|đợt|giai đoạn|% [^.;]{0,60})\s?$")
_NEAR = 80
"""What stands right before a time, «% …» included, is looked for in so many characters."""
_MENTION = re.compile(
    r"(?:kỳ họp|phiên họp|hội nghị|cuộc họp|công văn|báo cáo|kế hoạch|văn bản|lương|bảng|phụ lục|số)(?:\s[^\s.,;]{1,8}){0,4}\s\(?$"
)


def stated(key: str, issued_on: date | None) -> Iterator[Found]:
    """Find times without a word of limit that an order holds; what is told, foreseen or only named with a time is none."""
    for match in STATED.finditer(key):
        point = point_at(key, match.end("when"))
        if point and (opens_order(key, match.start("when"), point) or _closes_order(key, match, point)):
            yield from _ahead(key, match.start("when"), point, issued_on)
    if any(word in key for word in ("ầu t", "iữa t", "uối ", "tuần ", "ầu q", "iữa q")):
        for match in PART.finditer(key):
            point = point_at(key, match.end("when"))
            if (
                point
                and _ENDS.match(key, point.end)
                and not _COUNTED.search(key[max(0, match.start("when") - _NEAR) : match.start("when")])
                and is_ordered(key, match.start("when"))
            ):
                yield from _ahead(key, match.start("when"), point, issued_on)
    yield from _relative(key, issued_on)


def opens_order(key: str, start: int, point: Point) -> bool:
    """«Tháng 9/2021, Sở Y tế tổ chức …»: the time opens the sentence, and what follows is to be done."""
    opens = start == 0 or key[start - 2 : start] in (". ", "; ")
    rest = key[point.end : point.end + 140]
    goes_on = _GOES_ON.match(rest) and (point.printed.year or point.printed.unit != "month")
    return bool(opens and goes_on and _ORDER.search(rest) and not _TOLD_AFTER.match(rest))


def _closes_order(key: str, match: re.Match[str], point: Point) -> bool:
    """«Trình phê duyệt quy hoạch (quý III/2021);»: the time closes a task, in brackets or after a comma."""
    start = match.start("when")
    if start == 0 or key[start - 2 : start] in (". ", "; ") or not _ENDS.match(key, point.end):
        return False
    if (
        point.printed.unit in ("month", "quarter")
        and key[start - 1] == "("
        and _MENTION.search(key[max(0, start - 60) : start])
    ):
        return False  # «kỳ họp thứ 5 (tháng 7/2021)»
    return is_ordered(key, start)


def is_ordered(key: str, start: int) -> bool:
    """Whether the words of the sentence before a time order something and do not tell what was, or may, be."""
    before = key[max(0, start - 170) : start]
    sentence = re.split(r"[.;]\s", before)[-1]
    return bool(_ORDER.search(sentence)) and not _TOLD.search(sentence)


def _ahead(key: str, start: int, point: Point, issued_on: date | None) -> Iterator[Found]:
    ends = point.printed.last(year_of(point.printed, issued_on))
    if point.printed.unit == "day" and (
        issued_on is None or not point.printed.year or ends == issued_on or key[start - 2 : start] == ": "
    ):
        return  # a day is ahead for sure only if it lies after the day of issue; «Thời gian: … ngày 02/3/2016» tells when a meeting is
    if ends and (issued_on is None or ends >= issued_on):
        yield found_at(start, point, issued_on, "due")


def _relative(key: str, issued_on: date | None) -> Iterator[Found]:
    """«hoàn thành trong ngày hôm nay», «xong trước 17 giờ chiều nay», counted from the day of issue."""
    for match in TODAY.finditer(key) if " nay" in key or " mai" in key or " này" in key else ():
        if is_ordered(key, match.start()) or _ORDER.search(
            match.group() + key[match.end() : match.end() + 60]
        ):
            ends, basis = _meant(match, issued_on) if issued_on else (None, "")
            at_time = time_in(match["time"])
            yield Found(
                *match.span("when"),
                "due",
                ends_on=ends,
                at_time=at_time,
                basis=f"{basis} theo ngày ban hành" if ends else None,
            )


def _meant(match: re.Match[str], issued_on: date) -> tuple[date, str]:
    """The last day of what a word says of the day of issue: today, tomorrow, this week (to Sunday), month or year."""
    span = match["span"]
    if span == "tuần":
        return issued_on + timedelta(days=6 - issued_on.weekday()), "chủ nhật của tuần"
    if span:
        month = issued_on.month if span == "tháng" else 12
        return date(issued_on.year, month, monthrange(issued_on.year, month)[1]), f"ngày cuối {span}"
    tomorrow = "mai" in (match["day"], match["part"])
    return issued_on + timedelta(days=tomorrow), "ngày mai" if tomorrow else "hôm nay"
