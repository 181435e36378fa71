"""Preamble, operative and closing: which part of the body a top paragraph belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.rules import Rule
from pipeline.structure.items import Item
from pipeline.text import UPPER

CLOSING = Rule(
    id="closing-paragraph",
    stage="structure",
    action="recognise",
    reason="After the last clause, a paragraph on the whole document (carrying out, reporting, supersession, entry into force) closes it",
    pattern=re.compile(
        r"(?i)(?:chỉ thị|kết luận|nghị quyết|quyết định|thông báo|công điện|điện khẩn|kế hoạch|hướng dẫn|chương trình"
        r"|quy định|quy chế|thông tư|nghị định|thông tri|công văn|văn bản|tờ trình|báo cáo|đề án|luật"
        r"|pháp lệnh) (?:này|trên)(?!\w)"
        r"|^\(?(?:[^.;]{2,90}\s)?(?:yêu cầu|đề nghị|giao|giao cho|thông báo|kính (?:đề nghị|báo cáo|trình"
        r"|mong)|mong)\s"
        r"[^.]{0,200}(?:nghiêm túc|triển khai|tổ chức|thực hiện|báo cáo|chỉ đạo|xem xét|quan tâm|phối hợp|biết)"
        r"|^(?:trên đây là|trên đây,|nhận được|trong quá trình|quá trình (?:tổ chức|triển khai|thực hiện)"
        r"|căn cứ (?:nội dung|kế hoạch|chỉ thị)|kính (?:đề nghị|trình|báo cáo)|trân trọng|rất mong|định kỳ"
        r"|giao văn phòng)"
        r"|^[^.;:]{2,60} (?:theo dõi|đôn đốc),[^.]{2,80}(?:tổng hợp|báo cáo)|tin tưởng"
        r"|chịu trách nhiệm (?:thi hành|thực hiện)|căn cứ .{1,40} thi hành|kêu gọi|có hiệu lực|\(?(?:thay thế|bãi bỏ)"
    ),
    matches=(
        "Ban Thường vụ Tỉnh ủy yêu cầu cấp ủy, chính quyền các cấp triển khai thực hiện nghiêm công điện này.",
        "(Chỉ thị này thay thế Chỉ thị số 24/CT-UBND ngày 24/7/2021 của Chủ tịch UBND tỉnh)./.",
        "Trong quá trình triển khai thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Y tế.",
        "Trên đây là Kế hoạch phòng, chống thiên tai năm 2023.",
        "Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc tổ chức, triển khai, thực hiện",
        "Văn phòng Thành ủy theo dõi, đôn đốc, tổng hợp tình hình, báo cáo Ban Thường vụ vào 17 giờ hằng ngày.",
        "Ban Thường vụ Tỉnh ủy kêu gọi toàn thể đồng bào, đồng chí và chiến sĩ đoàn kết một lòng.",
    ),
    spares=(
        "Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo UBND tỉnh xây dựng quy trình cách ly tại các cơ sở.",
    ),
)

RULES: tuple[Rule, ...] = (CLOSING,)


_PREAMBLE_BULLET = re.compile(r"^\W{0,4}(?:Căn cứ|Theo|Xét|Thực hiện|Luật|Nghị định|Quyết định|Thông tư)\s")
_ORDER = "yêu cầu|đề nghị|kêu gọi|chỉ thị|Chỉ thị|chỉ đạo|kết luận|quyết định|quyết nghị|thông báo|hướng dẫn|phát động"
_OPENS_ORDERS = re.compile(
    rf"(?:\s(?:{_ORDER})(?:\s[^.;:]{{0,250}})?|(?:như sau|sau đây|nội dung sau|nhiệm vụ sau))\s?:$"
)
"""«Thay mặt Ban Thường vụ Tỉnh ủy, tôi kêu gọi:», «… triển khai một số nhiệm vụ sau:»."""
_ASKS = re.compile(rf"(?:^|[.,;] )[{UPPER}t][^.,;:]{{2,80}}\s(?:{_ORDER})\s(?!số\s)")
"""«Sở Giáo dục và Đào tạo thông báo cho các trường …», «Trước tình hình đó, tôi tha thiết kêu gọi …»."""
_GROUND = re.compile(r"^\W{0,4}(?:Căn cứ|Thực hiện|Theo|Xét)\s.{0,1500}[;,]$")


@dataclass(frozen=True, slots=True)
class Roles:
    """The items of a body by role, each in reading order."""

    preamble: Sequence[Item]
    operative: Sequence[Item]
    closing: Sequence[Item]


def roles_of(items: Sequence[Item]) -> Roles:
    """Part a body: preamble up to the first label, closing from the first closing paragraph after the last."""
    first = _first_label(items)
    last = max((index for index, item in enumerate(items) if item.readings), default=first - 1)
    start = last + 1 + (last >= 0 and _is_heading(items[last]))
    unlabelled = last < first
    start = max(start, 1, len(items) - 1 if unlabelled else 0)
    end = next((i for i in range(start, len(items)) if CLOSING.search(items[i].key)), len(items))
    return Roles(items[:first], items[first:end], items[end:])


def _is_heading(item: Item) -> bool:
    """A labelled line that only names its subject («Điều 3. Trách nhiệm thi hành»): its text follows."""
    in_table = any(label.style.startswith("table") for label in item.readings)
    return (
        bool(item.readings) and not in_table and len(item.key) < 90 and not item.key.endswith((".", ";", "/"))
    )


def _first_label(items: Sequence[Item]) -> int:
    """The first item that is no preamble: the first number or letter, else what follows the announcement of the orders.

    Where nothing announces them, they begin with the first bullet that orders something; in a document without any
    label with the first paragraph in which someone asks for something, or after the first one.
    """
    for index, item in enumerate(items):
        if any(label.scheme != "bullet" for label in item.readings):
            return index - (index > 0 and bool(items[index - 1].leads))
    announced = next((i for i, item in enumerate(items) if _announces(item)), None)
    if announced is not None:
        first = items[announced]
        own = bool(first.leads) or "kêu gọi" in first.key  # a call is itself what the document does
        return min(announced + (not own), max(len(items) - 1, 1))
    for index, item in enumerate(items):
        if item.readings and not _PREAMBLE_BULLET.match(item.key):
            return index - (index > 0 and bool(items[index - 1].leads))
    return _first_unlabelled(items)


def _announces(item: Item) -> bool:
    return item.leads_in and not item.readings and _OPENS_ORDERS.search(item.key) is not None


def _first_unlabelled(items: Sequence[Item]) -> int:
    """Where a document without any label begins to order: it has a paragraph before that, where it has two."""
    led = (i + 1 for i, item in enumerate(items) if item.leads_in)
    grounds = len(list(takewhile(lambda item: _GROUND.match(item.key), items)))
    first = max(grounds, 1)
    asks = (i for i, item in enumerate(items) if i >= first and _ASKS.search(item.key))
    start = next(led, next(asks, first))
    return min(start, len(items) - 1) if len(items) > 1 else len(items)
