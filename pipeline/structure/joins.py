"""Which lines make one paragraph: widths, wrapped text, sentences that run over a line's or a page's end."""

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.codelists.agencies import agencies_in
from pipeline.labels import read_labels
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.structure.titles import BODY_OPENER
from pipeline.text import UPPER
from pipeline.wrapping import LOOSELY_FULL, LOWER_START, RUNNING_TEXT, ends_sentence

_CUT_NUMBER = re.compile(r"\s\d{1,3}\.$")
"""A sum of money cut by the line's end, «mỗi thôn: 1. / 500.000 đồng/tháng»."""
_CODE_FIRST = re.compile(rf"^\d{{1,5}}(?:/\d{{4}})?[/-][{UPPER}]")
"""A number that the line's end parted from its type, «… Nghị định số / 123/2020/NĐ-CP.»: capitals, but no heading."""
_CUT_AT_HYPHEN = re.compile(r"\w-$")
"""A line's end cut the word or number: «Công văn số 4869/UBND- / SYT»."""
_OPENS_PARAGRAPH = re.compile(
    r"^(?:Trong quá trình|Quá trình|Nhận được|Trên đây là|Thực hiện|Căn cứ|Để|Nhằm|Yêu cầu|Đề nghị|Kính (?:trình|đề nghị|mong))\s"
    r"|^\(?(?:Chỉ thị|Nghị quyết|Quyết định|Kết luận|Kế hoạch|Thông báo|Công điện|Hướng dẫn|Quy định|Quy chế|Chương trình) này\s"
    r"|^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được (?:Quốc hội|Ủy ban [Tt]hường vụ|Hội đồng nhân dân)\s"
    rf"|^[{UPPER}][^.;]{{2,60}} (?:thông báo|yêu cầu|đề nghị|báo cáo) [^.;]{{0,120}}(?:biết|thực hiện)\W"
)
"""What closes a document begins a paragraph even under a line that is full: «Văn phòng thông báo để … biết, thực hiện»."""
_UNFINISHED = re.compile(
    r"\s(?:và|hoặc|của|các|những|tại|theo|với|cho|về|do|bởi|từ|đến|là|trên|trong|số|ngày|để|thuộc)$"
)
"""No sentence and no heading ends so: «các cơ quan, đơn vị thuộc / Bộ Y tế»."""
_CUT_AT_GAP = re.compile(r"\s(?:và|hoặc|của|các|những|tại|theo|với|cho|bởi|ngày|thuộc)$")
"""The same across a gap, where «một số cụm từ» and «Tổng số» are headings."""
_PROVISION_CUT = re.compile(
    r"(?<!\w)(?:khoản|điểm|mục|Điều) (?:\d{1,3}[a-zđ]?|[a-zđ])$"
    r"|(?:,|;|(?<!\w)(?:tại|của|các|và|hoặc|theo|sung|đổi|bỏ|thuộc)) (?:khoản|điểm|mục|Điều)$"
)
"""«quy định tại điểm d khoản 3 / Điều 8 Nghị định …»; with a gap below «Bổ sung Điều 2a» is a heading, and so is «Sau kiểm điểm»."""
_OPENS_SENTENCE = re.compile(
    r"^(?:Yêu cầu|Giao|Đề nghị|Căn cứ|Theo đề nghị|Xét đề nghị|Trên đây|Trong quá trình|Nhận được"
    r"|Riêng|Đối với|Ngoài ra)\s"
)
IN_MID_PHRASE = re.compile(
    r"(?:[,/-]|(?<!\w)(?:của|và|hoặc|các|những|với|trên|tại|về|cho|do|theo|là|ngày|tháng|năm|số|từ|đến|ở|để|trong|bởi|thuộc|có"
    r"|được|cùng|như|gồm|khi|bằng|việc|qua|khoản|điểm|Điều|mục|tỉnh|huyện|xã|phường|thành phố|đồng chí|ông|bà))$"
)
"""A line that ends so goes on over a page's break, whatever letter the next one begins with."""
_COUNTED = re.compile(
    r"(?<!\w)(?:quý|khóa|kỳ|hạng|cấp|loại|nhóm|vùng|lần thứ|thế kỷ|[Ll]ớp|[Bb]ậc|[Kk]hu vực)$"
)
_NUMERAL = re.compile(r"^[IVX]{1,5}(?!\w)")
"""The numeral of what the line before names: «hoàn thành trong quý / II/2014», «Quốc hội khóa / XIV»."""
_NEWS_LEAD = re.compile(rf"^(?:\([^()]{{2,30}}\)|[{UPPER}]{{2,8}})\s?-\s")
"""«(Báo Nghệ An) - Ngày …», «ĐTO - Sáng …»: a paper's mark opens its text."""
_OPENS_PROSE = re.compile(
    r"^(?:Theo|Căn cứ|Để|Nhằm|Trước|Sau khi|Do|Vì|Nếu|Khi|Trong|Ngày|Hiện nay|Vừa qua|Xét|Qua)\s"
)
_ONE_GAP = 2
"""Lines whose numbers differ by this have one empty line between them and nothing else."""
_INDENT = 3
"""A paragraph's first line stands at least this many characters right of the others."""
_FULL = 0.92
"""In wrapped text a paragraph's last line falls short of the width: one so full with the next line's first word goes on."""
_NEARLY_FULL = 0.8
"""The same of a line that ends without a full stop."""
_NUMBERS_FOLLOW = re.compile(rf"^[Ss]ố \d{{1,5}}[/-][{UPPER}]")
"""«… tại các Tờ trình: / Số 202/TTr-UBND ngày …, số 192/TTr-UBND …»."""
_GROUND = re.compile(r"^(?:Căn cứ|Thực hiện|Theo|Xét)\s")
_WORK = re.compile(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Tờ trình|Báo cáo|Công văn|Kế hoạch|Kết luận"
    r"|Hướng dẫn|Quy định|Quy chế|Thông báo|Công điện|Chương trình|Đề án)\s(?:số\s|của\s|\d|sửa đổi)"
)


def paragraph_indent(lines: Sequence[Line]) -> int:
    """The indent at which paragraphs begin, where the lines that go on stand left of it; 0 where indents say nothing."""
    labelled = sorted(line.indent for line in lines if read_labels(line.key))
    if not labelled or labelled[len(labelled) // 10] < _INDENT:
        return 0
    begins = labelled[len(labelled) // 10]
    flush = sum(line.indent <= begins - _INDENT for line in lines)
    return begins if flush * 10 >= len(lines) else 0


def continues(before: Line, line: Line, width: int, *, alone: bool = True) -> bool:
    """Whether a line without a label goes on with the paragraph that the line before it ends.

    `alone` tells that the line before is the paragraph's only one so far: it may be a heading.
    """
    last = before.key
    if last.endswith(("-", ".")) and _is_cut_word(last, line.key):
        return True
    if bare := _is_bare_heading(last):
        return bare == "label" or not line.blank_before or is_capitals(line.key)
    if last.endswith(":") and _is_next_page(before, line) and not line.key[:1].isupper():
        return True
    if ends_sentence(last):
        further = _is_further_ground(last, line.key) or _NUMBERS_FOLLOW.match(line.key)
        opens = last[-1] in ";:" and line.key[:1].isupper() and not further
        goes_on = not opens and not _OPENS_PARAGRAPH.match(line.key)
        return bool(width) and not line.blank_before and goes_on and _fills(last, line.key, width)
    cut = _CODE_FIRST.match(line.key) or cuts_numeral(last, line.key)
    if is_capitals(last) or (is_capitals(line.key) and not cut):
        return is_capitals(last) and is_capitals(line.key) and not line.blank_before
    if cut or LOWER_START.match(line.key) or (line.key[:1].isdigit() and not line.blank_before):
        return True
    if _is_unfinished(last, gap=line.blank_before):
        return True
    if width and not alone and not line.blank_before:
        short = len(last) < width * LOOSELY_FULL and line.key[:1].isupper()
        return not short or _is_next_page(before, line)
    if _OPENS_SENTENCE.match(line.key) and line.blank_before:
        return False
    return _is_running_on(before, line, width, alone=alone)


def cuts_numeral(last: str, following: str) -> bool:
    """Whether a line's end parts a Roman numeral, which is no label then, from its noun: «Quốc hội khóa / XIV.»."""
    return _NUMERAL.match(following) is not None and _COUNTED.search(last) is not None


def _is_cut_word(key: str, following: str) -> bool:
    """Whether the line's end stands inside a word or a number."""
    return _CUT_AT_HYPHEN.search(key) is not None or (
        following[:3].isdigit() and _CUT_NUMBER.search(key) is not None
    )


def _is_unfinished(key: str, *, gap: bool) -> bool:
    if gap:
        return _CUT_AT_GAP.search(key) is not None
    return _UNFINISHED.search(key) is not None or _PROVISION_CUT.search(key) is not None


def _fills(key: str, following: str, width: int, share: float = 0) -> bool:
    """Whether a line broke because the next word found no room: «… (Cục Y tế dự phòng, email: / dichbenh@…)»."""
    share = share or (_FULL if following[:1].isupper() else _NEARLY_FULL)
    return len(key) + 1 + len(following.split(" ", 1)[0]) >= width * share


def _is_further_ground(last: str, following: str) -> bool:
    """«Căn cứ Luật … ngày 19 tháng 6 năm 2015; / Luật sửa đổi, bổ sung …»: a second work on which one ground rests."""
    return last.endswith(";") and _GROUND.match(last) is not None and _WORK.match(following) is not None


def _is_next_page(before: Line, line: Line) -> bool:
    """Whether a line that was taken out, a page's number, stood between the two: «Mù Cang Chải: / 2 / 118 nhà;»."""
    return line.number == before.number + 2 and not line.blank_before


def _is_running_on(before: Line, line: Line, width: int, *, alone: bool) -> bool:
    """Whether a line without a full stop is cut rather than a heading: as full as the others, or running text.

    An unlabelled line that is a paragraph of its own, a headline, ends where a sentence opens below it, and at an
    empty line, unless something was taken out there: a page's number. What opens as prose does is no heading.
    """
    last = before.key
    if width:
        if not (
            line.blank_before or last.endswith(",") or BODY_OPENER.match(line.key)
        ) and _OPENS_PROSE.match(last):
            return True
        return _fills(last, line.key, width, _FULL if line.blank_before else _NEARLY_FULL)
    if len(last) < RUNNING_TEXT:
        return False
    headline = alone and not read_labels(last)
    if headline and (BODY_OPENER.match(line.key) or _NEWS_LEAD.match(line.key)):
        return False
    if headline and line.blank_before and not _CUT_AT_GAP.search(last) and _opens_with_body(line.key):
        return False
    gap = line.blank_before and line.number - before.number <= _ONE_GAP
    return not (headline and gap) or (
        IN_MID_PHRASE.search(last) is not None and not _opens_with_body(line.key)
    )


def _opens_with_body(key: str) -> bool:
    """Whether a sentence opens with who acts, which no phrase goes on with: «… trên địa bàn tỉnh / (gap) / Ủy ban nhân dân …»."""
    named = agencies_in(key[:RUNNING_TEXT])
    return bool(named) and named[0].start == 0


def _is_bare_heading(key: str) -> Literal["", "heading", "label"]:
    """«Chương I», «Phần thứ nhất» or «3.» alone on its line: the text follows on the next, that of a label at any rate."""
    bare = [label for label in read_labels(key) if not key[label.end :].strip(" .:")]
    if not bare:
        return ""
    return "heading" if bare[0].scheme == "keyword" and bare[0].kind != "article" else "label"
