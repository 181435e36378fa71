"""The phrases that make an agency responsible, as rules: who orders, who acts, with whom."""

import re

from pipeline.enrich.assignments.verbs import VERBS
from pipeline.rules import Rule
from pipeline.text import UPPER

ORDER = Rule(
    "assignment-order", "enrich", "recognise",
    "«Giao», «Phân công», «Ủy quyền cho», «Đề nghị», «Yêu cầu» give the bodies that follow something to do",
    ("Giao Sở Y tế chủ trì", "giao cho Công an tỉnh", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động", "Kiến nghị Bộ Tài chính bố trí vốn",
     "Ban Thường vụ Tỉnh ủy yêu cầu cấp ủy, chính quyền các cấp", "ủy quyền cho Thường trực Tỉnh ủy", "Mời Liên đoàn Lao động tỉnh tham gia"),
    ("nhiệm vụ được giao", "Bàn giao cho Sở Y tế", "theo yêu cầu của Bộ Y tế", "theo đề nghị của Sở Y tế"),
    re.compile(
        r"(?<!\w)(?:(?P<requested>(?:[Kk]ính )?(?:[Đđ]ề nghị|Mời|(?P<proposed>Kiến nghị|[Đđ]ề xuất,? kiến nghị))(?: với)?)"
        r"|(?P<instructed>[Yy]êu c[ầâ]u)"
        r"|(?P<assigned>(?<!bàn )(?<!Bàn )(?<!được )(?<!chuyển )[Gg]iao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|[Pp]hân công"
        r"(?: nhiệm vụ)?(?: cho)?|[Ủủ]y quyền(?: cho)?))(?:\s?:)?\s(?!của\b)"
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
     "cùng với cấp ủy, chính quyền", "chủ trì, cùng Sở Công Thương", "chủ trì, phối hợp Sở Tài chính"),
    ("Quy chế phối hợp với Viện kiểm sát", "Hồ sơ phối hợp với các cơ quan",
     "sự phối hợp với các ngành", "Có năng lực tổ chức, phối hợp hiệu quả với các cơ quan"),
    re.compile(
        r"(?<=chủ trì, )cùng\s|(?<!chế )(?<!sự )(?<!tác )(?<!sơ )(?<!sơ chủ trì, )(?<!bản )(?<!lực tổ chức, )(?<!\w)"
        r"(?:[Pp]hối hợp(?: chặt chẽ| đồng bộ| hiệu quả| kịp thời| tốt|,? thống nhất"
        r"| thường xuyên){0,2}(?: cùng với| với| cùng)?|[Cc]ùng với)\s"
    ),
)  # fmt: skip

LEADING = Rule(
    "assignment-leading", "enrich", "recognise",
    "«chủ trì» after the bodies makes them lead; «do … chủ trì» too",
    ("chủ trì, phối hợp với", "là cơ quan chủ trì tham mưu", "làm đầu mối chủ trì", " là cơ quan đầu mối, hằng năm chủ trì"),
    ("là đầu mối tổng hợp", " là cơ quan đầu mối. Sở Y tế chủ trì"),
    re.compile(r"^(?:\s?là (?:cơ quan|đơn vị) (?:đầu mối|thường trực),)?(?:\W{0,3}(?:\w{1,12},?\s){0,5})(?:chủ trì|Chủ trì)(?!\w)"),
)  # fmt: skip

RESPONSIBILITY = Rule(
    "assignment-responsibility", "enrich", "recognise",
    "A heading «Trách nhiệm của …», «Nhiệm vụ của …» gives what stands under it to those it names",
    ("Trách nhiệm của Sở Y tế", "Trách nhiệm thi hành của Bộ Tài chính", "Nhiệm vụ của Công an tỉnh",
     "Đối với Sở Tài chính:", "ĐỐI VỚI CÁC SỞ CÔNG THƯƠNG"),
    ("Trách nhiệm hình sự", "chịu trách nhiệm của mình", "Đối với các trường hợp"),
    re.compile(
        rf"^(?:(?:Trách nhiệm|TRÁCH NHIỆM|Nhiệm vụ|NHIỆM VỤ)(?:,? \w{{1,12}}){{0,4}} (?:của|CỦA)|Đối với|ĐỐI VỚI|Về phía)\s"
        rf"(?=[{UPPER}])|^Trách nhiệm(?: \w{{1,12}}){{0,4}} của (?=các )"
    ),
)  # fmt: skip

SUBJECT = Rule(
    "assignment-subject", "enrich", "recognise",
    "A body that opens a sentence of the operative part is the one that acts, unless the sentence looks back "
    "(«đã») or speaks of the body («của», «về»)",
    (" tiếp tục tập trung tuyên truyền", " là cơ quan thường trực", " có trách nhiệm theo dõi", ":", " phải ưu tiên"),
    (" đã ban hành Kết luận", " vừa có văn bản", " của tỉnh", " về việc", " thống nhất kết luận", " không phải trả phí", " là cấp trên",
     " khác do ngân sách cấp huyện chi 50%"),
    re.compile(
        r"^(?!\s?(?:đã|vừa|mới|đang|bị|của|về|nêu(?! cao| gương)|này|đó|trên|dưới|sẽ|gồm|bao gồm|nhận thấy|nhận được"
        r"|thống nhất(?: cao| chung)?(?= (?:kết luận|đánh giá|nhận định|chủ trương|ý kiến|quan điểm|với|về|cho|đề nghị|nội dung|như|các|một|trình"
        r"|thông qua|phê duyệt|báo cáo|giao|bổ sung|đề xuất|phương án|chỉ đạo|ban hành|yêu cầu|lựa chọn|nguyên tắc|điều chỉnh)|\s?[:,.;]|$)"
        r"|đồng thời là|do|khác do|kết luận|biểu dương|ghi nhận|hoan nghênh|đánh giá|trân trọng|kêu gọi|quyết định thành lập|hoặc|nơi|khi|hiện|chưa"
        r"|để|chậm(?! nhất)|buông lỏng|để xảy ra|cho ý kiến|quyết định (?:thi hành|kỷ luật|khai trừ)"
        r"|được(?! giao| phân công| sử dụng)|là"
        r"(?! cơ quan(?! chuyên môn| hành chính| thuộc| ngang| của| trực)| đơn vị(?! sự| trực| thuộc)| đầu mối| thường trực| lực lượng| nòng cốt)"
        r"|không phải"
        r"|có (?!trách|nhiệm|kế|giải|biện|phương|hình|văn bản (?:chỉ|hướng|thông báo|chấp|trả|đề|gửi|báo)))\b)"
    ),
)  # fmt: skip

IMPLEMENTATION = Rule(
    "assignment-implementation", "enrich", "recognise",
    "Those who «chịu trách nhiệm thi hành Quyết định này» carry out the document as a whole: a formula, with a role of its own",
    (" chịu trách nhiệm thi hành Quyết định này./.", " căn cứ Quyết định thi hành", " thi hành Quyết định này",
     " có trách nhiệm tổ chức thực hiện Thông tư này"),
    (" chịu trách nhiệm về kết quả thực hiện", " tổ chức thực hiện kế hoạch", " thi hành án"),
    re.compile(
        r"^[^.;:]{0,200}?(?:(?:chịu|có) trách nhiệm (?:tổ chức )?(?:triển khai )?(?:thi hành|thực hiện)|(?<!\w)(?:tổ chức )?thi hành)"
        r" (?:nghiêm túc )?(?:các )?(?i:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Quy định|Quy chế|Kế hoạch|Kết luận"
        r"|Luật|Pháp lệnh|Quy chế|Chương trình|Đề án|văn bản)(?: liên tịch)? này|^\s?(?:căn cứ )?(?:Quyết định|Nghị quyết|Chỉ thị)"
        r"(?: này)? (?:chịu trách nhiệm )?thi hành"
    ),
)  # fmt: skip

FORMULA = re.compile(
    r"(?:[,;:]|\s(?:và|có|thuộc)\s)[^.]{0,500}?(?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết"
    r"|Nghị định|Thông tư|Quy định|Quy chế|Kế hoạch)(?: liên tịch)? này"
)
"""The same after a list that goes on with bodies of no plain shape («…; Vụ trưởng Vụ: Pháp chế; tổ chức có …»)."""

CARRYING_OUT = re.compile(
    r"\s(?:chịu|có) trách nhiệm (?:tổ chức )?(?:triển khai )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị"
    r"|Quy định|Quy chế|Kế hoạch)(?: liên tịch)? này(?!\w)"
)
OTHER_WORK = re.compile(
    r"(?<!\w)(?:hướng dẫn|kiểm tra|báo cáo|theo dõi|đôn đốc|phản ánh|hiệu lực|căn cứ|chủ trì|phối hợp|quy định tại|trường hợp|Trong quá trình)(?!\w)"
)
"""Before the formula: the sentence gives other work too, and its bodies may be no subjects of the formula."""

WHERE = re.compile(r"\snơi\s[^.,;:]{2,120}$")
"""Between a body and its duty: «Sở Tư pháp nơi đặt trụ sở của chi nhánh có trách nhiệm …»."""

ABOUT = re.compile(r"^(?:Đối với|ĐỐI VỚI|Về phía)\s")
"""Such a heading gives work only where it ends in a colon, has points under it or a task follows; «Đối với X: thiếu trách nhiệm …» is a finding."""

EXAMINED_BY = re.compile(
    rf"(?<!\w)(?:gửi|trình)(?: cho| đến| về)?\s(?=[{UPPER}][^.;:,]{{2,80}}? (?:thẩm định|thẩm tra)(?!\w))"
)
EXAMINING = re.compile(r"\s(?:thẩm định|thẩm tra)(?!\w)")
"""Before and after a receiver: «gửi Sở Tài chính thẩm định» gives it something to do."""

TASK_NEXT = re.compile(rf"(?i)\s?:\s(?:{VERBS})(?!\w)")
"""After a colon: what the body is to do."""

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

OPENING = Rule(
    "assignment-opening", "enrich", "recognise",
    "After an opening phrase the body that stands behind a comma and before a verb acts; after a time limit the issuer too",
    ("Trong thời hạn 15 ngày kể từ ngày nhận hồ sơ,", "Căn cứ hướng dẫn của Bộ Y tế,", "Hằng năm, Sở Tài chính"),
    ("Sở Y tế", "Giao Sở Y tế"),
    re.compile(
        r"(?P<limit>[Tt]rong (?:thời hạn|vòng|thời gian|khoảng)|[Cc]hậm nhất|[Tt]rước ngày|[Đđ]ịnh kỳ|[Hh][ằà]ng (?:năm|quý|tháng|tuần)"
        r"|[Ss]au thời hạn)(?!\w)"
        r"|(?P<condition>Trường hợp|Nếu)(?!\w)|(?:(?:Ngay )?(?:[Ss]au )?[Kk]hi|Căn cứ|Trên cơ sở|Theo|Để|Nhằm|Từ|Đối với|Trong|Bên cạnh|Cùng với"
        r"|Ngoài|Với|Nhận được|Tùy|Tại|Thông qua|Sau|Trước)(?!\w)"
    ),
)  # fmt: skip

LABEL = re.compile(
    r"(?<!\w)(?:(?:[Cc]ơ quan|[Đđ]ơn vị)(?:,? (?:cơ quan|đơn vị))?\s)?(?:(?P<lead>[Cc]hủ trì)|(?P<with>[Pp]hối hợp)"
    r"|(?:(?<=quan )|(?<=vị ))"
    r"(?:thực hiện|phụ trách|đầu mối|chịu trách nhiệm|tham mưu|thường trực|tổ chức|chuẩn bị)"
    r"|Thực hiện|Phân công|Giao thực hiện|(?:Chịu t|T)rách nhiệm)(?: thực hiện| tham mưu| soạn thảo| chính)?\s?:\s"
)
"""«Đơn vị chủ trì:», «Chủ trì:», «Phối hợp:» before bodies: who does what a point of a plan says."""

RULES: tuple[Rule, ...] = (
    ORDER, SENDING, DIRECTION, COORDINATION, LEADING, RESPONSIBILITY, SUBJECT, OPENING, IMPLEMENTATION, COLUMN,
)  # fmt: skip

INTRODUCING = re.compile(
    r"(?:Nhận được|Trên đây|Trước tình hình|Trước diễn biến|Thực hiện|Tiếp theo|Căn cứ|Theo|Trên cơ sở|Để|Do vậy|Vì vậy|Do đó"
    r"|Trong (?:quá trình|thời gian|khi)|Nhằm|Với)(?!\w)[^.;:]{0,300},$"
)
"""From the start of a sentence to a word of order: it has no other subject («Nhận được Công điện này, yêu cầu …»)."""

DOCUMENT_SPEAKS = re.compile(
    r"(?:^|[.:;]\s)(?:Công điện|Chỉ thị|Công văn|Văn bản|Thông báo|Kết luận|Kế hoạch)(?: này| nêu trên)?\s$"
)
"""The document itself orders: «Công điện yêu cầu Chủ tịch UBND các huyện …»."""

HELPING = re.compile(
    r"\s(?:tích cực |chủ động )?phối hợp(?!,? (?:chặt chẽ |đồng bộ |tốt )?(?:với|cùng)(?!\w))(?=[\s.;)]|$)"
)
"""After a body: it helps («Công an xã, xã đội phối hợp giữ gìn trật tự»), and is not the one to be helped."""

LOOKING_BACK = re.compile(r"(?<!\w)(?:đã|vừa|từng)(?:,?\s\w{1,12}){0,9},?\s$")
"""Before a verb: what was done, no order: «đã chủ động phối hợp với …»."""

RETOLD = re.compile(r"(?<!\w)(?:đã|buông lỏng|thiếu (?:trách nhiệm|kiểm tra))(?!\w)")
OBLIGED = re.compile(
    r"(?<!\w)(?:phải|cần|có trách nhiệm|chịu trách nhiệm|chủ trì|tiếp tục|tập trung|tăng cường|căn cứ|đẩy mạnh"
    r"|thực hiện|triển khai|xây dựng|hướng dẫn|kiểm tra|rà soát|tham mưu|tổ chức thực|theo dõi|phát huy|chủ động"
    r"|quyết định|báo cáo|chỉ đạo|phối hợp|bảo đảm|thi hành)(?!\w)"
)
"""An obligation that stands before «đã» in a sentence shows that «đã» belongs to a lesser part of it."""

DESCRIBING = re.compile(
    r"^,?\s(?:thuộc|theo (?:quy định|hướng dẫn|chỉ đạo)|có liên quan|quy định tại|và tương đương|cá nhân|tổ chức, cá nhân|cùng cấp)(?!\w)"
)
"""After a body: what kind of body is meant; only a plain obligation further on makes it act."""

REPORTING = re.compile(r"(?<!\w)(?:BÁO CÁO|TỜ TRÌNH|Báo cáo|Tờ trình)(?!\w)")
"""Types of document that tell what was done: only plain words of obligation count in them."""

FORWARD = re.compile(
    r"(?i)(?<!\w)(?:tổ chức thực hiện|phân công|nhiệm vụ|giải pháp|phương hướng|kiến nghị|đề xuất|thời gian tới|kế hoạch)(?!\w)"
)
"""Parts of a report that look ahead."""

RESULTS = re.compile(
    r"(?i)\W{0,3}(?:những |một số |đánh giá )?(?:(?:tình hình(?: và|,) )?kết quả|tình hình (?:thực hiện|triển khai)|thực trạng|ưu điểm|tồn tại"
    r"|hạn chế|khuyết điểm|nguyên nhân|khó khăn)(?!\w)"
    r"(?![^.;]{0,120}(?:,|và)\s(?:một số |các |những )?(?:nhiệm vụ|giải pháp|phương hướng|kiến nghị|đề xuất))"
    r"[^.;]{0,120}"
)
"""The heading of a part that tells what was done; «Kết quả … và nhiệm vụ …» looks ahead too."""

STRICT = re.compile(r"^\W{0,3}(?:\w{1,12}\s){0,4}(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phải|cần)(?!\w)")

SPEAKING = re.compile(
    r"^\s(?:yêu cầu|đề nghị|giao|phân công|ủy quyền|kêu gọi|cũng yêu cầu|đồng thời yêu cầu|(?:xin |kính )?thông báo (?:để|đến))[\s:]"
)

DUTY = re.compile(
    r"\s(?:còn |cũng |đều |vẫn )?(?:(?P<lead>chủ trì)|có trách nhiệm|chịu trách nhiệm|chỉ đạo và chịu trách nhiệm|phải)(?!\w)"
)
"""After a body: it is the one responsible, wherever in the sentence it stands."""

AGENT = re.compile(
    r"(?:^|(?<=[.;]\s))\W{0,3}(?:Việc|Kinh phí|Nhiệm vụ|Nội dung|Công tác|Các nhiệm vụ|Các nội dung)"
    r"(?!\w)(?:\s(?!(?:theo|được|thực hiện|quy định|trình|ban hành)(?!\w))[\w/()-]{1,20}){0,24}?\sdo\s"
    r"|(?P<bracket>\((?:do |giao )?(?=[^()]{2,200}\)))"
)
DECIDES = re.compile(r"\s(?:quyết định|quy định|phê duyệt|thông qua|ban hành|cấp|công nhận)(?!\w)")
"""After «do» and a body: what it has the power to do, no order («Mức chi do Hội đồng nhân dân quyết định»)."""

AGENT_ACTS = re.compile(
    r"\s(?:là (?:cơ quan|đơn vị) )?(?:chủ trì|thực hiện|phối hợp|chịu trách nhiệm|phụ trách|tham mưu)(?!\w)[^().;]{0,120}[);,.]"
)
"""Before and after a body by whom work is done: «Kinh phí do Sở Tài chính bố trí», «(Sở Y tế chủ trì)»."""

RETELLING = re.compile(
    r"\s(?:để|cho(?! phép)|là|yêu cầu|đề nghị|giao|phân công|ủy quyền|kêu gọi|(?:ban hành|ký) (?:Công điện|Chỉ thị|Công văn|Văn bản|Thông báo"
    r"|(?:Kế hoạch|Quyết định|Nghị quyết|Hướng dẫn) (?:số|như|này|về)))(?!\w)"
)
"""After a body behind a comma: no order («Ngày 12/9, UBND tỉnh ban hành Công điện số …»)."""

ENACTING = re.compile(
    r"\sban hành (?:Thông tư|Nghị định|Luật|Pháp lệnh|Nghị quyết|Quyết định|Quy chế|Quy định)(?: liên tịch)?"
    r" (?:về|quy định|sửa đổi|bãi bỏ|hướng dẫn|ban hành|thay thế|hợp nhất|phê duyệt)(?!\w)"
)
"""After a body: the sentence with which it enacts a document, as a consolidated text repeats it."""

SCOPE = re.compile(
    r"\W{0,3}(?:(?:Phạm vi|Đối tượng)(?:,? (?:và )?(?:phạm vi|đối tượng))? (?:điều chỉnh|áp dụng)|Giải thích từ ngữ)(?!\w)"
)
"""The heading of an article that says to whom a document applies, or what its words mean: it gives no work."""

POWERS = re.compile(
    r"(?:(?<!\w)có (?:các )?(?:quyền|nhiệm vụ và quyền hạn|nhiệm vụ, quyền hạn)(?: hạn)?(?: sau| sau đây| dưới đây)?\s?:?"
    r"|^(?:Nhiệm vụ (?:và|,) )?Quyền(?: hạn| và nghĩa vụ| và trách nhiệm|, nghĩa vụ| lợi)?(?: (?:của|khi)\s[^.;]{2,160})?:?)$",
    re.IGNORECASE,
)
"""The heading of a list of powers: its points «Yêu cầu cơ quan thuế …», «Đề nghị …» say what one may ask for, and order nothing."""

BLANKS = re.compile(r"\.{4}|…\s?[….]|_{4}")
"""Dots to be filled in: a line of a form, which gives no work."""

LEADERSHIP = re.compile(r"Lãnh đạo (?!các|địa phương)")
"""«Lãnh đạo Ban Chỉ đạo … chủ động» at the start of a sentence is the verb; «Lãnh đạo các địa phương» the people."""

LEAD_IN = re.compile(
    r"^(?:(?:Các )?ông(?: ?\(bà\)|/bà|, bà)|Bí thư(?=, Chủ tịch)|Trong đó|Riêng|Đồng thời|Trước mắt|Ngoài ra|Bên cạnh đó),?\s",
    re.IGNORECASE,
)


def leads(key: str, end: int) -> bool:
    """Whether «chủ trì» stands soon after the bodies that end at an offset."""
    return LEADING.search(key[end : end + 80]) is not None
