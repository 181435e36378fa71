"""Doubts about a document as a whole: days that cannot be, deadlines long past, a text that breaks off."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from pipeline.dates import find_dates
from pipeline.records import Finding, Structure
from pipeline.tables.audit import SegmentKind
from pipeline.tables.core import Clause, Directive
from pipeline.tables.meaning import Assignment, Deadline
from pipeline.text import MappedText, Span

_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_DAY_NAME = r"(?P<name>[Tt]hứ (?i:hai|ba|tư|năm|sáu|bảy|[2-7])|[Cc]hủ (?i:nhật))"
_BEFORE = re.compile(rf"(?<!\w){_DAY_NAME},? \(?$")
_AFTER = re.compile(rf",? \(?(?:tức )?(?:là )?{_DAY_NAME}(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SLACK = timedelta(days=31)
"""A deadline may lie this long before the document that repeats it; one further back has a wrong year."""
_END = re.compile(r"[.;:!?…/”\"’)\]][\W_]{0,4}$")
_NAME_LENGTH = 14
_OFFICIAL: tuple[SegmentKind, ...] = ("number", "title", "dateline", "addressee", "recipient", "signature")
_PROSE = 100
_RUNNING = 60
"""A paragraph of at least this many characters is a sentence, not a heading or a table's cell."""


def odd_weekdays(body: MappedText, clause_id: str) -> Iterator[Finding]:
    """«thứ Hai, ngày 14/7/2021» where that was a Wednesday; a date without its year is not doubted."""
    named = "hứ " in body.key or "hủ " in body.key
    for printed in find_dates(body.key) if named else ():
        before = _BEFORE.search(body.key, max(0, printed.start - _NAME_LENGTH), printed.start)
        after = _AFTER.match(body.key, printed.end)
        name = before or after
        if printed.whole is None or name is None or _weekday(name["name"]) == printed.whole.weekday():
            continue
        start, end = min(printed.start, name.start()), max(printed.end, name.end())
        right = _day_name(printed.whole)
        yield Finding(
            "conflicting-date", body.source_span(start, end), body.text[start:end], right, clause_id
        )


def _day_name(day: date) -> str:
    return "chủ nhật" if day.weekday() == 6 else f"thứ {_WEEKDAYS[day.weekday()]}"


def _weekday(name: str) -> int:
    """The day's number, 0 for Monday (thứ hai), as `date.weekday` counts."""
    last = name.split(" ")[-1].lower()
    if last.isdigit():
        return int(last) - 2
    return _WEEKDAYS.index(last) if last in _WEEKDAYS else 6


def past_deadlines(deadlines: Iterable[Deadline], issued_on: date | None) -> Iterator[Finding]:
    """Deadlines with a printed year that end long before the document: «trước ngày 15/3/2019» in one of 2020."""
    for row in deadlines:
        past = issued_on and row.ends_on and row.ends_on < issued_on - _SLACK
        if past and row.kind == "due" and _YEAR.search(row.text):
            span = Span(row.source_start, row.source_end)
            yield Finding("conflicting-date", span, row.text, None, row.clause_id)


def broken_off(structure: Structure) -> Iterator[Finding]:
    """A document whose last words are those of a sentence without an end, with no signature or recipients after it.

    Only where most paragraphs of its length do end: some news pages never set full stops. One that announces its orders
    at the end, «… như sau:», lacks these.
    """
    running = [clause for clause in structure.clauses if len(clause.text or "") >= _RUNNING]
    if not running or running[-1] is not structure.clauses[-1] or running[-1].role == "annex":
        return
    last, ended = running[-1], sum(map(_ends, running))
    announces = (last.text or "").endswith(":")
    after = any(
        block.spans[0].start >= last.source_end and block.kind != "stamp" for block in structure.blocks
    )
    if (announces or not _ends(last)) and not after and ended * 3 >= (len(running) - 1) * 2:
        body = structure.bodies[last.clause_id]
        start = max(0, len(body.text) - _RUNNING)
        span = body.source_span(start, len(body.text))
        yield Finding("truncated", span, body.text[start:], None, last.clause_id)


def no_document(
    structure: Structure, directive: Directive, assigned: Sequence[Assignment]
) -> Iterator[Finding]:
    """A page without a document's text: nothing official in it, no order or list; or only a portal's table of one."""
    listed = any(clause.label and clause.role == "operative" for clause in structure.clauses)
    if listed or any(structure.blocks_of(*_OFFICIAL)):
        return
    unnamed = directive.number is None and directive.document_type == "other" and not assigned
    if unnamed or not any(map(_is_sentence, structure.clauses)):
        suggestion = "gives no text of a document: look for the text itself and put that into the source"
        yield Finding("not-a-document", None, None, suggestion)


def _is_sentence(clause: Clause) -> bool:
    return len(clause.text or "") >= _PROSE or (clause.text or "").endswith((".", ";"))


def _ends(clause: Clause) -> bool:
    return bool(_END.search(clause.text or ""))
