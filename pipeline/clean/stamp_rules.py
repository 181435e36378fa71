"""What registries, digital signatures and pens leave on a paper copy, rule by rule."""

import re

from pipeline.rules import Rule
from pipeline.text import LOWER, UPPER

_LETTERS = UPPER + LOWER


def removal_rule(
    name: str,
    reason: str,
    pattern: str | None,
    matches: tuple[str, ...],
    spares: tuple[str, ...] = (),
    hint: str = "",
) -> Rule:
    """A rule of cleaning; one without a pattern acts on evidence of the whole document."""
    return Rule(
        id=name, stage="clean", action="remove", reason=reason, matches=matches, spares=spares,
        pattern=re.compile(pattern) if pattern else None, hint=re.compile(hint) if hint else None,
    )  # fmt: skip


RECEIVED_STAMP = removal_rule(
    "stamp-received", "The registry stamp of the office that received a paper copy (dấu «ĐẾN»; Nghị định 30, Điều 22)",
    r"(?:^|[\s*(])\W{0,4}(?:(?:CÔNG VĂN|VĂN BẢN|VĂN THƯ|Công văn|Văn bản)\s)?[ĐDÐ][ÊEẾÉỀẾỂ]N\W{0,3}\s?(?:$"
    r"|\W{0,3}S[ốôỐÔoO]\b|\W{0,3}Ng[àa]y\b|\W{0,3}Gi[ờo]\b|:\s?\d{1,2}[/.-]\d{1,2}[/.-])"
    r"|(?:^|\s)(?:Số|SỐ|Ngày|NGÀY) (?:đến|ĐẾN)\s?[:.…]"
    r"|^\W{0,3}(?i:(?:dấu )?(?:công văn|văn bản) đến)\W{0,3}(?i:số|ngày)\W{0,4}\d[\d/., ]{0,14}(?:\W{0,3}(?i:ngày)[\W\d]{0,20})?$"
    r"|^[\[(](?i:dấu (?:công văn |văn bản )?đến)\b[^\])]{0,160}[\])]$|^\W{0,3}ĐÃ (?:NHẬN|TIẾP NHẬN)\W{0,3}$",
    ("Kính gửi: **DẾN Số: 49.....**", "ĐẾN Số:.....", "CÔNG VĂN ĐẾN", "Số đến: 1234", "ĐẾN Ngày: 12/5/2021", "VĂN THƯ ĐẾN",
     "ĐẾN: 19/5/2020", "Công văn đến số: 2208", "[Dấu đến: Huyện ủy Mường La, số 2208, ngày 19/5/2020]", "ĐÃ NHẬN"),
    ("từ ngày 01/4/2020 đến ngày 15/4/2020", "ĐẾN NĂM 2025, TẦM NHÌN ĐẾN NĂM 2030", "VĂN BẢN ĐẾN HẾT HIỆU LỰC",
     "Công văn đến ngày nào, chuyển giao ngay trong ngày đó.", "văn bản đến ngày 15/4/2020 của các đơn vị"),
    hint="[ĐDÐđ](?:(?<=[ĐDÐ])(?:[ÊEẾÉỀỂế][Nn]|Ã )|(?<=[ốỐyYnNuU] đ)[ếẾ][nN])",
)  # fmt: skip

STAMP_FIELD = removal_rule(
    "stamp-received-field", "The fields of a registry stamp stand under its «ĐẾN»",
    r"(?i)^\W{0,4}ngày\s?\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?| tháng \d{1,2} năm )\d{2,4}\W{0,20}$"
    r"|^\W{0,4}s[ốôo]\s\d{1,6}\W{0,8}$|^\W{0,4}(?:s[ốôo]|ng[àa]y|gi[ờo]|chuy[êểếề][nń]|kính chuyển|lưu hồ sơ(?: số)?|lưu hs|hồ sơ số"
    r"|phòng xử lý|phòng phối hợp|đơn vị (?:xử lý|chủ trì|phối hợp)|người xử lý|số đến|ngày đến"
    r"|lãnh đạo|văn thư|thời hạn)\s?(?:[:.…_]|$)",
    (
        "Ngày: 8/2/2021",
        "Chuyển:",
        "Lưu hồ sơ số:",
        "Chuyên:.....",
        "Phòng xử lý: KGVX",
        "Số: 49.....",
        "NGÀY 22/3/2005",
        "Ngày 24 - 9 - 2010",
        "Ngày 29 tháng 5 năm 2019",
    ),
    ("Ngày 26/3/2020, Ban Thường vụ Tỉnh ủy đã ban hành", "Chuyển Ủy ban nhân dân tỉnh xem xét, giải quyết."),
)  # fmt: skip

STAMP_OFFICE = removal_rule(
    "stamp-received-office", "The office that received the document stands in capitals above its «ĐẾN»",
    rf"^\W{{0,4}}(?:U\.?\s?B\.?\s?N\.?\s?D|H\.?Đ\.?N\.?D|VPU|VP|VĂN PHÒNG|SỞ|CỤC|CHI CỤC|BAN|PHÒNG(?!,)"
    rf"|TRUNG TÂM|BỘ|TỈNH|HUYỆN|THÀNH|TRƯỜNG|ỦY BAN|BỆNH VIỆN|ĐẢNG|BƯU ĐIỆN|KHO BẠC|THANH TRA|VIỆN|TÒA ÁN|HỘI|MẶT TRẬN|XÃ|PHƯỜNG|QUẬN|THỊ"
    rf"|CÔNG AN|CÔNG ĐOÀN|CÔNG TY)[{UPPER}0-9 .,&-]{{0,80}}\W{{0,4}}$",
    ("U.B.N.D TỈNH ĐIỆN BIÊN", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "VPU BND TỈNH HÀ NAM", "VĂN PHÒNG TỈNH ỦY"),
    ("Sở Giáo dục và Đào tạo", "PHÒNG, CHỐNG SẠT LỞ BỜ SÔNG, BỜ BIỂN"),
)  # fmt: skip

SIGNATURE_BLOCK = removal_rule(
    "stamp-digital-signature", "The block that a digital signature prints (Nghị định 30, Phụ lục I, mục II.8)",
    rf"(?i)^(?-i:[{UPPER}][{_LETTERS}]{{0,9}}(?: [{UPPER}][{_LETTERS}]{{0,9}}){{1,5}}) đã ký số\W{{0,3}}$"
    rf"|^(?-i:[{UPPER}])[^.;]{{2,80}} đã ký số\W{{0,3}}(?:ngày|lúc|vào)?\s?\d{{1,2}}[/.:-]\d[^;{_LETTERS}]{{0,40}}$"
    r"|^\W{0,4}(?:(?:người ký|ký bởi|ký số bởi"
    r"|được ký bởi|signed by|digitally signed by|signature valid|chữ ký số|cơ quan ký|thời gian ký|ngày ký|signing time"
    rf"|date)\s?:|(?:(?-i:Được) ký (?:số )?bởi|(?:digitally )?signed by)\s(?-i:[{UPPER}])[^.;]{{1,80}}$"
    rf"|(?-i:Tài liệu|Văn bản)(?: này)? (?:đã )?được ký (?:số|điện tử) bởi(?:\s?:|\s(?-i:[{UPPER}]))[^;]{{0,120}}(?<![.;])$"
    r"|(?:sao y|sao lục|trích sao)(?: bản chính)?\s?[;,][^;]{2,100};?[^;]{0,40}\d{1,2}:\d{2}.{0,16}$"
    r"|signature (?:not verified|valid)|(?:thời gian ký|ngày ký)\s\d{1,2}[./-]\d)",
    (
        "Người ký: Ủy ban nhân dân tỉnh Lào Cai",
        "Ký bởi: Văn phòng Chính phủ",
        "Thời gian ký: 05.02.2021 15:20:11 +07:00",
        "Phạm Văn Bình đã ký số",
        "UBND tỉnh Sơn La đã ký số ngày 15/05/2020 16:22",
        "Digitally signed by UBND tỉnh Sơn La",
        "Tài liệu được ký điện tử bởi: UBND tỉnh Sơn La, ngày 15/05/2020",
        "SAO Y; UBND huyện Mường La; 20/05/2020 08:15:02",
    ),
    (
        "Người ký hợp đồng chịu trách nhiệm trước pháp luật",
        "Văn bản được ký số theo quy định có giá trị pháp lý như văn bản giấy;",
        "Văn bản được ký số bởi người có thẩm quyền.",
        "Văn bản được ký số bởi người có thẩm quyền",
        "được ký số bởi Thủ trưởng đơn vị",
        "văn bản điện tử đã ký số",
        "a) Văn bản điện tử đã ký số",
        "Các văn bản đã ký số ngày 15/05/2020 được lưu",
        "Các đơn vị đã ký số vào hồ sơ, gửi về Sở trước ngày 15/5/2020.",
    ),
    hint="[kKsSdD](?:[ýÝ]|[iI][gG][nN]|[aA][tT][eE]|[aA][oO])",
)  # fmt: skip

SIGNATURE_FIELD = removal_rule(
    "stamp-digital-signature-field", "The fields of a digital signature stand next to its signer",
    r"(?i)^\W{0,4}(?:(?:e-?mail|thư điện tử|cơ quan|tổ chức|đơn vị|chức vụ|thời gian|lý do|reason"
    r"|location|vị trí|người ký|ngày ký)\s?:|\d{2}[./-]\d{2}[./-]\d{4} \d{2}:\d{2}(?::\d{2})?"
    r"|\d{1,2}:\d{2}:\d{2}(?:\s?[+-]0?7.{0,5})?\W{0,3}$)",
    ("Email: vanphong@laocai.gov.vn", "Cơ quan: Tỉnh Lào Cai", "05.02.2021 15:20:11 +07:00", "16:22:10 +07:00"),
    ("Cơ quan thường trực của Ban Chỉ đạo",),
)  # fmt: skip

HANDWRITTEN = removal_rule(
    "stamp-handwritten", "An OCR note that a signature, a seal or handwriting stands here, or what a leader wrote on the paper",
    r"(?i)^\W{0,4}bút phê\s?:.{0,200}$"
    r"|^(?:kính )?(?:chuyển|trình|giao) (?:đ/c|đồng chí|anh|chị|lđ|p\.) [^.;:]{2,60}\s?[-–,]\s?\d{1,2}/\d{1,2}(?:/\d{2,4})?$"
    r"|^[\[(](?:hand-?written|chữ viết tay|chữ ký|bút phê)(?: (?:note|text|signature))?\s?:[^\])]{1,160}[\])]$"
    r"|^\[\s?(?:handwritten|hand-written|chữ ký(?: tay)?|signature|con dấu|dấu đỏ|seal|stamp|chữ viết tay|bút phê|đóng dấu)"
    r"(?:\s(?:signature|note|text|seal|stamp|of|tay|viết|đỏ|tròn)){0,3}\s?\]$"
    r"|^\(con dấu\)$|^\W{0,4}hand-?written(?:\s(?:signature|note|text)){0,2}\W{0,4}$",
    ("[Handwritten Signature]", "[Handwritten: Đ/c Ún tham mưu]", "[Chữ ký]", "[Con dấu]", "[Seal]", "[Bút phê: Đ/c Hà theo dõi, tổng hợp. 22/01]",
     "(handwritten signature)", "(Con dấu)", "Kính chuyển đ/c Hà PCT theo dõi - 30/7"),
    ("Chuyển đồng chí Nguyễn Văn An sang công tác khác",
     "Chữ ký của người đại diện theo pháp luật", "(Chữ ký của người có thẩm quyền, dấu của cơ quan)", "(Chữ ký, dấu)",
     "Chữ ký", "Con dấu", "(Signature)", "CHỮ KÝ"),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    RECEIVED_STAMP, STAMP_FIELD, STAMP_OFFICE, SIGNATURE_BLOCK, SIGNATURE_FIELD, HANDWRITTEN,
)  # fmt: skip
