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


def test_the_number_may_stand_between_office_and_mark() -> None:
    text = f"Số 12-CV/HU\nV/v rà soát hộ nghèo\nSỞ Y TẾ\nSố: 4176\nĐẾN Ngày: 07/8/2020\nChuyển: NVY\n{TEXT}"
    (found,) = stamps_in(text)
    assert (found.office, found.number, found.stamped_on, found.forwarded_to) == (
        "SỞ Y TẾ",
        "4176",
        date(2020, 8, 7),
        "NVY",
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


MIDDLE = """CHỈ THỊ
Về phòng, chống lũ quét
1. Sở Nông nghiệp chủ trì, phối hợp với các đơn vị liên quan tổ chức rà soát, lập danh sách các hộ
{stamp}
dân sống tại khu vực có nguy cơ sạt lở, xây dựng phương án di dời.
2. Sở Giao thông vận tải bố trí vật tư, thiết bị.
"""


@pytest.mark.parametrize(
    ("stamp", "kind", "number", "stamped_on"),
    [
        ("VĂN THƯ ĐẾN\nSố 2208 ngày 19/5/2020", "received", "2208", date(2020, 5, 19)),
        ("VĂN BẢN ĐẾN\nSố: 2208/ĐẾN\nNgày: 19/5/20", "received", "2208/ĐẾN", date(2020, 5, 19)),
        ("UBND HUYỆN MƯỜNG LA - ĐẾN - Số: 2208 - Ngày: 19/5/2020", "received", "2208", date(2020, 5, 19)),
        ("[Dấu đến: Huyện ủy Mường La, số 2208, ngày 19/5/2020]", "received", "2208", date(2020, 5, 19)),
        ("ĐẾN\nSố:...2208....\nNgày:...19/5/2020...\nChuyển:......", "received", "2208", date(2020, 5, 19)),
        ("Công văn đến số: 2208\nNgày 19/5/2020", "received", "2208", date(2020, 5, 19)),
        ("PHÒNG HÀNH CHÍNH\nĐẾN: 19/5/2020\nSố: 2208", "received", "2208", date(2020, 5, 19)),
        ("ĐÃ NHẬN\nNgày 19/5/2020\nSố 2208", "received", "2208", date(2020, 5, 19)),
        ("CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP\nSố đến: 402\nNgày 04/8/2021", "received", "402", date(2021, 8, 4)),
        (
            "Người ký: Ủy ban Nhân dân\ntỉnh Sơn La\nThời gian ký: 15.05.2020\n16:22:10 +07:00",
            "digital-signature",
            None,
            date(2020, 5, 15),
        ),
        (
            "Digitally signed by UBND tỉnh Sơn La\nDate: 2020.05.15 16:22:10 +07'00'",
            "digital-signature",
            None,
            date(2020, 5, 15),
        ),
        ("UBND tỉnh Sơn La đã ký số ngày 15/05/2020 16:22", "digital-signature", None, date(2020, 5, 15)),
        ("SAO Y; UBND huyện Mường La; 20/05/2020 08:15:02", "digital-signature", None, date(2020, 5, 20)),
        (
            "Tài liệu được ký điện tử bởi: UBND tỉnh Sơn La, ngày 15/05/2020",
            "digital-signature",
            None,
            date(2020, 5, 15),
        ),
    ],
)
def test_a_stamp_in_mid_sentence(stamp: str, kind: str, number: str | None, stamped_on: date) -> None:
    source = SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", MIDDLE.format(stamp=stamp))
    document = structure(clean(source))
    (found,) = find_stamps(document)
    assert (found.kind, found.number, found.stamped_on) == (kind, number, stamped_on)
    assert found.text == stamp.replace("\n", " ")
    first = next(clause for clause in document.clauses if clause.path == "1")
    assert first.text is not None
    assert first.text.endswith(
        "lập danh sách các hộ dân sống tại khu vực có nguy cơ sạt lở, xây dựng phương án di dời."
    )


@pytest.mark.parametrize(
    "line",
    [
        "ĐÃ NHẬN",
        "Công văn đến ngày nào, chuyển giao ngay trong ngày đó.",
        "Văn bản được ký số bởi người có thẩm quyền.",
        "Các đơn vị đã ký số vào hồ sơ, gửi về Sở trước ngày 15/5/2020.",
    ],
)
def test_what_only_looks_like_a_stamp(line: str) -> None:
    assert not stamps_in(f"Số: 12/UBND-VX\nV/v văn thư\n{TEXT}3. Về văn bản:\n{line}\nNội dung khác.\n")
