"""Document numbers: one key for all spellings, and what a number says by itself."""

import pytest

from pipeline.numbers import (
    has_code,
    implied_issuer,
    is_central,
    is_party,
    leading_number,
    number_key,
    printed_year,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ("16/CT-TTg", "016/CT-TTg", "16 /CT-TTG", "16/CT–TTg", "16 CT-TTg"),
        ("1977/QĐ-UBND", "1977 /QÐ-UBND", "1977/QD-UBND"),
        ("10943/BYT-MT", "1 0 9 4 3 /BYT-MT"),
        ("126/2020/NĐ-CP", "126 /2020/NĐ-CP", "126/2020/ND-CP"),
        ("10-NQ/TW", "10/NQ-TW"),
    ],
)
def test_spellings_of_one_number_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({number_key(spelling) for spelling in spellings}) == 1


def test_other_numbers_have_other_keys() -> None:
    numbers = (
        "16/CT-TTg",
        "116/CT-TTg",
        "16/CT-UBND",
        "1/2016/TT-BYT",
        "12/016/TT-BYT",
        "16",
        "10-NQ/TW",
        "10-NQ/TU",
    )
    assert len({number_key(number) for number in numbers}) == len(numbers)


def test_what_a_number_says() -> None:
    assert (printed_year("126/2020/NĐ-CP"), printed_year("2020/QĐ-UBND"), printed_year("16/CT-TTg")) == (
        2020,
        None,
        None,
    )
    assert (
        leading_number("016/CT-TTg"),
        leading_number("1 0 9 4 3 /BYT-MT"),
        leading_number("l 0688/BYT"),
    ) == (16, 10943, None)
    assert (has_code("16/CT-TTg"), has_code("16"), has_code("")) == (True, False, False)


@pytest.mark.parametrize(
    ("number", "issuer"),
    [("24/2020/TT-BYT", "Bộ Y tế"), ("16/CT-TTg", "Thủ tướng Chính phủ"), ("45/2019/QH14", "Quốc hội"), ("1246/UBND-VX", None),
     ("01/2019/TTLT-BTP-BNV", None), ("10-NQ/TW", None), ("6499/VPCP-KTTH", "Văn phòng Chính phủ")],
)  # fmt: skip
def test_the_suffix_implies_an_issuer_where_one_alone_has_it(number: str, issuer: str | None) -> None:
    assert implied_issuer(number) == issuer


def test_who_numbers_how() -> None:
    assert [is_central(number) for number in ("16/CT-TTg", "10-NQ/TW", "31-HD/BTCTW", "24/CT-UBND", "296-KL/TU")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert [is_party(number) for number in ("296-KL/TU", "31 -HD/BTCTW", "16/CT-TTg", "109/UBND - VX")] == [
        True, True, False, False,
    ]  # fmt: skip
