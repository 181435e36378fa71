"""What cleaning removes, rule by rule, in the order of running.

A removed character stays in the source and in the ledger, with the rule's id. Rules without a pattern act on
evidence of the whole document (position, repetition); their code is named in `pipeline.clean`.
"""

from pipeline.clean import stamp_rules
from pipeline.clean.stamp_rules import removal_rule as _rule
from pipeline.rules import Rule
from pipeline.text import LOWER, UPPER

RULE_LINE = _rule(
    "furniture-rule-line", "A line of dashes, stars or underscores is typography, not text",
    r"^(?:[\W_]{1,400}|[\W_]{0,60}[oO][oO0][oO][\W_]{0,60})$",
    ("-----", "* * *", "_______", "*", "|", "---|---", "☆", "o0o", "=====o0o=====", "‾‾‾‾"),
    ("- Như trên;", "1.", "000"),
)  # fmt: skip

TABLE_BAR = _rule(
    "furniture-table-bar", "A bar left by a table that was turned into text",
    r"(?:^\|\s?|\s?\|$|\|(?=\s))",
    ("CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "| 1 | Sở Y tế |", "XXVII| TỈNH TÂY NINH"),
    ("a|b",),
)  # fmt: skip

HEADING_MARK = _rule(
    "furniture-heading-mark", "The mark that a converter to Markdown sets before a heading",
    r"^#{1,6}\s(?=\S)",
    ("### Điều 11. Bít tất", "# THÔNG TƯ"),
    ("#hashtag", "Phím #"),
)  # fmt: skip

LIST_MARK = _rule(
    "furniture-list-mark", "The dashes or numbers that a converter sets before items that bear labels of their own", None,
    ("- a) Đối với hồ sơ giấy;", "1. A. NHIỆM VỤ TRỌNG TÂM", "* 2. Yêu cầu"),
)  # fmt: skip

FILE_PATH = _rule(
    "scan-file-path", "The path of the typist's file that a word processor printed beside the file code («Lưu …»)", None,
    ("d:\\2011\\CV\\SVH\\T4\\Bau cho Vinh Ha Long",),
)  # fmt: skip

STAR = _rule(
    "furniture-party-star", "The star that Party documents set under the issuer (Hướng dẫn 36-HD/VPTW)",
    r"^[☆★✩✪*]\s(?=\w)",
    ("☆ Nguyễn Hữu Đông",),
    ("5 ☆", "*"),
)  # fmt: skip

PAGE_BREAK = _rule(
    "furniture-page-break", "A converter's mark between two pages",
    r"(?i)^\W{0,12}(?:page[ -]?break|ngắt trang|hết trang|(?:page|trang)\s?\d{1,4}(?:\s?(?:/|of"
    r"|trên)\s?\d{1,4})?|\d{1,4}\s?/\s?\d{1,4}\s?(?:page|trang))\W{0,12}$",
    ("--- PAGE BREAK ---", "Trang 2/5", "Page 3 of 12", "- Trang 4 -"),
    ("Trang bị khẩu trang cho học sinh", "Trang 5 của Phụ lục được sửa đổi"),
)  # fmt: skip

SPECK = _rule(
    "scan-speck",
    "A single letter alone between two lines of running text is dirt on the paper",
    r"^[^\w(]{0,3}[A-Za-z](?:\s\W{0,3})?$",
    ("i .", "l", "' r"),
    (
        "5K",
        "Ô",
        "a)",
    ),
)

PAGE_NUMBER = _rule(
    "furniture-page-number", "A number alone on its line between the pages of a document",
    r"^(?:[-–—~] {0,2}\d{1,3}(?: {0,2}[-–—~])?|\[ ?\d{1,3} ?\]|\. \d{1,3} \.|\d{1,3})$",
    ("2", "- 3 -", "[4]", "-5-", ". 6 ."),
    ("2021", "1.500", "5K", "3.", "2-", "1)", "(1)"),
)  # fmt: skip

BROWSER_PRINT = _rule(
    "furniture-browser-print", "What a browser sets at the edges of the pages that it prints: the moment, an address, «about:blank»",
    r"^(?:\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?::\d{2})? ?(?:[AP]M|SA|CH)(?: (?:about:blank|https?:\S{1,300}))?"
    r"|about:blank|(?:https?|file):\S{1,300}(?= \d))(?: \d{1,3}/\d{1,3})?$",
    ("2/10/26, 6:06 PM", "11/3/25, 9:14 SA", "about:blank", "about:blank 5/14", "https://vanban.example/van-ban/12 2/7"),
    ("10/02/2026, 18:06", "truy cập https://dichvucong.example", "https://TOKHAIYTECH.example", "5/14"),
)  # fmt: skip

GAZETTE = _rule(
    "furniture-gazette",
    "The running head and the catchwords of the official gazette (Công báo)",
    r"^\W{0,3}(?:(?:\d{1,4}\s)?CÔNG BÁO\s?/|\((?:Xem tiếp|Tiếp theo)(?: trang \d{1,3})? Công báo)",
    (
        "CÔNG BÁO/Số 431 + 432/Ngày 07-9-2009",
        "62 CÔNG BÁO/Số 347 + 348/Ngày 25-02-2025",
        "(Xem tiếp Công báo số 433 + 434)",
    ),
    ("Công báo tỉnh có trách nhiệm đăng tải văn bản.",),
)

RUNNING_HEADER = _rule(
    "furniture-running-header", "The same short line at several page breaks is a running header or a watermark", None,
    ("SAO Y BẢN CHÍNH",),
)  # fmt: skip

CAPTION = _rule(
    "web-caption", "A picture's caption that a web page set between the paragraphs",
    r"(?i)^\W{0,4}(?:(?:ảnh|hình ảnh) (?:minh họa|tư liệu|internet"
    r"|chỉ mang tính (?:chất )?minh họa)\W{0,4}.{0,60}$|(?:ảnh|photo|clip|video|đồ họa"
    r"|infographic)\s?:.{0,80}$|\(ảnh\s?:?.{0,60}\)$|\[(?:ảnh|video|clip|infographic|đồ họa)\]"
    r"|!\[[^\]]{0,80}\]\([^)]{0,200}\)$"
    r"|[^;:]{10,220}[.!?)-]\s?\(?ảnh(?:\s?:\s?[^;:]{2,40}|\s\d{1,2}\.?)$"
    r"|[^;:]{10,120}\s?\((?:nguồn )?ảnh(?:\s?:|\s(?:tư liệu|minh họa|internet|sưu tầm|chụp))[^();:]{0,40}\)\.?$)",
    ("Ảnh minh họa", "Ảnh: Báo Sơn La", "(Ảnh minh họa)", "Cống Cái Hóp đóng ngăn mặn. Ảnh: HỮU HUỆ",
     "Thi công đê biển Gành Hào năm 2019. (Ảnh tư liệu)", "Lực lượng dân quân đắp đê bao (ảnh: Thu Hà)",
     "Tỉnh tạm dừng karaoke, quán bar từ 0 giờ ngày 30 Tết - Ảnh 1.", "Trung tâm hành chính tỉnh những ngày giáp Tết - Ảnh: TRẦN VĂN A"),
    (
        "Hồ sơ gồm bản đồ vị trí khu đất và (ảnh chụp hiện trạng);",
        "Ảnh hưởng của dịch bệnh đến kinh tế - xã hội",
        "Ảnh: hưởng lớn đến đời sống của Nhân dân trên địa bàn tỉnh, nhất là các hộ nghèo và cận nghèo.",
    ),
    hint="[ảẢpPcCvVđĐiI!](?:[nN][hH]|[hH][oO][tT]|[lL][iI][pP]|[iI][dD][eE]|[ồỒ] |[nN][fF]|\\[)",
)  # fmt: skip

WIDGET = _rule(
    "web-widget", "A control or counter of a web page: share, print, view count, comments, related reading",
    r"(?i)^\W{0,6}(?:chia sẻ(?: bài viết)?|share|tweet|like|lượt (?:xem|đọc|truy cập|tải)|số lượt xem"
    r"|lượt|in (?:trang|bài(?: viết)?|văn bản)|bản in|gửi (?:email|bình luận|bài viết|phản hồi)"
    r"|ý kiến bạn đọc"
    r"|bình luận|đăng nhập|đăng ký|quay lại|về trang trước|trở về|lên đầu trang|về đầu trang|tải (?:về"
    r"|xuống|đây|văn bản|file)(?: tại đây)?|download|xem (?:thêm|tiếp|chi tiết|toàn văn)|đọc (?:thêm"
    r"|tiếp|bài viết|nhiều)"
    r"|tin(?:,? bài(?: viết)?)? (?:liên quan|mới(?: nhất)?|khác|cùng chuyên mục|đã đưa|nổi bật)|bài (?:viết )?(?:liên quan"
    r"|mới hơn|cũ hơn|khác|cùng chuyên mục)|đầu trang|văn bản (?:mới|liên quan|khác|(?:khác )?cùng (?:loại|lĩnh vực|cơ quan))|các (?:tin|bài"
    r"|văn bản) (?:khác|liên quan|mới hơn|cũ hơn|đã đưa)(?: khác)?"
    r"|thuộc tính|lược đồ|văn bản gốc|nội dung chính|trang chủ|sơ đồ (?:trang|cổng)|từ khóa|tags?"
    r"|nghe (?:bài viết|đọc bài)|(?:xem (?:với )?|thay đổi )?cỡ chữ|quảng cáo|copy link|facebook|zalo|twitter"
    r"|theo dõi (?:chúng tôi|trên)|google news|có thể bạn quan tâm|nghe đọc bài|gửi cho bạn bè|thông tin cần biết"
    r"|đang tải(?: dữ liệu)?\.{3}|advertisement|(?:chia sẻ|share)(?: (?:facebook|zalo|twitter|messenger|copy link|email|in)){1,5})"
    r"(?:\s?[:(|].{0,120})?\W{0,6}\d{0,9}\W{0,4}$"
    r"|^(?:<!--.{0,300}-->|\{\{.{1,80}\}\}|bạn chưa đăng nhập\s.{0,60}|đây là tiện ích dành cho .{0,150}"
    r"|(?:quý khách|quý vị|vui lòng)\s[^.;]{0,30}đăng nhập\s[^.;]{0,30}"
    r"(?:để (?:xem|tải|sử dụng)|tài khoản)\W.{0,80}|(?:xem|đọc) (?:thêm|tiếp|chi tiết)\s?(?:>{2,3}|»).{0,120}|>{2,3}\s?\w.{0,140})$",
    (
        ">> Xem toàn văn công văn tại đây",
        "<!-- /1234/dfp-inarticle -->",
        "{{ item.title }}",
        "Bạn chưa Đăng nhập thành viên.",
        "Văn bản khác cùng lĩnh vực",
        "Quý khách vui lòng đăng nhập tài khoản VIP để xem Văn bản liên quan",
        "Xem thêm >>> Danh sách các điểm tiêm",
        "Chia sẻ:",
        "Lượt xem: 1234",
        "In trang",
        "Gửi bình luận",
        "TẢI VỀ",
        "Xem thêm",
        "Tin liên quan",
        "Văn bản mới",
        "TẢI ĐÂY",
        "Tin cùng chuyên mục",
        "Gửi cho bạn bè",
        "Đang tải dữ liệu...",
        "Chia sẻ Facebook Zalo Copy link",
    ),
    ("Chia sẻ khó khăn với người dân vùng dịch", "Văn bản mới ban hành phải được niêm yết công khai.", "Trang chủ quản lý"),
)  # fmt: skip

RELATED = _rule(
    "web-related",
    "The titles of other pages that stand under a heading like «Tin liên quan» in the middle of an article",
    r"(?i)^\W{0,4}(?:(?:(?:các )?tin(?:,? bài(?: viết)?)?|bài(?: viết)?|văn bản) (?:liên quan|khác|cùng chuyên mục|mới(?: nhất| hơn)?"
    r"|nổi bật)|(?:xem|đọc) thêm(?: tin khác)?|có thể bạn quan tâm|quảng cáo)\W{0,4}$",
    ("Tin liên quan", "Bài viết liên quan:", "Xem thêm", "Tin, bài liên quan:", "QUẢNG CÁO"),
    ("Tin học hóa thủ tục hành chính", "văn bản", "VĂN BẢN"),
)

_INITIALS = rf"[{UPPER}][{LOWER}]{{0,2}}\.(?:[{UPPER}]\.){{0,2}}[{UPPER}][{UPPER}{LOWER}]{{0,6}}"
BYLINE = _rule(
    "web-byline", "The reporter or the source that a page names under an article",
    rf"^\W{{0,4}}(?:Theo|Nguồn(?: tin)?|Tác giả|Người đăng|Người viết|Biên tập|Tin(?:, ảnh)?"
    rf"|Bài(?: và ảnh)?|Tin, bài|BBT|Phóng viên|(?:Nhóm )?PV|CTV)(?:\s?[:.]|\s(?=[{UPPER}]))\s?[^.;]{{0,60}}$"
    rf"|^(?![A-DIVX]\.)[{UPPER}]\.\s?[{UPPER}]{{2,7}}(?:\s[{UPPER}]{{1,7}}){{0,2}}\W{{0,3}}$"
    rf"|^\(?{_INITIALS}(?:\s?-\s?{_INITIALS}){{0,2}}\)?\W{{0,3}}$",
    ("Theo Bùi Mai", "M. TRÍ", "Đ.D", "V.H.N", "(T.H)", "V.Cường - Tr.Hằng",
     "Nguồn: Cổng thông tin điện tử Chính phủ", "Tác giả: Thu Hà", "Người đăng: admin"),
    (
        "Theo đề nghị của Giám đốc Sở Y tế;",
        "Nguồn kinh phí: ngân sách tỉnh.",
        "A. Mục tiêu",
        "V.1",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/01/2021 của Ủy ban nhân dân tỉnh về việc phê duyệt Kế hoạch.",
    ),
)  # fmt: skip

POSTED_AT = _rule(
    "web-posted-at", "The moment when a page was put on the web",
    r"(?i)^\W{0,4}(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày đăng|đăng ngày"
    r"|cập nhật(?: lúc)?|ngày cập nhật|đăng lúc|ngày tạo)\W{1,4}.{0,12}"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W{1,3}(?:lúc )?\d{1,2}[:h]\d{2}"
    r"|\d{1,2}[:h]\d{2}\W{1,3}(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
    r"\W{0,3}(?:\d{1,2}[:h]\d{2})?(?::\d{2})?\s?(?:[AP]M|SA|CH)?\W{0,3}(?:\(?GMT ?\+?7\)?)?(?:\W{1,3}[\d.]{1,9} lượt xem)?\W{0,4}$",
    ("Thứ sáu, 05/02/2021 15:20 GMT+7", "Cập nhật: 26/03/2020 08:15", "Ngày đăng: 12/5/2021",
     "Cập nhật:23/11/2021 9:20:45 SA", "22/06/2021 5:28:52 CH"),
    ("Ngày 26/3/2020, Ban Thường vụ Tỉnh ủy", "Trước 28/02/2022"),
)  # fmt: skip

FOOTER = _rule(
    "web-footer",
    "The publisher's imprint at the foot of a page: licence, address, telephone, visitors",
    r"(?i)^(?!.{0,60}(?:\.{4}|…|__))\W{0,4}(?:©|®|copyright|bản quyền|giấy phép(?: số)?|cơ quan chủ quản|đơn vị chủ quản"
    r"|chịu trách nhiệm (?:chính|nội dung|quản lý)|trưởng ban biên tập|ban biên tập|tổng biên tập"
    r"|điện thoại|đt|fax|hotline|đường dây nóng"
    r"|e-?mail|thư điện tử|địa chỉ|website|(?:https?://|www\.)[\w.-]{4,60}/?(?=\s|$)|ghi rõ nguồn|thiết kế|phát triển bởi|design"
    r"|powered by|(?:số |tổng )?(?:lượt )?(?:truy cập|đang truy cập|đang online|khách online"
    r"|trực tuyến)|liên kết (?:website|web)|thống kê truy cập|tệp đính kèm|file đính kèm)(?:\W"
    r"|$).{0,200}$|^[^.;]{3,60}\W(?:điện thoại|đt|hotline)(?: liên hệ)?\s?:\s?\(?\+?\d[\d .()-]{6,20}\W{0,4}$",
    (
        "Cơ quan chủ quản: Tỉnh ủy Bắc Kạn. Giấy phép số 188/GP-BTTTT",
        "© Bản quyền thuộc Cổng thông tin điện tử",
        "Điện thoại: 0235 3852 000 - Fax: 0235 3852 001",
        "Số lượt truy cập: 3.201.774",
        "THƯ VIỆN PHÁP LUẬT TỈNH - Điện thoại liên hệ: 0230 3 000 000",
    ),
    (
        "Chịu trách nhiệm trước Ủy ban nhân dân tỉnh về kết quả thực hiện.",
        "Địa chỉ: ................................................",
        "ĐƠN VỊ CHỦ QUẢN: …",
    ),
)

PAGE_BLOCK = _rule(
    "web-page-block", "The heading of a block that a page sets below the document: its own table of the text, links, a form for comments",
    r"(?i)^\W{0,4}(?:thông tin (?:văn bản|chung về văn bản)|thuộc tính văn bản|liên quan hiệu lực|hiệu lực văn bản|số ký hiệu"
    r"|văn bản [^.;:\d]{3,40}\(\d{1,4}\)|tổng đài (?:hỗ trợ|tư vấn)\W.{0,60}|(?:tệp|tập tin|file) (?:đính kèm|gốc)\W.{0,80}"
    r"|share this(?:\W.{0,60})?|like loading|loading|leave a (?:reply|comment)(?:\s.{0,30})?|your email address will not be .{0,60}"
    r"|post navigation|related(?: posts?)?|previous(?: post)?|next(?: post)?|(?:viết|gửi|để lại) (?:một )?bình luận"
    r"|bình luận (?:của bạn|mới nhất)|ý kiến (?:của bạn|phản hồi)|english\s?:.{0,120}"
    r"|(?:số hiệu|loại văn bản|nơi ban hành|(?:ngày|số) công báo|ngày hết hiệu lực|tình trạng hiệu lực)\s?:\s?\w.{0,120})\W{0,6}$",
    ("- Số công báo: Đang cập nhật", "THÔNG TIN VĂN BẢN", "Văn bản được hướng dẫn (0)", "Share this: Twitter Facebook",
     "Leave a Reply Cancel reply", "Like Loading...", "Tổng đài hỗ trợ: 1900 0000 (giờ hành chính)"),
    ("Thông tin văn bản phải được cập nhật.", "Văn bản hướng dẫn thi hành", "Ý kiến của bạn đọc được gửi về Sở"),
)  # fmt: skip

SITE_NAME = _rule(
    "web-site-name", "The name of the site right above its imprint",
    r"(?i)^\W{0,4}(?:cổng (?:thông tin|ttđt|dịch vụ)|trang (?:thông tin|ttđt|tin)|cơ sở dữ liệu (?:quốc gia )?(?:về|văn bản|pháp luật)"
    r"|hệ thống (?:thông tin|văn bản|cơ sở dữ liệu|pháp luật)|thư viện (?:pháp luật|văn bản)|báo điện tử|tạp chí điện tử)"
    r"[^.;:]{0,90}$",
    ("CƠ SỞ DỮ LIỆU QUỐC GIA VỀ PHÁP LUẬT", "CƠ SỞ DỮ LIỆU VĂN BẢN", "Cổng thông tin điện tử tỉnh Cao Bằng", "TRANG THÔNG TIN ĐIỆN TỬ SỞ Y TẾ"),
    ("Cổng thông tin điện tử tỉnh có trách nhiệm đăng tải Chỉ thị này.", "DANH MỤC CƠ SỞ DỮ LIỆU DÙNG CHUNG"),
)  # fmt: skip

PAGE_NAME = _rule(
    "web-page-name", "The page's own name that a crawler's text repeats before the headings of parts and articles", None,
    ("Luật Cạnh tranh 2018. Điều 7.",),
)  # fmt: skip

HEAD = _rule(
    "web-head", "Menus, paths and headlines that a web page sets above the document", None,
    ("Trang chủ", "Văn bản chỉ đạo điều hành", "VĂN BẢN PHÁP LUẬT ĐỊA PHƯƠNG"),
)  # fmt: skip

TAIL = _rule(
    "web-tail", "Lists, forms and footers that a web page sets below the end of the document", None,
    ("Văn bản mới", "Template Settings", "Select menu"),
)  # fmt: skip

AFTER_SIGNATURE = _rule(
    "scan-after-signature", "A note of a few words under the signatory's name (a clerk's initials, OCR debris)", None,
    ("Ha Anh",),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    *stamp_rules.RULES,
    RULE_LINE, TABLE_BAR, HEADING_MARK, LIST_MARK, FILE_PATH, STAR, PAGE_BREAK, SPECK, BROWSER_PRINT, GAZETTE, PAGE_NUMBER, RUNNING_HEADER,
    CAPTION, WIDGET, RELATED, BYLINE, POSTED_AT, PAGE_BLOCK, SITE_NAME, FOOTER, PAGE_NAME, HEAD, TAIL, AFTER_SIGNATURE,
)  # fmt: skip
