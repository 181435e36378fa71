"""The rules of time limits as published: what each recognises, with lines it must find and near misses."""

import re

from pipeline.enrich.deadlines.cells import YEARS
from pipeline.enrich.deadlines.days import DAYS
from pipeline.enrich.deadlines.dues import DUE
from pipeline.enrich.deadlines.lengths import AHEAD, LIMIT
from pipeline.enrich.deadlines.occasions import BEFORE_FEAST, BY_DAY, ON_DAY, SESSION
from pipeline.enrich.deadlines.recurrences import PERIODIC, WHEN
from pipeline.enrich.deadlines.rhythms import CLOSE, SLASH
from pipeline.enrich.deadlines.spans import FROM, FROM_NOW, WHOLE_YEARS
from pipeline.enrich.deadlines.stated import PART, STATED, TODAY
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
        "due-occasion", _OCCASION,
        "Việc làm vào một dịp có ngày, tháng: kỳ họp tháng 12, vào ngày, đến ngày phải hoàn thành.",
        ("trình tại kỳ họp tháng 12", "chốt danh sách vào ngày 20/8/2021", "Đến ngày 30/9/2021 phải hoàn thành việc cấp giấy"),
        ("kỳ họp thứ 4 thông qua", "vào ngày nghỉ", "đến ngày 31/12/2021 đạt 100%"),
    ),
    _rule(
        "part-of-month", PART, "Đầu, giữa, cuối tháng hay quý, thượng, trung, hạ tuần, tuần thứ mấy: một phần của tháng là lúc phải làm.",
        ("tổ chức tổng kết cuối tháng 11/2021", "hoàn thành trung tuần tháng 10", "báo cáo vào tuần đầu tháng 9"),
        ("tổng kết cuối năm", "giữa hai kỳ họp"),
    ),
    _rule(
        "stated", STATED, "Tháng, quý, ngày đứng riêng sau dấu câu hoặc mở đầu câu, đi với việc được giao và chưa qua.",
        ("Trình phê duyệt quy hoạch (quý III/2021);", "Tháng 9/2021, tổ chức tập huấn", "Ban hành quy chế, cuối tháng 9/2021."),
        ("báo cáo quý III", "kế hoạch tháng 9"),
    ),
    _rule(
        "today", TODAY, "Hôm nay, chiều nay, tuần này, tháng này tính theo ngày ban hành.",
        ("hoàn thành trong ngày hôm nay", "xong trước 17 giờ chiều nay", "báo cáo trong tuần này"), ("trong thời gian này", "cho đến nay"),
    ),
    _rule(
        "days", DAYS, "Nhiều ngày chung một tháng: liền nhau là khoảng thời gian, rời nhau hoặc sau «trước» là từng hạn.",
        ("trong các ngày 10, 11 và 12/9/2021", "ngày 10-12/9/2021", "trước ngày 15 và ngày 30 tháng 9"), ("ngày 10/9/2021", "trong 3 ngày"),
    ),
    _rule(
        "rhythm", SLASH, "Mỗi khoảng thời gian một lần, viết với gạch chéo, đi với báo cáo, họp.",
        ("báo cáo 06 tháng/lần", "họp 01 lần/quý"), ("tuyên truyền 02 lần/ngày", "km/giờ"),
    ),
    _rule(
        "rhythm-close", CLOSE, "Cuối hoặc đầu mỗi tháng, quý; ngày cuối cùng của tháng.",
        ("báo cáo cuối mỗi quý", "nộp vào ngày cuối cùng của tháng"), ("cuối tháng 9", "từ ngày đầu tiên của tháng"),
    ),
    _rule(
        "limit-ahead", AHEAD, "Số ngày trước hoặc sau một việc, viết sau tên việc.",
        ("gửi tài liệu trước kỳ họp 15 ngày", "thông báo trước khi cắt điện ít nhất 24 giờ"), ("trước ngày 15/9", "trước mắt"),
    ),
    _rule(
        "due-feast", BEFORE_FEAST, "Việc phải xong trước Tết, trước một mùa: dịp không ghi ngày nên ngày để trống.",
        ("hoàn thành trước Tết Nguyên đán Nhâm Dần", "bàn giao mặt bằng xong trước mùa mưa bão"), ("trực trước Tết", "hoàn thành trước ngày 15/9"),
    ),
)  # fmt: skip
