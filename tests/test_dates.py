"""Printed dates: the forms that official text uses, and the look-alikes that are none."""

from datetime import date

import pytest

from pipeline.dates import find_dates, find_times, parse_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ngày 31/3/2020", date(2020, 3, 31), date(2020, 3, 31)),
        ("đến 31-3-2020.", date(2020, 3, 31), date(2020, 3, 31)),
        ("31.3.2020", date(2020, 3, 31), date(2020, 3, 31)),
        ("ngày31/3/2020", date(2020, 3, 31), date(2020, 3, 31)),
        ("Ngày 05 tháng 02 năm 2021", date(2021, 2, 5), date(2021, 2, 5)),
        ("ngày mùng 5 tháng 9 năm 1995", date(1995, 9, 5), date(1995, 9, 5)),
        ("ngày 20 tháng 9/2021", date(2021, 9, 20), date(2021, 9, 20)),
        ("ngày 05/9/95", date(1995, 9, 5), date(1995, 9, 5)),
        ("trước ngày 5/6", date(2022, 6, 5), date(2022, 6, 5)),
        ("trước ngày 15 tháng 12", date(2022, 12, 15), date(2022, 12, 15)),
        ("trong tháng 10 năm 2021", date(2021, 10, 1), date(2021, 10, 31)),
        ("trong tháng 02", date(2022, 2, 1), date(2022, 2, 28)),
        ("trình trước ngày 25-4", date(2022, 4, 25), date(2022, 4, 25)),
        ("quí III/2023", date(2023, 7, 1), date(2023, 9, 30)),
        ("quý III/2023", date(2023, 7, 1), date(2023, 9, 30)),
        ("Quý 4 năm 2021", date(2021, 10, 1), date(2021, 12, 31)),
    ],
)
def test_a_date_is_found(text: str, first: date, last: date) -> None:
    (found,) = find_dates(text)
    assert (found.first(2022), found.last(2022)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31/6/2020",
        "1/2 số đại biểu",
        "khoản 2.1",
        "126/2020/NĐ-CP",
        "ngày 5-6",
        "tháng 13",
        "06 tháng",
        "1/2/20",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_bare_day_and_month_counts_when_tied_to_a_day() -> None:
    days = [(found.day, found.month) for found in find_dates("từ ngày 30/4 đến hết 03/5, còn 1/2 số lớp")]
    assert days == [(30, 4), (3, 5)]


def test_the_span_covers_the_word() -> None:
    (found,) = find_dates("Sơn La, ngày 31 tháng 3 năm 2020.")
    assert (found.start, found.end) == (8, 32)


def test_the_year_stays_unknown_without_a_default() -> None:
    (found,) = find_dates("trước ngày 5/6")
    assert found.whole is None
    assert found.first(None) is None
    assert found.last(None) is None


def test_parse_date_skips_months() -> None:
    assert parse_date("tháng 3 năm 2020; Điện Biên, ngày 05 tháng 02 năm 2021") == date(2021, 2, 5)
    assert parse_date("trong tháng 3") is None


@pytest.mark.parametrize(
    ("text", "at"),
    [("17 giờ 00", "17:00"), ("trước 17h30", "17:30"), ("0 giờ", "00:00"), ("24h00", "24:00"),
     ("7:05", "07:05"), ("17 giờ 30 phút", "17:30"), ("17h ngày 20/5", "17:00"), ("13 giờ 20/7", "13:00")],
)  # fmt: skip
def test_times(text: str, at: str) -> None:
    ((_, _, found),) = find_times(text)
    assert found == at
