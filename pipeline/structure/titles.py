"""Titles (trích yếu): which lines under the type line, or after «V/v», say what a document is about."""

import re
from collections.abc import Sequence

from pipeline import landmarks
from pipeline.codelists.agencies import agencies_in
from pipeline.labels import starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.wrapping import ends_sentence

BODY_OPENER = re.compile(
    r"^\W{0,3}(?:Căn cứ|Thực hiện|Theo|Xét|Để|Nhằm|Trong|Thời gian|Ngày|Hiện nay|Hiện|Sau khi|Qua"
    r"|Vừa qua|Tình hình|Từ ngày|Đến nay|Trước|Do|Tại"
    r"|Tiếp theo|Triển khai|Năm|Kể từ|Bên cạnh|Thời điểm|Những|Tính đến|Hôm nay|Sáng|Chiều|Được sự"
    r"|Phúc đáp|Tiếp nhận|Đây là|Kính gửi|Hưởng ứng|Cụ thể,|Theo đó,|Đồng thời,|Tuy nhiên,)\s"
)
SUBJECT = re.compile(r"^\W{0,4}(?:[Vv]/[Vv]\s?[:.]?|Về việc\s?:?|VỀ VIỆC\s?:?|Về|VỀ|về)\s")
_AUTHORITY = re.compile(
    r"^\W{0,4}(?:(?:PHÓ )?CHỦ TỊCH|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG|CHÍNH PHỦ|BỘ TRƯỞNG"
    r"|GIÁM ĐỐC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN BÍ THƯ|BỘ CHÍNH TRỊ|QUỐC HỘI|KHÓA|TỔNG GIÁM ĐỐC"
    r"|THỐNG ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|HIỆU TRƯỞNG|CỤC TRƯỞNG|THƯỜNG TRỰC|ỦY BAN THƯỜNG VỤ)\b"
)
TITLE_LINE = 250
"""A line longer than this is running text, whatever stands above it."""
_TITLE_ROW = 85
"""A title's line is set in the middle of the page and seldom longer than this."""
_HALF = 110
"""Half a title is no longer."""
_FULL_ROW, _PARAGRAPH_LINES = 50, 8
"""A row of wrapped text has at least so many characters, and an end within so many lines."""
_SUBJECT_LENGTH = 25
"""A title in capitals is longer than a stray heading («DỰ THẢO», «TÀI LIỆU HỌP»)."""
_YEARS = re.compile(r"^\d{4}(?:\s?-\s?\d{4})?\W{0,4}$")
_YEARS_FOLLOW = re.compile(r"(?i)(?:giai đoạn|năm|nhiệm kỳ|-)\W{0,4}$")
"""«… TRÊN ĐỊA BÀN TỈNH GIAI ĐOẠN / 2017-2021»."""
_RUNS_ON = re.compile(
    r"(?:,|(?<!\w)(?:SỐ|NGÀY|THÁNG|NĂM|VÀ|CỦA|CÁC|VỀ|CHO|TRONG|TẠI|VỚI|THEO|DO|TỪ|ĐẾN|TRÊN|ĐỂ|(?:NGÀY|THÁNG) \d{1,2}))$"
)
_RUNS_ON_SMALL = re.compile(
    r"\s(?:và|của|các|về|cho|trong|tại|với|theo|do|từ|đến|trên|để|số|ngày|tháng|năm)$"
)
"""A title that corrects other titles, longer than any, still goes on in mid-phrase."""
_GOES_ON = re.compile(
    r"^\W{0,4}(?:(?:THÁNG|NĂM|SỐ) \d|(?:VÀ|CỦA|TRÊN|TẠI|THUỘC|ĐỐI VỚI|THEO|TRONG|GIAI ĐOẠN|DO|CHO|VỚI|ĐẾN|GIỮA)\s)"
)
"""Capitals below an empty line go on with a title that is cut: «… NGHỊ ĐỊNH SỐ 12/2025/NĐ-CP NGÀY 06 / (empty) / THÁNG 11 …»."""
_HEADING_LINE = 110
_LETTER_HEAD = 8
"""«Kính gửi» stands within so many lines of the first one under a letter's number."""
TITLE_LENGTH = 600
"""No title is longer than this, over all its lines."""


def is_bold(source: str, line: Line) -> bool:
    """Whether a line stands in its source as `**…**` from end to end."""
    return source.startswith("**", line.span.start) and source.endswith("**", line.span.start, line.span.end)


def opens_title(source: str, line: Line) -> bool:
    """Whether a line can be the first of the title: «Về việc …», capitals, or a phrase without a full stop.

    In bold it may end with a semicolon: «**Quy định chi tiết một số biện pháp;** / **trình tự, thủ tục …**».
    """
    key = line.key
    if len(key) > TITLE_LENGTH:
        return False
    if SUBJECT.match(key) and len(key) <= TITLE_LINE:
        return True
    if starts_with_label(key):
        return False
    if is_capitals(key):
        return not is_authority(key)
    ends = (".", ":") if is_bold(source, line) else (".", ";", ":")
    return not key.endswith(ends) and key[:1].isalpha() and not opens_body(key)


def opens_letter_title(source: str, lines: Sequence[Line]) -> bool:
    """Whether a Party committee's letter says here what it is about, under its number and above «Kính gửi».

    It does so without «V/v» (Hướng dẫn 36-HD/VPTW): «Tăng cường các biện pháp phòng, chống / dịch COVID-19».
    """
    if not opens_title(source, lines[0]):
        return False
    for line in lines[:_LETTER_HEAD]:
        if landmarks.ADDRESSEE.search(line.key):
            return line is not lines[0]
        other = landmarks.TYPE_LINE.search(line.key) or SUBJECT.match(line.key) or starts_with_label(line.key)
        if other or len(line.key) > _HEADING_LINE or ends_sentence(line.key):
            return False
    return False


def names_subject(key: str) -> bool:
    """Capitals that can be a title though no type line stands above them: no body, office, formula or mark."""
    if not is_capitals(key) or len(key) < _SUBJECT_LENGTH or starts_with_label(key):
        return False
    other = (
        landmarks.NATION,
        landmarks.ISSUER_LINE,
        landmarks.OFFICE_TITLE,
        landmarks.FORMULA,
        landmarks.MARK,
    )
    return not is_authority(key) and not any(rule.search(key) for rule in other)


def opens_body(key: str) -> bool:
    """Running text: «Căn cứ …», «Thực hiện …» at some length; a title may begin so too («Tình hình …»)."""
    return BODY_OPENER.match(key) is not None and (len(key) > _TITLE_ROW or key.startswith("Căn cứ"))


def continues_title(source: str, title: Sequence[Line], line: Line) -> bool:
    """Whether a title of these lines goes on with the next one; a title in bold or capitals keeps its style."""
    key, last = line.key, title[-1].key
    if _YEARS.match(key) and not line.blank_before and _YEARS_FOLLOW.search(last):
        return True
    length = sum(len(part.key) for part in title) + len(key)
    if length > TITLE_LENGTH * (2 if key[:1].islower() or _RUNS_ON_SMALL.search(last) else 1) or opens_body(
        key
    ):
        return False
    bold = is_bold(source, line) and is_bold(source, title[-1])
    if starts_with_label(key) or last.endswith((".", ":")):
        return False
    if last.endswith(";") and not bold and not key[:1].islower():
        return False
    if is_capitals(key) and (not is_capitals(last) or is_authority(key)):
        return False
    if key[:1].islower() or (bold and not is_authority(key)):
        return True
    if line.blank_before and not (is_capitals(key) and (_RUNS_ON.search(last) or _GOES_ON.match(key))):
        return SUBJECT.match(key) is not None and SUBJECT.match(title[0].key) is None
    return is_capitals(key) or not (
        BODY_OPENER.match(key) or key.endswith((".", ";", ":")) or is_capitals(last)
    )


def opens_paragraph(source: str, lines: Sequence[Line]) -> bool:
    """Whether wrapped running text begins right under a title: «Hội nghị lần thứ bảy … họp / ngày 26/4/2022 … kết luận:».

    A title has no sentence's end; its own lines are seldom as full as those of the text. What is bold is the title's.
    """
    first = lines[0].key
    if len(first) < _FULL_ROW or not first[:1].isupper() or is_capitals(first) or SUBJECT.match(first):
        return False
    for line in () if is_bold(source, lines[0]) else lines[1:_PARAGRAPH_LINES]:
        if line.blank_before or starts_with_label(line.key) or is_capitals(line.key) or opens_body(line.key):
            return False  # «… và / Luật sửa đổi, bổ sung … thủy nội địa / Căn cứ …»: the body opens below the title's own line
        if line.key.endswith((".", ":", ";")):
            return True
    return False


def names_body(key: str) -> bool:
    """«CỦA ĐOÀN CHỦ TỊCH ỦY BAN TRUNG ƯƠNG / MẶT TRẬN TỔ QUỐC VIỆT NAM»: one body's name over two lines."""
    named = agencies_in(key)
    return len(named) == 1 and named[0].end == len(key)


def is_half_title(queue: Sequence[Line]) -> bool:
    """«tổng kết công tác năm 2020; / phương hướng, nhiệm vụ trọng tâm năm 2021»: a title in two phrases."""
    if len(queue) < 2 or not queue[0].key.endswith(";") or len(queue[0].key) > _HALF:
        return False
    opens = not BODY_OPENER.match(queue[0].key) and not starts_with_label(queue[0].key)
    return opens and queue[1].key[:1].islower()


def is_authority(key: str) -> bool:
    """The line in capitals under a title that says who decides: «CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH»."""
    return _AUTHORITY.match(key) is not None
