"""Topics: the scheme is whole, words give them where they stand, names and other diseases do not."""

from dataclasses import replace
from pathlib import Path

import pytest
from support import structure_of

from pipeline.codelists.topics import phrases_of, topic_words, topics
from pipeline.document import parse
from pipeline.enrich.citations import find_citations
from pipeline.enrich.topics import find_topics
from pipeline.read import read_source, source_file
from pipeline.text import normalise

COVID = "Về phòng, chống dịch COVID-19"


def found(text: str, title: str = "") -> list[tuple[str, str]]:
    """The topics of a text of one line a clause, each with the words that gave it."""
    return [(row.topic_id, row.text) for row in find_topics(structure_of(text, title=title))]


def test_every_topic_has_words_and_every_list_of_words_its_topic() -> None:
    assert sorted(words.topic_id for words in topic_words()) == sorted(topic.topic_id for topic in topics())


def test_who_has_eight_groups_and_parents_are_of_the_scheme() -> None:
    ids = {topic.topic_id for topic in topics()}
    assert sum(topic.scheme == "who-phsm" for topic in topics()) == 8
    assert {topic.parent_id for topic in topics() if topic.parent_id} <= ids


def test_a_clause_has_several_topics_each_once_with_its_first_words() -> None:
    text = "Truy vết, cách ly F1, xét nghiệm; xử lý nghiêm vi phạm; tuyên truyền 5K"
    assert found(text, COVID) == [
        ("bien-phap-ca-nhan", "5K"),
        ("giam-sat-cach-ly", "Truy vết"),
        ("truyen-thong", "tuyên truyền"),
        ("kiem-tra-xu-ly-vi-pham", "xử lý nghiêm vi phạm"),
    ]


def test_the_pointer_leads_to_the_words_in_the_source() -> None:
    structure = structure_of("Đẩy mạnh **tuyên truyền**\nBáo cáo kết quả trước ngày 5/6", title=COVID)
    rows = find_topics(structure)
    assert [structure.source.text[row.source_start : row.source_end] for row in rows] == [
        "tuyên truyền",
        "Báo cáo kết quả",
    ]
    assert [row.clause_topic_id for row in rows] == ["vi-du/tp1", "vi-du/tp2"]
    assert [row.clause_id for row in rows] == ["vi-du/1", "vi-du/2"]


def test_measures_against_epidemics_need_an_epidemic() -> None:
    assert found("Tuyên truyền về an toàn giao thông") == [("giao-thong", "an toàn giao thông")]
    assert ("truyen-thong", "Tuyên truyền") in found("Tuyên truyền phòng, chống dịch COVID-19")


def test_a_document_is_about_an_epidemic_if_a_fifth_of_its_clauses_are() -> None:
    one_in_four = "Chống dịch COVID-19\nTuyên truyền\nHọp\nNghỉ"
    assert found(one_in_four) == [("truyen-thong", "Tuyên truyền")]
    assert found(one_in_four + "\nNghỉ" * 2) == []


def test_diseases_of_animals_are_another_matter() -> None:
    rows = found("Tuyên truyền\nTiêm phòng cho đàn gia súc", "Về phòng, chống dịch bệnh gia súc")
    assert rows == [("dich-benh-dong-vat", "Tiêm phòng cho đàn gia súc")]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Giao thông vận tải, Sở Giáo dục và Đào tạo, Sở Tài nguyên và Môi trường",
        "thực hiện Quyết định số 15/QĐ-UBND ngày 02/3/2020 của Ủy ban nhân dân tỉnh về phòng cháy, chữa cháy",
        "Giao Công ty TNHH Thủy sản Cù Lao chấp hành",
        "Công ty Thủy điện Sông Tranh chấp hành",
        "Giao Chi cục Thủy lợi và Phòng chống lụt bão chấp hành",
    ],
    ids=[
        "agencies",
        "a cited title",
        "a company",
        "a company by its trade",
        "a sub-department of two trades",
    ],
)
def test_names_give_no_topic(text: str) -> None:
    assert found(text) == []


def test_the_name_of_a_law_gives_no_topic() -> None:
    structure = structure_of(
        "Vốn theo Luật Đầu tư công năm 2019\nQuản lý đầu tư công theo Luật Đầu tư công năm 2019"
    )
    rows = find_topics(structure, find_citations(structure, ("chi-thi", None)))
    assert [(row.clause_id, row.text) for row in rows] == [("vi-du/2", "đầu tư công")]


def test_an_office_in_a_list_of_offices_gives_no_topic() -> None:
    assert found("Cục Công nghệ thông tin.") == []
    assert found("Trung tâm phát triển công nghệ thông tin, dữ liệu.") != []


def test_listed_bodies_institutions_and_persons_give_no_topic() -> None:
    assert found("Giám đốc các Sở: Xây dựng, Tài chính, Y tế nghiên cứu") == []
    assert found("Bà Nguyễn Thị Hoa, giáo viên, Trường Tiểu học Trà Cang;") == []
    assert found("Trường Tiểu học Trà Cang") == []
    assert found("Giáo viên dạy học") == [("giao-duc", "Giáo viên")]


def test_a_word_beside_a_name_counts_though_one_in_it_does_not() -> None:
    assert found("Sở Tài chính cân đối ngân sách") == [("tai-chinh-ngan-sach", "ngân sách")]


def test_the_formula_of_carrying_out_is_of_the_document_alone() -> None:
    text = "Giám đốc Sở Y tế và các hộ nuôi cá tra chịu trách nhiệm thi hành Quyết định này./."
    assert found(text) == [("to-chuc-thuc-hien", "chịu trách nhiệm thi hành")]
    assert ("nong-nghiep-thuy-san", "hộ nuôi") in found("Các hộ nuôi cá tra chịu trách nhiệm thi hành án")


def test_some_words_need_a_title_with_the_topic() -> None:
    text = "Cấm vận chuyển ra khỏi vùng dịch"
    assert found(text) == []
    assert found(text, "Về phòng, chống dịch cúm gia cầm") == [("dich-benh-dong-vat", "vùng dịch")]


def test_some_words_need_a_heading_with_the_topic() -> None:
    structure = structure_of("Chăn nuôi\nChọn giống tốt")
    above, point = structure.clauses
    below = replace(structure, clauses=(above, replace(point, parent_id=above.clause_id)))
    assert [row.clause_id for row in find_topics(structure)] == ["vi-du/1"]
    assert [(row.clause_id, row.text) for row in find_topics(below)] == [
        ("vi-du/1", "Chăn nuôi"),
        ("vi-du/2", "giống"),
    ]


def test_a_title_that_only_the_first_sentence_names_is_a_title_too() -> None:
    structure = structure_of("Cấm ra khỏi vùng dịch")
    assert find_topics(structure) == ()
    assert [row.topic_id for row in find_topics(structure, title="Về dịch tả lợn")] == ["dich-benh-dong-vat"]


def test_in_a_document_about_an_epidemic_other_subjects_are_circumstances() -> None:
    text = "Quản lý các cơ sở sản xuất"
    assert found(text) == [("san-xuat-kinh-doanh", "cơ sở sản xuất")]
    assert found(text, COVID) == []


def test_farming_yields_to_a_disease_of_animals() -> None:
    text = "Hướng dẫn người chăn nuôi"
    assert found(text) == [("nong-nghiep-thuy-san", "chăn nuôi")]
    assert found(text, "Về phòng, chống dịch tả lợn châu Phi") == []


def test_teams_count_by_their_names() -> None:
    assert found("Củng cố Tổ Covid cộng đồng") == [("to-cong-dong", "Tổ Covid cộng đồng")]


def test_old_and_new_tone_places_are_one() -> None:
    assert found("Hoà giải ở cơ sở") == [("tu-phap", "Hoà giải")]


def test_a_phrase_may_have_a_gap_within_its_sentence_and_be_tied_to_the_end() -> None:
    pattern = phrases_of(["xử lý…vi phạm", "tổ chức thực hiện$"]).pattern
    assert pattern.search("xử lý các trường hợp vi phạm")
    assert not pattern.search("xử lý xong. Người vi phạm")
    assert pattern.search("TỔ CHỨC THỰC HIỆN:")
    assert not pattern.search("tổ chức thực hiện nhiệm vụ")


def test_a_number_in_a_phrase_is_any_number() -> None:
    pattern = phrases_of(["kiểm tra #"], ["kiểm tra # chi bộ"]).pattern
    assert pattern.search("kiểm tra 1.200 cơ sở kinh doanh")
    assert not pattern.search("kiểm tra các cơ sở")
    assert not pattern.search("kiểm tra 12 chi bộ")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Xem xét xử lý các đề nghị", ""),  # no court (xét xử)
        ("Nội dung chi tiết của từng mẫu", ""),  # no expenditure (nội dung chi)
        ("Rà soát toàn bộ hồ sơ người có công", "an-sinh-xa-hoi"),
        ("Ban Quản lý rừng đặc dụng Nà Hẩu họp", ""),
        ("Tuyên truyền Luật Thanh niên tới từng cơ sở", "tu-phap"),
        ("Đoàn liên ngành kiểm tra 15 nhà in", "kiem-tra-xu-ly-vi-pham"),
        ("Sở Tài chính trình khung giá", "san-xuat-kinh-doanh"),
        ("Quyên góp, ủng hộ ít nhất một ngày lương", "hau-can-nguon-luc"),
        ("Các chức sắc, tín đồ hưởng ứng", "dan-toc-ton-giao"),
        ("Tổ chức lại luồng tuyến trên Quốc lộ 6", "giao-thong"),
    ],
)
def test_words_that_mislead_and_words_of_common_forms(text: str, topics: str) -> None:
    assert " ".join(topic for topic, _ in found(text)) == topics


def test_amounts_speak_of_money_in_a_budget_alone() -> None:
    assert found("Dự phòng: 3.100 triệu đồng") == []
    rows = found("Dự phòng: 3.100 triệu đồng", "Về dự toán ngân sách huyện năm 2015")
    assert [topic for topic, _ in rows] == ["tai-chinh-ngan-sach"]


# Subjects that unseen directives have, a title and a clause each: the topics are those that a reader gives the clause.
_CLAUSES_OF_DIRECTIVES = (
    (
        "Về tăng cường quản lý hoạt động du lịch",
        "Niêm yết công khai giá phòng, giá dịch vụ tại các khách sạn, nhà hàng phục vụ du khách.",
        "van-hoa-the-thao-du-lich san-xuat-kinh-doanh",
    ),
    (
        "Về tăng cường công tác quản lý, bảo vệ rừng",
        "Truy quét các tụ điểm khai thác gỗ trái phép, xử lý nghiêm đối tượng chống người thi hành công vụ.",
        "nong-nghiep-thuy-san kiem-tra-xu-ly-vi-pham",
    ),
    (
        "Về tăng cường công tác quản lý, bảo vệ rừng",
        "Thu hồi diện tích rừng bị lấn chiếm, khoanh nuôi tái sinh.",
        "nong-nghiep-thuy-san",
    ),
    (
        "Về tăng cường công tác quản lý, bảo vệ rừng",
        "Rà soát việc chuyển mục đích sử dụng rừng sang mục đích khác tại các dự án thủy điện.",
        "nong-nghiep-thuy-san dien-nang-luong",
    ),
    (
        "Về nhiệm vụ năm học mới",
        "Chấm dứt tình trạng thu, chi ngoài quy định; công khai các khoản đóng góp của phụ huynh.",
        "giao-duc tai-chinh-ngan-sach",
    ),
    (
        "Về nhiệm vụ năm học mới",
        "Kiểm tra an toàn bếp ăn tập thể, nguồn gốc thực phẩm cung cấp cho trường bán trú.",
        "giao-duc y-te-khac",
    ),
    (
        "Về tổ chức cuộc bầu cử đại biểu Hội đồng nhân dân",
        "Lập và niêm yết danh sách cử tri chậm nhất 40 ngày trước ngày bầu cử.",
        "bau-cu",
    ),
    (
        "Về tổ chức cuộc bầu cử đại biểu Hội đồng nhân dân",
        "Bảo đảm điện, thông tin liên lạc thông suốt trong ngày bỏ phiếu.",
        "bau-cu dien-nang-luong",
    ),
    (
        "Về chấn chỉnh công tác quản lý đất đai",
        "Kiên quyết thu hồi các dự án chậm đưa đất vào sử dụng quá 24 tháng.",
        "dat-dai-moi-truong",
    ),
    (
        "Về chấn chỉnh công tác quản lý đất đai",
        "Không để phát sinh việc phân lô, bán nền, xây dựng nhà trái phép trên đất nông nghiệp.",
        "dat-dai-moi-truong xay-dung-nha-o",
    ),
    (
        "Về chấn chỉnh công tác quản lý đất đai",
        "Cắt giảm thời gian giải quyết hồ sơ cấp giấy chứng nhận lần đầu.",
        "dat-dai-moi-truong cai-cach-hanh-chinh",
    ),
    (
        "Về bảo đảm trật tự, an toàn giao thông dịp Tết",
        "Xóa các điểm đen, lối mở qua dải phân cách giữa trên tuyến quốc lộ.",
        "giao-thong",
    ),
    (
        "Về bảo đảm trật tự, an toàn giao thông dịp Tết",
        "Giải tỏa các chợ cóc họp ven đường, trả lại hành lang an toàn.",
        "giao-thong san-xuat-kinh-doanh kiem-tra-xu-ly-vi-pham",
    ),
    (
        "Về tăng cường bảo vệ, chăm sóc trẻ em",
        "Phát hiện sớm, can thiệp kịp thời các vụ việc trẻ em bị bạo lực, xâm hại.",
        "an-sinh-xa-hoi",
    ),
    (
        "Về phát triển khoa học và công nghệ",
        "Bố trí tối thiểu 2% chi ngân sách cho hoạt động nghiên cứu.",
        "tai-chinh-ngan-sach",
    ),
    (
        "Về tăng cường sự lãnh đạo của Đảng đối với Hội Nông dân",
        "Phát triển hội viên, củng cố chi hội ở những nơi còn yếu.",
        "",
    ),
    (
        "Về tăng cường sự lãnh đạo của Đảng đối với Hội Nông dân",
        "Hướng dẫn nông dân xây dựng mô hình chi, tổ hội nghề nghiệp, tham gia kinh tế tập thể.",
        "nong-nghiep-thuy-san san-xuat-kinh-doanh",
    ),
    (
        "Về công tác tuyển chọn và gọi công dân nhập ngũ",
        "Tổ chức lễ giao, nhận quân trang trọng, tiết kiệm.",
        "quoc-phong",
    ),
    (
        "Về phòng, chống đói, rét cho đàn vật nuôi",
        "Che chắn chuồng trại, dự trữ rơm, cỏ khô làm thức ăn cho trâu, bò.",
        "nong-nghiep-thuy-san",
    ),
    (
        "Về phòng, chống tác hại của thuốc lá",
        "Treo biển cấm hút thuốc tại phòng họp, nơi làm việc.",
        "y-te-khac",
    ),
    (
        "Về đẩy mạnh chuyển đổi số",
        "Hoàn thành cấp tài khoản định danh điện tử mức 2 cho công dân đủ điều kiện.",
        "chuyen-doi-so",
    ),
    (
        "Về đẩy mạnh chuyển đổi số",
        "Xóa các vùng lõm sóng di động ở thôn, bản đặc biệt khó khăn.",
        "chuyen-doi-so",
    ),
    (
        "Về công tác dân tộc trong tình hình mới",
        "Phát huy vai trò già làng, trưởng bản trong việc vận động bà con xóa bỏ hủ tục.",
        "dan-toc-ton-giao van-hoa-the-thao-du-lich",
    ),
    (
        "Về nâng cao chất lượng sinh hoạt chi bộ",
        "Đảng ủy cơ sở phân công đảng ủy viên dự sinh hoạt với chi bộ ít nhất 02 tháng một lần.",
        "xay-dung-dang",
    ),
    (
        "Về ứng phó bão số 5",
        "Hoàn thành thu hoạch lúa hè thu đã chín trước khi bão đổ bộ.",
        "thien-tai-cuu-nan nong-nghiep-thuy-san",
    ),
    (
        "Về ứng phó bão số 5",
        "Kiểm tra hệ thống tiêu thoát nước đô thị, chặt tỉa cành cây có nguy cơ gãy đổ.",
        "thien-tai-cuu-nan xay-dung-nha-o",
    ),
    (
        "Về ứng phó bão số 5",
        "Dừng các cuộc họp chưa cấp bách để tập trung chỉ đạo ứng phó.",
        "thien-tai-cuu-nan",
    ),
    (
        "Về bình ổn thị trường dịp Tết",
        "Chuẩn bị nguồn hàng thiết yếu, không để khan hiếm, tăng giá đột biến.",
        "san-xuat-kinh-doanh hau-can-nguon-luc",
    ),
    (
        "Về tiếp công dân",
        "Chủ tịch UBND cấp huyện trực tiếp tiếp dân ít nhất 02 ngày trong tháng.",
        "khieu-nai-to-cao",
    ),
    (
        "Về chăm lo người có công",
        "Tu sửa nghĩa trang liệt sĩ, thắp nến tri ân nhân kỷ niệm ngày 27/7.",
        "an-sinh-xa-hoi van-hoa-the-thao-du-lich",
    ),
)


@pytest.mark.parametrize(
    ("title", "text", "topics_of_it"), _CLAUSES_OF_DIRECTIVES, ids=lambda value: value[:40]
)
def test_a_clause_has_the_topics_that_a_reader_gives_it(title: str, text: str, topics_of_it: str) -> None:
    assert {topic for topic, _ in found(text, title)} == set(topics_of_it.split())


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "source").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_pointer_of_the_real_documents_leads_to_its_words(path: Path) -> None:
    source = read_source(source_file(path))
    document = parse(source)
    assert document.clause_topics
    for row in document.clause_topics:
        assert normalise(source.text[row.source_start : row.source_end]).replace("*", "") == row.text
