"""Pairs of syllables that official Vietnamese uses over and over, for telling a misread letter inside a real word.

«bảo hiềm» is made of two possible syllables; that «bảo hiểm» is meant shows only in the pair.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pipeline.text import bare

_COMMON = """
an ninh, an toàn, ban chỉ, ban hành, biên giới, biện pháp, báo cáo, bí thư, bảo hiểm, bảo vệ, bảo đảm, bệnh
nhân, bệnh viện, bồi dưỡng, bổ sung, bộ đội, chi tiết, chi trả, chuẩn bị, chính phủ, chính quyền, chính sách,
chính trị, chương trình, chấp hành, chế độ, chỉ huy, chỉ thị, chỉ đạo, chống dịch, chủ trì, chủ trương, chủ
tịch, chủ động, cung cấp, cách ly, cán bộ, công an, công bố, công chức, công dân, công nghiệp, công nghệ,
công trình, công tác, công việc, công văn, căn cứ, cơ quan, cơ sở, cảnh báo, cấp xã, cấp ủy, cụ thể, cử tri,
danh sách, diễn biến, doanh nghiệp, du lịch, dân cư, dịch bệnh, dịch vụ, dự toán, dự án, giao thông, giám
sát, giám đốc, giáo dục, giải pháp, giải quyết, hiệu lực, hiệu quả, hoàn thành, hoạt động, huy động, hành
chính, hình thức, hướng dẫn, hỗ trợ, hội nghị, hội đồng, hợp tác, khoa học, khu vực, khẩn trương, khắc phục,
kinh doanh, kinh phí, kinh tế, kiến nghị, kiểm soát, kiểm tra, kế hoạch, kết luận, kết quả, kịp thời, kỷ
luật, kỹ thuật, lao động, lãnh đạo, lực lượng, môi trường, mặt trận, nghiêm túc, nghiệp vụ, nghị quyết, nghị
định, nguy cơ, ngân hàng, ngân sách, người dân, nhiệm vụ, nhu cầu, nhà nước, nhân dân, nhân viên, nâng cao,
nông nghiệp, nông thôn, nội dung, nội vụ, pháp luật, phát hiện, phát triển, phê duyệt, phòng chống, phòng
dịch, phương tiện, phương án, phối hợp, phụ lục, phụ trách, quan hệ, quan tâm, quy chế, quy hoạch, quy định,
quyết định, quyền hạn, quân sự, quản lý, quốc gia, quốc hội, quốc phòng, sản phẩm, sản xuất, sử dụng, sự
nghiệp, tham gia, tham mưu, thanh niên, thanh tra, thiệt hại, thành lập, thành phố, thành viên, thông báo,
thông tin, thường trực, thường vụ, thường xuyên, thẩm quyền, thẩm định, thị trấn, thị xã, thống nhất, thủ
trưởng, thủ tướng, thủ tục, thực hiện, tinh thần, tiêu chuẩn, tiếp nhận, tiếp tục, triển khai, trung ương,
truyền thông, trách nhiệm, trường hợp, trật tự, trọng tâm, trực thuộc, trực tiếp, tuyên truyền, tài chính,
tài liệu, tài nguyên, tài sản, tình hình, tăng cường, tư pháp, tập huấn, tập trung, tổ chức, tổ quốc, tổng
hợp, vi phạm, việc làm, vùng dịch, văn bản, văn hóa, văn phòng, vận động, vật tư, vệ sinh, xây dựng, xã hội,
xử lý, xử phạt, y tế, yêu cầu, áp dụng, điều chỉnh, điều hành, điều kiện, điều tra, đoàn thể, đào tạo, đánh
giá, đôn đốc, đơn vị, đại biểu, đại hội, đảng viên, đảng ủy, đầu tư, đặc biệt, đề nghị, đề xuất, đề án, địa
bàn, địa phương, định kỳ, đối tượng, đối với, đồng bộ, đồng chí, đội ngũ, ảnh hưởng, ổ dịch, ủy ban, ủy viên
"""

_ALSO_RIGHT = """
cấp úy, công ăn, công tắc, dạng viên, đới với, khác phục
"""

_NEVER_RIGHT = """
bố sung, chi đạo, chi thị, chủ tích, chủ tỉch, dề nghị, diều chỉnh, diều hành, diều kiện, dịa bàn, dịa phương, dồng chí, dơn vị,
dầu tư, dặc biệt, dại biểu, dối tượng, dối với, địch bệnh, địch vụ, nhân đân, phòng địch, quân lý, quy đinh, quyết đinh,
thục hiện, thưc hiện, tố chức, tình thần, tỉnh thần, trách nhiêm, ủy bán, ùy ban, vùng địch, xây dụng, y tê
"""

_ORDINARY = """
ai, ba, bao, bia, biết, bà, bài, bàn, bác, bán, bãi, bé, bên, bìa, bò, bó, bơ, bạn, bản, bảo, bắt, bằng, bến,
bị, bố, bờ, bởi, canh, cao, chai, cho, chung, cháy, chân, chè, chín, chúc, chúng, chăm, chưa, chạy, chấn,
chất, chậm, chắn, chặn, chỉ, chị, chọn, chồng, chỗ, chờ, chợ, chục, chứ, chứa, chức, con, cung, cuối, càng,
cá, các, cái, cánh, cáo, cáp, cân, câu, cây, còn, có, cô, cùng, cũ, cũng, cạn, cạnh, cả, cải, cảng, cấp, cất,
cấy, cần, cầu, cậu, cắp, cặp, cỏ, cố, cống, cổ, cổng, cộng, cờ, cỡ, của, củng, cứ, cử, cửa, cự, danh, dao,
do, du, dài, dàn, dành, dân, dây, dò, dòng, dông, dù, dùng, dưới, dược, dạy, dải, dấu, dầu, dẫn, dọc, dốc,
dở, dụ, dụng, ghi, gia, giai, giam, gian, giao, già, giá, gián, giáo, giáp, giả, giải, giảm, giấy, giỏi, giờ,
giữ, giữa, gà, gây, gì, góp, gần, gặp, gồm, gửi, hai, hay, hiển, hiện, hiệu, hoá, hung, huyện, huấn, hàm,
hàng, hành, hái, hãng, hình, hòa, hóa, hơn, hướng, hưởng, hại, hạn, hạng, hải, hầm, hậu, hằng, hết, hệ, họ,
học, họp, hỏi, hồ, hồi, hộ, hội, hợp, hủy, hữu, in, khai, khi, khoa, khoá, khoản, khu, khung, khá, khám, khí,
khó, khóa, khô, không, khảo, khỏe, khối, khổ, kinh, kiếm, kiến, kiểm, kiện, kéo, kê, kênh, kì, kí, kích,
kính, ký, kế, kề, kể, kỳ, kỷ, kỹ, linh, liên, liền, loại, luân, luật, luồng, làm, lá, lái, lâm, lão, lên, lí,
lô, lúa, lý, lĩnh, lũ, lưu, lương, lượng, lại, lấy, lần, lập, lễ, lịch, lỗ, lộ, lớn, lớp, lợi, lụt, mang,
may, muối, muốn, mà, má, mái, máu, máy, mã, mô, môi, mũ, mười, mạ, mại, mạng, mạnh, mất, mẫu, mật, mặt, mẹ,
mọi, mối, mỗi, mới, mời, mở, mục, mức, nay, ngay, nghi, nghĩ, nghề, nghệ, nghỉ, ngoài, nguồn, ngày, ngân,
ngã, người, ngầm, ngắn, ngắt, ngừng, ngữ, nhanh, nhiên, nhiều, nhà, nhánh, nhân, nhóm, như, nhưng, nhất,
nhẫn, nhận, nhỏ, những, niêm, niên, niệm, nào, này, nâng, nó, nóng, nông, năm, năng, nơi, nước, nạn, nắm,
nặng, nếu, nối, nổi, nội, nộp, nợ, nửa, nữ, pha, phao, phiên, phiếu, phong, phá, phái, phán, pháo, phát,
phân, phí, phòng, phó, phóng, phông, phù, phúc, phút, phương, phạm, phạt, phải, phản, phần, phẩm, phố, phổ,
phụ, phục, phủ, qua, quan, quang, quanh, quay, quy, quyền, quyển, quà, quá, quán, quân, quý, quả, quảng,
quận, quốc, quỷ, quỹ, ra, rau, riêng, ro, ruộng, rác, rõ, rất, rẽ, rồi, rộng, rủi, rừng, sai, sang, sao, sau,
sinh, song, suất, suốt, sàng, sáng, sáu, sâu, sông, súng, săn, sơ, sư, sản, sẵn, sẽ, số, sống, sổ, sở, sợ,
sức, sử, sửa, sữa, sự, tai, tay, thai, tham, thanh, thay, theo, thi, thiết, thiếu, thiểu, thiệt, thoát, thoả,
thu, thuyền, thuê, thuế, thuốc, thuộc, thuỷ, thành, thám, tháng, thánh, tháo, tháp, thân, thêm, thì, thí,
thích, thính, thô, thôn, thông, thù, thú, thăm, thư, thương, thường, thưởng, thạnh, thả, thải, thảm, thảo,
thấp, thấy, thần, thầy, thận, thẳng, thẻ, thế, thể, thị, thỏa, thống, thổ, thờ, thời, thủ, thủy, thứ, thức,
thừa, thực, tin, tinh, tiên, tiêu, tiến, tiếng, tiếp, tiết, tiền, tiểu, tiện, to, toà, toàn, toán, trang,
tranh, trao, tri, trinh, trong, trung, truyền, truyện, trà, trái, tráng, tránh, trên, trì, trình, trí, trú,
trúng, trăm, trương, trước, trường, trưởng, trại, trạm, trạng, trả, trải, trắng, trẻ, trị, trọng, trống,
trồng, trở, trợ, trụ, trừ, trữ, trực, tu, tuyên, tuyến, tuyển, tuần, tuổi, tài, tàng, tàu, tác, tách, tái,
tám, tâm, tây, tên, tìm, tình, tín, tính, tòa, tôi, tù, tú, túc, tăng, tơ, tư, tươi, tướng, tường, tượng,
tại, tạm, tải, tất, tầm, tầng, tập, tặng, tế, tỉ, tỉnh, tố, tốc, tối, tốt, tồn, tổ, tổn, tội, tới, tờ, tục,
tủ, tứ, tức, từ, tử, tự, tỷ, uỷ, vai, vay, vi, viên, viễn, việc, viện, việt, và, vàng, vào, vây, vé, vì, ví,
vòm, vòng, vô, võ, vùng, văn, vũ, vườn, vượt, vạn, vải, vậy, vắng, về, vệ, vị, vịnh, vỏ, vốn, với, vụ, vừa,
vựa, xa, xanh, xe, xem, xin, xuất, xuống, xà, xác, xâm, xã, xét, xăng, xưởng, xếp, xứ, xử, yên, yếu, ít, ông,
ý, đa, đai, đang, đi, đinh, đo, đài, đàm, đá, đái, đám, đáng, đâu, đây, đã, đèn, đê, đêm, đình, đích, đính,
đó, đóng, đôi, đông, đường, đạt, đảm, đất, đấu, đầu, đầy, đẩy, đập, đậu, đắp, đặt, đế, đến, đề, đền, để,
đỉnh, đối, đồ, đồn, đồng, đổi, đỗ, độ, đội, động, đời, đợi, đủ, ấy, ống, ở, ủy
"""


def _listed(text: str) -> list[str]:
    return [" ".join(pair.split()) for pair in text.split(",")]


COMMON_PAIRS = frozenset(_listed(_COMMON))
"""The pairs, in small letters with tone marks in their new places."""


RIGHT_PAIRS = COMMON_PAIRS | frozenset(_listed(_ALSO_RIGHT))
"""The pairs that are never doubted: also two words that meet («mục đích khác | phục vụ», «liên đới | với»)."""

NEVER_RIGHT = frozenset(_listed(_NEVER_RIGHT))
"""Pairs that look like a common one and are never meant, though both halves are ordinary: «tỉnh thần», «quân lý»."""

ORDINARY = frozenset(_listed(_ORDINARY)) | {half for pair in COMMON_PAIRS for half in pair.split()}
"""Syllables so common that one of them beside half of a common pair proves nothing: «văn bản | chỉ đạo»."""


@cache
def pairs_by_letters() -> Mapping[str, frozenset[str]]:
    """The common pairs by their letters without accents: `tinh hinh` → `tình hình`."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in COMMON_PAIRS:
        found[bare(pair)].add(pair)
    return {letters: frozenset(pairs) for letters, pairs in found.items()}
