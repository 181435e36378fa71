"""Titles (trích yếu): which lines under the type line, or after «V/v», say what a document is about."""

import re
from collections.abc import Sequence

from pipeline.labels import starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.records import Line

BODY_OPENER = re.compile(
    r"^\W{0,3}(?:Căn cứ|Thực hiện|Theo|Xét|Để|Nhằm|Trong|Thời gian|Ngày|Hiện nay|Hiện|Sau khi|Qua"
    r"|Vừa qua|Tình hình|Từ ngày|Đến nay|Trước|Do|Tại"
    r"|Tiếp theo|Triển khai|Năm|Kể từ|Bên cạnh|Thời điểm|Những|Tính đến|Hôm nay|Sáng|Chiều|Được sự"
    r"|Phúc đáp|Tiếp nhận|Đây là|Kính gửi|Hưởng ứng)\s"
)
SUBJECT = re.compile(r"^\W{0,4}(?:V/v|v/v|Về việc|VỀ VIỆC|Về|VỀ|về|V/V)\s")
_AUTHORITY = re.compile(
    r"^\W{0,4}(?:(?:PHÓ )?CHỦ TỊCH|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG|CHÍNH PHỦ|BỘ TRƯỞNG"
    r"|GIÁM ĐỐC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN BÍ THƯ|BỘ CHÍNH TRỊ|QUỐC HỘI|KHÓA|TỔNG GIÁM ĐỐC"
    r"|THỐNG ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|HIỆU TRƯỞNG|CỤC TRƯỞNG|THƯỜNG TRỰC|ỦY BAN THƯỜNG VỤ)\b"
)
TITLE_LINE = 250
"""A line longer than this is running text, whatever stands above it."""
_TITLE_ROW = 85
"""A title's line is set in the middle of the page and seldom longer than this."""
TITLE_LENGTH = 600
"""No title is longer than this, over all its lines."""


def is_bold(source: str, line: Line) -> bool:
    """Whether a line stands in its source as `**…**` from end to end."""
    return source.startswith("**", line.span.start) and source.endswith("**", line.span.start, line.span.end)


def opens_title(line: Line) -> bool:
    """Whether a line can be the first of the title: «Về việc …», capitals, or a phrase without a full stop."""
    key = line.key
    if len(key) > TITLE_LENGTH:
        return False
    if SUBJECT.match(key) and len(key) <= TITLE_LINE:
        return True
    if starts_with_label(key):
        return False
    if is_capitals(key):
        return not is_authority(key)
    return not key.endswith((".", ";", ":")) and key[:1].isalpha() and not opens_body(key)


def opens_body(key: str) -> bool:
    """Running text: «Căn cứ …», «Thực hiện …» at some length; a title may begin so too («Tình hình …»)."""
    return BODY_OPENER.match(key) is not None and (len(key) > _TITLE_ROW or key.startswith("Căn cứ"))


def continues_title(source: str, title: Sequence[Line], line: Line) -> bool:
    """Whether a title of these lines goes on with the next one; a title in bold or capitals keeps its style."""
    key, last = line.key, title[-1].key
    if sum(len(part.key) for part in title) + len(key) > TITLE_LENGTH or opens_body(key):
        return False
    if starts_with_label(key) or last.endswith((".", ":", ";")):
        return False
    if is_capitals(key) and (not is_capitals(last) or is_authority(key)):
        return False
    if key[:1].islower() or (is_bold(source, line) and is_bold(source, title[-1]) and not is_authority(key)):
        return True
    if line.blank_before:
        return SUBJECT.match(key) is not None and SUBJECT.match(title[0].key) is None
    return is_capitals(key) or not (
        BODY_OPENER.match(key) or key.endswith((".", ";", ":")) or is_capitals(last)
    )


def is_authority(key: str) -> bool:
    """The line in capitals under a title that says who decides: «CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH»."""
    return _AUTHORITY.match(key) is not None
