"""The search index: what it files a unit under, and that its bytes say what they should."""

import json
from pathlib import Path
from zlib import crc32

import pytest
from site_sample import write_sample

from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.site.search import Unit, encode_list, terms, tokens, varint, without_so, write_index


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chỉ thị số 16/CT-TTg", ["chỉ", "thị", "số", "16", "ct", "ttg"]),
        ("Uỷ ban, UỶ BAN, Ủy ban", ["ủy", "ban", "ủy", "ban", "ủy", "ban"]),
        ("hoà bình; QÐ–UBND", ["hòa", "bình", "qđ", "ubnd"]),
        ("một số việc, số liệu", ["một", "số", "việc", "số", "liệu"]),
        ("", []),
        ("…", []),
        ("COVID-19, 2m, 24/7", ["covid", "19", "2", "m", "24", "7"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_clause_is_filed_with_and_without_accents() -> None:
    found = terms(Unit("Kết luận, khoản 1", "Chống dịch tốt", "van-ban/x/", "1.A"))
    assert found == {
        *("chong", "dich", "tot", "chong dich", "dich tot", "chong dich tot"),
        *("chống", "dịch", "tốt", "chống dịch", "dịch tốt"),
        "#1.a",
    }  # fmt: skip


def test_a_number_is_filed_with_and_without_its_word() -> None:
    found = terms(Unit("", "Chỉ thị số 16", "van-ban/x/", "1"))
    assert {"thi 16", "chi thi 16", "thi so 16", "số 16", "thị 16"} <= found
    assert without_so(["một", "số", "việc", "số", "2", "số"]) == ["một", "số", "việc", "2", "số"]


def test_a_document_is_filed_under_its_name_too() -> None:
    assert "ket luan 296" in terms(Unit("Kết luận 296-KL/TU", "Sơn La", "van-ban/x/"))


@pytest.mark.parametrize(
    ("number", "expected"), [(0, b"\x00"), (127, b"\x7f"), (128, b"\x80\x01"), (300, b"\xac\x02")]
)
def test_varints(number: int, expected: bytes) -> None:
    assert varint(number) == expected


def test_a_sparse_list_is_gaps_and_a_dense_one_a_bitmap() -> None:
    assert encode_list([0, 2, 202], units=1000) == b"\x00" + bytes([1, 2]) + b"\xc8\x01"
    dense = encode_list([0, 1, 2, 3, 9], units=10)
    assert dense == b"\x01" + bytes([0b00001111, 0b00000010])


def _lists(folder: Path) -> dict[int, list[int]]:
    """All posting lists of an index, read the way its documentation says."""
    found: dict[int, list[int]] = {}
    for path in (folder / "chi-muc").iterdir():
        data, at = path.read_bytes(), 0
        while at < len(data):
            term, at = int.from_bytes(data[at : at + 4], "little"), at + 4
            length, at = _varint(data, at)
            found[term], at = _decode(data[at : at + length]), at + length
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 128:
            return value, at


def _decode(data: bytes) -> list[int]:
    if data[0]:
        return [8 * index + bit for index, byte in enumerate(data[1:]) for bit in range(8) if byte >> bit & 1]
    numbers, last, at = [], -1, 1
    while at < len(data):
        gap, at = _varint(data, at)
        last += gap
        numbers.append(last)
    return numbers


def test_the_index_leads_from_words_to_the_units_that_hold_them(tmp_path: Path) -> None:
    corpus = Corpus(load_package(write_sample(tmp_path / "package")))
    count = write_index(corpus, tmp_path)
    overview = json.loads((tmp_path / "muc-luc.json").read_text(encoding="utf-8"))
    chunks = sorted((tmp_path / "loi-van").iterdir(), key=lambda path: int(path.stem))
    units = [unit for path in chunks for unit in json.loads(path.read_text(encoding="utf-8"))]
    assert overview["units"] == count == len(units)
    assert sum(overview["clauses"]) == count - overview["heads"] == len(corpus.package.clauses)
    lists = _lists(tmp_path)
    paths = [units[number][3] for number in lists[crc32(b"chong dich")]]
    assert paths == ["", "1", "1.a.bul1"]
    assert (
        next(units[number][2] for number in lists[crc32(b"16 ct ttg")]) == "vien-dan/chi-thi-16-ct-ttg-2020/"
    )
    assert all(crc32(term.encode()) in lists for unit in units for term in terms(Unit(*unit)))
