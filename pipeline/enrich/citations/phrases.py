"""Where the loosely shaped parts of a citation end: the issuing body and the title (trích yếu)."""

import re

from pipeline.enrich.citations import grammar
from pipeline.text import Span

MAX_ISSUER_WORDS = 18
MAX_TITLE = 420

_WORD = re.compile(r"[^\s]+")
# What follows an issuer's name; no name holds these words.
_AFTER_ISSUER = re.compile(
    r"(?:quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|bãi bỏ|công bố|ngày|tại|trên|trong|được|đã|để|do|có|là|"
    r"nhằm|thì|phải|nêu|yêu cầu|đối|theo|này|nói|khi|vào|từ|đến|kèm|số|gửi|cho|liên quan|đồng thời|năm|sau|còn|mà|như|với|"
    r"cùng|hoặc|không|thực hiện|triển khai|tổ chức|[Vv]/v|nay|quyết nghị|tăng cường|thông qua|kết luận|giao|điều chỉnh|"
    r"đang|vẫn|nhưng|trước|gồm|nên|bị|hết|cần|sẽ|việc|tiếp tục|tập trung|chỉ đạo|đề nghị|đề xuất|xử lý|khen thưởng|thay|"
    r"hiện|bằng|của các|phát động|ký|kiện toàn|thành lập|đính chính|gia hạn|cũng|mới|vừa|nếu|ở|hay|ra|lên|xác định|"
    r"chấp thuận|thống nhất|hỗ trợ|cấp)(?!\w)"
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
_ISSUER_HEAD = re.compile(rf"(?:[Ll]iên\s(?:[Bb]ộ|ngành|[Ss]ở)\b|[{grammar.UPPER}])")
_ABOUT = re.compile(r"Ban Chỉ đạo(?:\s\S+){0,3}$")

_TITLE_HEAD = re.compile(
    r"(?:\s\((?:nay|trước đây) là [^()]{3,80}\))?\s?,?\s?"
    r"(?P<title>(?:(?:[Vv]ề(?!\s(?:Ủy ban|UBND|Bộ|Sở|Cục|Tổng cục|Văn phòng|Phòng)\s)|[Vv]/v)\s|"
    r"(?:[Qq]uy định(?!\stại)|[Hh]ướng dẫn|[Bb]an hành|[Pp]hê duyệt|"
    r"[Ss]ửa đổi|[Bb]ổ sung|[Bb]ãi bỏ|[Cc]ông bố|[Tt]hành lập|[Đđ]iều chỉnh|[Kk]iện toàn|[Đđ]ính chính|[Pp]hân cấp|giao|cho phép),?\s|"
    r"(?=[“\"])))"
)
_QUOTED = re.compile(r"[“\"][^”\"]{1,300}[”\"]")
_TITLE_STOP = re.compile(
    r"[;:()”]|\.(?=\s|/|$)|(?=[“\"])|,?\s(?=(?:được|đã được|đã bị)\s(?:sửa|bổ|thay|ban|đính|hợp)|có hiệu lực|hết hiệu lực)"
    rf"|,?\svà\s(?=(?:các\s|những\s)?(?:{grammar.TYPE_WORD}\s(?:số|ngày|\d|của)|văn bản|chỉ đạo|ý kiến|yêu cầu|hướng dẫn của|Luật|thay thế|bãi bỏ))"
    rf"|,\s(?=(?:các\s)?{grammar.TYPE_WORD}\s(?:số|ngày|\d|của)|số\s\d|(?!{_INSIDE})[{grammar.UPPER}])"
    r"|,\s(?=(?:yêu cầu|đề nghị|giao|nhằm|để|trong đó|đồng thời|bảo đảm|đảm bảo|theo|được|đã|nay|tập trung|tiếp tục|"
    r"chủ động|góp phần|cụ thể|phù hợp|gắn với|trên cơ sở|nhất là|kịp thời|không|báo cáo|căn cứ|tổ chức|thay thế|bãi bỏ|"
    r"xây dựng|ban hành|đề xuất|tham mưu|tăng cường|các (?:văn bản|cơ quan|đơn vị|địa phương|sở|bộ)|hướng dẫn|tạo|là|thì|"
    r"đây|sau khi|khi|nếu|đến nay|trong thời gian|trong khi|song|nhưng|tuy nhiên|từ đó|qua đó|thời gian|hiện)\b)"
)


def issuer_end(key: str, start: int) -> int | None:
    """Where the issuing body's name that begins at `start` ends, or None if no name begins there.

    Example: in «Ủy ban nhân dân tỉnh về việc …» before « về».
    """
    if not _ISSUER_HEAD.match(key, start):
        return None
    end = None
    for count, word in enumerate(_WORD.finditer(key, start, start + 160)):
        if count == MAX_ISSUER_WORDS or (count and _begins_other(key, start, word)):
            break
        ink = re.match(r"[\w.&/-]*\w", word.group())
        if not ink:
            if word.group() == "-":
                continue
            break
        end = word.start() + ink.end()
        if ink.end() < len(word.group()) and not _COMMA_INSIDE.match(key, end):
            break
    return end


def _begins_other(key: str, start: int, word: re.Match[str]) -> bool:
    text = word.group()
    if text == "và":
        return not _AND_INSIDE.match(key, word.start())
    if text == "về":  # «Ban Chỉ đạo Quốc gia về phòng, chống dịch»
        return not _ABOUT.search(key[start : word.start() - 1])
    return text[0] in '(“"[0123456789' or bool(_AFTER_ISSUER.match(key, word.start()))


def title_end(key: str, position: int) -> Span | None:
    """The span of the title that begins right after `position` («về …», «quy định …»), or None if none does.

    A quotation inside the title is skipped whole; the title ends at the clause's next part or the next citation.
    """
    head = _TITLE_HEAD.match(key, position)
    if not head:
        return None
    quoted = _QUOTED.match(key, head.start("title"))
    if quoted:
        return Span(*quoted.span())
    limit = min(len(key), head.start("title") + MAX_TITLE)
    at = head.end()
    while True:
        stop = _TITLE_STOP.search(key, at, limit)
        if not stop:
            end = limit if limit == len(key) else key.rfind(" ", 0, limit)
            break
        quoted = _QUOTED.match(key, stop.start())
        if not quoted:
            end = stop.start()
            break
        at = quoted.end()
    return Span(head.start("title"), _stripped(key, head.start("title"), end)) if end > head.end() else None


def _stripped(key: str, start: int, end: int) -> int:
    while end > start and key[end - 1] in ' ,;.“"':
        end -= 1
    return end
