"""Deadlines (thời hạn): due dates, periods, recurrences and limits counted from an occurrence, clause by clause."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from operator import attrgetter, itemgetter

from pipeline.enrich.deadlines.cells import cells, rhythm_cells
from pipeline.enrich.deadlines.days import both_ends, day_lists
from pipeline.enrich.deadlines.dues import dues
from pipeline.enrich.deadlines.lengths import limits
from pipeline.enrich.deadlines.occasions import occasions
from pipeline.enrich.deadlines.points import Found, legible, point_at, year_of
from pipeline.enrich.deadlines.recurrences import recurrences
from pipeline.enrich.deadlines.rules import RULES
from pipeline.enrich.deadlines.spans import ranges, whole_years
from pipeline.enrich.deadlines.stated import stated
from pipeline.enrich.passages import quoted_spans
from pipeline.records import Structure
from pipeline.tables.core import Clause
from pipeline.tables.meaning import Deadline
from pipeline.text import MappedText

__all__ = ["RULES", "find_deadlines"]

_ANY = re.compile(
    r"\d|[HhCc](?:ằng|àng) |[Mm]ột|mỗi|cuối|[Qq]uý I|/lần|ịnh kỳ|(?:hôm|sáng|chiều|tối|tháng|tuần|năm) n[aà]y|rước (?:Tết|mùa|ngày|kỳ|khi)|"
    r"(?:[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu) (?:ngày|tuần|tháng|năm)|(?:đến|tới) khi "
)
_EXAMPLE = re.compile(r"\W{0,3}(?:Ví dụ|VÍ DỤ)(?!\w)")
_UNTIL = re.compile(r"[^.;]{0,60}?\s(?:cho\s)?đến\s(?:hết\s)?(?=ngày\s?\d|\d{1,2}/\d)")
_DAY_OF_YEAR = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:/|\stháng\s)(?P<month>\d{1,2})$")
_REPORT_SPAN = re.compile(
    r"(?:(?:0?6|09?|[Ss]áu|[Cc]hín) tháng(?: đầu năm| cuối năm)?|(?:báo cáo|01|1|[Mm]ột|và|[,;]) năm)\s?[:(,]?\s?(?:gửi\s)?$"
)
_FORECAST = re.compile(
    r"(?:dự báo|có khả năng|nhận định)(?:(?!yêu cầu|đề nghị|hoàn thành|báo cáo|gửi)[^.;]){0,160}$"
)
_ASKED = re.compile(
    r"(?:yêu cầu|cách ly|giãn cách|tạm dừng|đề nghị|giao|đồng ý|thống nhất|thực hiện|áp dụng|quyết định)\s[^.;]{0,200}$"
)

_ASKED_BEFORE = len("quyết định ") + 200


def find_deadlines(structure: Structure, issued_on: date | None) -> tuple[Deadline, ...]:
    """Find all time limits that the clauses set, in reading order; a year not printed is that of issue.

    Entry into force, targets, statistics, conditions of eligibility and limits inside quoted amending text are none.
    """
    directive_id = structure.source.directive_id
    quoted = quoted_spans(structure)
    rows = [
        row
        for clause in structure.clauses
        for row in _of_clause(
            clause,
            structure.bodies[clause.clause_id],
            structure.source.text,
            issued_on,
            quoted.get(clause.clause_id, []),
        )
    ]
    return tuple(replace(row, deadline_id=f"{directive_id}/dl{n}") for n, row in enumerate(rows, start=1))


def _of_clause(
    clause: Clause, body: MappedText, source: str, issued_on: date | None, quoted: list[tuple[int, int]]
) -> list[Deadline]:
    key = legible(body.key)
    if not _ANY.search(key) or _EXAMPLE.match(key):
        return []
    returning = (_ended(key, item, issued_on) for item in recurrences(key))
    edges = _cell_edges(body, source, clause)
    candidates = [
        *returning,
        *limits(key),
        *whole_years(key),
        *ranges(key, issued_on),
        *day_lists(key, issued_on),
        *both_ends(key, issued_on),
        *dues(key, issued_on, clause.role),
        *(occasions(key, issued_on) if clause.role != "preamble" else ()),
        *(stated(key, issued_on) if clause.role != "preamble" else ()),
        *cells(key, edges, issued_on),
        *rhythm_cells(key, edges),
    ]
    found = [
        item for item in _first_come(candidates) if not (_inside(item, quoted) or _is_forecast(key, item))
    ]
    if any(item.kind == "recurrence" for item in found):
        found = [_every_year(key, item) for item in found]
    if clause.role == "preamble":
        found = [item for item in found if _still_ahead(key, item, issued_on)]
    return [_row(clause, body, item) for item in found]


def _cell_edges(body: MappedText, source: str, clause: Clause) -> list[int]:
    """The blanks of a text that stand for the edge of a table's cell: a tab or an upright stroke in the source.

    In an annex a line end is one too, since conversions of tables put each cell on its line; so is the start (-1) of
    a paragraph.
    """
    annex = clause.role == "annex"
    first = [-1] if annex and clause.kind == "paragraph" else []
    marks = "\t|\n" if annex else "\t|"
    if not any(mark in source[body.starts[0] : body.ends[-1]] for mark in marks):
        return first
    blanks = [at for at, character in enumerate(body.text) if character == " "]
    return first + [
        at for at in blanks if any(mark in source[body.ends[at - 1] : body.starts[at + 1]] for mark in marks)
    ]


def _first_come(candidates: Iterable[Found]) -> list[Found]:
    """Those that overlap none before them, by place: the kinds come in the order of how sure they are."""
    kept: list[Found] = []
    for item in candidates:
        at = bisect_left(
            kept, item.end, key=attrgetter("start")
        )  # kept by place: only the one before can overlap
        if not at or kept[at - 1].end <= item.start:
            kept.insert(at, item)
    return kept


def _ended(key: str, item: Found, issued_on: date | None) -> Found:
    """A recurrence with the end that may follow it: «hằng ngày … cho đến hết ngày 30/4/2020»."""
    until = _UNTIL.match(key, item.end)
    point = point_at(key, until.end()) if until else None
    if point is None or point.printed.unit != "day":
        return item
    return replace(item, end=point.end, ends_on=point.printed.last(year_of(point.printed, issued_on)))


def _every_year(key: str, item: Found) -> Found:
    """Beside a rhythm a day without year returns too: «hằng quý trước ngày 15 tháng cuối quý; 06 tháng trước ngày 15/6»."""
    day = _DAY_OF_YEAR.search(key[item.start : item.end]) if item.kind == "due" else None
    if day is None or not _REPORT_SPAN.search(key[max(0, item.start - 40) : item.start]):
        return item
    rule = f"FREQ=YEARLY;BYMONTH={int(day['month'])};BYMONTHDAY={int(day['day'])}"
    return Found(item.start, item.end, "recurrence", at_time=item.at_time, recurrence=rule)


def _inside(item: Found, quoted: list[tuple[int, int]]) -> bool:
    """Whether a limit stands inside quoted words, such as the new text of another document; no quotes overlap."""
    at = bisect_right(quoted, item.start, key=itemgetter(0))
    return at > 0 and item.start < quoted[at - 1][1]


def _still_ahead(key: str, item: Found, issued_on: date | None) -> bool:
    """A preamble retells past limits; one that is asked for and does not end before the day of issue is set here."""
    last = item.ends_on or item.starts_on
    if last is None or (issued_on is not None and last < issued_on):
        return False
    return bool(_ASKED.search(key[max(0, item.start - _ASKED_BEFORE) : item.start]))


def _is_forecast(key: str, item: Found) -> bool:
    """«Theo dự báo, từ ngày 10/9 đến ngày 12/9 có mưa to»: the weather keeps no time limit; an order beside it does."""
    return item.kind in ("due", "period") and bool(
        _FORECAST.search(key[max(0, item.start - 160) : item.start])
    )


def _row(clause: Clause, body: MappedText, item: Found) -> Deadline:
    span = body.source_span(item.start, item.end)
    return Deadline(
        deadline_id="",
        clause_id=clause.clause_id,
        directive_id=clause.directive_id,
        kind=item.kind,
        starts_on=item.starts_on,
        ends_on=item.ends_on,
        at_time=item.at_time,
        recurrence=item.recurrence,
        basis=item.basis,
        text=body.text[item.start : item.end],
        source_start=span.start,
        source_end=span.end,
    )
