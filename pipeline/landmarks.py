"""The fixed lines of an official document, by which a reader finds its way: quốc hiệu, number, Nơi nhận and others.

Sources: Nghị định 30/2020/NĐ-CP (state documents), Hướng dẫn 36-HD/VPTW of 2018 (Party documents). Both cleaning
and structure look for these, so they stand beside the text primitives. Patterns are matched on `match_key` text.
"""

import re
from functools import lru_cache

from pipeline.codelists import document_types
from pipeline.rules import Rule
from pipeline.text import LOWER, UPPER, match_key

_CODE = rf"[{UPPER}{LOWER}0-9&]{{1,14}}"
NUMBER_CODE = re.compile(
    rf"(?P<digits>\d{{1,6}}(?:[.,]\d{{1,3}})?[a-zA-Z]?|[._… ]{{1,20}})\s?[/-]\s?(?:\d{{4}}\s?/\s?)?"
    rf"{_CODE}(?:(?:\s?[/-]\s?|\.(?![Vv]/[Vv]\b)){_CODE}){{0,5}}"
)
"""A document number: `16/CT-TTg`, `126/2020/NĐ-CP`, `296-KL/TU`, `109/UBND - VX`, `/KH-UBND` with the digits left blank."""


def _rule(
    name: str,
    reason: str,
    pattern: str,
    matches: tuple[str, ...],
    spares: tuple[str, ...] = (),
    hint: str = "",
) -> Rule:
    return Rule(
        id=f"landmark-{name}", stage="structure", action="recognise", reason=reason,
        matches=matches, spares=spares, pattern=re.compile(pattern), hint=re.compile(hint) if hint else None,
    )  # fmt: skip


NATION_NAME = re.compile(
    r"(?i)C[ỘO]NG H(?:ÒA|ÕA|ÓA|OA) X[ÃA] H[ỘO]I CH[ỦU] NGH[ĨI]A VI[ỆE]T NAM"
    r"|Đ[ỘO]C L[ẬA]P\s?-\s?T[ỰU] DO\s?-\s?H[ẠA]NH PH[ÚU]C|(?-i:[ĐD][ẢA]NG C[ỘO]NG S[ẢA]N VI[ỆE]T NAM)"
)
"""The names that head every document, as scans may spell them."""

NATION = _rule(
    "nation", "Quốc hiệu, tiêu ngữ and the Party's name open every document (Nghị định 30, Hướng dẫn 36)",
    rf"(?i)^\W{{0,4}}(?:(?-i:[^{LOWER}]{{0,70}}"
    rf"|[^{LOWER}]{{0,60}}S[ốô][^{LOWER}]{{0,30}})\s)?(?:{NATION_NAME.pattern[4:]})(?:\s(?-i:[^{LOWER}]{{0,70}})"
    rf"|.{{0,60}}n[ăa]m.{{0,12}}|\sĐ[ộô]c l[ậâ]p\s?-.{{10,140}}n[ăa]m \d{{4}}|.{{0,90}}năm \d{{4}}(?-i: [^{LOWER}]{{3,120}})|\s.{{0,30}})?\W{{0,4}}$",
    ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "**ĐẢNG CỘNG SẢN VIỆT NAM**",
     "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
     "SỞ Y TẾ ---- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---- Số: 5/CT-SYT Sơn La, ngày 05 tháng 11 năm 2020 CHỈ THỊ",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------- Số: 1205/CT-SYT Bà Rịa - Vũng Tàu, ngày 05 tháng 11 năm 2020"),
    ("Đảng Cộng sản Việt Nam lãnh đạo Nhân dân ta tiến hành công cuộc đổi mới đất nước, xây dựng chủ nghĩa xã hội.",),
)  # fmt: skip

DATELINE = _rule(
    "dateline", "Place and date of issue (Nghị định 30, Phụ lục I, mục II.4)",
    rf"(?<!\w)(?!(?i:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\W)(?<!Thứ )(?<!Chủ )"
    rf"(?P<place>(?:T\.?[Pp]\.?\s?|[Tt]hành phố\s?)?[{UPPER}][{LOWER}’']{{0,9}}(?:(?: - |[ -])[{UPPER}][{LOWER}’']{{0,9}}"
    rf"|HCM){{0,4}})\s?[,.]?\s?(?:(?:hồi|lúc)?\s?\d{{1,2}}\s?(?:giờ"
    rf"|h)\s?\d{{0,2}}(?:\s?phút)?\s?,?\s?)?"
    r"[Nn]g[àa]y\s{0,3}(?P<day>\d{1,2}|[.… ]{1,20}|)"
    r"\s{0,3}[Tt]h[áa]ng\s{0,3}(?P<month>\d{1,2}|[.… ]{1,20}|)\s{0,3}n[ăa]m\s{0,3}(?P<year>\d{4}|20[.… ]{0,10})",
    ("Son La, ngày 31 tháng 3 năm 2020",
     "TP. Hồ Chí Minh, ngày 05 tháng 02 năm 2021", "Hà Nội, ngày    tháng 7 năm 2021", "Hà Nội, hồi 20 giờ 30, ngày 11 tháng 10 năm 2017",
     "Bà Rịa - Vũng Tàu, ngày 08 tháng 01 năm 2023"),
    ("Chỉ thị số 16/CT-TTg ngày 31/3/2020", "Thứ Tư, ngày 12 tháng 05 năm 2021", "Chủ Nhật, ngày 2 tháng 5 năm 2021"),
    hint="[Tt]h[áa]ng",
)  # fmt: skip

NUMBER = _rule(
    "number", "Number and code under the issuer (Nghị định 30, Phụ lục I, mục II.3)",
    rf"^\W{{0,3}}(?:(?:Bộ luật|Luật|Pháp lệnh|Lệnh) số|(?:Nghị quyết|NGHỊ QUYẾT) (?:số|SỐ)(?=\s?:)|S[ốôỐÔoO][lI]?|\$6"
    rf"|S6)\s?[:.]?\s{{0,5}}(?P<number>{NUMBER_CODE.pattern})",
    (
        "Số: 16/CT-TTg",
        "Số 127-QĐ/TW",
        "Số:       /KH-UBND",
        "**Số: 1246/UBND-VX**",
        "SỐ: 05/CT-UBND",
        "Số: 66.13/2026/NQ-CP",
        "Luật số: 26/2008/QH12",
        "Nghị quyết số: 99/2025/UBTVQH15",
        "$6 31-CT/TU",
    ),
    ("Số lượng: 12 người", "Nghị quyết số 99/2025/UBTVQH15 ngày 12 tháng 5 năm 2025", "Số 60 Trần Phú - Ba Đình - Thành phố Hà Nội", "Số: 49....."),
)  # fmt: skip

ADDRESSEE = _rule(
    "addressee", "The list of those addressed opens with «Kính gửi» (Nghị định 30, Phụ lục I, mục II.9) or «… điện:»",
    rf"^\W{{0,4}}(?:Kính g[ửư]i|KÍNH G[ỬƯ]I|[{UPPER} ,]{{8,80}} (?:điện|ĐIỆN)\s?:|(?:Điện|ĐIỆN)\s?:)",
    ("Kính gửi:", "**Kính gửi**: Các Bộ, cơ quan ngang Bộ", "THỦ TƯỚNG CHÍNH PHỦ điện:"),
    ("ĐIỆN KHẨN", "Kính mong các đồng chí quan tâm"),
)  # fmt: skip

ISSUER_LINE = _rule(
    "issuer-line",
    "The issuer, and the body above it, stand in capitals at the head (Nghị định 30, Phụ lục I, mục II.2)",
    rf"^\W{{0,4}}(?:ỦY BAN|UBND|U\.?B\.?N\.?D|HỘI ĐỒNG|HĐND|SỞ|BỘ|CỤC|CHI CỤC|TỔNG CỤC|VỤ|BAN|PHÒNG"
    rf"|VĂN PHÒNG|TRUNG TÂM|TỈNH|HUYỆN|QUẬN|THỊ|THÀNH|XÃ|PHƯỜNG|ĐẢNG|CÔNG AN|CHÍNH PHỦ|THỦ TƯỚNG"
    rf"|QUỐC HỘI|CHỦ TỊCH|TÒA ÁN"
    rf"|VIỆN|MẶT TRẬN|TỔNG LIÊN ĐOÀN|LIÊN ĐOÀN|HỘI|ĐOÀN|KIỂM TOÁN|NGÂN HÀNG|THANH TRA|KHO BẠC|BẢO HIỂM"
    rf"|TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|TRẠM|TỔNG CÔNG TY|CÔNG TY|TẬP ĐOÀN|ĐÀI|BÁO|BCH|BCĐ|KHỐI|TRUNG ƯƠNG"
    rf"|LIÊN MINH|LIÊN HIỆP|HIỆP HỘI|LIÊN (?:BỘ|SỞ|NGÀNH)|TIỂU BAN|CHI BỘ|CHI NHÁNH|HẠT|HỢP TÁC XÃ|XÍ NGHIỆP"
    rf"|TỔ (?:DÂN PHỐ|CÔNG TÁC|COVID)|KHU (?:PHỐ|CÔNG NGHIỆP|KINH TẾ)|QUÂN KHU|BỘ ĐỘI)"
    rf"(?:[{UPPER} .,&/-]{{0,90}})(?:(?:(?<=COVID-)19|(?<=\sSỐ )\d{{1,3}})[{UPPER} .,&/-]{{0,60}})?\W{{0,4}}$",
    (
        "ỦY BAN NHÂN DÂN",
        "TỈNH ỦY SƠN LA",
        "**BỘ Y TẾ**",
        "HUYỆN ỦY CAO LỘC",
        "THỦ TƯỚNG CHÍNH PHỦ",
        "BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH COVID-19",
        "TRƯỜNG TIỂU HỌC SỐ 2 HÒA PHÚ",
    ),
    ("TRANG CHỦ", "Sở Y tế", "VĂN BẢN PHÁP LUẬT ĐỊA PHƯƠNG", "QUYẾT ĐỊNH"),
)

COPY = _rule(
    "copy",
    "A copy says so under the original's signature (Nghị định 30, Phụ lục I, phần II)",
    r"(?i)^\W{0,4}(?:sao y(?: bản chính)?|sao lục|trích sao|bản sao)\W{0,4}$",
    ("SAO Y BẢN CHÍNH", "SAO LỤC", "TRÍCH SAO"),
    ("Sao y bản chính có chứng thực là một thành phần của hồ sơ",),
)

DISTRIBUTION = _rule(
    "distribution", "The distribution list opens with «Nơi nhận» (Nghị định 30, Phụ lục I, mục II.9)",
    r"^\W{0,4}(?:[NM][ơoờ][il1] nh[ậa]n|NƠI NHẬN)\s?(?:[:;.]|\W{0,4}$)",
    ("Nơi nhận:", "**Nơi nhận**: KT. BỘ TRƯỞNG", "*Nơi nhận:*", "Nơi nhận"),
    ("Nơi nhận hồ sơ của người dân là Trung tâm phục vụ hành chính công",),
)  # fmt: skip

SIGNING = r"TM\.|T/M\.?|T\.M\.?|KT\.|K/T\.?|K\.T\.?|TL\.|T/L\.?|T\.L\.?|TUQ\.|T/UQ\.?|T\.UQ\.?|Q\."
"""The signing marks, as the inside of a group; some typists set dots for the slash of Party documents."""

SIGNED_FOR = _rule(
    "signed-for", "TM., KT., TL., TUQ., Q. (Nghị định 30, Phụ lục I, mục II.7) or T/M, K/T, T/L (Hướng dẫn 36)",
    rf"(?:^|\s|[;.,*])(?P<mark>{SIGNING}|(?:TM|KT|TL|TUQ)(?= (?:ỦY BAN|UBND|BAN (?:CH|TH)|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC"
    rf"|CHÍNH PHỦ|THỦ TƯỚNG|CỤC TRƯỞNG)))\s?(?P<body>[{UPPER}][{UPPER} ,.&-]{{2,90}})$",
    ("T/M BAN THƯỜNG VỤ", "KT. BỘ TRƯỞNG", "- Như trên; TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", "K.T THỐNG ĐỐC", "TM UỶ BAN NHÂN DÂN TỈNH"),
    ("- Lưu: VT, KT.", "TM. ban hành văn bản theo thẩm quyền", "CÔNG TY TNHH TM DỊCH VỤ"),
    hint=r"[TKQ](?:[./]|[MTL][. ]|UQ)",
)  # fmt: skip

OFFICE_TITLE = _rule(
    "office-title", "The signatory's office stands in capitals above the signature (Nghị định 30, Phụ lục I, mục II.7)",
    rf"^\W{{0,4}}(?:[{UPPER} ]{{0,30}}\s)?(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG"
    rf"|THỨ TRƯỞNG|THỦ TƯỚNG|THỐNG ĐỐC|TỔNG THANH TRA"
    r"|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN"
    r"|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|TỔNG BÍ THƯ|TỔNG KIỂM TOÁN NHÀ NƯỚC"
    rf"|TRƯỞNG ĐOÀN|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|ỦY VIÊN|TƯ LỆNH|CHỈ HUY TRƯỞNG|CHÍNH ỦY"
    rf"|THƯỜNG TRỰC)(?:[ ,-][{UPPER} ,.-]{{0,80}})?[^\w:]{{0,4}}$",
    ("PHÓ BÍ THƯ", "CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "**BỘ TRƯỞNG**", "BÍ THƯ", "KT CHỦ TỊCH"),
    ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUYẾT ĐỊNH:"),
)  # fmt: skip

ANNEX = _rule(
    "annex", "An annex opens with its name in capitals or alone on its line (Nghị định 30, Phụ lục I, mục III.1)",
    r"^\W{0,4}(?:PHỤ L[ỤU]C|Phụ lục|BIỂU MẪU|BIỂU SỐ|Biểu số|MẪU|Mẫu|MẪU SỐ"
    r"|Mẫu số)(?:\s(?:[IVXLC]{1,6}|\d{1,3}|SỐ|số|[A-Z])\b.{0,160}|\s?[:.]?\W{0,3}\w?\W{0,2})$",
    ("PHỤ LỤC", "Phụ lục I", "PHỤ LỤC SỐ 02", "**PHỤ LỤC 1** DANH MỤC NHIỆM VỤ", "MẪU SỐ 01", "Mẫu 01"),
    (
        "Mẫu đơn đề nghị cấp giấy phép",
        "MẪU ĐƠN",
        "Phụ lục kèm theo Nghị định này gồm các biểu mẫu sau đây:",
        "Phụ lục này quy định chi tiết về mẫu biểu.",
    ),
)  # fmt: skip

ISSUED_WITH = _rule(
    "issued-with", "A regulation or annex says under its title what it was issued with (Nghị định 30, Phụ lục I, mục III.1)",
    r"^\W{0,4}\(?\s?(?:Ban hành kèm theo|Kèm theo|Ban hành theo|BAN HÀNH KÈM THEO|KÈM THEO)\s",
    ("(Ban hành kèm theo Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 5 năm 2021)", "*(Kèm theo Kế hoạch số 45/KH-UBND)*"),
    ("Danh mục kèm theo Quyết định này gồm 12 thủ tục.",),
)  # fmt: skip

SIGNED = _rule(
    "signed", "«(Đã ký)» stands for the signature in a copy",
    r"(?i)^\W{0,5}(?:đã k[ýí]|da ?ky|signed)(?:,? (?:và )?(?:đã )?đóng dấu)?\W{0,5}$|^\W{0,3}\(ký[ ,].{0,60}\)\W{0,3}$"
    r"|^\W{0,3}\(chữ k[ýí],? (?:và )?(?:con |đóng )?dấu.{0,30}\)\W{0,3}$",
    ("(Đã ký)", "**(đã ký)**", "Đã ký.", "(đã ký và đóng dấu)", "(Ký, ghi rõ họ tên)", "( đã kí)", "[daky]", "(chữ ký, con dấu)"),
    ("Đã ký kết hợp đồng", "Chữ ký, con dấu của tổ chức"),
)  # fmt: skip

MARK = _rule(
    "mark",
    "Urgency and secrecy stand in a box of their own (Nghị định 30, Phụ lục I, mục III.2)",
    r"(?i)^\W{0,4}(?P<mark>h[ỏo]a t[ốo]c(?: h[ẹe]n gi[ờo].{0,30})?|thượng khẩn|khẩn|tuyệt mật|tối mật|mật)\W{0,4}$",
    ("HỎA TỐC", "THƯỢNG KHẨN", "**KHẨN**", "MẬT", "HOẢ TỐC"),
    ("Khẩn trương triển khai", "ĐIỆN KHẨN"),
)

FORMULA = _rule(
    "formula",
    "The formula that opens the orders of a decision or resolution (Nghị định 30, Phụ lục III)",
    r"^\W{0,4}(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\W{0,4}$"
    rf"|^[^\w]{{0,4}}(?:[{UPPER} ,]{{3,90}}\s)?(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO"
    rf"|NGHỊ QUYẾT|NGHỊ ĐỊNH|YÊU CẦU)\s?:\W{{0,4}}$",
    ("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", "**QUYẾT ĐỊNH:**", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUYẾT ĐỊNH:"),
    ("Ủy ban nhân dân tỉnh quyết định:", "QUYẾT ĐỊNH Về việc kiện toàn Ban Chỉ đạo", "I- MỤC ĐÍCH, YÊU CẦU"),
)

END_MARK = _rule(
    "end-mark", "The text of a document ends with ./. (Nghị định 30, Phụ lục I, mục II.6)",
    r"\.\s?/\s?\.?\s?[*)”\"]{0,3}$",
    ("phòng, chống dịch Covid-19./.", "của Chủ tịch UBND tỉnh về việc triển khai)./.", "thực hiện./"),
    ("Điều 1.", "và/hoặc"),
)  # fmt: skip


def _type_names() -> str:
    names = {match_key(name).upper() for entry in document_types() for name in (entry.name, *entry.aliases)}
    return "|".join(
        sorted(
            (re.escape(name).replace(r"\ ", " ") for name in names if name not in ("VĂN BẢN", "CÔNG VĂN")),
            key=lambda name: (-len(name), name),
        )
    )


TYPE_LINE = _rule(
    "type-line", "The type of document stands in capitals on a line of its own (Nghị định 30, Phụ lục I, mục II.5)",
    rf"^\W{{0,6}}(?P<type>{_type_names()})(?P<rest>|\[?\d{{1,2}}\]?\W{{0,4}}|\s?:\s[{UPPER}].{{5,300}}|[^\w:]{{1,6}}(?:[Ss]ố\s?[:.]?\s?\d.{{0,60}})?"
    rf"|\s(?:[{UPPER}Vv].{{0,300}}))$",
    (
        "CHỈ THỊ",
        "**THÔNG BÁO**",
        "ĐIỆN KHẨN",
        "QUYẾT ĐỊNH Về việc kiện toàn Ban Chỉ đạo",
        "CHỈ THỊ CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "THÔNG TƯ",
        "THÔNG TƯ1",
    ),
    ("QUYẾT ĐỊNH:", "Chỉ thị số 16/CT-TTg", "BÁO CÁO: kết quả thực hiện"),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    NATION,
    DATELINE,
    NUMBER,
    ADDRESSEE,
    ISSUER_LINE,
    COPY,
    DISTRIBUTION,
    SIGNED_FOR,
    OFFICE_TITLE,
    ANNEX,
    ISSUED_WITH,
    SIGNED,
    MARK,
    FORMULA,
    END_MARK,
    TYPE_LINE,
)


def signed_for(key: str) -> re.Match[str] | None:
    """`SIGNED_FOR` in a line; it ends with three capitals or marks, and few lines of running text do."""
    return SIGNED_FOR.search(key) if key[-3:] == key[-3:].upper() else None


_NUMBER_IN_TITLE = re.compile(r"\sNGÀY .{6,40}\s(?:CỦA|VỀ|DO)\s")


def is_small_nation(key: str) -> bool:
    """Whether quốc hiệu is written as running text writes it: the issuer above it may be so too, «Ủy ban nhân dân xã»."""
    return key.startswith("Cộng h") and NATION.search(key) is not None


def number_of(key: str) -> re.Match[str] | None:
    """The number that a line states; not «SỐ 164-KH/TU NGÀY 24 THÁNG 8 NĂM 2022 CỦA …» within a title in capitals."""
    match = NUMBER.search(key)
    return None if match and _NUMBER_IN_TITLE.match(key, match.end()) else match


def is_dateline(key: str) -> bool:
    """Whether a line is the place and date and nothing else: «Hà Nội, ngày 31 tháng 3 năm 2020»."""
    match = DATELINE.search(key)
    return match is not None and match.start() <= 3 and len(key) - match.end() <= 4


@lru_cache(maxsize=256)
def is_capitals(key: str) -> bool:
    """Whether a line is set in capitals: it has letters, and at most a tenth of them are small."""
    if key.isupper():
        return key[:2].isalpha() or sum(map(str.isalpha, key)) >= 2
    if sum(map(str.islower, key[: len(key) // 6 + 1])) * 10 > len(key):
        return False  # small letters enough in its first sixth, as in all running text
    letters, small = sum(map(str.isalpha, key)), sum(map(str.islower, key))
    return letters >= 2 and small * 10 <= letters
