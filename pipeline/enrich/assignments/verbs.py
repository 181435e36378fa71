"""The verbs of official orders: where the name of an unlisted body ends, and whether a body acts at all."""

import re

# Verbs with which officials set a body to work: the name of an unlisted body ends before one of them.
VERBS = (
    r"chủ trì|phối hợp|thực hiện|triển khai|tổ chức|tham mưu|hướng dẫn|tăng cường|tiếp tục|kiểm tra"
    r"|rà soát|(?<!đầu tư )(?<!ông tác )(?<!hương trình )xây dựng(?! số| công| giao| dân| và)|theo dõi|đôn đốc"
    r"|(?<!ịch vụ )tổng hợp|(?<=ịch vụ )tổng hợp(?! xã| phường| đặc| huyện)"
    r"|báo cáo"
    r"|căn cứ|chủ động|khẩn trương|kịp thời|(?<!dục )thường xuyên|tập trung|đẩy mạnh|nâng cao|phát huy|bảo đảm"
    r"|đảm bảo|bố trí|cung cấp|cung ứng|cân đối|thẩm định|lập(?= dự| kế| danh| hồ| báo| phương)|trình(?= [A-Z]| cấp| Ủy| Đ)|giám sát"
    r"|thanh tra|xử lý|quản lý|kiểm soát|tuyên truyền|vận động|thông báo|công bố|cập nhật|hỗ trợ"
    r"|tạo điều kiện|đề xuất|nghiên cứu|chuẩn bị|sẵn sàng|duy trì|vận hành|tiếp nhận|giải quyết"
    r"|ban hành|quán triệt|phổ biến|chỉ đạo|lãnh đạo|có trách|có nhiệm|có(?= văn| quyền| ý kiến| kế hoạch| thẩm| giải| phương| biện| quy chế)"
    r"|chịu trách|phải|(?<!ậu )cần|được|(?<!àng )không|là|đưa"
    r"|(?<!hiểm tiền )gửi|cử|cấp(?= kinh| thẻ| giấy| phát| bù)|trực(?= 24| tiếp)|kiểm soát|đăng|bàn giao|hoàn thành|hoàn thiện|khắc phục|phân công"
    r"|mở|dành|lắp đặt|cắm|xả|dừng|ngừng|phê duyệt|quyết định|ưu tiên|tuần tra|huy động|điều động|phân bổ|phát động|tạm dừng|chi trả|thành lập"
    r"|khảo sát|nghiêm túc|(?<!rợ )giúp|(?<!việc )làm|tham gia|thống nhất|giao(?! thông| dịch)|cho|để|trên cơ sở|theo chức năng"
    r"|treo(?= băng| cờ| pa| áp| \d)|cam kết|phun(?= hóa| thuốc| khử)|kiện toàn|sơ tán|di dời|dự trữ|truy quét|bắt giữ|tập huấn|lồng ghép"
    r"|quan tâm|khuyến cáo|cảnh báo|niêm yết|công khai|rút kinh nghiệm|kiên quyết|nhanh chóng|quyết liệt|tích cực|phân luồng|nạo vét"
    r"|sửa chữa|đồng loạt|cụ thể hóa|phong tỏa|tiêu hủy|ký kết|chấp hành|giữ vững|nắm(?= chắc| tình| bắt)|lấy mẫu|giải tỏa"
    r"|điều tra(?= dịch| làm)|ngăn chặn|nhắc nhở|điều tiết|điều chỉnh|xác minh|xác nhận|xác định|chiêu sinh|tổng vệ sinh|trả lời"
    r"|tiếp thu|bám sát|chấn chỉnh|cấp phát|đăng tải|đưa tin|viết(?= tin| bài)|giữ gìn|giữ(?= vai)|nộp|thu hồi|thẩm tra|trang bị|chăm sóc"
    r"|diễn tập|tăng(?= thời| cường)|thống kê|xem xét|đề nghị|yêu cầu|tiến hành|bổ sung|thanh toán|quyết toán|củng cố|đổi mới|cùng với"
    r"|cấm|chuyển giao|nêu (?:cao|gương)|gương mẫu"
)
"""What bodies are set to do."""

_ADVERBS = (
    r"(?:(?:chủ động|khẩn trương|kịp thời|(?<!dục )thường xuyên|tích cực|trực tiếp|nghiêm túc|tiếp tục"
    r"|còn|cũng|đều|vẫn|sẽ),? ){0,2}"
)
VERB_NEXT = re.compile(rf"\s{_ADVERBS}(?:{VERBS})(?!\w)")
"""Right after a body: it acts."""

_MORE = (
    r"phát triển|phát hiện|phân loại|phân tích|phòng, chống|phòng ngừa|điều tra|điều hành|thiết lập|bảo vệ|giữ|nắm|thu|cấp"
    r"|cắt|mua|khám|đánh giá|định hướng|vận chuyển|trao đổi|tăng|giảm|lập|trình|quy định|giới thiệu|chuyển|sử dụng|(?<!chủ )đầu tư"
    r"|hoạt động|khuyến khích|kết hợp|lựa chọn|treo|đào tạo|bồi dưỡng|không (?:để|được)|nghiêm cấm|đón|liên hệ|mời|tra cứu|ký"
    r"|nhận|trả|xử phạt|xét|bảo quản|áp dụng|rút|soạn|dự|đôn|kêu gọi|thay(?! đổi)|trực(?! thuộc)|truy|quan trắc|dự báo|gắn"
    r"|tính|in|thảo luận|tiếp(?= công| nhận| xúc)|ủng hộ|tặng|thăm|động viên|biểu dương|tôn vinh|học tập|tạo|tiêm|phun|khoanh"
    r"|cách ly|tháo dỡ|thu gom|trồng|cho phép|phát sóng|phát hành|khai thác|vận dụng|bầu|bổ nhiệm|sắp xếp|kê khai|đăng ký"
    r"|(?<!địa )bàn(?! giao| thờ)|họp|số hóa|kết nối|chia sẻ|khen thưởng|tiết kiệm|rút kinh|giảng"
    r"|khôi phục|phục hồi|gia cố|khơi thông|thay thế|tuyển (?:dụng|chọn)|xét nghiệm|truy vết|khoanh vùng|ứng trực|ứng cứu"
    r"|cứu hộ|tìm kiếm|gia hạn|miễn|hoãn|đình chỉ|thu hút|xúc tiến|quảng bá|biên soạn|đối thoại|hòa giải|khởi tố|truy tố"
    r"|xét xử|thi hành|cưỡng chế|mua sắm|thu mua|tiêu thụ|bình ổn|niêm phong|cắt giảm|rút ngắn|đơn giản hóa|tích hợp"
    r"|đồng bộ|nghiệm thu|bảo trì|bảo dưỡng|duy tu|thi công|khởi công|giải ngân|giải phóng|bồi thường|đo đạc|tôn tạo"
    r"|bảo tồn|chấm (?:điểm|dứt)|tinh giản|nhân rộng|chú trọng|coi trọng|lưu ý|tận dụng|canh gác|luyện tập|đảm nhận"
    r"|đảm nhiệm|đảm trách|phụ trách|phản ánh|phản hồi|kiến nghị|sơ kết|tổng kết|giao ban|giao nộp|quản trị|tính toán"
    r"|ứng dụng"
)
ALL_VERBS = rf"{VERBS}|{_MORE}"
"""The same and more: words that also stand inside names («phát triển», «bảo vệ»)."""

ACTING = re.compile(rf"(?<!\w)(?:{ALL_VERBS})(?!\w)")
"""Somewhere after the subject: what it does. Without one, a sentence only names or describes bodies."""

ACTS_NEXT = re.compile(rf"\s{_ADVERBS}(?:{ALL_VERBS})(?!\w)")
"""Right after a body that the code list holds, whose name has ended: it acts."""

RIGHT_NEXT = re.compile(
    rf"(?:,?\s(?:các tổ chức|(?!(?:{VERBS})(?!\w))[\w/-]{{1,20}})){{0,16}}?\scó quyền(?!\w)"
)
"""After a list of bodies, and what of it cannot be read: they may do something, and must not."""
