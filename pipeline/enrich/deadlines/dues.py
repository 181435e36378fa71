"""Due dates: «trước ngày 10/2/2021», «chậm nhất là ngày …», «hoàn thành trong quý III/2023», «cuối năm 2022»."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.dates import date_at
from pipeline.enrich.deadlines.points import Found, Point, found_at, is_long, point_at
from pipeline.tables.core import Role
from pipeline.tables.meaning import DeadlineKind

_FINISH = r"(?:[Hh]oàn thành|[Hh]oàn thiện|[Hh]oàn tất|[Xx]ong|[Kk]ết thúc)"
DUE = re.compile(
    rf"(?<!\w)(?:(?P<before>[Tt]rước)(?:\shết)?|(?P<latest>[Cc]hậm nhất|[Mm]uộn nhất|[Kk]hông (?:muộn hơn|chậm hơn|quá(?=\sngày\s\d))|[Tt]rễ nhất|"
    rf"[Hh]ạn (?:(?:chót|cuối(?: cùng)?)(?:\s?:(?=\s?\d|\sngày))?|(?:nộp|gửi|đăng ký|báo cáo|trả lời|hoàn thành)[^.;:,()]{{0,30}}:))"
    rf"(?:\s?:?\s?(?:là|vào|đến|trong|trước|cho|hết)(?!\w)){{0,3}}|"
    rf"{_FINISH}(?:\s(?:trong|vào|trước|đến|là|hết)){{0,2}}|"
    rf"(?P<within>[Tt]rong|[Vv]ào)|(?P<until>[Đđ]ến hết)|(?P<end>[Hh]ết)|(?P<time>[Tt]hời (?:gian|hạn)[^.;:()]{{0,40}}|[Tt]iến độ[^.;:()]{{0,30}}):"
    rf"(?:\s(?:[Tt]rong|[Vv]ào|"
    rf"[Tt]rước|[Hh]oàn thành|[Xx]ong|[Đđ]ến|hết)){{0,3}})(?=\s?:?\s?(?:\d|ngày|tháng|quý|Quý|Tháng|hết|buổi|sáng|chiều|tối|của|các|thứ|[Cc]hủ|hôm|"
    r"cuối|đầu|giữa|thượng|trung tuần|hạ tuần|tuần|sáu tháng|"
    r"năm 20))"
)
_COLON = re.compile(r"\s?:\s?")
_DONE_BY_THEN = re.compile(r",?\s(?:[^\s.;:]+\s){0,5}?(?:hoàn thành|hoàn tất|xong|chấm dứt|kết thúc)(?!\w)")
_CELL = re.compile(
    r"(?<![,;:.(-])\s(?=(?:Quý\s(?:IV|I{1,3}|[1-4])|Tháng\s\d{1,2})(?:/|-|\snăm\s)20\d\d(?!\d|\s?-))"
)
_LAST_WORDS = re.compile(
    r":\s(?=(?:[Qq]uý\s(?:IV|I{1,3}|[1-4])|[Tt]háng\s\d{1,2})(?:/|-|\snăm\s)20\d\d\s?[;.]?$)"
)
_AND_ALSO = re.compile(r"\s?(?:,|và|,\svà)\s(?:trước\s)?(?=ngày\s\d|\d{1,2}/\d{1,2}/\d{4})")

_MORE = re.compile(
    r"\s?(?:,|-|,?\svà|đến)\s?(?:[Qq]uý\s|[Tt]háng\s)?(?P<part>(?:IV|I{1,3}|\d{1,2})(?:(?:/|-|\snăm\s)20\d\d)?)(?![\w/])"
)
_DONE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:đã|phát sinh|ấn định|ký kết|tồn tại|có hiệu lực|hưởng|nhập cảnh|nghỉ hưu|được (?:giao|cấp|phê duyệt|ban hành|công nhận|"
    r"tuyển dụng|thực hiện|thành lập|tiếp nhận))\s(?:[^\s.,;:]+\s){0,7}|(?<!\w)(?:đang|chưa)\s(?:[^\s.,;:]+\s){0,3}|"
    r"(?<!\w)(?:từ|như|so với|kể|cùng kỳ|(?<!vệ )(?<!học )sinh)\s)$"
)
# «Hồ sơ đã được Sở … (Văn phòng …) tiếp nhận trước ngày …»: told as done, or not yet done, and nothing asked in between
_STATE_BEFORE = re.compile(r"(?<!\w)(?:[Đđ]ã|[Cc]hưa|[Đđ]ang)\s(?P<since>[^.;:]{0,120})$")
_OWN_DATE = re.compile(r"\d/\d|\snăm\s\d{4}")
_ASKED_SINCE = re.compile(
    r"(?<!\w)(?:phải|hoàn thành|hoàn thiện|xong|báo cáo|gửi|nộp|trình|rà soát|ban hành|tổ chức|triển khai|xây dựng|đề nghị|yêu cầu|giao|"
    r"khắc phục|bàn giao|thực hiện|tiến hành|lập|cập nhật|đăng ký|công bố|chấm dứt|giải quyết|xử lý|thanh toán|chi trả)(?!\w)"
)
_CONDITION = re.compile(
    r"\(đối với\s[^)]{0,160}$|(?:^|[.;:]\s)(?:Trường hợp|[Đđ]ối với|Nếu|Các trường hợp|"
    r"(?:Người|Cán bộ|Dự án|Hồ sơ|Đối tượng)(?!\s(?:phải|gửi|nộp|trình|đăng ký)\s))\s"
    r"(?:[^.;:,]|,\s(?=(?:các\s)?(?:khoản|điểm|Điều|mục)\s)){0,160}$"
)
_CASE = re.compile(r"(?:^|[.;:]\s)(?:Trường hợp|Các trường hợp|Nếu)\s[^.;:,]{0,160}$")
_TOLD_AFTER = re.compile(r"\s(?:được|là|thì|có|đã)(?!\w)")
# «đến hết tháng 02 thu được 61,4 tỷ đồng, đạt 17,9% dự toán»: what was reached by then
_REACHED_AFTER = re.compile(
    r",?\s(?:(?:toàn |cả )[^\s.;:]{1,8} )?(?:thu được|đạt|đã|được \d|có \d|còn \d|là \d|chi được|giải ngân được|giải ngân đạt|cấp được|ước đạt)(?!\w)"
)
_OWN_PERIOD = re.compile(r"(?<!\w)(?:kỳ|[Nn]ăm|niên độ|quý)(?!\w)[^.;,:]{0,120}$")
# «trước 30/9 phải xong» is a day, «trước 1/3 số lớp» a fraction
_SEGMENT_ENDS = re.compile(r"$|[.,;)]|\s(?:phải|để|và|về|theo|gửi|hoàn thành)(?!\w)")
_YEAR_CLOSES = re.compile(r"\s?(?:[.;)]|$)")
_TASKS_OF = re.compile(
    r"(?:nhiệm vụ|công tác|tình hình|kết quả|hoạt động|giải pháp|kế hoạch)(?:\s[^\s.,;:]{1,8}){0,3}\s$"
)
_COUNT_OF = re.compile(r"(?:^|[.;:]\s)\W{0,3}(?:\d{1,2}\s)?(?:Tổng số|Số)\s[^.;:]{0,60}$")
_CONDITION_AFTER = re.compile(
    r"[^.,;:]{0,60}\sthì\s|\smà\s|\s\(sau đây|,?\s(?:nhưng|được (?:tiếp tục|chuyển|áp dụng|giải quyết|xem xét|hưởng)|tiếp tục|vẫn"
    r"|(?:thực hiện|áp dụng|giải quyết) theo (?:quy định|hướng dẫn) (?:tại|của|hiện)|theo quy định của pháp luật)(?!\w)"
)
_GENERIC_AFTER = re.compile(
    r"\s\(?(?:của\s)?(?:(?:các\s)?năm (?!\d)|(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)|tháng (?:đầu|cuối|sau|tiếp|kế)|(?:của )?(?:kỳ|quý|tháng) )"
)
_YEARLY = re.compile(r"(?:[Hh]ằng|[Hh]àng|mỗi) năm[^.;]*$")
# «báo cáo 6 tháng trước ngày 30/6, báo cáo năm trước ngày 15/12 hằng năm»: the year's rhythm is said once, at the end
_HALF_YEARLY = re.compile(r"(?:0?6|sáu) tháng(?: đầu năm)?[^.;:]{0,30}$")
_YEARLY_LATER = re.compile(
    r"[^.]{0,100}?\s\d{1,2}(?:/|\stháng\s)\d{1,2}\s(?:của\s)?(?:hằng|hàng|mỗi) năm(?!\w)"
)
_STATISTIC = re.compile(
    r"(?:[Tt]ính|[Ll]ũy kế|[Ss]ố liệu|hiệu lực(?: thi hành)?|[Kk]ể|so với|cập nhật|[Tt]ừ)\s(?:\S+\s){0,4}$"
)
_IF_UNTIL = re.compile(r"(?<!\w)(?:[Tt]rường hợp|[Nn]ếu|mà|nhưng)\s$")
_IN_FORCE = re.compile(r"hiệu lực[^.;]*$")
_FINISHING = re.compile(rf"(?:{_FINISH}|báo cáo|gửi|nộp|đăng ký|tổng hợp|giải ngân|ban hành)[^.;]{{0,140}}$")
_LASTING = re.compile(
    r"(?:tiếp tục|áp dụng|duy trì|kéo dài|tạm dừng|giãn cách|cách ly|phong tỏa|được phép)(?!\w)[^.;,]{0,60}$"
)
_ACTING = re.compile(
    rf"(?:{_FINISH}|báo cáo|gửi|nộp|ban hành|tổ chức|triển khai|phê duyệt|công bố|đăng ký|tổng hợp|xây dựng|thực hiện|bố trí|giải ngân)"
    r"[^.;]{0,140}$"
)


def dues(key: str, issued_on: date | None, role: Role) -> Iterator[Found]:
    """Find the due dates of a clause's text; «đến hết ngày» without an act to finish is a period with an open start."""
    for match in DUE.finditer(key):
        yield from _due(key, match, issued_on)
    yield from _alone(key, _LAST_WORDS, issued_on)
    if role == "annex":
        yield from _alone(key, _CELL, issued_on)


def _due(key: str, match: re.Match[str], issued_on: date | None) -> Iterator[Found]:
    colon = _COLON.match(key, match.end())
    point = point_at(key, colon.end() if colon else match.end())
    if point is None or not _shaped(key, match, point):
        return
    point = _last_of_list(key, point)
    if _spared(key, match, point, issued_on):
        return
    yield found_at(match.start(), point, issued_on, _kind(key, match, point))
    at = point.end
    while (link := _AND_ALSO.match(key, at)) and (more := point_at(key, link.end())) and match["before"]:
        if not _spared(key, match, more, issued_on):
            yield found_at(link.end(), more, issued_on, "due")
        at = more.end


def _last_of_list(key: str, point: Point) -> Point:
    """«Quý III, IV/2021», «tháng 9 và 10/2021»: the last of several quarters or months is the day by which it is due."""
    printed = point.printed
    more = _MORE.match(key, point.end) if printed.unit != "day" and not printed.year else None
    word = "tháng" if printed.unit == "month" else "quý"
    last = date_at(f"{word} {more['part']}", 0) if more else None
    if more is None or last is None or last.unit != printed.unit or last.month <= printed.month:
        return point
    return Point(last, point.at_time, more.end())


def _kind(key: str, match: re.Match[str], point: Point) -> DeadlineKind:
    """A time of every year returns («Hằng năm, … trước ngày 15 tháng 4», «sơ kết hằng năm vào tháng 6»); «đến hết ngày» lasts."""
    before = key[max(0, match.start() - 160) : match.start()]
    if not point.printed.year and (_YEARLY.search(before) or _is_half_yearly(key, before, point)):
        return "recurrence"
    if match["until"] and _DONE_BY_THEN.match(key, point.end):
        return "due"
    if match["until"] and (_LASTING.search(before) or not _FINISHING.search(before)):
        return "period"
    return "period" if match["before"] and before.endswith("đến ") else "due"


def _is_half_yearly(key: str, before: str, point: Point) -> bool:
    return bool(_HALF_YEARLY.search(before)) and bool(_YEARLY_LATER.match(key, point.end))


def _shaped(key: str, match: re.Match[str], point: Point) -> bool:
    """Whether the words fit: «trong» takes a month, a quarter or a day named as such, «vào» no day; «trước 1/3 số lớp» is a fraction."""
    said = key[match.end() : point.end].lstrip(" :")
    if (
        match["time"] and point.printed.unit == "day"
    ):  # «Thời gian: 08 giờ 00, ngày 02/3/2016» tells when a meeting is
        return bool(re.search(r"hoàn thành|hạn|trước|xong|đến|hết", match.group().lower()))
    if match["within"] and point.printed.unit == "day":
        return match["within"].lower() == "trong" and ("ngày" in said or point.at_time is not None)
    if is_long(point):
        return _fills(key, match, point)
    bare = (
        point.printed.unit == "day" and not point.printed.year and said[0].isdigit() and point.at_time is None
    )
    return not bare or bool(_SEGMENT_ENDS.match(key, point.end))


def _fills(key: str, match: re.Match[str], point: Point) -> bool:
    """Whether half a year, a year or its end is the time of a task: the last words of «Đào tạo nghề cho 5.500 lao động trong năm 2013.».

    «Nhiệm vụ trọng tâm trong 6 tháng cuối năm 2021» tells which tasks are meant, «tổng số trong năm 2021» what was counted,
    «80% số xã … vào cuối năm 2025» and «trước năm 2025» are targets.
    """
    before = re.split(r"[.;:]\s", key[max(0, match.start() - 170) : match.start()])[-1]
    if _DONE_BEFORE.search(before) or _COUNT_OF.search(before) or _TASKS_OF.search(before) or "%" in before:
        return False
    if point.printed.unit == "year" and match["within"] and match["within"].lower() == "vào":
        return False
    if match["latest"] or match["time"] or _FINISHING.search(before + match.group()):
        return True
    within_year = (match["within"] or "").lower() == "trong" and point.printed.unit == "year"
    return bool(within_year and _YEAR_CLOSES.match(key, point.end))


def _spared(key: str, match: re.Match[str], point: Point, issued_on: date | None) -> bool:
    """Whether the date is a condition, a fact, a statistic or an entry into force rather than a limit."""
    before = key[max(0, match.start() - 170) : match.start()]
    if _GENERIC_AFTER.match(key, point.end) and not point.printed.year:
        return True
    told: object
    if match["until"]:
        told = (
            _IF_UNTIL.search(before)
            or _STATISTIC.search(before)
            or _IN_FORCE.search(before)
            or _CONDITION_AFTER.match(key, point.end)
            or _REACHED_AFTER.match(key, point.end)
        )
    elif match["within"] or match["end"]:
        ends = point.printed.last(point.printed.year)
        told = (
            (ends and issued_on and ends < issued_on)  # «Kết quả thực hiện trong quý II/2021 đạt 45%»
            or _is_done(before)
            or _CASE.search(before)
            or (_TOLD_AFTER.match(key, point.end) and not _FINISHING.search(before[-60:]))
        )
    elif match["before"]:
        told = _is_done(before) or _CONDITION.search(before) or _CONDITION_AFTER.match(key, point.end)
    else:
        told = match.group().lower().startswith("kết thúc") and _OWN_PERIOD.search(before)
    return bool(told) or _past(point, before, issued_on)


def _is_done(before: str) -> bool:
    """Whether the words before a date tell what was done (or was not yet) by then, and ask for nothing."""
    done = _DONE_BEFORE.search(before)
    # «các trường hợp phát sinh sau ngày 01/7/2004 trong quý IV năm 2006»: what was done has its own date already
    if done and " phải " not in done.group() and not _OWN_DATE.search(done.group()):
        return True
    state = _STATE_BEFORE.search(before)
    return bool(state) and state is not None and not _ASKED_SINCE.search(state["since"])


def _past(point: Point, before: str, issued_on: date | None) -> bool:
    """Whether the day lies before the day of issue; a report due a little earlier is rather a typing slip of the year."""
    ends = point.printed.last(point.printed.year)
    if ends is None or issued_on is None or ends >= issued_on:
        return False
    return is_long(point) or (issued_on - ends).days > 400 or not _ACTING.search(before)


def _alone(key: str, before: re.Pattern[str], issued_on: date | None) -> Iterator[Found]:
    """A date alone after a task: a table's cell «… Quý III/2023 38.000», «Đề án hợp nhất: tháng 11-2018»."""
    for match in before.finditer(key):
        if point := point_at(key, match.end()):
            yield found_at(match.end(), point, issued_on, "due")
