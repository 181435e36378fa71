"""The calendar of deadlines: what a calendar program reads from it is what the table says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar
from tiny import CLAUSES, DIRECTIVE, ID, rows_of

from pipeline.package import package_files
from pipeline.package.ics import calendar
from pipeline.tables import Deadline

LONG = CLAUSES[1].text or ""


def deadline(**values: Any) -> Deadline:
    return Deadline(
        deadline_id=f"{ID}/dl1", clause_id=f"{ID}/1", directive_id=ID, text="trước ngày", source_start=0, source_end=9,
        **values,
    )  # fmt: skip


def events(*rows: Deadline) -> list[Any]:
    return list(Calendar.from_ical(calendar(rows, CLAUSES, [DIRECTIVE])).walk("VEVENT"))


def test_a_due_date_is_one_whole_day() -> None:
    (event,) = events(
        deadline(kind="due", ends_on=date(2021, 2, 5), at_time="17:00", basis="năm theo ngày ban hành")
    )
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2021, 2, 5), date(2021, 2, 6))
    assert event["summary"] == f"Hạn 17:00: {LONG}"
    assert event["description"] == f"«trước ngày» (năm theo ngày ban hành)\n{LONG}\n\n{ID}/1"


def test_an_entry_keeps_its_uid_when_limits_are_added_before_it_and_its_date_is_corrected() -> None:
    first = deadline(kind="due", ends_on=date(2021, 2, 5))
    added = replace(first, text="chậm nhất ngày", source_start=20, source_end=34)
    moved = replace(first, deadline_id=f"{ID}/dl2", ends_on=date(2021, 3, 5))
    (alone,), (_, later) = events(first), events(added, moved)
    assert alone["uid"] == later["uid"]
    assert str(alone["uid"]).startswith(f"{ID}/1-")


def test_no_two_entries_share_a_uid() -> None:
    row = deadline(kind="due", ends_on=date(2021, 2, 5))
    again = replace(row, deadline_id=f"{ID}/dl2", ends_on=date(2021, 4, 5))
    elsewhere = replace(row, clause_id=CLAUSES[0].clause_id, deadline_id=f"{ID}/dl3")
    uids = [str(event["uid"]) for event in events(row, again, elsewhere)]
    assert len(set(uids)) == 3


def test_the_time_stamp_is_the_date_of_issue_and_no_clock() -> None:
    (event,) = events(deadline(kind="due", ends_on=date(2021, 2, 5)))
    assert event.decoded("dtstamp") == datetime(2021, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "days"),
    [
        (date(2021, 2, 5), date(2021, 2, 20), (date(2021, 2, 5), date(2021, 2, 21))),
        (None, date(2021, 2, 20), (date(2021, 2, 20), date(2021, 2, 21))),
        (date(2021, 2, 5), None, (date(2021, 2, 5), date(2021, 2, 6))),
    ],
    ids=["both ends", "from now to a day", "from a day on"],
)
def test_a_period_is_as_long_as_its_text_says(
    starts_on: date | None, ends_on: date | None, days: tuple[date, date]
) -> None:
    (event,) = events(deadline(kind="period", starts_on=starts_on, ends_on=ends_on))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == days


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", date(2021, 2, 5)),  # 2021-02-01 is a Monday
        ("FREQ=MONTHLY;BYMONTHDAY=20", date(2021, 2, 20)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2021, 2, 28)),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", date(2022, 1, 31)),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", date(2021, 3, 20)),
    ],
)
def test_a_recurrence_begins_on_its_first_day_after_issue(rule: str, first: date) -> None:
    (event,) = events(deadline(kind="recurrence", recurrence=rule))
    assert event.decoded("dtstart") == first
    assert sorted(event["rrule"].to_ical().decode().split(";")) == sorted(rule.split(";"))


def test_a_recurrence_with_an_end_stops_there() -> None:
    row = deadline(kind="recurrence", recurrence="FREQ=DAILY", ends_on=date(2021, 2, 14), at_time="16:00")
    (event,) = events(row)
    assert event["rrule"]["UNTIL"] == [date(2021, 2, 14)]
    assert event.decoded("dtend") == date(2021, 2, 2)


@pytest.mark.parametrize(
    "row",
    [
        deadline(kind="event"),
        deadline(kind="recurrence", recurrence="FREQ=DAILY"),
        deadline(kind="recurrence", recurrence="FREQ=MONTHLY;INTERVAL=6"),
        deadline(kind="period"),
    ],
    ids=["no date", "every day for ever", "no first day", "an open period"],
)
def test_what_has_no_day_is_left_out(row: Deadline) -> None:
    assert events(row) == []


def test_lines_are_folded_at_75_bytes_and_commas_escaped() -> None:
    written = dict(package_files(rows_of))["deadlines.ics"]
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    (clause,) = (clause for clause in CLAUSES if clause.path == "preamble.par1")
    row = deadline(kind="due", ends_on=date(2021, 2, 5))
    commas = calendar([row], [type(clause)(**{**_cells(clause), "clause_id": f"{ID}/1"})], [DIRECTIVE])
    assert "Luật Thú y\\," in commas.decode().replace("\r\n ", "")


def test_the_same_rows_give_the_same_bytes() -> None:
    row = deadline(kind="due", ends_on=date(2021, 2, 5))
    assert calendar([row], CLAUSES, [DIRECTIVE]) == calendar([row], CLAUSES, [DIRECTIVE])


def test_a_long_clause_is_cut_between_words() -> None:
    clause = type(CLAUSES[1])(**{**_cells(CLAUSES[1]), "text": "báo cáo " * 40})
    written = calendar([deadline(kind="due", ends_on=date(2021, 2, 5))], [clause], [DIRECTIVE])
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    summary = str(event["summary"])
    assert summary.endswith("báo …")
    assert len(summary) <= 110


def _cells(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
