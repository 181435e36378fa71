"""The grammar of the names of bodies that the code list does not hold: kind, field, level or number, place.

«Ban Quản lý rừng phòng hộ Sông Đà», «Trung tâm Dịch vụ tổng hợp xã», «Tổ công nghệ số cộng đồng», «Hiệu trưởng các
trường mầm non». The kinds are a closed class; the fields are open, and end before a mark, a verb of orders or the
next body.
"""

import re

from pipeline.enrich.assignments.verbs import VERBS
from pipeline.text import UPPER

KINDS = (
    "Sở|Bộ|Ban cán sự đảng|Ban|Cục|Chi cục|Tổng cục|Vụ|Viện|Trung tâm|Hội đồng|Hội|Liên đoàn|Liên hiệp|Hiệp hội"
    "|Công ty|Tổng công ty|Tập đoàn|Trường|Đại học|Học viện|Bệnh viện|Đảng ủy|Đảng đoàn|Phòng|Tổ|Quỹ|Ngân hàng|Đài"
    "|Báo|Điện lực|Bưu điện|Viễn thông|Kho bạc Nhà nước|Chi cục Thuế|Thuế"
    "|Văn phòng|Thanh tra|Ủy ban|Chi nhánh|Cảng vụ|Đoàn|Nhà máy|Vườn [Qq]uốc gia|Khu bảo tồn|Đội|Trạm|Hạt|Đồn"
    "|Xí nghiệp|Hợp tác xã|HTX|Lâm trường|Nông trường|Bộ phận|Công chức|Thư viện|Bảo tàng|Nhà văn hóa|Nhà thiếu nhi|Câu lạc bộ"
    "|Tiểu đoàn|Trung đoàn|Lữ đoàn|Sư đoàn|Tiểu ban|Tạp chí|Đảng bộ|Chi bộ|Công đoàn|Nghiệp đoàn|Liên minh|Cụm thi đua|Khối thi đua"
)
"""Words that begin the name of a body; with a capital after them they need nothing else."""

# Kinds that are printed in small letters too, with the words that make them a body: «Ban hành», «Tổ chức», «Trường hợp»,
# «Đội ngũ» are none.
_SMALL_KINDS = (
    "Ban (?:quản lý|quản trị|chỉ đạo|chỉ huy|giám hiệu|giám đốc|giám sát|nhân dân|điều hành|tổ chức|vận động|công tác|liên lạc"
    "|thanh tra nhân dân|bảo vệ|đại diện|chấp hành|soạn thảo|biên tập|điều phối|phát triển)"
    "|Tổ (?:công tác|công nghệ|tự quản|bảo vệ|giúp việc|chuyên gia|liên ngành|liên gia|hòa giải|xung kích|dân phố|kiểm tra|giám sát"
    "|thẩm định|thư ký|biên tập|đề án|tuyên truyền|tiết kiệm|rà soát|phản ứng|tuần tra|điều tra|quản lý|an ninh|phòng chống"
    "|chăm sóc|truy vết|đoàn kết|nhân dân|tư vấn|thông tin|triển khai|chỉ đạo)"
    "|Đội (?:dân phòng|tuyên truyền|xung kích|thanh niên|quản lý|cảnh sát|kiểm tra|tuần tra|tình nguyện|thông tin|phản ứng|trật tự"
    "|dân quân|cơ động|bảo vệ|công tác|phòng cháy|chữa cháy|quy tắc)"
    "|Đoàn (?:công tác|kiểm tra|thanh tra|giám sát|khảo sát|liên ngành|luật sư)"
    "|Hội đồng (?:nghĩa vụ|thẩm định|tuyển|thi|phối hợp|đánh giá|bồi thường|định giá|kỷ luật|quản lý|quản trị|thành viên|xét|tư vấn"
    "|giáo dục|trường|khoa học|nghiệm thu|phổ biến|đăng ký|giải phóng|cung cấp)"
    "|Trường (?:mầm non|mẫu giáo|tiểu học|trung học|phổ thông|dân tộc|chính trị|trung cấp|cao đẳng|đại học|dạy nghề|nghề)"
    "|Trạm (?:y tế|thú y|khuyến nông|bảo vệ thực vật|thủy nông|khí tượng|thủy văn|kiểm dịch|kiểm lâm|cấp nước|truyền thanh|bơm"
    "|quản lý|kiểm soát|dừng nghỉ)"
    "|Phòng (?:tài chính|nội vụ|tư pháp|văn hóa|lao động|giáo dục|y tế|kinh tế|nông nghiệp|tài nguyên|công thương|quản lý|dân tộc"
    "|thanh tra|hành chính|kế hoạch|kỹ thuật|nghiệp vụ|cảnh sát|tham mưu|hậu cần|chính trị|đăng ký|đào tạo|công tác)"
    "|Đài (?:truyền thanh|phát thanh|truyền hình|khí tượng)|Chi đoàn|Chi hội|Hạt kiểm lâm|Đồn biên phòng|Kế toán|Tiểu ban"
    "|(?:Đảng bộ|Chi bộ|Chi đoàn|Công đoàn) (?:xã|phường|thị trấn|huyện|tỉnh|cơ quan|quân sự|công an|cơ sở)"
    "|Quỹ (?:tín dụng|bảo vệ|phát triển|bảo trợ|hỗ trợ|đầu tư|khuyến học)|Ủy ban (?:kiểm tra|bầu cử)"
)

# In small letters these are classes too («Công ty phải lập kế hoạch»): only with a level or a proper name is one a body.
_CLASSES = (
    "Hợp tác xã|HTX|Xí nghiệp|Lâm trường|Nông trường|Bộ phận|Trung tâm|Văn phòng|Công ty|Chi nhánh|Nhà máy|Nhà văn hóa|Bệnh viện"
    "|Câu lạc bộ|Nhà trường"
)
_NAMED = re.compile(
    rf"\s(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|thôn|cấp|khu vực|[{UPPER}]\w{{1,9}}|\d{{1,3}})(?!\w)"
)

# The heads of such bodies: «Giám đốc Công ty Cấp nước», «Hiệu trưởng các trường mầm non».
_HEAD = (
    "(?:(?:Giám đốc|Tổng Giám đốc|Tổng cục trưởng|Cục trưởng|Vụ trưởng|Viện trưởng|Chi cục trưởng|Hiệu trưởng|Chánh|Trưởng|Thủ trưởng"
    "|Chủ nhiệm|Chỉ huy trưởng|Người đứng đầu|Lãnh đạo|Trạm trưởng|Đồn trưởng|Hạt trưởng|Chủ tịch|Bí thư|Thường trực) )?(?:các )?"
)

# «Hiệu trưởng các trường Mầm non, Tiểu học, THCS», «Chủ nhiệm các hợp tác xã nông nghiệp»: after «các» in small letters.
_SCHOOL = (
    "(?:[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|THCS|THPT|TH|PTDT[\\w-]{0,9}|[Tt]rung học (?:cơ sở|phổ thông))"
)
_SETS_OF = (
    rf"(?<=các )(?:trường (?:học|{_SCHOOL}(?:(?:, | và | & |&){_SCHOOL}){{0,4}})|trạm y tế|chi bộ|hợp tác xã|HTX|ban quản lý"
    r"|tổ dân phố|đội dân phòng)"
)

# «Đảng bộ các xã, phường», «Chi đoàn các thôn, bản»: one in each of many units.
_UNIT = "(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|thôn|bản|xóm|khu phố|cơ quan|đơn vị|trường học|doanh nghiệp)"
_IN_UNITS = rf"(?:Đảng bộ|Chi bộ|Chi đoàn|Chi hội|Công đoàn)(?:\s[\w-]{{1,9}}){{0,3}}?\scác {_UNIT}(?:(?:, |/| và ){_UNIT}){{0,4}}"

# What stands behind a comma inside names («Vụ Phổ biến, giáo dục pháp luật»), and what begins no word of one.
_COMMA_IN_NAME = (
    r"(?:chống|giáo dục pháp luật|truyền hình|cứu nạn|chữa cháy|thể thao|xuất bản|khen thưởng|trật tự|sinh viên|ngừa|công nghệ"
    r"|giám sát tổ chức)(?!\w)"
)
_NO_NAME = "ra(?= quyết| văn)|trên(?= địa| toàn)|xem xét|đề nghị|xác minh|thu gom|họp|lập|trong|do|xét|tiến hành|nơi|thu thập|đánh giá"
_LEVEL = "xã|phường|huyện|quận|tỉnh|thôn|cấp|sở"
_AUXILIARY = "này|đó|khác|nêu|nói|đã|đang|sẽ|chưa|có|bị|thì|mà|gồm|bao gồm|còn lại"
_WORD = rf"(?:,?\s(?:[-–]\s)?(?!(?:{VERBS}|{_AUXILIARY})(?!\w))[\w/-]{{1,12}})"

# «Bộ 02 cái» is a set of tools, «Vụ Đông Xuân» a crop.
_NAME = (
    r"(?!Bộ \d|Vụ (?:Đông|Hè|Xuân|Thu|Mùa)(?!\w))(?:"
    rf"(?:{KINDS})(?:\s(?:quản lý|chỉ đạo|y tế|cổ phần|công tác))?\s[{UPPER}0-9][\w-]{{0,12}}"
    rf"|(?:{_SMALL_KINDS}|{_SETS_OF}|{_IN_UNITS}|(?P<class>{_CLASSES}))(?!\w))"
    rf"{_WORD}{{0,12}}?(?<!Quản lý)(?<!Kiểm tra)"
)
_END = (
    rf"(?=\s?(?:,(?!\s{_COMMA_IN_NAME})|[;:.()])|\s?$|\s(?:{VERBS}|{_NO_NAME}|{_AUXILIARY})(?!\w)"
    rf"|\svà\s(?:các|cá nhân|tổ chức|cơ quan|đơn vị|UBND|Công an|{KINDS})\s)"
)
_SHAPE = re.compile(rf"(?:Các )?{_HEAD}(?P<name>{_NAME}){_END}")

# A longer name than the list's: «Đội Quản lý thị trường số 3», «Trung tâm Dịch vụ tổng hợp xã».
_NUMBER = re.compile(r"\s(?:số\s)?\d{1,3}(?![\w/])(?!\s(?:ngày|tháng|năm|huyện|xã|tỉnh|người|cán))")
_OPEN_KINDS = re.compile(
    rf"(?:{_HEAD})(?:Trung tâm|Ban|Đội|Tổ|Trạm|Văn phòng|Hội đồng|Công ty|Chi nhánh|Quỹ|Trường|Phòng|Đoàn|Hạt|Chi cục|Đồn)\s"
)
_MORE = re.compile(
    rf"(?:\s(?!(?:{VERBS}|{_NO_NAME}|{_LEVEL}|các|của|thuộc|và|hoặc|cùng|với|cơ)(?!\w))[^\W\d_]{{1,8}}){{1,4}}\s(?:{_LEVEL}|khu vực)"
    rf"(?=\s?[,;:.(]|\s?$|\s(?:và|{VERBS})(?!\w))"
)

PART = re.compile(
    r"(?i:đảng ủy|đảng bộ|chi bộ|thanh tra|văn phòng|công đoàn|ban giám đốc|ban cán sự đảng|đảng đoàn|đoàn thanh niên)\s"
    rf"(?:cơ quan\s)?(?=[{UPPER}])"
)
"""A part of a listed body, with the body's name after it: «Thanh tra Sở Y tế», «Đảng ủy Sở Giao thông vận tải»."""


def printed_name(key: str, start: int) -> tuple[int, str] | None:
    """Read the name of a body of plain shape at an offset: where it ends, and the name without its head's title."""
    shape = _SHAPE.match(key, start)
    if shape is None or (shape["class"] and not _NAMED.search(key, shape.end("class"), shape.end())):
        return None
    return shape.end(), shape["name"]


def longer_name(key: str, start: int, end: int) -> tuple[int, bool] | None:
    """Read on where a listed name is only the beginning: where the whole name ends, and whether only a number follows."""
    if not _OPEN_KINDS.match(key, start, end):
        return None
    number = _NUMBER.match(key, end)
    more = number or _MORE.match(key, end)
    return (more.end(), number is not None) if more else None
