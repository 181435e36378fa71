"""The list of those addressed, under «Kính gửi»: how far it goes (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9)."""

import re

from pipeline import landmarks
from pipeline.labels import starts_with_label
from pipeline.records import Line
from pipeline.structure.titles import BODY_OPENER

_LIST_LINE = 200
_ASKS = re.compile(r"\s(?:đề nghị|yêu cầu|thông báo|hướng dẫn|báo cáo|chỉ đạo|có ý kiến)\s[^:]{0,120}:$")
"""The first sentence right under those addressed: «Sở Tài chính đề nghị các đơn vị:»."""
_LEAD = len("Kính gửi   :")
"""«Kính gửi:» alone on its line is no longer; with a name behind it and a full stop the list has ended."""


def lists_addressee(before: Line, line: Line, *, first: bool) -> bool:
    """Whether a line goes on with the list that the line before it opens or holds."""
    key = line.key
    if len(key) > _LIST_LINE or landmarks.NUMBER.search(key):
        return False
    if key.startswith(("-", "+", "•", "*")):
        return True
    if BODY_OPENER.match(key) or starts_with_label(key) or _ASKS.search(key):
        return False
    named = first and len(before.key) > _LEAD  # one of them stands behind «Kính gửi:»
    ended = before.key.endswith(".") if named else not first and before.key.endswith((".", ":"))
    return not ended and (
        not line.blank_before or (first and before.key.endswith(":")) or key.endswith((";", ","))
    )
