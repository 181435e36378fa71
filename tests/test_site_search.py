"""The search index: what it files a unit under, and that its bytes say what they should."""

import json
from pathlib import Path
from zlib import crc32

import pytest
from site_sample import write_sample

from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.site.search import Unit, alike, encode_list, hashes, tokens, varint, without_so, write_index


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


def _hashed(*terms: str) -> set[int]:
    return {crc32(term.encode()) for term in terms}


def test_a_clause_is_filed_with_and_without_accents() -> None:
    found = hashes(Unit("Kết luận, khoản 1", "Chống dịch tốt", "van-ban/x/", "1.A"))
    assert found == _hashed(
        *("chong", "dich", "tot", "chong dich", "dich tot", "chong dich tot"),
        *("chống", "dịch", "tốt", "chống dịch", "dịch tốt"),
        "#1.a",
    )


def test_a_number_is_filed_with_and_without_its_word() -> None:
    found = hashes(Unit("", "Chỉ thị số 16", "van-ban/x/", "1"))
    assert _hashed("thi 16", "chi thi 16", "thi so 16", "số 16", "thị 16") <= found
    assert without_so(["một", "số", "việc", "số", "2", "số"]) == ["một", "số", "việc", "2", "số"]


def test_a_document_is_filed_under_its_name_too() -> None:
    assert _hashed("ket luan 296") <= hashes(Unit("Kết luận 296-KL/TU", "Sơn La", "van-ban/x/"))


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
    assert all(term in lists for unit in units for term in hashes(Unit(*unit[:4])))


def test_clauses_of_equal_words_know_each_other() -> None:
    units = [
        Unit("Kết luận 1", "Tổ chức thực hiện", "van-ban/a/"),
        Unit("Kết luận 1, khoản 1", "Tổ chức thực hiện.", "van-ban/a/", "1"),
        Unit("Kết luận 1, khoản 2", "Khác", "van-ban/a/", "2"),
        Unit("Kết luận 2, mục II", "TỔ CHỨC THỰC HIỆN", "van-ban/b/", "sec2"),
        Unit("Kết luận 3, mục II", "To chuc thuc hien", "van-ban/c/", "sec2"),
        Unit("Kết luận 3, khoản 4", "Tổ chức, thực hiện:", "van-ban/c/", "4"),
        Unit("Kết luận 3, khoản 5", "", "van-ban/c/", "5"),
        Unit("Kết luận 3, khoản 6", "", "van-ban/c/", "6"),
    ]
    assert alike(units) == {1: [3, 5], 3: 1, 5: 1}


def test_documents_are_filtered_by_places_among_their_values(tmp_path: Path) -> None:
    corpus = Corpus(load_package(write_sample(tmp_path / "package")))
    write_index(corpus, tmp_path)
    known = json.loads((tmp_path / "bo-loc.json").read_text(encoding="utf-8"))
    for field, column in {
        "loai": [row.document_type for row in corpus.directives],
        "tinh": [row.province or "" for row in corpus.directives],
        "nam": [str(row.issued_on.year) if row.issued_on else "" for row in corpus.directives],
    }.items():
        assert [known[field]["values"][place] for place in known[field]["of"]] == column
