"""Acts on a named occasion: «trình kỳ họp tháng 12», «chốt số liệu vào ngày 20/02/2026», «đến ngày 30/9 phải hoàn thành»."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.enrich.deadlines.points import Found, Point, point_at, year_basis, year_of

# «trình HĐND tỉnh tại kỳ họp thứ 22 (tháng 12/2009)», «trình tại kỳ họp tháng 12»
SESSION = re.compile(
    r"(?<!\w)(?:[Tt]rình|[Bb]áo cáo|[Tt]hông qua|[Xx]em xét|[Cc]ho ý kiến|[Tt]ham mưu)(?:\s[^\s.;:]{1,16}){0,24}?\s"
    r"(?P<when>(?:tại\s|vào\s|ở\s)?(?:kỳ họp|phiên họp|hội nghị|cuộc họp)(?:\s[^\s.;:,()\d]{1,12}|\sthứ\s\d{1,2}){0,6}?,?\s\(?"
    r"(?:vào\s|trong\s|dự kiến\s)?"
    r"(?=tháng\s\d))"
)
# «kết xuất lần cuối vào ngày 20/02/2026»; a meeting's hour («khai mạc vào …») keeps no time limit
ON_DAY = re.compile(
    r"(?<!\w)(?P<act>[Gg]ửi|[Bb]áo cáo|[Cc]hốt|[Cc]ông bố|[Nn]iêm yết|[Pp]hát hành|[Kk]ết xuất|[Nn]ộp|[Tt]ổng kết|[Ss]ơ kết|[Kk]iểm tra|[Tt]ổ chức|"
    r"[Ll]ập|[Bb]àn giao|[Tt]hực hiện|[Tt]riển khai|[Rr]a quân|[Pp]hát động|[Tt]rao|[Nn]ghiệm thu|[Tt]hông báo|"
    r"[Tt]rình|[Hh]oàn thành|[Tt]ập huấn|[Dd]iễn tập|[Pp]hải|[Hh]ọp|[Yy]êu cầu)(?!\w)"
    r"(?:\s[^\s.;:]{1,16}){0,24}?\s(?P<when>vào\s(?:hồi\s|lúc\s)?(?=(?:\d|sáng|chiều|tối|ngày|thứ|[Cc]hủ)))"
)
# «Đến ngày 30/9/2021 phải hoàn thành …»
BY_DAY = re.compile(
    r"(?<!\w)(?P<when>[Đđ]ến\s(?:hết\s)?(?=ngày\s\d|\d{1,2}/\d{1,2}/\d))"
    r"(?=[^.;:]{6,40}?\s(?:phải\s|cơ bản\s|phải cơ bản\s)?(?:hoàn thành|hoàn tất|xong|"
    r"chấm dứt|kết thúc)(?!\w))"
)
# «tổng kết vào năm 2025», «sơ kết vào cuối năm 2022»
REVIEW = re.compile(
    r"(?<!\w)(?:[Ss]ơ kết|[Tt]ổng kết)(?:\s[^\s.;:,\d]{1,12}){0,10}?\s(?P<when>vào\s(?:dịp\s)?(?:cuối\s)?năm\s(?P<year>20\d\d))(?!\d|\s?-)"
)
# «Thời gian hoàn thành: Năm 2022», the last words of a clause
LABELLED_YEAR = re.compile(
    r"(?<!\w)(?:[Tt]hời (?:gian|hạn)(?: thực hiện| hoàn thành)?|[Hh]oàn thành|[Tt]iến độ(?: thực hiện| hoàn thành)?)\s?:\s"
    r"(?P<when>(?:[Tt]rong )?[Nn]ăm (?P<year>20\d\d))\s?[.;]?$"
)
# «hoàn thành trước Tết Nguyên đán Nhâm Dần», «chi trả xong trước mùa mưa bão»: a feast or a season that no printed day dates
BEFORE_FEAST = re.compile(
    r"(?<!\w)(?:[Hh]oàn thành|[Hh]oàn tất|[Xx]ong|[Kk]ết thúc|[Cc]hi trả|[Tt]hanh toán|[Bb]àn giao|[Cc]ấp phát)(?:\s[^\s.;:]{1,16}){0,20}?\s"
    r"(?P<when>trước\s(?:khi\s|dịp\s|ngày\s|thời điểm\s){0,2}(?:Tết|mùa\s(?:mưa|bão|lũ|khô|thi)|(?:vào\s)?năm học mới|khai giảng|bầu cử|Đại hội)"
    r"(?:\s[^\s.;:,()\d]{1,10}){0,4})(?!\s\(?\d{1,2}/)"
)
_FEASTS = ("Tết", "mùa ", "năm học", "khai giảng", "bầu cử", "Đại hội")
_TOLD = re.compile(
    r"(?<!\w)(?:đã|được (?:tổ chức|ban hành|thông qua|ký|công bố|phê duyệt)|khai mạc|diễn ra|hiệu lực|[Tt]rường hợp|[Nn]ếu|[Tt]heo|trước đó)(?!\w)"
    r"[^.;:]{0,90}$"
)
_YEARLY = re.compile(r"\s(?:của\s)?(?:(?:hằng|hàng|mỗi) (?:năm|tháng)|(?:các\s)?năm (?!\d))")


def occasions(key: str, issued_on: date | None) -> Iterator[Found]:
    """Find the dues that an occasion names; only those ahead of the day of issue, since all these forms tell the past too."""
    for pattern, unit, word in (
        (SESSION, "month", "tháng "),
        (ON_DAY, "day", "vào "),
        (BY_DAY, "day", "ến "),
    ):
        for match in pattern.finditer(key) if word in key else ():
            point = point_at(key, match.end("when"))
            if point is None or (pattern is ON_DAY and not point.printed.year):
                continue  # «kỳ kế toán kết thúc vào ngày 31 tháng 12» is of every year
            if point.printed.unit == unit and _ahead(key, match, point, issued_on):
                yield _due(match.start("when"), point, issued_on)
    for match in (
        BEFORE_FEAST.finditer(key) if "rước " in key and any(word in key for word in _FEASTS) else ()
    ):
        if not _TOLD.search(key[max(0, match.start() - 60) : match.start("when")]):
            yield Found(*match.span("when"), "event")
    for match in (*REVIEW.finditer(key), *LABELLED_YEAR.finditer(key)) if "ăm 20" in key else ():
        ends = date(int(match["year"]), 12, 31)
        if issued_on is None or ends >= issued_on:
            yield Found(match.start("when"), match.end("when"), "due", ends_on=ends, basis="ngày cuối năm")


def _ahead(key: str, match: re.Match[str], point: Point, issued_on: date | None) -> bool:
    ends = point.printed.last(year_of(point.printed, issued_on))
    if ends is None or (issued_on is not None and ends < issued_on) or _YEARLY.match(key, point.end):
        return False
    return not _TOLD.search(key[max(0, match.start() - 60) : match.start("when")])


def _due(start: int, point: Point, issued_on: date | None) -> Found:
    ends = point.printed.last(year_of(point.printed, issued_on))
    basis = year_basis(point.printed, issued_on)
    return Found(start, point.end, "due", ends_on=ends, at_time=point.at_time, basis=basis)
