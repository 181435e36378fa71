"""Text primitives: the published normalisation, the forms to match on, and where every character came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import (
    LOWER,
    UPPER,
    MappedText,
    Span,
    bare,
    emphasis_in,
    emphasis_marks,
    mapped,
    match_key,
    normalise,
)

NORMALISED = (
    ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
    ("", ""),
    (" \t\n ", ""),
    ("  Ủy\u00a0ban\tnhân \n dân\r\n", "Ủy ban nhân dân"),
    ("U\u0309y ban nha\u0302n da\u0302n", "Ủy ban nhân dân"),  # letters and marks apart (NFD)
    ("phòng, \u200bchống COVID\u00ad-19\ufeff", "phòng, chống COVID-19"),
    ("\u200bĐiều 1", "Điều 1"),
    ("**THÔNG BÁO**", "THÔNG BÁO"),
    ("**THÔNG BÁO", "THÔNG BÁO"),  # its other half stands in the next block
    ("KẾT LUẬN**", "KẾT LUẬN"),
    ("***Nơi nhận:***", "Nơi nhận:"),
    ("**3. Giao** Sở Y tế", "3. Giao Sở Y tế"),
    ("(*Trước ngày 10/2/2021*)", "(Trước ngày 10/2/2021)"),
    ("*a)* Cấp tỉnh", "a) Cấp tỉnh"),
    ("mười bốn cơ sở (*) vi phạm", "mười bốn cơ sở (*) vi phạm"),  # a footnote's sign
    ("* Đối với gia súc:", "* Đối với gia súc:"),  # a bullet
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("“Điều 5” – ‘khoản 2’…", "“Điều 5” – ‘khoản 2’…"),  # quotes and dashes stay as printed
    ("Uỷ ban, QÐ", "Uỷ ban, QÐ"),  # old tone places and look-alike letters too
)


@pytest.mark.parametrize(("raw", "text"), NORMALISED)
def test_normalise(raw: str, text: str) -> None:
    assert normalise(raw) == text


def pieces(source: str, text: MappedText) -> list[str]:
    """For each character of a mapped text, the characters of the source that it stands for."""
    return [source[start:end] for start, end in zip(text.starts, text.ends, strict=True)]


def whole(source: str) -> MappedText:
    return mapped(source, [Span(0, len(source))])


def test_each_character_of_a_plain_text_stands_for_itself() -> None:
    assert pieces("Sở Y tế", whole("Sở Y tế")) == ["S", "ở", " ", "Y", " ", "t", "ế"]


def test_a_composed_letter_stands_for_its_parts() -> None:
    source = "Ti\u0309nh u\u0309y"
    found = whole(source)
    assert found.text == "Tỉnh ủy"
    assert pieces(source, found) == ["T", "i\u0309", "n", "h", " ", "u\u0309", "y"]


def test_a_letter_half_composed_stands_for_both_characters() -> None:
    source = "tê\u0301"  # ê as one character, its tone as another
    assert pieces(source, whole(source)) == ["t", "ê\u0301"]


def test_emphasis_marks_stand_for_nothing() -> None:
    source = "**Sở** Y *tế*"
    found = whole(source)
    assert found.text == "Sở Y tế"
    assert pieces(source, found) == ["S", "ở", " ", "Y", " ", "t", "ế"]


def test_invisible_characters_stand_for_nothing() -> None:
    source = "xã\u200b hội\u00ad"
    found = whole(source)
    assert found.text == "xã hội"
    assert pieces(source, found) == ["x", "ã", " ", "h", "ộ", "i"]


def test_a_run_of_blanks_is_one_space() -> None:
    source = "xã \t hội"
    assert pieces(source, whole(source)) == ["x", "ã", " \t ", "h", "ộ", "i"]


def test_several_stretches_are_joined_by_a_space_that_stands_for_the_gap() -> None:
    source = "trong quý\n- 3 -\nIII năm nay"
    found = mapped(source, [Span(0, 9), Span(16, len(source))])
    assert found.text == "trong quý III năm nay"
    assert source[slice(*found.source_span(10, 13))] == "III"
    assert source[slice(*found.source_span(6, 13))] == "quý\n- 3 -\nIII"
    assert found.starts[9] == 9


def test_several_stretches_with_marks_keep_their_places() -> None:
    source = "**Giao Sơ\u0309\n2\nY tế** chủ trì"
    found = mapped(source, [Span(0, 10), Span(13, len(source))])
    assert found.text == "Giao Sở Y tế chủ trì"
    assert source[slice(*found.source_span(5, 7))] == "Sơ\u0309"
    assert source[slice(*found.source_span(8, 12))] == "Y tế"
    assert source[slice(*found.source_span(13, 20))] == "chủ trì"


def test_an_empty_stretch_adds_nothing() -> None:
    found = mapped("Sở Y tế", [Span(0, 2), Span(2, 2), Span(3, 7)])
    assert found.text == "Sở Y tế"


def test_no_stretch_is_an_empty_text() -> None:
    assert not mapped("Sở Y tế", [])


def test_a_slice_sheds_the_blanks_at_its_ends() -> None:
    source = "1. Giao **Sở Y tế**"
    part = whole(source).slice(2, 8)
    assert part.text == "Giao"
    assert source[slice(*part.source_span(0, 4))] == "Giao"
    assert whole(source).slice(8).text == "Sở Y tế"
    assert not whole(source).slice(7, 8)


def test_the_forms_to_match_on_are_of_the_text() -> None:
    found = whole("**Uỷ ban** – QÐ")
    assert found.key == "Ủy ban - QĐ"
    assert found.bare == "uy ban – qd"


KEYS = (
    ("hoà bình", "hòa bình"),
    ("Thanh Hoá", "Thanh Hóa"),
    ("KHOẺ", "KHỎE"),
    ("Uỷ ban", "Ủy ban"),
    ("UỶ BAN", "ỦY BAN"),
    ("thuỷ lợi, Thuỵ Điển", "thủy lợi, Thụy Điển"),
    ("hòa bình, Ủy ban", "hòa bình, Ủy ban"),
    ("hoàn thành, toàn dân, khoẻn", "hoàn thành, toàn dân, khoẻn"),  # a letter follows: the tone stands right
    ("quý, quỹ, Quỳ Hợp", "quý, quỹ, Quỳ Hợp"),  # the u belongs to qu
    ("QÐ–UBND", "QĐ-UBND"),
    ("BỘ TRƢỞNG", "BỘ TRƯỞNG"),
    ("Р\u0410", "PA"),  # Cyrillic capitals
    ("số 12 — TB", "số 12 - TB"),
    ("_ Các huyện ủy", "- Các huyện ủy"),  # OCR's reading of a dash
    ("_Hà Nội_", " Hà Nội "),
    ("Sở Y tế", "Sở Y tế"),
)


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_match_key(text: str, key: str) -> None:
    assert match_key(text) == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điện Biên", "dien bien"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Ðắk Lắk", "dak lak"),
        ("Số 16/CT-TTg", "so 16/ct-ttg"),
        ("", ""),
    ],
)
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("raw", "marks"),
    [
        ("**3.** Giao", [(0, 2), (4, 6)]),
        ("**THÔNG BÁO", [(0, 2)]),
        ("(*Hết*)", [(1, 2), (5, 6)]),
        ("cơ sở (*)", []),
        ("* Một", []),
        ("*một* hai *ba*", [(0, 1), (4, 5), (10, 11), (13, 14)]),
        ("a*b*c", []),
    ],
)
def test_emphasis_marks(raw: str, marks: list[tuple[int, int]]) -> None:
    assert emphasis_marks(raw) == marks


def test_emphasis_is_found_over_several_stretches() -> None:
    source = "**Giao Sở\n2\nY tế** chủ trì"
    found = emphasis_in(source, [Span(0, 9), Span(12, len(source))])
    assert found == [Span(0, 2), Span(16, 18)]


def test_capitals_and_small_letters_are_apart() -> None:
    capitals, small = UPPER.removeprefix("A-Z"), LOWER.removeprefix("a-z")
    assert capitals.lower() == small
    assert len(set(capitals)) == 67  # twelve vowels in six tones, less a e i o u y, and đ


VIETNAMESE = st.text(st.sampled_from([*UPPER, *LOWER, *" \t\n\u00a0\u200b\u00ad*-.,0123456789"]), max_size=60)
MIXED = st.lists(st.tuples(VIETNAMESE, st.booleans()), max_size=5).map(
    lambda parts: "".join(unicodedata.normalize("NFD", text) if apart else text for text, apart in parts)
)


@given(MIXED)
def test_every_letter_points_to_what_it_was_made_of(source: str) -> None:
    found = whole(source)
    assert found.text == normalise(source)
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)
    for letter, piece in zip(found.text, pieces(source, found), strict=True):
        assert piece.isspace() if letter == " " else unicodedata.normalize("NFC", piece) == letter


@given(MIXED)
def test_normalising_twice_changes_nothing_but_marks_that_touch(source: str) -> None:
    once = normalise(source)
    assert "*" in once or normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_forms_to_match_on_keep_the_length(source: str) -> None:
    text = normalise(source)
    assert len(match_key(text)) == len(bare(text)) == len(text)


def test_endless_marks_stay_as_they_stand_and_what_is_beside_them_is_composed() -> None:
    endless = "\u0301\u0323" * 20
    raw = f"Tie\u0302\u0301ng x{endless} Vie\u0323\u0302t"
    text = mapped(raw, [Span(0, len(raw))])
    assert text.text == f"Tiếng x{endless} Việt"
    assert text.source_span(0, 5) == Span(0, 7)
    assert text.source_span(len(text.text) - 4, len(text.text)) == Span(len(raw) - 6, len(raw))
