"""How the facts on a directive are recognised; each evidence row names one of these."""

import re

from pipeline.codelists import document_types
from pipeline.landmarks import NUMBER_CODE
from pipeline.rules import Rule
from pipeline.text import match_key

_TYPES = "|".join(
    sorted(
        {match_key(name) for entry in document_types() for name in (entry.name, *entry.aliases)},
        key=lambda name: (-len(name), name),
    )
)


def _rule(
    name: str, reason: str, pattern: str | None, matches: tuple[str, ...], spares: tuple[str, ...] = ()
) -> Rule:
    return Rule(
        id=f"identity-{name}", stage="enrich", action="recognise", reason=reason, matches=matches, spares=spares,
        pattern=re.compile(pattern) if pattern else None,
    )  # fmt: skip


TYPE_LINE = _rule("type-line", "The line in capitals that names the type of document", None, ("CHỈ THỊ",))
TYPE_CODE = _rule(
    "type-code",
    "The code in the number names the type: CT, KL, TB, QĐ … (Nghị định 30, Phụ lục III)",
    None,
    ("16/CT-TTg",),
)
LETTER = _rule(
    "letter",
    "A document with a number or «Kính gửi» but no type line is an official letter (công văn; Nghị định 30, Phụ lục I)",
    None,
    ("Số: 1246/UBND-VX",),
)
NUMBER = _rule("number", "The number printed after «Số»", None, ("Số: 16/CT-TTg",))
TITLE = _rule(
    "title",
    "The lines under the type line, or «V/v …» under a letter's number",
    None,
    ("về việc tăng cường phòng, chống dịch",),
)
DATELINE = _rule("dateline", "The line of place and date", None, ("Hà Nội, ngày 31 tháng 3 năm 2020",))
MARK = _rule("mark", "A mark of urgency or secrecy in a line of its own", None, ("HỎA TỐC",))
ISSUER_LINE = _rule(
    "issuer-line",
    "«CỦA …» under the type line names the issuer (Hướng dẫn 36-HD/VPTW)",
    None,
    ("CỦA BAN THƯỜNG VỤ TỈNH ỦY",),
)
AUTHORITY = _rule(
    "authority",
    "The line in capitals under the title says who decides (Nghị định 30, Phụ lục III)",
    None,
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",),
)
SUFFIX = _rule("number-suffix", "The end of the number names the issuer", None, ("16/CT-TTg",))
HEADER = _rule("header", "The issuer's name above the number", None, ("ỦY BAN NHÂN DÂN TỈNH SƠN LA",))
PROVINCE_NAME = _rule(
    "province-name",
    "A province named in the header, the place, the title or a stamp",
    None,
    ("TỈNH SƠN LA", "Điện Biên, ngày 05"),
)
PROVINCE_IN_TEXT = _rule(
    "province-in-text",
    "The province that the text speaks of as its own, most often named",
    None,
    ("trên địa bàn tỉnh Hà Nam",),
)
SIGNATURE = _rule(
    "signature", "The lines over and under the signature", None, ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")
)
RECEIVED = _rule(
    "received-stamp",
    "Where nothing else dates a document, the day on which a registry received it",
    None,
    ("ĐẾN Ngày: 24/7/2021",),
)
SIGNED_ON = _rule(
    "signed-on", "The day in a digital signature", None, ("Thời gian ký: 05.02.2021 15:20:11 +07:00",)
)

SPEAKER = _rule(
    "speaker",
    "Issuer is who speaks in the text, even where the header names the committee",
    r"\s?(?:,\s)?(?:đã\s|cũng\s|thống nhất\s|ra\s|ban hành\s|kính\s|có ý kiến\s|tha thiết\s|trân trọng\s|long trọng\s){0,2}(?:yêu cầu"
    r"|chỉ đạo|chỉ thị|đề nghị|kết luận|quyết định|quyết nghị|ban hành|kêu gọi|giao|thông báo|báo cáo"
    r"|hướng dẫn|trình|điện|xây dựng|quy định|thông tri|phát động"
    r"|(?:Chỉ thị|Kết luận|Quyết định)(?=\s?:))(?!\w)"
    r"|\s[^.,;:]{3,80}\s(?:như sau|sau|sau đây)\s?:$",
    ("Ban Thường vụ Tỉnh ủy thống nhất kết luận:", "Chủ tịch Ủy ban nhân dân tỉnh Chỉ thị:", "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu",
     "Hội Chữ thập đỏ tỉnh lập kế hoạch như sau:"),
    ("Ủy ban nhân dân tỉnh về công tác phòng, chống dịch",),
)  # fmt: skip

_MARKED = r"(?:\s(?:hỏa tốc|thượng khẩn|khẩn cấp|khẩn))?"
_NUMBERED = rf"(?P<number>{NUMBER_CODE.pattern}|(?<=số )\d{{1,5}}(?=[\s,.;)]))"
_LED_BY = r"(?:số\s?:?\s?|CV\s)"
_NAMED = (
    rf"(?P<type>{_TYPES}|(?i:{_TYPES})(?={_MARKED}\s\(?{_LED_BY}\d)"
    rf"|(?:(?<=ban hành )|(?<=phát đi )|(?<= ký ))(?i:{_TYPES})(?={_MARKED}\s(?:về|V/v|v/v|yêu cầu|gửi)\s)){_MARKED}"
)
NARRATIVE = _rule(
    "narrative",
    "A news text says which document it retells: who issued it, when, its number and subject",
    r"(?:(?<!\w)(?:ban hành|có|ra|phát đi|ký|gửi)"
    r"|^(?:[^.]{0,40}- )?Trong nội dung|^Đó là (?:nội dung|chỉ đạo|yêu cầu|ý kiến)[^.]{0,300}? (?:tại|trong|của))"
    rf"\s{_NAMED}(?:\s\(?{_LED_BY}?{_NUMBERED}\)?"
    r"|(?=\s(?:về|V/v|yêu cầu|chỉ đạo|thực hiện|triển khai|gửi|của)\b))",
    ("Ngày 26/3/2020, Ban Thường vụ tỉnh ủy đã ban hành Kết luận số 296-KL/TU về phòng, chống dịch bệnh Covid-19",
     "Ban Thường vụ Tỉnh ủy vừa ban hành công điện số 07-CĐ/TU về tăng cường lãnh đạo",
     "Trong nội dung Công văn số 400/UBND-YT, ban hành ngày 13/3, UBND huyện yêu cầu các xã",
     "Đó là nội dung tại Chỉ thị số 03/CT-UBND của Chủ tịch UBND tỉnh về việc phát động Phong trào thi đua",
     "Ban Thường vụ Tỉnh ủy ban hành Công văn hỏa tốc về việc chủ động ứng phó với bão", "Thủ tướng Chính phủ đã có Công văn (số 73/TTg-CN) chỉ đạo",
     "UBND tỉnh vừa có Công văn số 1246/UBND-VX yêu cầu các địa phương tăng cường phòng, chống dịch"),
    ("Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ", "có kế hoạch về nước sinh hoạt"),
)  # fmt: skip

HEADLINE = _rule(
    "headline",
    "A page's headline is the name of the document that it gives or retells, or bears it in brackets at its end",
    rf"(?:^\W{{0,4}}|\((?=[^()]{{8,160}}\)$)){_NAMED}(?:\s{_LED_BY}?{_NUMBERED}|(?=\s(?:của|về|V/v)\s))",
    ("Chỉ thị số 05/CT-UBND ngày 06/3/2019 của UBND tỉnh Lào Cai về việc khống chế bệnh Dịch tả lợn Châu Phi",
     "Công điện khẩn của Ban Thường vụ Tỉnh ủy Thanh Hóa: Tăng cường lãnh đạo, chỉ đạo",
     "Phong tỏa tạm thời thôn Phước Lộc (Quyết định số 1033/QĐ-UBND ngày 09/5/2021)"),
    ("Chỉ thị này thay thế Chỉ thị số 05/CT-UBND", "Các Chỉ thị số 15 và 16 của Thủ tướng Chính phủ"),
)  # fmt: skip

PORTAL = _rule(
    "portal-table",
    "A portal's own table states what the text of the document leaves open",
    None,
    ("Số ký hiệu: 12/CT-UBND", "| Ngày ban hành | 02/04/2022 |"),
)

PASSED = _rule(
    "passed",
    "A law or a council's resolution says at its end on which day it was passed",
    r"(?:được|đã).{10,160} thông qua ngày (?P<date>\d{1,2}(?: tháng \d{1,2} năm |/\d{1,2}/)\d{4})",
    (
        "Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XII, kỳ họp thứ 4 thông qua ngày 12 tháng 11 năm 2008.",
    ),
    ("Căn cứ Nghị quyết được Quốc hội thông qua tại kỳ họp thứ 4",),
)

RULES: tuple[Rule, ...] = (
    TYPE_LINE, TYPE_CODE, LETTER, NUMBER, TITLE, DATELINE, MARK, ISSUER_LINE, AUTHORITY, SUFFIX, HEADER, SPEAKER, NARRATIVE, HEADLINE, PORTAL, PASSED,
    PROVINCE_NAME, PROVINCE_IN_TEXT, SIGNATURE, RECEIVED, SIGNED_ON,
)  # fmt: skip
