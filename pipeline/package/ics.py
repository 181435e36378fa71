"""`deadlines.ics`: the dated time limits of all documents as a calendar (RFC 5545), for any calendar program.

Every entry is for whole days: a time of day stands in its summary, so that a program in another time zone shows the
day that the text names. A recurrence is given only where its rule names the day and it cannot flood a calendar: «trước
16 giờ hằng ngày» without an end is left out, and so is one whose first day the text leaves open («định kỳ 6 tháng»).
No clock: an entry's time stamp is the document's date of issue. An entry keeps its UID as long as its clause and its
words stay, however many limits the document has before it: a calendar program then changes it instead of adding another.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vRecur

from pipeline.tables import Clause, Deadline, Directive

PATH = "deadlines.ics"
_NAME = "Thời hạn trong các văn bản"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_SUMMARY = 100
_DAY = timedelta(days=1)
_KINDS = {"due": "Hạn", "period": "Thời gian", "recurrence": "Định kỳ"}


def calendar(
    deadlines: Iterable[Deadline], clauses: Iterable[Clause], directives: Iterable[Directive]
) -> bytes:
    """Write all dated limits as one calendar, in the order of the rows; lines are folded and end in CR LF."""
    whole = Calendar()
    for name, value in (("prodid", "-//chithi//deadlines//VI"), ("version", "2.0"), ("x-wr-calname", _NAME)):
        whole.add(name, value)
    texts = {clause.clause_id: clause.text or "" for clause in clauses}
    by_id = {directive.directive_id: directive for directive in directives}
    seen: Counter[str] = Counter()
    for row in deadlines:
        uid = _uid(row, seen)
        for event in _events(row, uid, texts[row.clause_id], by_id[row.directive_id]):
            whole.add_component(event)
    written: bytes = whole.to_ical()
    return written


def _uid(row: Deadline, seen: Counter[str]) -> str:
    """A name from the clause and a digest of the limit's words; the same words again in one clause are numbered."""
    digest = hashlib.sha256(row.text.encode()).hexdigest()[:12]
    name = f"{row.clause_id}-{digest}"
    seen[name] += 1
    return f"{name}{f'-{seen[name]}' if seen[name] > 1 else ''}@chithi"


def _events(row: Deadline, uid: str, text: str, directive: Directive) -> Iterator[Event]:
    """The entry of one limit, or none."""
    first = _first_day(row, directive.issued_on)
    if first is None:
        return
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(directive.issued_on or first, datetime.min.time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", (first if row.recurrence else row.ends_on or first) + _DAY)
    if row.recurrence:
        event.add("rrule", _rule(row))
    event.add("summary", _summary(row, text))
    event.add("description", "\n".join(_description(row, text, directive)))
    event.add("categories", [row.kind])
    event.add("transp", "TRANSPARENT")
    yield event


def _first_day(row: Deadline, issued_on: date | None) -> date | None:
    """The day an entry begins: of a period its first day if stated, of a recurrence the first after issue."""
    if row.kind == "recurrence":
        return _first_recurrence(row, row.starts_on or issued_on)
    return (row.starts_on if row.kind == "period" else None) or row.ends_on


def _first_recurrence(row: Deadline, after: date | None) -> date | None:
    rule: Mapping[str, list[int | str]] = vRecur.from_ical(row.recurrence or "")
    if after is None or "INTERVAL" in rule:
        return None
    if not any(name in rule for name in ("BYDAY", "BYMONTHDAY")):
        return after if row.ends_on and rule.get("FREQ") == ["DAILY"] else None
    year = (after + number * _DAY for number in range(366))
    return next((day for day in year if _is_named(day, rule)), None)


def _is_named(day: date, rule: Mapping[str, list[int | str]]) -> bool:
    """Whether a rule's weekdays, days of the month (-1 the last) and months, where it names any, have a day."""
    from_end = -1 if (day + _DAY).day == 1 else 0
    return (
        (_DAYS[day.weekday()] in rule.get("BYDAY", _DAYS))
        and (not rule.get("BYMONTHDAY") or not {day.day, from_end}.isdisjoint(rule["BYMONTHDAY"]))
        and (day.month in rule.get("BYMONTH", range(1, 13)))
    )


def _rule(row: Deadline) -> vRecur:
    rule: vRecur = vRecur.from_ical(row.recurrence or "")
    if row.ends_on:
        rule["UNTIL"] = [row.ends_on]
    return rule


def _summary(row: Deadline, text: str) -> str:
    """«Hạn 12:00: Lập danh sách công nhân …»: what must be done, cut between two words."""
    words = text if len(text) <= _LONGEST_SUMMARY else text[:_LONGEST_SUMMARY].rpartition(" ")[0] + " …"
    return " ".join(filter(None, (_KINDS[row.kind], row.at_time))) + f": {words}"


def _description(row: Deadline, text: str, directive: Directive) -> Iterator[str]:
    yield f"«{row.text}»" + (f" ({row.basis})" if row.basis else "")
    yield text
    yield " ".join(filter(None, (directive.number, directive.title)))
    yield row.clause_id
