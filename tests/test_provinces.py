"""Provinces: the official list, and names found in text as officials write them."""

import pytest

from pipeline.codelists.provinces import find_province, provinces, provinces_in, spellings
from pipeline.text import match_key


def names_in(text: str) -> list[str]:
    return [province.name for _, _, province in provinces_in(match_key(text))]


def found(text: str) -> str | None:
    province = find_province(match_key(text))
    return province.name if province else None


def test_there_are_63_codes_and_34_names_that_stand_since_2025() -> None:
    assert len({row.province_code for row in provinces()}) == 63
    assert len([row for row in provinces() if row.merged_into is None]) == 34


def test_names_and_slugs_are_unique_and_a_merged_province_joined_one_that_stands() -> None:
    standing = {row.name for row in provinces() if row.merged_into is None}
    assert len({row.name for row in provinces()}) == len({row.slug for row in provinces()}) == 64
    assert {row.merged_into for row in provinces() if row.merged_into} <= standing


def test_no_spelling_belongs_to_two_provinces() -> None:
    texts = [text for text, _ in spellings()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sơn La", "Sơn La"),
        ("Son La", "Sơn La"),
        ("tỉnh Hoà Bình", "Hòa Bình"),
        ("TỈNH ĐIỆN BIÊN", "Điện Biên"),
        ("TỈNH ÐIỆN BIÊN", "Điện Biên"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TP. Đà Nẵng,", "Đà Nẵng"),
        ("Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("thành phố Huế", "Huế"),
        ("Mường La", None),
        ("tỉnh", None),
        ("", None),
    ],
)
def test_a_text_that_is_a_name(text: str, name: str | None) -> None:
    assert found(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tại tỉnh Điện Biên và thành phố Hà Nội", ["Điện Biên", "Hà Nội"]),
        ("U.B.N.D TỈNH ĐIỆN BIÊN", ["Điện Biên"]),
        ("quê hương Hà Nam anh hùng", ["Hà Nam"]),
        ("về từ thành phố Hồ Chí Minh, thành phố Hà Nội,...", ["Thành phố Hồ Chí Minh", "Hà Nội"]),
        ("các tỉnh Bà Rịa – Vũng Tàu, Đăk Lăk", ["Bà Rịa - Vũng Tàu", "Đắk Lắk"]),
        ("tỉnh Thừa Thiên Huế", ["Thừa Thiên Huế"]),
        ("khu vực châu Á - Thái Bình Dương", []),
        ("vì một thế giới hòa bình", []),
        ("huyện Điện Biên, xã Thái Bình, sông Đồng Nai", []),
        ("chiến thắng Điện Biên Phủ", []),
        ("tư tưởng Hồ Chí Minh", []),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Long An", ["Long An"]),
    ],
)
def test_names_in_running_text(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_offsets_bound_the_name_alone() -> None:
    key = match_key("trên địa bàn tỉnh Hoà Bình.")
    ((start, end, province),) = provinces_in(key)
    assert key[start:end] == "Hòa Bình" == province.name
