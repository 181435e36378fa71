"""The rules of time limits as published: what each recognises, with lines it must find and near misses."""

import re

from pipeline.enrich.deadlines.cells import YEARS
from pipeline.enrich.deadlines.dues import DUE, YEAR_END
from pipeline.enrich.deadlines.lengths import LIMIT
from pipeline.enrich.deadlines.occasions import BY_DAY, ON_DAY, SESSION
from pipeline.enrich.deadlines.recurrences import PERIODIC, WHEN
from pipeline.enrich.deadlines.spans import FROM, FROM_NOW, WHOLE_YEARS
from pipeline.rules import Rule


def _rule(name: str, pattern: re.Pattern[str], reason: str, *lines: tuple[str, ...]) -> Rule:
    matches, spares = lines
    return Rule(f"deadline-{name}", "enrich", "recognise", reason, matches, spares, pattern)


_OCCASION = re.compile(
    "|".join(
        pattern.pattern.replace("<when>", f"<when{n}>") for n, pattern in enumerate((SESSION, ON_DAY, BY_DAY))
    )
)

RULES: tuple[Rule, ...] = (
    _rule(
        "recurrence", WHEN, "Ngày, giờ hoặc thứ lặp lại hằng tuần, hằng tháng, hằng quý, hằng năm.",
        ("báo cáo trước ngày 20 hằng tháng", "vào thứ Sáu hàng tuần", "trước 16 giờ hằng ngày", "trước ngày 31 tháng 01 hàng năm"),
        ("trước ngày 20/5/2021", "hàng hóa thiết yếu"),
    ),
    _rule(
        "recurrence-interval", PERIODIC, "Định kỳ kèm khoảng thời gian; định kỳ mà không nêu khoảng thì không phải thời hạn.",
        ("định kỳ 6 tháng báo cáo", "định kỳ hằng quý", "định kỳ 02 lần/tuần"), ("báo cáo định kỳ theo quy định", "kiểm tra định kỳ và đột xuất"),
    ),
    _rule(
        "limit", LIMIT, "Một số ngày, giờ, tháng tính từ một mốc: mốc là ngày in sẵn thì tính được, là sự kiện thì để trống.",
        ("trong vòng 15 ngày kể từ 0 giờ ngày 01/4/2020", "trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "chậm nhất là 03 (ba) ngày"),
        ("trước 3 ngày", "người từ 15 tuổi"),
    ),
    _rule(
        "range", FROM, "Khoảng thời gian có ngày đầu: từ … đến …, hoặc đến khi có thông báo.",
        ("từ ngày 20/02/2022 đến hết ngày 30/4/2022", "từ 12 giờ ngày 10/11/2013 cho đến khi có thông báo tiếp theo"),
        ("từ tỉnh đến cơ sở", "đi từ vùng dịch về"),
    ),
    _rule(
        "from-now", FROM_NOW, "Từ nay đến một ngày: ngày đầu để trống.",
        ("Từ nay đến hết ngày 31/12/2021", "từ nay đến cuối năm"), ("Từ nay về sau",),
    ),
    _rule(
        "whole-years", re.compile(rf"{WHOLE_YEARS.pattern}|^{YEARS.pattern}$"),
        "Khoảng trọn năm, kể cả trong ô của bảng; năm học thì không phải.",
        ("Năm 2025 - 2026", "Thời gian thực hiện trong năm 2021-2022", "2012 - 2014"), ("năm học 2019 - 2020", "giai đoạn 2021 - 2025"),
    ),
    _rule(
        "due", DUE, "Hạn chót: trước ngày, chậm nhất ngày, hoàn thành trong tháng, trong quý.",
        ("Trước ngày 10/2/2021", "Chậm nhất 10/02/2021", "hoàn thành trong quý III/2023", "trong tháng 10 năm 2022", "trước 17 giờ 00 ngày 05/8"),
        ("trước mắt", "trong vòng 24 giờ", "chậm nhất"),
    ),
    _rule(
        "due-year-end", YEAR_END, "Hạn cuối năm, cuối quý, cuối tháng, đi với việc phải hoàn thành.",
        ("hoàn thành trong năm 2022", "xong trước cuối quý III/2021"), ("đến năm 2025", "cuối năm học"),
    ),
    _rule(
        "due-occasion", _OCCASION,
        "Việc làm vào một dịp có ngày, tháng: kỳ họp tháng 12, vào ngày, đến ngày phải hoàn thành.",
        ("trình tại kỳ họp tháng 12", "chốt danh sách vào ngày 20/8/2021", "Đến ngày 30/9/2021 phải hoàn thành việc cấp giấy"),
        ("kỳ họp thứ 4 thông qua", "vào ngày nghỉ", "đến ngày 31/12/2021 đạt 100%"),
    ),
)  # fmt: skip
