"""Lengths of time: «trong vòng 15 ngày kể từ …», «kết thúc đợt dịch, trong thời hạn 30 ngày, báo cáo», «quá 15 ngày kể từ ngày …»."""

import re
from collections.abc import Iterator

from pipeline.enrich.deadlines.points import (
    COUNT,
    FOOTNOTE,
    TO,
    Found,
    count_of,
    day_only_at,
    last_of_span,
    point_at,
)

LIMIT = re.compile(
    r"(?<!\w)(?P<head>[Tt]rong(?:\s(?:vòng|thời hạn|thời gian|khoảng thời gian))?|[Tt]hời (?:hạn|gian)(?:(?:\s[^\s:;.,]{1,8}){0,14}?(?:\slà|\s?:))?|"
    rf"[Cc]hậm nhất|[Mm]uộn nhất|[Kk]hông quá|[Tt]ối đa|[Kk]hông (?:chậm|muộn) (?:hơn|quá))\s?:?\s?"
    rf"(?:(?:là|trong|vòng|thời hạn|thời gian|không quá|tối đa|sau|chậm nhất|đến|khoảng)\s){{0,4}}{FOOTNOTE}{COUNT}"
)
_COUNTED_FROM = re.compile(r"\s?(?:\([^)]{1,40}\))?,?\s?(?:(?:kể|tính|bắt đầu)\s)?(?:từ|kể từ)\s(?:lúc\s)?")
_OCCURRENCE = re.compile(
    r"\s?(?:\([^)]{1,40}\))?,?\s(?:(?:(?:kể|tính)\s)?(?:từ\s)(?:khi|ngày|thời điểm|lúc|giờ|ngay|sau)|"
    r"sau\s(?:khi|ngày|thời điểm|(?=(?:hội nghị|kỳ họp|phiên họp|cuộc họp|mỗi|đợt|kết thúc|kỳ)\s))|"
    r"kể\stừ|(?:khi|nếu)(?=\s(?:có|xảy|phát|nhận|được|kết|hoàn)))(?!\w)"
    r"(?P<what>(?:\s[^\s.;:,()“”\"]+){0,16})"
)
_AHEAD_OF = re.compile(
    r"\strước\s(?:khi|ngày|thời điểm|giờ|hội nghị|kỳ họp|phiên)(?P<what>(?:\s[^\s.;:,()“”\"]+){0,12})"
)
_VALIDITY = re.compile(r"(?:âm tính|có giá trị|còn hiệu lực|còn hạn|giá trị sử dụng)[^.;]{0,50}$|hiệu lực\s$")
_PAST_OR_STATE = re.compile(
    r"\s(?:qua(?!\s(?:số|điện|đường|email|thư|hòm|hệ thống|trục|cổng|phần mềm|mạng|[Zz]alo|bưu|[A-ZĐ]))|"
    r"trước|vừa qua|gần|liên tục|liên tiếp|liền|tới|đầu|cuối|tiếp theo|đó|này|trở lại|đến \d)(?!\w)"
)
_ACT_BEFORE = re.compile(
    r"(?:hoàn thành|báo cáo|gửi|xử lý|trả lời|giải quyết|khắc phục|xong|trả kết quả|thông báo|cung cấp|nộp|ban hành|triển khai|trình|thẩm định|"
    r"khai báo|đăng ký|bàn giao|xác minh|truy vết|phản hồi|công bố|niêm yết|cập nhật|tiếp nhận|phê duyệt)[^.;:]{0,70}$"
)
# «Hợp đồng xác định thời hạn là hợp đồng mà …», «Tử vong mẹ là số phụ nữ tử vong …»: what a word means
_DEFINITION = re.compile(
    r"(?:^|[.;:]\s)[^.;:,]{2,120}\s(?:là|được hiểu là|được tính là)\s(?:số|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|phần trăm|tổng|chỉ tiêu|người|những|"
    r"trẻ em|hợp đồng|việc|khoản|loại|dữ liệu|phụ nữ|hộ|doanh nghiệp|tổ chức|cá nhân|hành vi|hoạt động|quá trình|hình thức)\s[^.;:]{0,200}$"
)
# «Kết thúc đợt dịch, trong thời hạn 30 ngày, báo cáo …»: what the days are counted from stands before them
_AFTER_WHICH = re.compile(
    r"(?:^|[.;:,]\s)\W{0,3}(?:(?:Ngay\s)?[Ss]au khi|[Nn]gay khi|[Tt]ừ khi|[Kk]hi|[Kk]ết thúc|[Tt]rường hợp|[Nn]ếu|Ngay sau)\s[^.;]{2,160}$"
)
_ACT_AFTER = re.compile(
    r"(?:,\s(?!\d)|\s(?=phải|có trách nhiệm))[^.;]{0,120}?(?:phải|có trách nhiệm|gửi|báo cáo|thông báo|trả lời|ban hành|trình|công bố|"
    r"thẩm định|tổ chức|giải quyết|hoàn thành|bàn giao|lập|cấp|xem xét|quyết định|nộp|kiểm tra|xử lý)(?!\w)"
)
# «quá 15 ngày kể từ ngày nhận được văn bản … mà không thực hiện thì bị xử phạt», «Sau 10 ngày kể từ ngày thông báo, các đơn vị báo cáo»
OVERDUE = re.compile(
    rf"(?:^|[.;,]\s|(?:[Nn]ếu|[Kk]hi)\s|(?<=\s)(?=sau\s))(?P<limit>(?:[Qq]uá|[Ss]au)\s(?:thời hạn\s|thời gian\s)?{COUNT}),?\s(?:kể\s|tính\s)?từ\s"
    r"(?:ngày|khi|lúc|thời điểm)(?P<what>(?:\s[^\s.;:,()“”\"\d]{1,20}){1,16})"
)
# «niêm yết công khai 15 ngày kể từ ngày lập danh sách»: acts that last, without «trong thời hạn»; not what a person undergoes
LASTING = re.compile(
    rf"(?<!\w)(?:[Nn]iêm yết|[Cc]ông khai|[Ll]ưu trữ|[Ll]ấy ý kiến|[Ll]ưu giữ)(?:\s[^\s.;:]{{1,16}}){{0,12}}?\s"
    rf"(?P<limit>(?:đủ\s|ít nhất\s|tối thiểu\s|là\s)?{COUNT}),?\s(?:kể\s|tính\s)?từ\s(?:ngày|khi|lúc)"
    r"(?P<what>(?:\s[^\s.;:,()“”\"\d]{1,20}){1,16})"
)
# «gửi tài liệu trước kỳ họp 15 ngày», «thông báo trước khi cắt điện ít nhất 24 giờ», «báo cáo ít nhất 03 ngày trước ngày tổ chức»
# «thông báo cho báo chí trước 03 ngày làm việc», «đăng ký trước ít nhất 24 giờ»: before what is told of
NOTICE = re.compile(
    rf"(?<!\w)(?P<limit>trước\s(?:(?:(?:ít nhất|tối thiểu|là)\s){{1,2}}|(?!\d{{1,2}} giờ)){COUNT})(?=\s?(?:[.;,)]|$)|\s(?:để|cho|bằng|cho đến)\s)"
)
_EVENT = r"(?:khi|ngày|thời điểm|thời gian|hội nghị|kỳ họp|phiên họp|cuộc họp|lễ|giờ|mỗi|kỳ|đợt)"
AHEAD = re.compile(
    rf"(?<!\w)(?P<limit>(?:[Tt]rước|[Ss]au)\s{_EVENT}(?!\s(?:\d|ngày))(?:\s(?!trước\s|sau\s|đã\s)[^\s.;:,()\d]{{1,12}}){{0,9}}?,?\s"
    rf"(?:(?:ít nhất|tối thiểu|chậm nhất|không quá|là|trong vòng)\s){{0,2}}{COUNT}(?!\s(?:kể|tính|trở|liên|trước|sau|\d|/)))"
)
BEFOREHAND = re.compile(
    rf"(?<!\w)(?P<limit>(?:[Íí]t nhất|[Tt]ối thiểu|[Tt]rước)\s(?:là\s)?{COUNT},?\s(?:trước|so với)\s{_EVENT}(?:\s[^\s.;:,()]+){{0,8}})"
)
_ASKED_TO = re.compile(
    r"(?<!\w)(?:[Gg]ửi|[Bb]áo cáo|[Tt]hông báo|[Nn]ộp|[Tt]rình|[Hh]oàn thành|[Cc]ông bố|[Nn]iêm yết|[Cc]ung cấp|[Bb]àn giao|[Đđ]ăng ký|[Tt]ổng hợp|"
    r"(?<!thành )[Ll]ập|"
    r"[Pp]hát hành|[Tt]hẩm tra|[Tt]hẩm định|[Cc]huyển|[Mm]ời)(?!\w)[^.;:]{0,140}$"
)
_AMISS = re.compile(r"(?<!\w)(?:[Kk]hông|[Cc]hậm|[Vv]i phạm|[Cc]hưa|đã)(?!\w)[^.;]{0,180}$")
# «phải hoàn thành trong 10 ngày»
_FINISH_IN = re.compile(r"(?:[Pp]hải|[Yy]êu cầu|[Cc]ần) (?:hoàn thành|hoàn tất|xong)\s$")
# «chậm thanh toán … thì bị tạm ngừng dịch vụ sau 05 ngày kể từ …»: what follows, and when
_CONSEQUENCE = re.compile(r"\sthì\s(?:bị|phải|sẽ)\s[^.;]{0,80}$")
# «Điều kiện bãi bỏ công bố dịch: trong thời hạn 21 ngày kể từ khi …»
_CONDITIONS = re.compile(r"(?:^|[.;]\s)\W{0,3}(?:Các )?[Đđ]iều kiện[^.;:]{0,60}:\s$")
_OVERDUE_TALE = re.compile(r"[^.;]{0,200}?\s(?:hiệu lực|tự động|được coi|coi như|được hưởng)(?!\w)")
_STATE_LASTS = re.compile(
    r"hưởng|đóng|tập sự|giữ chức|bổ nhiệm|bảo hành|hiệu lực|sử dụng|nhiệm kỳ|công tác|vay|cấp vốn|cho thuê|hợp đồng"
)
_MUST = re.compile(r"(?<!\w)(?:phải|có trách nhiệm|chậm nhất)(?!\w)")


def limits(key: str) -> Iterator[Found]:
    """Find limits of so many days: a period where a printed date starts it, an event where an occurrence does."""
    for match in LIMIT.finditer(key):
        before = key[max(0, match.start() - 70) : match.start()]
        # «Sau thời hạn 12 tháng kể từ … mà không …» sets a condition
        if (
            _VALIDITY.search(before)
            or _CONDITIONS.search(before)
            or _defines(key, match)
            or before.endswith(("Sau ", "sau "))
            or _is_state(match)
            or point_at(key, _count_start(match))
        ):
            continue
        if found := _from_date(key, match) or _from_occurrence(key, match):
            yield found
    for match in LASTING.finditer(key) if "từ " in key else ():
        yield Found(match.start("limit"), match.end("what"), "event")
    for pattern in (AHEAD, BEFOREHAND, NOTICE) if "rước " in key or "au " in key else ():
        for match in pattern.finditer(key):
            before = key[max(0, match.start() - 160) : match.start()]
            if _ASKED_TO.search(before) and not _VALIDITY.search(before):
                yield Found(match.start(), match.end("limit"), "event")
    for match in OVERDUE.finditer(key) if "từ " in key and ("uá " in key or "au " in key) else ():
        if not _is_condition(key, match):
            yield Found(match.start("limit"), match.end("what"), "event")


def _is_condition(key: str, match: re.Match[str]) -> bool:
    """«Sau thời hạn 12 tháng kể từ … mà không …» only sets a condition; «quá 15 ngày … mà không …» names a limit missed."""
    before = key[max(0, match.start() - 200) : match.start()]
    after = key[match.end() : match.end() + 200].split(";")[0].split(".")[0]
    said = match.group("what") + after
    if "hiệu lực" in said or _OVERDUE_TALE.match(said):
        return True
    if match["limit"].lower().startswith("quá"):
        return False
    if (
        match["unit"] in ("tháng", "năm")
        or " mà " in said
        or (match["limit"][0] == "s" and _AMISS.search(before.rpartition(" thì ")[2]))
    ):
        return True
    if _CONSEQUENCE.search(before):
        return False
    return not (_ACT_AFTER.match(after) or _ASKED_TO.search(before[-90:]))


def _is_state(match: re.Match[str]) -> bool:
    """«Thời gian giữ chức vụ là 5 năm kể từ ngày bổ nhiệm»: how long a state lasts, not when an act is due."""
    return match["head"].startswith(("Thời", "thời")) and bool(_STATE_LASTS.search(match["head"]))


def _defines(key: str, match: re.Match[str]) -> bool:
    """Whether a limit belongs to what a word means, and sets no time for an act."""
    before = key[max(0, match.start() - 330) : match.start()]
    return " là " in before and bool(_DEFINITION.search(before)) and not _MUST.search(before + match.group())


def _next(key: str, match: re.Match[str]) -> int:
    """Where the words after a limit begin, «tiếp theo» passed over."""
    return match.end() + len(" tiếp theo") * key.startswith(" tiếp theo", match.end())


def _count_start(match: re.Match[str]) -> int:
    """Where the count of a limit begins: «chậm nhất là 18 giờ ngày 10/11» is a time of day and no count."""
    return min(match.start(name) for name in ("digits", "digits_in", "word") if match[name])


def _from_date(key: str, match: re.Match[str]) -> Found | None:
    counted = _COUNTED_FROM.match(key, match.end())
    point = point_at(key, counted.end()) if counted else None
    start = point.printed.whole if point else None
    if point is None or start is None or TO.match(key, point.end):
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
    head = match["head"].lower()
    within = head in ("trong vòng", "trong thời hạn") or (head == "chậm nhất" and " sau " in match.group())
    past = _PAST_OR_STATE.match(key, match.end())
    told = _AFTER_WHICH.search(key[max(0, match.start() - 170) : match.start()])
    if within and told and not past:
        return Found(match.start(), match.end(), "event")
    if (
        head.startswith("trong")
        and match["unit"] == "ngày làm việc"
        and _ACT_AFTER.match(key, _next(key, match))
    ):
        return Found(match.start(), match.end(), "event")
    opens = match.start() == 0 or key[match.start() - 2 : match.start()] in (". ", "; ")
    if (opens and within and _ACT_AFTER.match(key, _next(key, match)) and not past) or _FINISH_IN.search(
        key[max(0, match.start() - 24) : match.start()]
    ):
        return Found(match.start(), match.end(), "event")
    # «Trả kết quả không quá 03 ngày làm việc» is a limit, «nghỉ không quá 03 ngày» a length
    loose = head in ("trong", "tối đa", "không quá") and match["unit"] != "ngày làm việc"
    bounded = not loose and not head.startswith("thời")
    acts = _ACT_BEFORE.search(key[max(0, match.start() - 60) : match.start()].lower())
    if bounded and acts and not _PAST_OR_STATE.match(key, match.end()):
        return Found(match.start(), match.end(), "event")
    return None
