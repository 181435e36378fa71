"""Words that may stand for one another in a made-up directive: the sense changes, the grammar and the tone stay."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())


ACTIONS = _words("""
    tăng cường, đẩy mạnh, triển khai, tổ chức, thực hiện, phối hợp, kiểm tra, giám sát, hướng dẫn, rà soát, đôn đốc,
    theo dõi, tham mưu, đề xuất, xây dựng, hoàn thiện, bổ sung, điều chỉnh, cập nhật, tổng hợp, phân tích, đánh giá,
    xem xét, giải quyết, xử lý, khắc phục, ngăn chặn, đấu tranh, phát hiện, thống kê, phân loại, quản lý, sử dụng,
    khai thác, vận hành, bảo trì, duy tu, nâng cấp, sửa chữa, cải tạo, bảo vệ, bảo đảm, duy trì, phát triển, phát huy,
    mở rộng, nhân rộng, tuyên truyền, vận động, phổ biến, quán triệt, giáo dục, bồi dưỡng, tập huấn, đào tạo, hỗ trợ,
    giúp đỡ, chăm lo, huy động, bố trí, phân bổ, cân đối, chuẩn bị, dự trữ, cung ứng, vận chuyển, tiếp nhận, bàn giao,
    niêm yết, thông báo, giới thiệu, kiện toàn, sắp xếp, củng cố, thẩm định, nghiệm thu, thanh tra, tháo gỡ, chấn chỉnh,
    khuyến khích, biểu dương, khen thưởng, kêu gọi, khảo sát, thu thập, lưu trữ, số hóa, công khai, giải trình, đối thoại,
    thăm hỏi, tiếp xúc, sơ tán, ứng cứu, ứng phó, khử trùng, tiêu hủy, tiêm phòng, cách ly, truy vết, chăm sóc, điều trị,
    phục hồi, khôi phục, trồng mới, nạo vét, gia cố, cắm mốc, đo đạc, thu hồi, chuyển đổi, đa dạng hóa, liên kết, kết nối,
    quảng bá, xúc tiến, tiết giảm, cắt giảm, đơn giản hóa, phân công, phân cấp, ủy quyền, luân chuyển, đối chiếu
""")

THINGS = _words("""
    dịch bệnh, thiên tai, cháy rừng, ngập úng, hạn hán, sạt lở, lũ quét, rác thải, nước thải, khí thải, nguồn nước,
    đất đai, khoáng sản, rừng phòng hộ, vùng đệm, đê điều, hồ chứa, kênh mương, trạm bơm, cầu treo, đường sá, bến bãi,
    vỉa hè, công viên, chợ đầu mối, siêu thị, cửa khẩu, đường mòn, biên giới, tàu cá, cảng cá, lồng bè, giống lúa,
    cây ăn quả, cà phê, hồ tiêu, chè búp, cao su, đàn gia súc, đàn gia cầm, thức ăn chăn nuôi, phân bón, thuốc thú y,
    vắc xin, trạm y tế, bệnh viện, phòng khám, hồ sơ bệnh án, bảo hiểm y tế, dân số, trẻ em, người cao tuổi,
    người khuyết tật, hộ nghèo, hộ cận nghèo, công nhân, đoàn viên, hội viên, đảng viên, cán bộ, công chức, viên chức,
    học sinh, sinh viên, giáo viên, trường học, lớp học, sách giáo khoa, thư viện, bảo tàng, di tích, lễ hội, làng nghề,
    du lịch, nhà văn hóa, sân vận động, câu lạc bộ, thông tin, dữ liệu, hồ sơ, tài liệu, văn bản, chữ ký số, phần mềm,
    máy chủ, mạng cáp, thủ tục, lệ phí, ngân sách, kinh phí, học phí, tiền lương, phụ cấp, quỹ đất, nhà ở, chung cư,
    tái định cư, giải phóng mặt bằng, đấu thầu, tài sản công, xe công vụ, trụ sở, doanh nghiệp, hợp tác xã, trang trại,
    hàng giả, buôn lậu, pháo nổ, ma túy, tội phạm, tai nạn, ùn tắc, xe quá tải, phương tiện, bến xe, đăng kiểm,
    giấy phép, quy hoạch, đô thị, nông thôn mới, cụm công nghiệp, lưới điện, thủy lợi, khuyến nông, tín dụng, việc làm,
    xuất khẩu lao động, dạy nghề, tiêu chuẩn, sở hữu trí tuệ, sáng kiến, đề tài, khí tượng, viễn thám, cứu hộ,
    dân quân, tuyển quân, hậu cần, tôn giáo, dân tộc, đối ngoại, kiều bào, báo chí, loa truyền thanh, bưu chính
""")

MANNERS = _words("""
    kịp thời, nghiêm túc, chặt chẽ, quyết liệt, đồng bộ, hiệu quả, đầy đủ, chính xác, thường xuyên, liên tục, chủ động,
    tích cực, khẩn trương, thống nhất, công bằng, minh bạch, linh hoạt, sáng tạo, triệt để, kiên quyết, thiết thực,
    cụ thể, rõ ràng, phù hợp, bền vững, an toàn, tiết kiệm, thuận lợi, nhanh chóng, cẩn trọng, toàn diện, sâu rộng,
    đúng quy định, đúng tiến độ, đúng thẩm quyền, có trọng tâm, có lộ trình, không hình thức, không chồng chéo,
    không né tránh, dứt điểm, bài bản, khoa học, hợp lý, nền nếp, gương mẫu, tự giác, trách nhiệm, tận tụy, ổn định
""")

MATTERS = _words("""
    công tác, nhiệm vụ, kế hoạch, kết quả, tình hình, nội dung, giải pháp, biện pháp, phương án, chương trình, mô hình,
    phong trào, hoạt động, chính sách, chế độ, cơ chế, cơ sở, điều kiện, khả năng, nguồn lực, lực lượng, đơn vị, địa phương,
    địa bàn, khu vực, cộng đồng, gia đình, người dân, hộ dân, cá nhân, đoàn thể, chính quyền, cấp ủy, tổ dân phố, kinh tế,
    xã hội, văn hóa, y tế, giao thông, môi trường, nông nghiệp, công nghiệp, thương mại, quốc phòng, an ninh, tài chính,
    khó khăn, vướng mắc, nguy cơ, thiệt hại, ảnh hưởng, diễn biến, hạ tầng, thiết bị, trường hợp, đối tượng, thành viên,
    hệ thống, trung tâm, khu phố, sản phẩm, hàng hóa, thực phẩm, thị trường, dịch vụ, nhu cầu, chất lượng, hiệu suất,
    năng lực, trình độ, kỹ năng, nhận thức, ý thức, trách nhiệm, kỷ luật, tác phong, đạo đức, lối sống, niềm tin, uy tín,
    mục tiêu, chỉ tiêu, tiến độ, thời vụ, khối lượng, diện tích, sản lượng, năng suất, tỷ lệ, số lượng, giá trị, thu nhập,
    đời sống, sức khỏe, tính mạng, tài sản, trật tự, cảnh quan, vệ sinh, ánh sáng, tiếng ồn, khói bụi, nguồn nhân lực,
    vốn vay, tín chấp, vật tư, máy móc, nhà xưởng, kho tàng, ý kiến, kiến nghị, phản ánh, khiếu nại, tố cáo, bài học,
    kinh nghiệm, cách làm, sáng kiến, điển hình, danh sách, biểu mẫu, báo cáo, thống kê, sổ sách, chứng từ, bằng chứng,
    giai đoạn, lĩnh vực, phương châm, quan điểm, chủ trương, tinh thần, phương pháp, quy trình, tiêu chí, định mức
""")

BODIES = _words("""
    Ủy ban nhân dân tỉnh, Ủy ban nhân dân các huyện, Ủy ban nhân dân cấp xã, Ban Thường vụ Tỉnh ủy, Thường trực Tỉnh ủy,
    Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân các huyện, Đảng ủy khối Doanh nghiệp, Bộ đội Biên phòng tỉnh,
    Ban Thường vụ Huyện ủy, Ban Thường vụ Thành ủy, Đảng đoàn Hội đồng nhân dân tỉnh, Văn phòng Ủy ban nhân dân tỉnh,
    Mặt trận Tổ quốc tỉnh, Thủ trưởng các sở, Giám đốc các công ty, Hiệu trưởng các trường, Ban Quản lý dự án,
    Sở Y tế, Sở Tài chính, Sở Nội vụ, Sở Xây dựng, Sở Công Thương, Sở Tư pháp, Sở Giao thông vận tải, Sở Du lịch,
    Sở Giáo dục và Đào tạo, Sở Khoa học và Công nghệ, Sở Thông tin và Truyền thông, Sở Kế hoạch và Đầu tư, Sở Ngoại vụ,
    Sở Nông nghiệp và Phát triển nông thôn, Sở Tài nguyên và Môi trường, Sở Văn hóa và Thể thao, Thanh tra tỉnh,
    Sở Lao động - Thương binh và Xã hội, Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh, Cục Thuế tỉnh, Kho bạc Nhà nước tỉnh,
    Bảo hiểm xã hội tỉnh, Ban Tuyên giáo Tỉnh ủy, Ban Tổ chức Tỉnh ủy, Ban Dân vận Tỉnh ủy, Văn phòng Tỉnh ủy, Tỉnh đoàn,
    Hội Nông dân tỉnh, Hội Phụ nữ tỉnh, Hội Cựu chiến binh tỉnh, Liên đoàn Lao động tỉnh, Đài Phát thanh và Truyền hình,
    Báo tỉnh, Ban Dân tộc, Ban Quản lý các khu công nghiệp, Chi cục Kiểm lâm, Chi cục Thủy lợi, Chi cục Quản lý thị trường,
    Điện lực tỉnh, Ngân hàng Nhà nước Chi nhánh tỉnh, Tòa án nhân dân tỉnh, Viện Kiểm sát nhân dân tỉnh, Hải quan tỉnh
""")

LEADS = _words("""
    trong thời gian tới, từ nay đến cuối năm, trước mắt, về lâu dài, khi cần thiết, trên cơ sở đó, theo chức năng được giao,
    ngay sau khi có kết quả, trong phạm vi quản lý, với tinh thần chủ động, nếu phát sinh vướng mắc, căn cứ tình hình thực tế,
    hằng tuần, hằng tháng, mỗi quý, đối với vùng sâu, ở nơi đông người, trong dịp nghỉ lễ, vào mùa mưa bão, tại cơ sở,
    cùng với đó, bên cạnh việc trên, ngoài nội dung này, để kịp mùa vụ, nhằm giảm thiệt hại, theo từng địa bàn
""")

LAWS = _words("""
    Đất đai, Nhà ở, Xây dựng, Đầu tư, Đầu tư công, Đấu thầu, Ngân sách nhà nước, Quản lý thuế, Hải quan, Doanh nghiệp, Giá,
    Bảo vệ môi trường, Lâm nghiệp, Thủy sản, Trồng trọt, Chăn nuôi, Thú y, Đê điều, Thủy lợi, Khoáng sản, Giao thông đường bộ,
    Giáo dục, Giáo dục nghề nghiệp, Trẻ em, Thanh niên, Người cao tuổi, Dược, Khám bệnh chữa bệnh, Bảo hiểm y tế, Báo chí,
    Viễn thông, An ninh mạng, Lưu trữ, Cán bộ và công chức, Viên chức, Thanh tra, Tiếp công dân, Khiếu nại, Tố cáo, Hộ tịch
""")

SYLLABLES = _words("""
    An, Bản, Bình, Cẩm, Chiềng, Đại, Đăk, Đông, Gia, Hải, Hòa, Hưng, Khánh, Kim, La, Lâm, Liên, Long, Lộc, Mai, Minh, Mường,
    Nà, Nam, Nậm, Ngọc, Nhân, Ninh, Phú, Phước, Phong, Quang, Quảng, Sơn, Tà, Tam, Tân, Tây, Thái, Thanh, Thạnh, Thịnh, Thọ,
    Thuận, Thượng, Tiên, Trà, Trung, Trường, Tường, Vạn, Vân, Vĩnh, Xuân, Yên
""")
