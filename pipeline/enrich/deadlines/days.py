"""Several days under one month: «trong các ngày 10, 11 và 12/9/2021», «ngày 10-12/9», «trước ngày 15 và ngày 30 tháng 9»."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.dates import date_at
from pipeline.enrich.deadlines.points import Found, Point, year_basis, year_of
from pipeline.enrich.deadlines.stated import is_ordered, opens_order

DAYS = re.compile(
    r"(?<!\w)(?P<due>(?:[Tt]rước|[Cc]hậm nhất|[Mm]uộn nhất)\s(?:(?:là|vào)\s)?)?"
    r"(?P<lead>(?:[Tt]rong\s|[Vv]ào\s)?(?:(?:các|hai|ba|bốn|năm|\d{1,2}(?:\s\([^)\d]{2,6}\))?)\s)?)[Nn]gày:?\s?\(?"
    r"(?P<days>\d{1,2}(?:\s?,\s?\d{1,2}){0,6}(?P<join>\s?(?:,|và|,\svà|-|đến)\s?)(?:ngày\s)?)(?=\d{1,2}(?:/|\stháng\s)\d{1,2}(?!\d))"
)
# «01/10/2021 - 15/10/2021», «tháng 9 - 12/2021», «quý III - IV/2021»: two ends without «từ»
BOTH = re.compile(
    r"(?:(?<=[:,(]\s)|(?<=\()|^)(?P<when>\(?(?:ngày\s)?(?P<a>\d{1,2}/\d{1,2}(?:/\d{4})?)\s?(?:-|đến)\s?(?:hết\s)?(?:ngày\s)?(?=\d{1,2}/\d{1,2}/\d{4})"
    r"|(?P<word>[Tt]háng|[Qq]uý)\s(?P<from>\d{1,2}|IV|I{1,3})\s?(?:-|đến)\s?(?:tháng\s|quý\s)?(?=(?:\d{1,2}|IV|I{1,3})\s?(?:/|năm)\s?20))"
)
_LABEL = re.compile(r"[Tt]hời (?:gian|hạn)[^.;:()]{0,40}:\s$")
_LABEL_LENGTH = 60
_YEARLY = re.compile(r"\s(?:của\s)?(?:(?:hằng|hàng|mỗi)\s|(?:các\s)?năm (?!\d))")


def day_lists(key: str, issued_on: date | None) -> Iterator[Found]:
    """Find days named together: a stretch if they follow each other, else (and after «trước») each a due day."""
    for match in DAYS.finditer(key) if "gày" in key else ():
        last = date_at(key, match.end())
        if last is None or last.unit != "day" or _YEARLY.match(key, last.end):
            continue
        year = year_of(last, issued_on)
        ends = last.last(year)
        days = [int(day) for day in re.findall(r"\d+", match["days"])]
        if ends is None or (issued_on and ends < issued_on) or not 1 <= days[0] < ends.day:
            continue
        if not (match["due"] or _is_labelled(key, match.start()) or is_ordered(key, match.start())):
            continue
        yield from _named(match, days, ends, last.end, year_basis(last, issued_on))


def _is_labelled(key: str, start: int) -> bool:
    return _LABEL.search(key[max(0, start - _LABEL_LENGTH) : start]) is not None


def _named(match: re.Match[str], days: list[int], ends: date, end: int, basis: str | None) -> Iterator[Found]:
    whole = [*days, ends.day]
    follow = "-" in match["join"] or "đến" in match["join"] or whole == list(range(whole[0], whole[-1] + 1))
    if follow and not match["due"]:
        yield Found(match.start(), end, "period", ends.replace(day=days[0]), ends, basis=basis)
        return
    at = match.start()
    for number in re.finditer(r"\d+", match["days"]):
        stop = match.start("days") + number.end()
        yield Found(at, stop, "due", ends_on=ends.replace(day=int(number[0])), basis=basis)
        at = match.start("days") + number.end() + 1
    yield Found(match.end(), end, "due", ends_on=ends, basis=basis)


def both_ends(key: str, issued_on: date | None) -> Iterator[Found]:
    """Find stretches whose ends stand side by side without «từ», in brackets or after a colon: «(01/10/2021 - 15/10/2021)»."""
    for match in BOTH.finditer(key) if "/20" in key or "năm 20" in key else ():
        at = match.end("when")
        last = date_at(key, at) or date_at(f"{(match['word'] or '').lower()} {key[at : at + 16]}", 0)
        first = (
            date_at(key, match.start("a"))
            if match["a"]
            else date_at(f"{match['word'].lower()} {match['from']}", 0)
        )
        if last is None or first is None or last.unit != first.unit:
            continue
        ends, starts = last.last(None), first.first(last.year)
        opened = match["a"] and opens_order(key, match.start(), Point(last, None, last.end))
        ordered = opened or _is_labelled(key, match.start()) or is_ordered(key, match.start())
        if ordered and starts and ends and starts < ends and (issued_on is None or ends >= issued_on):
            end = last.end if match["a"] else at + last.end - len(match["word"]) - 1
            yield Found(match.start("when"), end, "period", starts, ends)
