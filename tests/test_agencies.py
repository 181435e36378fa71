"""The code list of agencies, and their names found in text in the spellings that officials use."""

import re
from pathlib import Path

import pytest

from pipeline.codelists.agencies import agencies, agencies_in, find_agency, spellings
from pipeline.codelists.agency_words import ABBREVIATION, SET, words_of, written_out
from pipeline.read import decode
from pipeline.text import match_key, normalise


def found(text: str) -> str | None:
    agency = find_agency(match_key(text))
    return agency.name if agency else None


def names_in(text: str) -> list[str]:
    return [mention.name for mention in agencies_in(match_key(text))]


def test_no_two_agencies_share_a_name_an_id_or_a_spelling() -> None:
    owners: dict[str, str] = {}
    for agency in agencies():
        for text in spellings(agency):
            form = " ".join(word.text for word in words_of(match_key(text)))
            assert owners.setdefault(form, agency.agency_id) == agency.agency_id, text
    assert len({agency.agency_id for agency in agencies()}) == len(agencies())


@pytest.mark.parametrize("agency", agencies(), ids=lambda agency: agency.agency_id)
def test_every_spelling_of_an_agency_finds_it(agency: object) -> None:
    from pipeline.tables import Agency

    assert isinstance(agency, Agency)
    assert {text: found(text) for text in spellings(agency)} == dict.fromkeys(spellings(agency), agency.name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban nhân dân tỉnh Hoà Bình", "Ủy ban nhân dân tỉnh"),
        ("U.B.N.D TỈNH ĐIỆN BIÊN", "Ủy ban nhân dân tỉnh"),
        ("UBND thành phố Hà Nội", "Ủy ban nhân dân thành phố"),
        ("Ban Dân vận tỉnh ủy", "Ban Dân vận Tỉnh ủy"),
        ("Ban Tuyên giáo Thành ủy", "Ban Tuyên giáo Tỉnh ủy"),
        ("BCS đảng UBND tỉnh", "Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH tỉnh Long An", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Giám đốc Sở Y tế", "Sở Y tế"),
        ("Bộ trưởng Bộ Công an", "Bộ Công an"),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam"),
        ("Chánh Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("BCH Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("BCH Đảng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh"),
        ("Các đ/c Ủy viên BTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("UBMTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Báo Sơn La", "Báo tỉnh"),
        ("Công an Thành phố", "Công an thành phố"),
        ("UBND các quận, huyện", "Ủy ban nhân dân cấp huyện"),
        ("UBND huyện, thành phố", "Ủy ban nhân dân cấp huyện"),
        ("Ủy ban nhân dân các xã, phường, thị trấn", "Ủy ban nhân dân cấp xã"),
        ("UBND các tỉnh, thành phố trực thuộc TW", "Ủy ban nhân dân cấp tỉnh"),
        ("Các huyện, thị, thành ủy", "Các huyện ủy, thị ủy, thành ủy"),
        ("các sở, ngành liên quan", "Các sở, ban, ngành"),
        ("Các Bộ, ngành Trung ương", "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"),
        ("Sở Y tế, Sở Tài chính", None),
        ("Nguyễn Hữu Đông", None),
        ("", None),
    ],
)
def test_a_text_that_is_a_name(text: str, name: str | None) -> None:
    assert found(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "theo hướng dẫn của Bộ Giao thông vận tải, Bộ Y tế;",
            ["Bộ Giao thông vận tải", "Bộ Y tế"],
        ),
        (
            "giao Sở Tài chính và Sở Kế hoạch và Đầu tư",
            ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"],
        ),
        (
            "lãnh đạo UBND các huyện, thành phố",
            ["Ủy ban nhân dân các huyện, thành phố"],
        ),
        ("UBND huyện Mường La chủ trì", ["Ủy ban nhân dân huyện Mường La"]),
        ("đội ngũ cán bộ y tế tại công sở", []),
        ("Quyết định số 437/QĐ-TTg", []),
        ("các phòng, chống dịch", []),
        ("Công an xã, xã đội tuần tra", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
        ("Hội đồng nhân dân cấp tỉnh, thành phần dự họp", ["Hội đồng nhân dân cấp tỉnh"]),
        (
            "Ủy ban nhân dân (UBND) tỉnh đề nghị Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam tỉnh, Ủy ban nhân dân (UBND) huyện Mường La",
            [
                "Ủy ban nhân dân tỉnh",
                "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
                "Ủy ban nhân dân huyện Mường La",
            ],
        ),
    ],
)
def test_names_in_running_text(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_a_mention_spans_the_name_with_its_province() -> None:
    key = match_key("Đề nghị Sở Y tế tỉnh Sơn La báo cáo")
    (mention,) = agencies_in(key)
    assert key[mention.start : mention.end] == "Sở Y tế tỉnh Sơn La"


def test_a_printed_name_is_written_out() -> None:
    assert written_out("UBND các huyện") == "Ủy ban nhân dân các huyện"
    assert written_out("các sở, ban, ngành") == "Các sở, ban, ngành"
    assert written_out("theo 437/QĐ-TTg") == "Theo 437/QĐ-TTg"


def test_each_set_and_abbreviation_is_a_word_though_its_pattern_is_tried_at_few_words() -> None:
    root = Path(__file__).parents[1]
    files = [*(root / "source").glob("*.txt"), *(root / "tests/gold/shaped").glob("*.txt")]
    texts = [decode(file.read_bytes(), file.name)[0] for file in files]
    texts += [spelling for agency in agencies() for spelling in spellings(agency)]
    special = re.compile(f"{SET.pattern}|{ABBREVIATION.pattern}", re.IGNORECASE)
    for key in {match_key(normalise(line)) for text in texts for line in text.splitlines()}:
        words = {(word.start, word.end) for word in words_of(key)}
        assert [match.group() for match in special.finditer(key) if match.span() not in words] == []
