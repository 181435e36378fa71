"""Stamps: which registry, signature or pen, and the fields that can be read from it."""

from datetime import date

import pytest

from pipeline.clean import clean
from pipeline.enrich.stamps import find_stamps
from pipeline.records import SourceText
from pipeline.structure import structure
from pipeline.tables import Stamp

TEXT = """1. Rà soát hộ nghèo theo chuẩn mới.
2. Lập danh sách gửi về Văn phòng.
"""


def stamps_in(text: str) -> tuple[Stamp, ...]:
    source = SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text)
    return find_stamps(structure(clean(source)))


def test_a_registry_stamp_with_all_its_fields() -> None:
    stamp = "SỞ NỘI VỤ TỈNH SƠN LA\nĐẾN Số: 1204\nNgày: 16/8/2021\nChuyển: Phòng Cải cách hành chính\nLưu hồ sơ số: 12"
    (found,) = stamps_in(f"{stamp}\nSố 12-CV/HU\nV/v rà soát hộ nghèo\n{TEXT}")
    assert found == Stamp(
        stamp_id="vi-du/st1",
        directive_id="vi-du",
        kind="received",
        office="SỞ NỘI VỤ TỈNH SƠN LA",
        number="1204",
        stamped_on=date(2021, 8, 16),
        forwarded_to="Phòng Cải cách hành chính",
        text=stamp.replace("\n", " "),
        source_start=0,
        source_end=len(stamp),
    )


def test_fields_left_blank_have_no_value() -> None:
    text = f"Số 12-CV/HU\nV/v rà soát hộ nghèo\nKính gửi: ĐẾN Số:.....\nNgày:.....\nChuyển:.....\n- Các chi bộ.\n\n{TEXT}"
    (found,) = stamps_in(text)
    assert (found.number, found.stamped_on, found.forwarded_to, found.office) == (None, None, None, None)
    assert found.text == "ĐẾN Số:..... Ngày:..... Chuyển:....."


def test_a_stamp_that_text_interrupts_is_one_stamp() -> None:
    text = f"Số 12-CV/HU\nV/v rà soát hộ nghèo\nKính gửi: ĐẾN Số: 49\n- Các chi bộ;\nNgày 08 tháng 02 năm 2021\n- Các đảng ủy.\n\n{TEXT}"
    found = stamps_in(text)
    assert [stamp.number for stamp in found] == ["49"]


def test_a_digital_signature() -> None:
    stamp = "Người ký: Ủy ban nhân dân tỉnh Lào Cai\nEmail: vanphong@laocai.gov.vn\nCơ quan: Tỉnh Lào Cai\nThời gian ký: 05.02.2021 15:20:11 +07:00"
    (found,) = stamps_in(f"{stamp}\nSố: 12/UBND-VX\nV/v phòng, chống rét\n{TEXT}")
    assert found.kind == "digital-signature"
    assert found.office == "Ủy ban nhân dân tỉnh Lào Cai"
    assert found.stamped_on == date(2021, 2, 5)
    assert (found.number, found.forwarded_to) == (None, None)
    assert (found.source_start, found.source_end) == (0, len(stamp))


def test_a_digital_signature_that_names_only_its_body() -> None:
    (found,) = stamps_in(
        f"Cơ quan ký: Văn phòng Chính phủ\nThời gian ký: 05.02.2021 15:20:11\nSố: 12/UBND-VX\n{TEXT}"
    )
    assert found.office == "Văn phòng Chính phủ"
    assert found.stamped_on == date(2021, 2, 5)


HAND = (
    ("[Handwritten Signature]", "handwritten-signature"),
    ("[Chữ ký]", "handwritten-signature"),
    ("(Con dấu)", "seal"),
    ("[Seal]", "seal"),
    ("[Handwritten note]", "handwritten-note"),
    ("[Bút phê: Đ/c Hà theo dõi, tổng hợp. 22/01]", "handwritten-note"),
)


@pytest.mark.parametrize(("line", "kind"), HAND)
def test_what_a_pen_or_seal_left(line: str, kind: str) -> None:
    (found,) = stamps_in(f"{TEXT}T/M BAN THƯỜNG VỤ\n{line}\nTrần Thị Bình\n")
    assert (found.kind, found.text) == (kind, line)
    assert (found.office, found.number, found.stamped_on) == (None, None, None)


def test_stamps_stand_in_reading_order() -> None:
    text = (
        f"ĐẾN Số: 7\nSố 12-CV/HU\nV/v rà soát hộ nghèo\n{TEXT}T/M BAN THƯỜNG VỤ\n(Con dấu)\nTrần Thị Bình\n"
    )
    assert [(stamp.stamp_id, stamp.kind) for stamp in stamps_in(text)] == [
        ("vi-du/st1", "received"),
        ("vi-du/st2", "seal"),
    ]


def test_a_document_without_stamps_has_none() -> None:
    text = f"Số 12-CV/HU\nV/v rà soát công văn đến năm 2021\n{TEXT}"
    assert stamps_in(text) == ()
