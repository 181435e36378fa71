"""Sources are decoded without loss, and everything wrong in a folder is said at once, in plain sentences."""

import codecs
import hashlib
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import DataProblems
from pipeline.read import decode, find_sources, parse_sidecar, read_source, source_file
from pipeline.records import Curated

TEXT = "Số: 16/CT-TTg\r\nThủ tướng yêu cầu:\n"


def write(folder: Path, **files: bytes | str) -> Path:
    """Write files whose names have «__» for a dot."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".").replace("_", "-")).write_bytes(data)
    return folder


def complaints(folder: Path) -> list[str]:
    with pytest.raises(DataProblems) as caught:
        find_sources(folder)
    return [str(problem) for problem in caught.value.problems]


def sidecar_complaints(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(DataProblems) as caught:
        parse_sidecar(data, "a.toml")
    return [str(problem) for problem in caught.value.problems]


def decode_complaint(data: bytes) -> str:
    with pytest.raises(DataProblems) as caught:
        decode(data, "a.txt")
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
    ],
)
def test_unicode_in_its_forms_is_decoded_less_the_byte_order_mark(data: bytes, encoding: str) -> None:
    assert decode(data, "a.txt") == (TEXT, encoding)
    assert data.decode(encoding) == TEXT


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "a.txt: the file is empty."),
        (b" \n\t\n", "a.txt: the file is empty."),
        (b"%PDF-1.7 ...", "a.txt: this is a PDF, not a text."),
        (b"PK\x03\x04 ...", "a.txt: this is a zip archive, such as a Word (.docx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.txt: this is an old Word (.doc)"),
        (b"{\\rtf1\\ansi", "a.txt: this is a rich text (RTF) file"),
        (b"\xff\xd8\xff\xe0", "a.txt: this is a JPEG picture"),
        (b"a\nb\0c", "a.txt: line 2 holds a NUL character"),
        (
            b"a\nb \xe1 c",
            "a.txt: byte 0xe1 at offset 4 (line 2) is not UTF-8, and the words are not Vietnamese in any of tcvn3, vni",
        ),
        (
            codecs.BOM_UTF16_LE + "a\n".encode("utf-16-le") + b"\x00\xd8",
            "at offset 6 (line 2) is not UTF-16.",
        ),
    ],
)
def test_what_is_no_text_is_said_in_one_sentence(data: bytes, expected: str) -> None:
    assert expected in decode_complaint(data)


def test_a_folder_of_sources_is_sorted_by_id(tmp_path: Path) -> None:
    write(
        tmp_path,
        b__txt="B",
        a_2021__txt="A",
        a_2021__toml='medium = "web"',
        README__md="x",
        a_2021__json="{}",
    )
    (tmp_path / ".hidden").write_text("x")
    first, second = find_sources(tmp_path)
    assert (first.directive_id, second.directive_id) == ("a-2021", "b")
    assert (first.sidecar, second.sidecar) == (tmp_path / "a-2021.toml", None)


def test_a_source_keeps_its_bytes_digest_and_sidecar(tmp_path: Path) -> None:
    write(tmp_path, a__txt=TEXT, a__toml='medium = "web"\nretrieved_on = 2021-03-04')
    source = read_source(source_file(tmp_path / "a.txt"))
    assert (source.directive_id, source.file_name, source.encoding, source.text) == (
        "a",
        "a.txt",
        "utf-8",
        TEXT,
    )
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (source.sidecar.medium, source.sidecar.retrieved_on) == ("web", date(2021, 3, 4))


def test_problems_of_text_and_sidecar_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, a__txt="", a__toml="x = 1")
    with pytest.raises(DataProblems) as caught:
        read_source(source_file(tmp_path / "a.txt"))
    assert [problem.where for problem in caught.value.problems] == ["a.toml, x", "a.txt"]


def test_a_missing_folder(tmp_path: Path) -> None:
    assert "there is no such folder" in complaints(tmp_path / "none")[0]


def test_a_file_for_a_folder(tmp_path: Path) -> None:
    write(tmp_path, a__txt="A")
    assert "is not a folder" in complaints(tmp_path / "a.txt")[0]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "holds no document" in complaints(tmp_path)[0]


def test_mistakes_inside_the_files_are_told_with_the_misplaced_ones(tmp_path: Path) -> None:
    write(tmp_path, Bad__txt="A", rong__txt="", a__txt="A", a__toml="foo = 1")
    with pytest.raises(DataProblems) as raised:
        find_sources(tmp_path)
    told = " ".join(str(problem) for problem in raised.value.problems)
    assert [each in told for each in ("Bad.txt", "rong.txt", "a.toml")] == [True, True, True]


def test_all_misplaced_files_are_listed_together(tmp_path: Path) -> None:
    write(tmp_path, good__txt="A", scan__pdf="x", same__txt="A", same__html="B", lonely__toml="")
    (tmp_path / "Chỉ_thị 16.txt").write_text("A")
    (tmp_path / "double--hyphen.txt").write_text("A")
    (tmp_path / "folder").mkdir()
    told = complaints(tmp_path)
    assert [each.split(":")[0] for each in told] == [
        "Chỉ_thị 16.txt", "double--hyphen.txt", "folder", "lonely.toml", "same", "scan.pdf",
    ]  # fmt: skip
    assert "2 files have this id: same.html, same.txt" in told[4]
    assert "sources end in .txt or .html" in told[5]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(DataProblems, match=r"a\.txt: cannot be read: No such file"):
        read_source(source_file(tmp_path / "a.txt"))


def test_a_full_sidecar() -> None:
    sidecar = parse_sidecar(
        """
        medium = "scan"
        retrieved_from = "https://example.gov.vn/1"
        retrieved_on = "2021-03-04"
        [curated.province]
        value = "Ho\u0300a  Bình"
        reason = "The page's side column."
        [curated.issued_on]
        value = 2020-03-26
        reason = "Told by the office."
        overrides = true
        """.encode(),
        "a.toml",
    )
    assert (sidecar.medium, sidecar.retrieved_from) == ("scan", "https://example.gov.vn/1")
    assert sidecar.retrieved_on == date(2021, 3, 4)
    assert sidecar.curated == {
        "province": Curated("Hòa Bình", "The page's side column."),
        "issued_on": Curated("2020-03-26", "Told by the office.", overrides=True),
    }


WHY = 'reason = "x"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a = 1\nmedium = "scan', "a.toml: not valid TOML: Unterminated string (at end of document)."),
        (b"# \xe1", "a.toml: line 1 is not UTF-8."),
        ('medum = "scan"', "a.toml, medum: no such key. Known keys: medium,"),
        ('medium = "paper"', "a.toml, medium: 'paper' is none of scan, web, digital."),
        ("medium = 3", "a.toml, medium: 3 is none of"),
        ("retrieved_from = 3", "a.toml, retrieved_from: must be a text"),
        ('retrieved_on = "4/3/2021"', "a.toml, retrieved_on: 4/3/2021 is not a date"),
        ("retrieved_on = 2021-03-04T00:00:00", "a.toml, retrieved_on: 2021-03-04 00:00:00 is not a date"),
        ("curated = 3", "a.toml, curated: must be tables"),
        ("[curated]\nprovince = 3", "a.toml, [curated.province]: must be a table"),
        (f'[curated.tinh]\nvalue = "x"\n{WHY}', "a.toml, [curated.tinh]: no such column of directives."),
        (f'[curated.source_sha256]\nvalue = "x"\n{WHY}', "[curated.source_sha256]: no such column"),
        ('[curated.title]\nvalue = "x"', "a.toml, [curated.title] reason: missing"),
        (f"[curated.title]\n{WHY}", "a.toml, [curated.title] value: must be a text that is not empty."),
        (f"[curated.title]\nvalue = 3\n{WHY}", "a.toml, [curated.title] value: must be a text"),
        (f'[curated.title]\nvalue = "x"\nwhy = "x"\n{WHY}', "a.toml, [curated.title] why: no such key."),
        (f'[curated.title]\nvalue = "x"\noverrides = 1\n{WHY}', "overrides: must be true or false."),
        (f'[curated.issued_on]\nvalue = "31/3/2020"\n{WHY}', "value: 31/3/2020 is not a date"),
        (
            f'[curated.urgency]\nvalue = "khẩn"\n{WHY}',
            "value: 'khẩn' is none of urgent, very-urgent, express.",
        ),
        (f'[curated.province]\nvalue = "Sơn la"\n{WHY}', "value: 'Sơn la' is no name of the code list"),
    ],
)
def test_each_mistake_in_a_sidecar(text: str | bytes, expected: str) -> None:
    (told,) = sidecar_complaints(text)
    assert expected in told


def test_a_mistake_in_toml_tells_its_line() -> None:
    assert "at line 2, column" in sidecar_complaints('a = 1\nmedium = "scan\n')[0]


def test_all_mistakes_of_a_sidecar_are_told_together() -> None:
    assert len(sidecar_complaints('x = 1\nmedium = "paper"\n[curated.title]\nvalue = 1')) == 4
