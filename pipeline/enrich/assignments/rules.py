"""The phrases that make an agency responsible, as rules: who orders, who acts, with whom."""

import re

from pipeline.rules import Rule
from pipeline.text import UPPER

ORDER = Rule(
    "assignment-order", "enrich", "recognise",
    "«Giao», «Phân công», «Ủy quyền cho», «Đề nghị», «Yêu cầu» give the bodies that follow something to do",
    ("Giao Sở Y tế chủ trì", "giao cho Công an tỉnh", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động",
     "Ban Thường vụ Tỉnh ủy yêu cầu cấp ủy, chính quyền các cấp", "ủy quyền cho Thường trực Tỉnh ủy"),
    ("nhiệm vụ được giao", "Bàn giao cho Sở Y tế", "theo yêu cầu của Bộ Y tế", "theo đề nghị của Sở Y tế"),
    re.compile(
        r"(?<!\w)(?:(?P<requested>[Đđ]ề nghị)|(?P<instructed>[Yy]êu cầu)"
        r"|(?P<assigned>(?<!bàn )(?<!Bàn )(?<!được )(?<!chuyển )[Gg]iao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|[Pp]hân công"
        r"(?: nhiệm vụ)?(?: cho)?|[Ủủ]y quyền(?: cho)?))\s(?!của\b)"
    ),
)  # fmt: skip

SENDING = Rule(
    "assignment-sending", "enrich", "recognise",
    "«Gửi … để …» at the start of a clause gives the receiver something to do",
    ("Gửi Kho bạc Nhà nước tỉnh để thu tiền phạt", "Gửi cho Công an xã để phối hợp"),
    ("Gửi báo cáo về Sở Y tế", "báo cáo gửi Sở Y tế để tổng hợp"),
    re.compile(rf"^(?:\d{{1,2}}[.)]\s)?\W{{0,3}}(?:Gửi|Chuyển)(?: cho)?\s(?=[{UPPER}](?:(?! để ).){{2,200}} để )"),
)  # fmt: skip

DIRECTION = Rule(
    "assignment-direction", "enrich", "recognise",
    "«chỉ đạo», «lãnh đạo» put the bodies that follow to work: one body instructs another; as nouns they do not",
    ("Chỉ đạo UBND các xã", "lãnh đạo, chỉ đạo các cơ quan chức năng", "Ban cán sự đảng lãnh đạo UBND tỉnh"),
    ("theo sự chỉ đạo Bộ Y tế", "ý kiến chỉ đạo các sở", "Ban Chỉ đạo phòng, chống dịch"),
    re.compile(
        r"(?<!\w)(?<!sự )(?<!kiến )(?<!bản )(?<!tác )(?<!theo )(?<!Ban )(?<!của )(?<!đạo, )"
        r"(?:[Ll]ãnh đạo, chỉ đạo|[Cc]hỉ đạo|(?<=\w )lãnh đạo|Lãnh đạo(?= Ban| Ủy| UBND| Bộ))\s"
    ),
)  # fmt: skip

COORDINATION = Rule(
    "assignment-coordination", "enrich", "recognise",
    "«phối hợp với» names those who act together with the one responsible",
    ("chủ trì, phối hợp với Sở Y tế", "Phối hợp chặt chẽ với các địa phương", "phối hợp cùng Công an tỉnh",
     "cùng với cấp ủy, chính quyền", "chủ trì, phối hợp Sở Tài chính"),
    ("Quy chế phối hợp với Viện kiểm sát", "sự phối hợp với các ngành"),
    re.compile(
        r"(?<!chế )(?<!sự )(?<!tác )(?<!\w)(?:[Pp]hối hợp(?: chặt chẽ| đồng bộ| hiệu quả| kịp thời| tốt|,? thống nhất"
        r"| thường xuyên){0,2}(?: cùng với| với| cùng)?|[Cc]ùng với)\s"
    ),
)  # fmt: skip

LEADING = Rule(
    "assignment-leading", "enrich", "recognise",
    "«chủ trì» after the bodies makes them lead; «do … chủ trì» too",
    ("chủ trì, phối hợp với", "là cơ quan chủ trì tham mưu", "làm đầu mối chủ trì"), ("là đầu mối tổng hợp",),
    re.compile(r"^(?:\W{0,3}(?:\w{1,12}\s){0,4})(?:chủ trì|Chủ trì)(?!\w)"),
)  # fmt: skip

RESPONSIBILITY = Rule(
    "assignment-responsibility", "enrich", "recognise",
    "A heading «Trách nhiệm của …», «Nhiệm vụ của …» gives what stands under it to those it names",
    ("Trách nhiệm của Sở Y tế", "Trách nhiệm thi hành của Bộ Tài chính", "Nhiệm vụ của Công an tỉnh",
     "Đối với Sở Tài chính:"),
    ("Trách nhiệm hình sự", "chịu trách nhiệm của mình", "Đối với các trường hợp"),
    re.compile(
        rf"^(?:(?:Trách nhiệm|TRÁCH NHIỆM|Nhiệm vụ|NHIỆM VỤ)(?:,? \w{{1,12}}){{0,4}} (?:của|CỦA)|Đối với|Về phía)\s"
        rf"(?=[{UPPER}])|^Trách nhiệm(?: \w{{1,12}}){{0,4}} của (?=các )"
    ),
)  # fmt: skip

SUBJECT = Rule(
    "assignment-subject", "enrich", "recognise",
    "A body that opens a sentence of the operative part is the one that acts, unless the sentence looks back "
    "(«đã») or speaks of the body («của», «về»)",
    (" tiếp tục tập trung tuyên truyền", " là cơ quan thường trực", " có trách nhiệm theo dõi", ":", " phải ưu tiên"),
    (" đã ban hành Kết luận", " vừa có văn bản", " của tỉnh", " về việc", " thống nhất kết luận", " là cấp trên"),
    re.compile(
        r"^(?!\s?(?:đã|vừa|mới|đang|bị|của|về|nêu|này|đó|trên|dưới|sẽ|gồm|bao gồm|nhận thấy|nhận được|thống nhất"
        r"|kết luận|biểu dương|ghi nhận|hoan nghênh|đánh giá|trân trọng|kêu gọi|quyết định thành lập|hoặc|nơi|khi|hiện|chưa"
        r"|được(?! giao| phân công| sử dụng)|là(?! cơ quan| đơn vị| đầu mối| thường trực)"
        r"|có (?!trách|nhiệm|kế|giải|biện|phương|hình|văn bản chỉ|văn bản hướng))\b)"
    ),
)  # fmt: skip

ABOUT = re.compile(r"^(?:Đối với|Về phía)\s")
"""Such a heading gives work only where it ends in a colon; «Đối với X: thiếu trách nhiệm …» is a finding."""

COLUMN = Rule(
    "assignment-column", "enrich", "recognise",
    "A table's column headed «Đơn vị chủ trì», «Cơ quan thực hiện», «Phối hợp» names who does what its rows say",
    ("Đơn vị chủ trì", "Cơ quan thực hiện", "Cơ quan phối hợp", "Đơn vị chịu trách nhiệm", "Phân công thực hiện"),
    ("Thời gian thực hiện", "Kinh phí thực hiện", "Nhiệm vụ", "Đơn vị tính"),
    re.compile(
        r"(?i)^\W{0,3}(?:(?P<with>(?:(?:cơ quan|đơn vị)\s)?phối hợp)|(?P<lead>(?:(?:cơ quan|đơn vị)\s)?chủ trì)"
        r"|(?:cơ quan|đơn vị|phân công|người|bộ phận)(?:,? (?:cơ quan|đơn vị))?\s(?:được giao|thực hiện|phụ trách"
        r"|chịu trách nhiệm|tham mưu|đầu mối))"
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (ORDER, SENDING, DIRECTION, COORDINATION, LEADING, RESPONSIBILITY, SUBJECT, COLUMN)

LOOKING_BACK = re.compile(r"(?<!\w)(?:đã|vừa|từng)(?:,?\s\w{1,12}){0,9},?\s$")
"""Before a verb: what was done, no order: «đã chủ động phối hợp với …»."""

RETOLD = re.compile(r"(?<!\w)đã(?!\w)")
OBLIGED = re.compile(
    r"(?<!\w)(?:phải|cần|có trách nhiệm|chịu trách nhiệm|chủ trì|tiếp tục|tập trung|tăng cường|căn cứ|đẩy mạnh"
    r"|thực hiện|triển khai|xây dựng|hướng dẫn|kiểm tra|rà soát|tham mưu|tổ chức thực|theo dõi|phát huy|chủ động"
    r"|quyết định|báo cáo|chỉ đạo|phối hợp|bảo đảm|thi hành)(?!\w)"
)
"""An obligation that stands before «đã» in a sentence shows that «đã» belongs to a lesser part of it."""

DESCRIBING = re.compile(
    r"^,?\s(?:thuộc|có liên quan|quy định tại|và tương đương|cá nhân|tổ chức, cá nhân|cùng cấp|huyện|quận"
    r"|thị xã|thành phố|tỉnh|xã|phường)(?!\w)"
)
"""After a body: what kind of body is meant; only a verb further on makes it act."""

REPORTING = re.compile(r"(?<!\w)(?:BÁO CÁO|TỜ TRÌNH|Báo cáo|Tờ trình)(?!\w)")
"""Types of document that tell what was done: only plain words of obligation count in them."""

FORWARD = re.compile(
    r"(?i)(?<!\w)(?:tổ chức thực hiện|phân công|nhiệm vụ|giải pháp|phương hướng|kiến nghị|đề xuất|thời gian tới|kế hoạch)(?!\w)"
)
"""Parts of a report that look ahead."""

STRICT = re.compile(r"^\W{0,3}(?:\w{1,12}\s){0,4}(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phải|cần)(?!\w)")

SPEAKING = re.compile(
    r"^\s(?:yêu cầu|đề nghị|giao|phân công|ủy quyền|kêu gọi|cũng yêu cầu|đồng thời yêu cầu)\s"
)

DUTY = re.compile(
    r"\s(?:(?P<lead>chủ trì)|có trách nhiệm|chịu trách nhiệm|chỉ đạo và chịu trách nhiệm|phải)(?!\w)"
)
"""After a body: it is the one responsible, wherever in the sentence it stands."""

LEADERSHIP = re.compile(r"Lãnh đạo (?!các|địa phương)")
"""«Lãnh đạo Ban Chỉ đạo … chủ động» at the start of a sentence is the verb; «Lãnh đạo các địa phương» the people."""

LEAD_IN = re.compile(
    r"^(?:Trong đó|Riêng|Đồng thời|Trước mắt|Ngoài ra|Bên cạnh đó),?\s",
    re.IGNORECASE,
)
