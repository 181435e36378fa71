"""Texts of the years before Unicode, and texts that look odd and are not.

The files in cases/encodings hold one directive of ours. Each is named by its encoding; they were made by programs
that share nothing with ours (iconv, and for VNI its table of marks), so that agreement means something.
"""

import tomllib
import unicodedata
from pathlib import Path

import pytest

from pipeline.encodings import decode_as, is_legacy
from pipeline.errors import DataProblems
from pipeline.read import decode
from pipeline.syllables import is_syllable

CASES = Path(__file__).parent / "cases" / "encodings"
EXPECTED = (CASES / "expected.txt").read_text(encoding="utf-8")
FILES = sorted(path for path in CASES.glob("*.txt") if path.name != "expected.txt")
ALLOWED = (
    "nghiêng Nghĩa quýt quốc khuỷu gì giếng hoà hòa thuỷ thủy ương rượu moóc yêu quyết đường ỷ xoong nguệch"
)
FORBIDDEN = "nghành cứng_ kêt đưực ngịch cửơng lamf tháng5 thuờng họat nh hiệnnghiêm dịhc càc. côngg tỉhn gh"
NEAR_MISSES = tomllib.loads((CASES / "near-misses.toml").read_text(encoding="utf-8"))["text"]


def as_compared(text: str, encoding: str) -> str:
    """The text in composed letters; TCVN3 has no capitals with accents, so case says nothing there."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return plain.casefold() if "tcvn3" in encoding else plain


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_read_in_the_encoding_that_its_words_show(path: Path) -> None:
    text, encoding = decode(path.read_bytes(), path.name)
    assert encoding == path.name.split(".")[0]
    assert as_compared(text, encoding) == as_compared(EXPECTED, encoding)
    assert decode_as(path.read_bytes(), encoding) == text


def test_line_ends_and_decomposed_letters_pass_through() -> None:
    data = (CASES / "utf-8.nfd-crlf.txt").read_bytes()
    assert decode(data, "a.txt")[0].encode() == data


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case["why"])
def test_a_unicode_text_is_taken_as_it_stands(case: dict[str, str]) -> None:
    assert decode(case["text"].encode(), "a.txt") == (case["text"], "utf-8")


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "windows-1258", "mojibake"])
def test_lines_in_good_unicode_stay_beside_converted_ones(name: str) -> None:
    menu = "Cổng thông tin điện tử · Đăng nhập\n"
    spoilt = (CASES / f"utf-8+{name}.txt").read_text(encoding="utf-8")
    text, encoding = decode((menu + spoilt).encode(), "a.txt")
    assert encoding == f"utf-8+{name}"
    assert text.startswith(menu)
    assert as_compared(text.removeprefix(menu), name) == as_compared(EXPECTED, name)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "windows-1258"])
def test_markup_around_the_words_is_no_evidence(encoding: str) -> None:
    body = (CASES / f"{encoding}.txt").read_bytes().replace(b"\n", b"</p>\n<p class='MsoNormal'>")
    assert decode(b"<html><p>" + body + b"</html>", "a.html")[1] == encoding


@pytest.mark.parametrize(
    "data",
    [
        "Le comité a été prévenu après la réunion où la date a été précisée.".encode("latin-1"),
        "通知 各省 市 人民 政府 关于 加强 防控 工作".encode("gb18030"),
        bytes(range(128, 256)) * 4,
        b"Uy ban nh\xa9n d\xa9n",
    ],
    ids=["French in Latin-1", "Chinese", "every byte", "two words"],
)
def test_bytes_that_no_encoding_makes_vietnamese_are_refused(data: bytes) -> None:
    with pytest.raises(DataProblems) as caught:
        decode(data, "a.txt")
    assert (
        "is not UTF-8, and the words are not Vietnamese in any of tcvn3, vni, viscii, windows-1258."
        in str(caught.value)
    )


def test_what_counts_as_legacy() -> None:
    assert [is_legacy(each) for each in ("utf-8", "utf-16", "tcvn3", "utf-8+mojibake")] == [
        False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word",
    ALLOWED.split(),
)
def test_a_word_that_spelling_allows(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    FORBIDDEN.split(),
)
def test_a_word_that_spelling_forbids(word: str) -> None:
    assert not is_syllable(word)
