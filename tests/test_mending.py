"""Words that a conversion broke: whole for recognition, as printed in what is published."""

import pytest

from pipeline.clean.lines import source_lines
from pipeline.document import parse
from pipeline.mending import mended
from pipeline.records import Document, SourceText
from pipeline.text import normalise

HEAD = "**CHÍNH PH Ủ**\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\nSố: 15/2025/NĐ-CP\n"
TAIL = "\n\nĐiều 1. Nhà trẻ do B ộ, ngành quản lý.\n\nNơi nh ận:\n- Văn ph òng Chính phủ;\n- Lưu: VT.\n"
SIGNED = "**KT. TH Ủ TƯỚNG**\n**PHÓ TH Ủ TƯỚNG** **(Đã ký)**\n**Lê Văn Minh**"


def document(text: str) -> Document:
    return parse(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("CHÍNH PH Ủ", "CHÍNH PHỦ"),
        ("KT. B Ộ TRƯỞNG", "KT. BỘ TRƯỞNG"),
        ("Hà N ội, ng ày 1 2 tháng 1 1 năm 202 5", "Hà Nội, ngày 12 tháng 11 năm 2025"),
        ("Hà Nội, ngày 13 tháng 02 năm 20 26", "Hà Nội, ngày 13 tháng 02 năm 2026"),
        ("SỞ Y TẾ", "SỞ Y TẾ"),
        ("TỈNH ỦY AN GIANG", "TỈNH ỦY AN GIANG"),
        ("Đ/c Ún tham mưu", "Đ/c Ún tham mưu"),
        ("b) Ủy ban nhân dân", "b) Ủy ban nhân dân"),
        (
            "Quyết định số 12 345 ngày 5 tháng 6 năm 2020 về",
            "Quyết định số 12 345 ngày 5 tháng 6 năm 2020 về",
        ),
    ],
)
def test_a_broken_line_is_read_whole(printed: str, read: str) -> None:
    (line,) = mended(source_lines(printed))
    assert line.key == read
    assert normalise(printed[line.text.starts[0] : line.text.ends[-1]]) == normalise(printed)
    assert [printed[start:end] for start, end in zip(line.text.starts, line.text.ends, strict=True)] == list(
        read
    )


def test_running_text_is_left_as_it_stands() -> None:
    (line,) = mended(source_lines("Căn c ứ " + "quy định " * 20))
    assert line.key.startswith("Căn c ứ ")


def test_the_fields_are_found_and_the_text_stays_as_printed() -> None:
    found = document(
        f"{HEAD}Hà N ội, ngày 15 tháng 11 năm 202 5\n\n**NGHỊ ĐỊNH**\n\nVề qu ản lý nhà trẻ{TAIL}{SIGNED}"
    )
    one = found.directive
    assert (one.issuer, one.place, str(one.issued_on)) == ("Chính phủ", "Hà Nội", "2025-11-15")
    assert (one.signer_name, one.signer_title, one.signed_for) == (
        "Lê Văn Minh",
        "Phó Thủ tướng",
        "Thủ tướng",
    )
    assert one.title == "Về qu ản lý nhà trẻ"
    assert [clause.text for clause in found.clauses] == ["Nhà trẻ do B ộ, ngành quản lý."]
    assert [row.name for row in found.recipients] == ["Văn ph òng Chính phủ", "Lưu: VT"]


def test_the_lists_of_a_form_in_an_annex_are_not_the_documents() -> None:
    form = "\n\nPHỤ LỤC\nMẪU BÁO CÁO\n\n1. Kết quả kiểm tra.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT."
    text = f"KẾ HOẠCH\nVề kiểm tra\n\n1. Phòng Y tế báo cáo theo mẫu.\n\nNơi nhận:\n- Sở Y tế;\n\nTRƯỞNG PHÒNG\n(Đã ký)\nLê Hoa{form}"
    assert [row.name for row in document(text).recipients] == ["Sở Y tế"]
    unsigned = f"KẾ HOẠCH\nVề kiểm tra\n\n1. Phòng Y tế báo cáo theo mẫu.{form}"
    assert [row.name for row in document(unsigned).recipients] == ["Như trên", "Lưu: VT"]
