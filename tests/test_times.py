"""Each expression of time in each sentence that orders: the row must have the right kind and values wherever it stands."""

import re
from datetime import date

import pytest
from support import structure_of

from pipeline.enrich.deadlines import find_deadlines

ISSUED = date(2021, 8, 5)

ORDERS = (
    "Giao Sở Y tế chủ trì xây dựng kế hoạch, trình Ủy ban nhân dân tỉnh {}.",
    "Kết quả thực hiện báo cáo về Sở Nội vụ {} để tổng hợp, báo cáo Chính phủ.",
    "Các đơn vị gửi báo cáo công tác về Văn phòng Ủy ban nhân dân tỉnh {}; phối hợp chặt chẽ với các cơ quan liên quan.",
)
"""Sentences that order something to be done at the time put between the braces."""

OPENING = "{}, Sở Tài chính báo cáo kết quả về Ủy ban nhân dân tỉnh."
"""A sentence that the time opens."""

DUES = {
    "trước ngày 20/9/2021": "2021-09-20",
    "trước ngày 20.9.2021": "2021-09-20",
    "trước ngày 20-9": "2021-09-20",
    "trước 30/9": "2021-09-30",
    "chậm nhất ngày 20/9": "2021-09-20",
    "muộn nhất vào ngày 20 tháng 9": "2021-09-20",
    "trễ nhất ngày 20/9/2021": "2021-09-20",
    "không quá ngày 20/9/2021": "2021-09-20",
    "trước 17h, ngày 20/9": "2021-09-20",
    "trong buổi sáng ngày 20/9/2021": "2021-09-20",
    "trước ngày 20 tháng 9 năm nay": "2021-09-20",
    "trong tháng 9": "2021-09-30",
    "hết tháng 9/2021": "2021-09-30",
    "trong tháng 9 và tháng 10/2021": "2021-10-31",
    "vào cuối tháng 9": "2021-09-30",
    "chậm nhất cuối tháng 9/2021": "2021-09-30",
    "chậm nhất ngày làm việc cuối cùng của tháng 9/2021": "2021-09-30",
    "đầu tháng 10/2021": "2021-10-10",
    "trong thượng tuần tháng 10": "2021-10-10",
    "vào giữa tháng 9/2021": "2021-09-20",
    "trung tuần tháng 10/2021": "2021-10-20",
    "trong tuần đầu tháng 10/2021": "2021-10-07",
    "trong quý III": "2021-09-30",
    "vào cuối quý III/2021": "2021-09-30",
    "trong quý III, IV/2021": "2021-12-31",
    "chậm nhất trong quý III/2021": "2021-09-30",
    "vào cuối năm 2021": "2021-12-31",
    "trong ngày hôm nay": "2021-08-05",
    "trong tuần này": "2021-08-08",
    "trong tháng này": "2021-08-31",
}

PERIODS = {
    "từ ngày 01/10 đến ngày 15/10/2021": "2021-10-01 2021-10-15",
    "từ ngày 01 - 15/10/2021": "2021-10-01 2021-10-15",
    "trong 3 ngày (10, 11, 12/9/2021)": "2021-09-10 2021-09-12",
    "trong các ngày 10, 11 và 12/9/2021": "2021-09-10 2021-09-12",
    "trong hai ngày 11 và 12/9/2021": "2021-09-11 2021-09-12",
    "từ tháng 9 đến tháng 12/2021": "2021-09-01 2021-12-31",
    "từ đầu tháng 9 đến hết tháng 10/2021": "2021-09-01 2021-10-31",
    "từ quý III/2021 đến quý I/2022": "2021-07-01 2022-03-31",
    "từ 20 giờ ngày 10/9 đến 5 giờ ngày 12/9/2021": "2021-09-10 2021-09-12",
    "từ nay đến cuối tháng 9/2021": "None 2021-09-30",
}

RHYTHMS = {
    "hằng tháng": "FREQ=MONTHLY",
    "hằng quý": "FREQ=MONTHLY;INTERVAL=3",
    "trước ngày 25 hằng tháng": "FREQ=MONTHLY;BYMONTHDAY=25",
    "hằng tháng, trước ngày 25": "FREQ=MONTHLY;BYMONTHDAY=25",
    "hằng tháng vào ngày 25": "FREQ=MONTHLY;BYMONTHDAY=25",
    "vào ngày cuối cùng của tháng": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "trước ngày 20 của tháng cuối quý": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
    "vào ngày 20 các tháng 3, 6, 9, 12": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
    "hằng tuần vào thứ Năm": "FREQ=WEEKLY;BYDAY=TH",
    "vào chiều thứ Sáu hằng tuần": "FREQ=WEEKLY;BYDAY=FR",
    "06 tháng/lần": "FREQ=MONTHLY;INTERVAL=6",
    "06 tháng một lần": "FREQ=MONTHLY;INTERVAL=6",
    "01 lần/quý": "FREQ=MONTHLY;INTERVAL=3",
    "định kỳ quý": "FREQ=MONTHLY;INTERVAL=3",
    "cuối mỗi quý": "FREQ=MONTHLY;INTERVAL=3",
    "6 tháng, hằng năm": "FREQ=MONTHLY;INTERVAL=6",
    "trước ngày 05 tháng 12 hằng năm": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5",
}

EVENTS = (
    "trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này",
    "trong vòng 10 ngày sau hội nghị",
    "chậm nhất 05 ngày trước khi họp",
    "trước khi họp ít nhất 05 ngày",
    "trước kỳ họp 15 ngày",
    "trước 10 ngày so với ngày khai mạc",
    "sau khi kết thúc đợt kiểm tra 05 ngày",
    "sau 10 ngày kể từ ngày nhận văn bản",
    "không muộn hơn 48 giờ sau khi phát hiện",
)

STRICT = re.compile("nhất|không quá|này|nay")
"""Words of a limit that no tale has."""

TALES = (
    "Hội nghị đã diễn ra {}.",
    "Trường hợp người lao động ký hợp đồng {} thì thực hiện theo quy định cũ.",
    "Công trình do tỉnh đầu tư đã được khởi công {} và đưa vào sử dụng.",
)
"""Sentences that order nothing at the time between the braces."""


def _rows(sentence: str, issued_on: date = ISSUED) -> list[str]:
    rows = find_deadlines(structure_of(sentence), issued_on)
    said = {
        "due": "{0.ends_on}",
        "period": "{0.starts_on} {0.ends_on}",
        "recurrence": "{0.recurrence}",
        "event": "event",
    }
    return [said[row.kind].format(row) for row in rows]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("time", "value"),
    [*DUES.items(), *PERIODS.items(), *RHYTHMS.items(), *((each, "event") for each in EVENTS)],
)
def test_a_time_in_the_place_of_another(order: str, time: str, value: str) -> None:
    assert _rows(order.format(time)) == [value]


@pytest.mark.parametrize(("time", "value"), [*DUES.items(), *PERIODS.items()])
def test_a_time_that_opens_the_sentence(time: str, value: str) -> None:
    if "3 ngày" not in time and "các ngày" not in time and "hai ngày" not in time:
        assert _rows(OPENING.format(time[0].upper() + time[1:])) == [value]


@pytest.mark.parametrize("tale", TALES)
@pytest.mark.parametrize("time", [time for time in DUES if not STRICT.search(time)])
def test_a_time_that_a_tale_tells(tale: str, time: str) -> None:
    assert _rows(tale.format(time)) == []


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("time", [time for time in (*DUES, *PERIODS) if "2021" in time])
def test_a_time_long_past(order: str, time: str) -> None:
    assert _rows(order.format(time), date(2024, 3, 1)) == []
