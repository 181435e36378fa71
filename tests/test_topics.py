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
    ],
    ids=["agencies", "a cited title", "a company"],
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


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "source").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_pointer_of_the_real_documents_leads_to_its_words(path: Path) -> None:
    source = read_source(source_file(path))
    document = parse(source)
    assert document.clause_topics
    for row in document.clause_topics:
        assert normalise(source.text[row.source_start : row.source_end]).replace("*", "") == row.text
