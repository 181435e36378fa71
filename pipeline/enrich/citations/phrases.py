"""Where the loosely shaped parts of a citation end: the issuing body and the title (trích yếu)."""

import re
from functools import lru_cache

from pipeline.codelists.agencies import AgencyText, Mention
from pipeline.enrich.citations import grammar
from pipeline.text import Span

MAX_ISSUER_WORDS = 18
MAX_JOINT_WORDS = 60
_LONGEST_REST = 60
MAX_TITLE = 420

_WORD = re.compile(r"[^\s]+")
# What follows an issuer's name; no name holds these words.
_AFTER_ISSUER = re.compile(
    r"(?:quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|bãi bỏ|công bố|ngày|tại|trên|trong|được|đã|để|do|có|là|"
    r"nhằm|thì|phải|nêu|yêu cầu|đối|theo|này|nói|khi|vào|từ|đến|kèm|số|gửi|cho|liên quan|đồng thời|năm|sau|còn|mà|như|với|"
    r"cùng|hoặc|không|thực hiện|triển khai|tổ chức|[Vv]/v|nay|quyết nghị|tăng cường|thông qua|kết luận|giao|điều chỉnh|"
    r"đang|vẫn|nhưng|trước|gồm|nên|bị|hết|cần|sẽ|việc|tiếp tục|tập trung|chỉ đạo|đề nghị|đề xuất|xử lý|khen thưởng|thay|"
    r"hiện|bằng|của các|phát động|ký|kiện toàn|thành lập|đính chính|gia hạn|cũng|mới|vừa|nếu|ở|hay|ra|lên|xác định|"
    r"chấp thuận|thống nhất|hỗ trợ|cấp|xong|hoàn thành|đúng|bảo đảm|đảm bảo|kịp thời|chậm nhất|nghiêm túc|Ngày|Quy định|Sửa đổi|"
    r"Ban hành|Danh mục|Không|Hướng dẫn|Phê duyệt|Thông tư|Nghị định|Quyết định|Nghị quyết|Luật|Điều|Khoản|Tiếp tục|Công bố|"
    r"Bãi bỏ|Thay thế)(?!\w)"
)
# Commas that stand inside a body's name: «Bộ Văn hóa, Thể thao và Du lịch», «Tổng Bí thư, Chủ tịch nước».
_INSIDE = (
    r"(?:chống|Thể thao|Chủ tịch nước|Gia đình|Trẻ em|Tìm kiếm|khắc phục|Thông tin và Truyền|Thanh niên|Nhà nước|Đoàn thể|Mặt trận|chữa cháy|"
    r"nhi đồng|dân tộc)"
)
_COMMA_INSIDE = re.compile(rf",(?=\s{_INSIDE})")
_AND_INSIDE = re.compile(
    r"và\s(?!Ủy ban|UBND|HĐND|Hội đồng|Bộ|Sở|Chủ tịch|Thủ tướng|Chính phủ|Ban|Văn phòng|Công an|Quốc hội|Thường trực|Tỉnh ủy)"
    rf"(?!{grammar.TYPE_WORD})(?:[{grammar.UPPER}]|kiểm soát|tìm kiếm|cứu|giảm)"
)
_JOINT_ISSUER = re.compile(
    r"(?:,\s|và\s)(?=(?:Bộ|Ban|Tổng cục|Tòa án|Viện|Ủy ban|Văn phòng|Thanh tra|Ngân hàng|Kho bạc|Hội|Liên đoàn|Trung ương|Sở|Cục|"
    r"Công an|Bảo hiểm|Đài|Đoàn)\s)"
)
_ISSUER_HEAD = re.compile(rf"(?:[Ll]iên\s(?:[Bb]ộ|ngành|[Ss]ở)\b|[{grammar.UPPER}])")
# After a listed body: a small letter that goes on with no name begins what is said of the document.
_SAID_OF_ISSUER = re.compile(
    r"\s(?!(?:khóa|nhiệm|lần|nước|tỉnh|thành|huyện|quận|thị|xã|phường|cấp|các|thuộc|về|và|trực|lâm|liên|cùng|của|khu|vùng|phòng)\s)"
    rf"[{grammar.LOWER}]"
)
_JOINT_BODIES = re.compile(r"(?:,\s(?:và\s)?|\s(?:và|-|–)\s)")
_ABOUT = re.compile(r"Ban Chỉ đạo(?:\s\S+){0,3}$")

_TITLE_HEAD = re.compile(
    r"(?:\s\((?:nay|trước đây) là [^()]{3,80}\))?\s?,?\s?"
    r"(?P<title>(?:(?:[Vv]ề(?!\s(?:Ủy ban|UBND|Bộ|Sở|Cục|Tổng cục|Văn phòng|Phòng)\s)|[Vv]/v)\s|"
    r"(?:[Qq]uy định(?!\stại)|[Hh]ướng dẫn|[Bb]an hành|[Pp]hê duyệt|"
    r"[Ss]ửa đổi|[Bb]ổ sung|[Bb]ãi bỏ|[Cc]ông bố|[Tt]hành lập|[Đđ]iều chỉnh|[Kk]iện toàn|[Đđ]ính chính|[Pp]hân cấp|giao|cho phép),?\s|"
    r"(?=[“\"])))"
)
_QUOTED = re.compile(r"[“\"][^”\"]{1,300}[”\"]")
# What ends a title wherever it stands: the mark of a clause's end, a form's dots, the next document, a later change.
_END = (
    r"[;:()”…]|\.{3}|(?<!TP)(?<!Tp)\.(?=\s|/|$)|(?=[“\"])|,?\s(?=(?:được|đã được|đã bị)\s(?:sửa|bổ|thay|ban|đính|hợp)|có hiệu lực|hết hiệu lực)"
    rf"|,?\svà\s(?=(?:các\s|những\s)?(?:{grammar.TYPE_WORD}\s(?:số|ngày|\d|của)|văn bản|chỉ đạo|ý kiến|yêu cầu|hướng dẫn của|Luật|thay thế|bãi bỏ))"
    rf"|,\s(?=(?:các\s)?{grammar.TYPE_WORD}\s(?:số|ngày|\d|của)|số\s\d|(?!{_INSIDE})[{grammar.UPPER}])"
)
# In a sentence a comma with one of these words leads back to what is to be done; «biện pháp để tổ chức, hướng dẫn thi
# hành Luật …», «quản lý, tổ chức hoạt động …» are parts of titles.
_TITLE_STOP = re.compile(
    rf"{_END}|,\s(?=(?:yêu cầu|đề nghị|giao|nhằm|để|trong đó|đồng thời|bảo đảm|đảm bảo|theo|được|đã|nay|tập trung|tiếp tục|"
    r"chủ động|góp phần|cụ thể|phù hợp|gắn với|trên cơ sở|nhất là|kịp thời|không|báo cáo|căn cứ|tổ chức(?! hoạt động)|thay thế|bãi bỏ|"
    r"xây dựng|ban hành|đề xuất|tham mưu|tăng cường|các (?:văn bản|cơ quan|đơn vị|địa phương|sở|bộ)|(?<!tổ chức, )hướng dẫn|tạo|là|thì|"
    r"đây|sau khi|khi|nếu|đến nay|trong thời gian|trong khi|song|nhưng|tuy nhiên|từ đó|qua đó|thời gian|hiện)\b)"
)
# A basis, and an item of a list of documents, hold nothing else: only few words end their titles.
_LISTED_STOP = re.compile(rf"{_END}|,\s(?=(?:nay|đã|được|trừ|yêu cầu|đề nghị|thay thế|bãi bỏ|để|nhằm)\b)")
_LISTED = re.compile(r"(?:^|[;:]\s)\W{0,3}(?:[Cc]ăn cứ\s(?:các\s)?)?$")
_LAW_IN_TITLE = re.compile(r"(?:của|thi hành|hướng dẫn)\s(?:các\s)?(?:Bộ luật|Luật)\s[^;:.()]{2,160}$")
_ONE_MORE_LAW = re.compile(r",?\s(?:và\s)?(?:Bộ luật|Luật|Pháp lệnh)\s[^\d,;.:()]{2,70}?(?=[,;.]|\svà\s|$)")


def is_listed(before: str) -> bool:
    """Whether a citation after these words is a basis («Căn cứ …;») or the item of a list, and no part of a sentence."""
    return bool(_LISTED.search(before))


def issuer_end(key: str, start: int, *, joint: bool = False) -> int | None:
    """Where the issuing body's name that begins at `start` ends, or None if no name begins there.

    Example: in «Ủy ban nhân dân tỉnh về việc …» before « về». A joint document has several: «Bộ Tài chính, Bộ Công an».
    """
    if not _ISSUER_HEAD.match(key, start):
        return None
    end = None
    most = MAX_JOINT_WORDS if joint else MAX_ISSUER_WORDS
    for count, word in enumerate(_WORD.finditer(key, start, start + 10 * most)):
        follows = joint and _JOINT_ISSUER.match(key, word.start())
        if count == most or (count and not follows and _begins_other(key, start, word)):
            break
        ink = re.match(r"[\w.&/-]*\w", word.group())
        if not ink:
            if word.group() == "-":
                continue
            break
        end = word.start() + ink.end()
        if ink.end() < len(word.group()) and not _goes_on(key, end, joint=joint):
            break
    if end and key.startswith((" và ", ", "), end):
        end = max(end, start + _listed_length(key[start : end + _LONGEST_REST]))
    return start + _own_length(key[start:end]) if end else None


@lru_cache(maxsize=4096)
def _listed_length(text: str) -> int:
    """How long the listed name that a text begins with is: «Bộ trưởng Bộ Khoa học và công nghệ (QCVN …)»."""
    body = AgencyText(text).mention_at(0)
    return body.end if body else 0


@lru_cache(maxsize=4096)
def _own_length(issuer: str) -> int:
    """How much of an issuer's phrase is its name: of «Quốc hội thí điểm mô hình» the body that the code list holds."""
    text = AgencyText(issuer)
    body = text.mention_at(0)
    while body and (more := _next_body(text, body.end)):
        body = more
    if body is None or body.agency.agency_id == "ban-chi-dao":
        return len(issuer)
    return body.end if _SAID_OF_ISSUER.match(issuer, body.end) else len(issuer)


def _next_body(text: AgencyText, end: int) -> Mention | None:
    joint = _JOINT_BODIES.match(text.key, end)
    index = text.word_at(joint.end()) if joint else None
    return text.mention_at(index) if index is not None else None


def _goes_on(key: str, comma: int, *, joint: bool) -> bool:
    """Whether an issuer's name, or the list of a joint document's issuers, goes on behind a comma."""
    return bool(_COMMA_INSIDE.match(key, comma) or (joint and _JOINT_ISSUER.match(key, comma)))


def _begins_other(key: str, start: int, word: re.Match[str]) -> bool:
    text = word.group()
    if text == "và":
        return not _AND_INSIDE.match(key, word.start())
    if text.startswith("giao") and key.endswith("Ngoại ", 0, word.start()):
        return False
    if text == "về":  # «Ban Chỉ đạo Quốc gia về phòng, chống dịch»
        return not _ABOUT.search(key[start : word.start() - 1])
    return text[0] in '(“"[0123456789' or bool(_AFTER_ISSUER.match(key, word.start()))


def title_end(key: str, position: int, *, listed: bool = False) -> Span | None:
    """The span of the title that begins right after `position` («về …», «quy định …»), or None if none does.

    A quotation inside the title is skipped whole; the title ends at the clause's next part or the next citation.
    `listed` says that the citation stands in a list of documents rather than in a sentence.
    """
    head = _TITLE_HEAD.match(key, position)
    if not head:
        return None
    start = head.start("title")
    if quoted := _QUOTED.match(key, start):
        return Span(*quoted.span())
    end = _title_stop(key, start, head.end(), _LISTED_STOP if listed else _TITLE_STOP)
    return Span(start, _stripped(key, start, end)) if end > head.end() else None


def _title_stop(key: str, start: int, at: int, stops: re.Pattern[str]) -> int:
    """Where a title that begins at `start` ends; quotations and further laws of «thi hành Luật …, Luật …» are its parts."""
    limit = min(len(key), start + MAX_TITLE)
    while stop := stops.search(key, at, limit):
        inner = _QUOTED.match(key, stop.start()) or _further_law(key, start, stop.start())
        if not inner:
            return stop.start()
        at = inner.end()
    return limit if limit == len(key) else key.rfind(" ", 0, limit)


def _further_law(key: str, start: int, stop: int) -> re.Match[str] | None:
    if key[stop] not in ", " or not _LAW_IN_TITLE.search(key[max(start, stop - 180) : stop]):
        return None
    return _ONE_MORE_LAW.match(key, stop)


def _stripped(key: str, start: int, end: int) -> int:
    while end > start and key[end - 1] in ' ,;.“"':
        end -= 1
    return end
