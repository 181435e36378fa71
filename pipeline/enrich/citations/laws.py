"""Laws by name: «Luật Phòng, chống bệnh truyền nhiễm năm 2007», «Bộ luật Lao động ngày 20/11/2019», «Luật Đất đai».

A law's name has no mark at its end. Four readings, the surest first: a name right before its number; a name of the
code list; a name closed by its date or year; and a short run of words up to the first that no law's name has.
"""

import re
from dataclasses import replace
from functools import cache

from pipeline.codelists import read_csv
from pipeline.dates import date_at
from pipeline.enrich.citations import grammar
from pipeline.enrich.citations.mentions import Mention, with_lead
from pipeline.text import Span, match_key

LAW_WORDS = frozenset(("Luật", "Bộ luật", "Bộ Luật", "Pháp lệnh", "Hiến pháp"))

_NUMBER_NEXT = rf"(?:số\s?:?\s?)?{grammar.NUMBER}"
_CLOSER = rf"(?=\s(?:{_NUMBER_NEXT}|,?\s?ngày\s?\d|(?:năm\s)?(?:19[4-9]|20\d)\d(?![\w/])))"
_NOT_IN_NAME = (
    rf"(?!{grammar.TYPE_WORD}|được\b|đã\b|theo\b|này\b|hiện\b|quy định\b|ban hành\b|Luật\b|căn cứ\b|các văn bản|hướng dẫn\b|"
    r"có hiệu lực)"
)
_LOWER_START = (
    r"(?!(?:này|sư|định|hiện|nêu|trên|về|và|các|được|do|của|số|ngày|năm|pháp|gia|lệ|khoa|có|chuyên)\b)"
    rf"[{grammar.LOWER}]"
)


def _closed_by(closer: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s[{grammar.UPPER}][^\s;.:()]{{0,12}}{closer}|\s(?:[{grammar.UPPER}]|{_LOWER_START})[^\s;.:()]{{0,12}}"
        rf"(?:\s{_NOT_IN_NAME}[^\s;.:()]{{1,12}}){{1,24}}?{closer}"
    )


_NUMBERED_NAME = _closed_by(rf"(?=\s{_NUMBER_NEXT})")
_CLOSED_NAME = _closed_by(_CLOSER)
_AMENDING_NAME = re.compile(
    rf"\s[Ss]ửa đổi,? (?:và )?bổ sung [^;.:()]{{5,260}}?{_CLOSER}|\s[Ss]ửa đổi [^;.:()]{{5,260}}?{_CLOSER}"
)
_OPEN_NAME = re.compile(
    rf"\s[{grammar.UPPER}][^\s;,.:()”\"/]{{0,12}}(?:\s(?!(?:và|được|theo|về|để|của|trong|có|đã|phải|nhằm|khi|nếu|thì|là|cho|trên|tại|do|"
    r"bởi|với|từ|này|hiện|đang|sẽ|khác|liên|năm|ngày|số|hoặc|như|còn|mà|không|bằng|đối|nêu|gồm|bao|đến|vào|sau|trước|cũng|"
    r"chưa|cần|cùng|kèm|hướng|mới|gắn|sửa|ban|các|những|thuộc|ở|bị|nên|quy định|chịu|nhưng|hay|qua|tiếp tục|góp phần|bảo đảm|đảm bảo)\b)"
    rf"[{grammar.LOWER}{grammar.UPPER}]{{1,9}}){{0,8}}"
)
_CONSTITUTION = re.compile(r"(?:\snước Cộng hòa xã hội chủ nghĩa Việt Nam|(?=,?\s(?:năm\s|ngày\s)?\d))")
# «Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật …»: the document itself, not one that it cites.
_ENACTED = re.compile(r"(?<!\w)ban hành\s$")
_AMENDING = re.compile(r"\s[Ss]ửa đổi(?:, bổ sung)?\s")
_YEAR = re.compile(r"\s(?:năm\s)?(?:19[4-9]|20\d)\d(?![\w/])")
_NUMBER = re.compile(rf",?\s\(?(?:{grammar.NUMBER_WORD})?(?P<number>{grammar.NUMBER})")
_DATE = re.compile(r",?\s(?=ngày\s?\d)")


@cache
def _listed_name() -> re.Pattern[str]:
    names = sorted((match_key(row["name"]) for row in read_csv("law_names.csv")), key=lambda name: -len(name))
    return re.compile(r"\s(?i:" + "|".join(map(re.escape, names)) + r")(?!\w)")


LAW_NAME = re.compile(
    rf"(?<!\w)(?:(?:Bộ luật|Luật|Pháp lệnh)(?:{_listed_name().pattern}|{_CLOSED_NAME.pattern}|{_OPEN_NAME.pattern})"
    rf"|Hiến pháp{_CONSTITUTION.pattern})"
)
"""A law's name as the rules table shows it."""


def law(key: str, start: int, end: int) -> Mention | None:
    """Read the law whose type word stands at `start:end`; None for «Luật này», «luật sư» and the like."""
    name_end = _name_end(key, start, end)
    if name_end is None or (_ENACTED.search(key[max(0, start - 20) : start]) and _AMENDING.match(key, end)):
        return None
    found = Mention(
        start, start, name_end, name_end, "phap-lenh" if key.startswith("Pháp", start) else "luat"
    )
    title_end = name_end
    if year := _YEAR.match(key, name_end):
        title_end = year.end()
        found = replace(found, core=title_end, end=title_end)
    found = _with_number(key, found)
    if (blank := _DATE.match(key, found.end)) and (printed := date_at(key, blank.end())) and printed.whole:
        found = replace(found, on=printed.whole, core=printed.end, end=printed.end)
    return with_lead(key, replace(found, title=Span(start, title_end)))


def _with_number(key: str, found: Mention) -> Mention:
    match = _NUMBER.match(key, found.end)
    if not match:
        return found
    return replace(found, number=Span(*match.span("number")), core=match.end(), end=match.end())


def _name_end(key: str, start: int, end: int) -> int | None:
    if key[start:end] == "Hiến pháp":
        match = _CONSTITUTION.match(key, end)
        return match.end() if match else None
    for pattern in (_AMENDING_NAME, _NUMBERED_NAME, _listed_name(), _CLOSED_NAME, _OPEN_NAME):
        if match := pattern.match(key, end):
            return match.end()
    return None
