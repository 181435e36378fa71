"""Labels: how a line's first mark is read, which lines have none, and which label follows which."""

from itertools import pairwise

import pytest

from pipeline.labels import LETTERS, Label, read_labels, roman, roman_value, starts_with_label
from pipeline.labels_spoiled import spoiled_labels
from pipeline.structure.sequence import follows, opens_list, skipped

# The line, then its label as printed, the label's part of a path and its kind, in the likeliest reading.
READ = (
    ("Phần I", "Phần I", "part1", "part"),
    ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", "part1", "part"),
    ("Phần thứ hai", "Phần thứ hai", "part2", "part"),
    ("Chương II", "Chương II", "chap2", "chapter"),
    ("CHƯƠNG IV. TỔ CHỨC THỰC HIỆN", "CHƯƠNG IV.", "chap4", "chapter"),
    ("Mục 2", "Mục 2", "sec2", "section"),
    ("Mục 1 TIÊU CHÍ", "Mục 1", "sec1", "section"),
    ("Tiểu mục 3", "Tiểu mục 3", "subsec3", "subsection"),
    ("Điều 4.", "Điều 4.", "art4", "article"),
    ("Điều 4. Hiệu lực thi hành", "Điều 4.", "art4", "article"),
    ("Điều 4: Hiệu lực thi hành", "Điều 4:", "art4", "article"),
    ("ĐIỀU 12. Trách nhiệm", "ĐIỀU 12.", "art12", "article"),
    ("Điều 12a. Trách nhiệm", "Điều 12a.", "art12a", "article"),
    ("Điều 7đ. Trách nhiệm", "Điều 7đ.", "art7dd", "article"),
    ("I- MỤC ĐÍCH", "I-", "sec1", "section"),
    ("II. NHIỆM VỤ", "II.", "sec2", "section"),
    ("XIV. TỔ CHỨC", "XIV.", "sec14", "section"),
    ("A. KẾT QUẢ", "A.", "A", "section"),
    ("1- Giao Sở Y tế", "1-", "1", "clause"),
    ("1. Giao Sở Y tế", "1.", "1", "clause"),
    ("1) Giao Sở Y tế", "1)", "1", "clause"),
    ("(1) Giao Sở Y tế", "(1)", "1", "clause"),
    ("1.Giao Sở Y tế", "1.", "1", "clause"),
    ("1.- Giao Sở Y tế", "1.-", "1", "clause"),
    ("03. Giao Sở Y tế", "03.", "3", "clause"),
    ("2.1. Giao Sở Y tế", "2.1.", "2.1", "clause"),
    ("2.1 Giao Sở Y tế", "2.1", "2.1", "clause"),
    ("2.1.3. Giao Sở Y tế", "2.1.3.", "2.1.3", "clause"),
    ("2.1- Giao Sở Y tế", "2.1-", "2.1", "clause"),
    ("a) Báo cáo", "a)", "a", "point"),
    ("đ) Báo cáo", "đ)", "dd", "point"),
    ("(b) Báo cáo", "(b)", "b", "point"),
    ("c. Báo cáo", "c.", "c", "point"),
    ("(ii) sự cần thiết", "(ii)", "ii", "point"),
    ("- Báo cáo", "-", "bul", "bullet"),
    ("-Báo cáo", "-", "bul", "bullet"),
    ("+Báo cáo", "+", "bul", "bullet"),
    ("+ Báo cáo", "+", "bul", "bullet"),
    ("* Báo cáo", "*", "bul", "bullet"),
    ("• Báo cáo", "•", "bul", "bullet"),
    ("\uf0b7 Báo cáo", "\uf0b7", "bul", "bullet"),  # a symbol font's bullet
)


@pytest.mark.parametrize(("line", "printed", "token", "kind"), READ, ids=[row[0] for row in READ])
def test_a_label_is_read(line: str, printed: str, token: str, kind: str) -> None:
    label = read_labels(line)[0]
    assert (label.printed, label.token, label.kind) == (printed, token, kind)
    assert line[: label.end].strip() == printed
    assert not label.doubtful


NO_LABEL = (
    "",
    "Giao Sở Y tế chủ trì",
    "24/7/2021 là ngày bắt đầu",
    "31/3/2020",
    "1.500 giường bệnh",
    "2.5 ha đất rừng",
    "12.000.000 đồng",
    "15.3.2020 là ngày bắt đầu",
    "10-15 người",
    "1.2 tỷ đồng",
    "12h30",
    "V/v báo cáo",
    "T/M BAN THƯỜNG VỤ",
    "IV/2021",
    "5K",
    "5 K",
    "2021",
    "0. Mở đầu",
    "95%",
    "16/CT-TTg ngày 31/3/2020",
    "19-NQ/TW của Bộ Chính trị",
    "126/2020/NĐ-CP",
    "24/24 giờ",
    "(24/7)",
    "10 người",
    "Điều 49 Luật Phòng, chống bệnh truyền nhiễm",
    "Điều 12, Điều 13 của Nghị định",
    "Mục tiêu chung",
    "Phần lớn các hộ dân",
    "Chương trình công tác năm",
    "Điều này không áp dụng",
    "Mục 2 của Kế hoạch này",
    "IC. Mở đầu",
    "VN. Mở đầu",
    "COVID-19",
    "a/b",
    "UBND tỉnh",
    "-",
    "*báo cáo",
    "+84 235 3852 000",
)


@pytest.mark.parametrize("line", NO_LABEL)
def test_a_line_without_label(line: str) -> None:
    assert read_labels(line) == ()
    assert not starts_with_label(line)


# Marks that are two things, which only their neighbours tell apart.
AMBIGUOUS = (
    ("I. MỤC TIÊU", {"sec1", "I"}),
    ("C. MỤC TIÊU", {"sec100", "C"}),
    ("i) Báo cáo", {"i"}),
    ("v) Báo cáo", {"v"}),
)


@pytest.mark.parametrize(("line", "tokens"), AMBIGUOUS)
def test_every_reading_is_given(line: str, tokens: set[str]) -> None:
    labels = read_labels(line)
    assert {label.token for label in labels} == tokens
    assert len({label.scheme for label in labels}) == 2


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXIX", 29), ("XL", 40), ("XC", 90), ("CXC", 190), ("iii", 3)],
)  # fmt: skip
def test_roman_numerals(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value
    assert roman(value) == numeral.upper()


@pytest.mark.parametrize("letters", ["IC", "IIII", "VX", "IIX", "VV", "XXXX"])
def test_letters_that_are_no_numeral(letters: str) -> None:
    assert roman_value(letters) is None


SPOILED = (
    ("Il. GIẢI PHÁP", "Il.", "sec2"),
    ("1I. GIẢI PHÁP", "1I.", "sec2"),
    ("IlI. GIẢI PHÁP", "IlI.", "sec3"),
    ("©) Truyền dạy", "©)", "c"),
    ("€) Truyền dạy", "€)", "c"),
    ("ð) Truyền dạy", "ð)", "dd"),
    ("é) Truyền dạy", "é)", "e"),
    ("l. Giao Sở Y tế", "l.", "1"),
    ("|. Giao Sở Y tế", "|.", "1"),
    ("1 Xây dựng kế hoạch", "1", "1"),
    ("12 Xây dựng kế hoạch", "12", "12"),
    ("e Các huyện ủy", "e", "bul"),
    ("« Các huyện ủy", "«", "bul"),
)


@pytest.mark.parametrize(("line", "printed", "token"), SPOILED)
def test_spoiled_labels_are_doubtful(line: str, printed: str, token: str) -> None:
    labels = spoiled_labels(line)
    assert (printed, token) in [(label.printed, label.token) for label in labels]
    assert all(label.doubtful for label in labels)


@pytest.mark.parametrize(
    "line", ["II. GIẢI PHÁP", "a) Báo cáo", "1 chiếc xe", "123 Xây dựng", "e ngại", "Các huyện ủy"]
)
def test_sound_marks_are_not_spoiled(line: str) -> None:
    assert spoiled_labels(line) == ()


def label_of(mark: str, scheme: str = "") -> Label:
    """The label of a mark, in the given scheme where it has several readings."""
    return next(one for one in read_labels(f"{mark} Báo cáo") if scheme in ("", one.scheme))


FOLLOWING = (
    ("1.", "2."),
    ("9.", "10."),
    ("1-", "2-"),
    ("(1)", "(2)"),
    ("2.1.", "2.2."),
    ("2.1", "2.2."),  # the last dot of a number of several levels may be left out
    ("I.", "II."),
    ("a)", "b)"),
    ("d)", "đ)"),
    ("đ)", "e)"),
    ("d)", "e)"),  # many typists leave đ out
    ("e)", "g)"),
    ("e)", "f)"),  # a mistake that is made
    ("i)", "k)"),
    ("-", "-"),
    ("A.", "B."),
    ("Điều 3.", "Điều 4."),
)


@pytest.mark.parametrize(("before", "after"), FOLLOWING)
def test_what_follows(before: str, after: str) -> None:
    assert any(follows(one, two) for one in read_labels(f"{before} X") for two in read_labels(f"{after} X"))


NOT_FOLLOWING = (
    ("1.", "3."),
    ("2.", "1."),
    ("1.", "1."),
    ("1.", "2-"),
    ("1.", "2)"),
    ("1)", "(2)"),
    ("2.1.", "3.1."),
    ("2.1.", "2.1.2."),
    ("a)", "c)"),
    ("b)", "a)"),
    ("đ)", "d)"),
    ("c)", "đ)"),
    ("a)", "b."),
    ("-", "+"),
    ("I.", "III."),
)


@pytest.mark.parametrize(("before", "after"), NOT_FOLLOWING)
def test_what_does_not_follow(before: str, after: str) -> None:
    assert not any(
        follows(one, two) for one in read_labels(f"{before} Giao") for two in read_labels(f"{after} Giao")
    )


def test_point_letters_follow_one_another_through_the_whole_order() -> None:
    labels = [label_of(f"{letter})", "letter") for letter in LETTERS]
    assert all(follows(one, two) for one, two in pairwise(labels))
    assert [label.numbers for label in labels] == [(number,) for number in range(1, 24)]


@pytest.mark.parametrize("mark", ["1.", "a)", "I.", "2.1.", "-", "Điều 1.", "(i)"])
def test_what_opens_a_list(mark: str) -> None:
    assert opens_list(read_labels(f"{mark} X")[0])


@pytest.mark.parametrize("mark", ["2.", "b)", "IV.", "2.3.", "Điều 2.", "(ii)"])
def test_what_opens_none(mark: str) -> None:
    assert not opens_list(read_labels(f"{mark} X")[0])


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("1.", "3.", True), ("a)", "d)", True), ("Điều 2.", "Điều 5.", True), ("1.", "2.", False),
        ("d)", "e)", False), ("3.", "1.", False), ("2.", "2.", False), ("1.", "3-", False), ("-", "-", False),
    ],
)  # fmt: skip
def test_labels_that_are_missing_between_two(before: str, after: str, gap: bool) -> None:
    assert skipped(read_labels(f"{before} X")[0], read_labels(f"{after} X")[0]) is gap
