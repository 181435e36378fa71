"""Time limits: readable cases, the five real documents, and what must hold of any text."""

import json
import time
import tomllib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import structure_of

from pipeline.enrich.deadlines import find_deadlines
from pipeline.records import Structure
from pipeline.tables import Deadline
from pipeline.tables.core import Role

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases/deadlines.toml").read_text(encoding="utf-8"))[
    "case"
]
IDS = [case["name"] for case in CASES]


def _structure(case: dict[str, Any]) -> Structure:
    structure = structure_of(case["text"])
    role = cast(Role, case.get("role", "operative"))
    return replace(structure, clauses=tuple(replace(clause, role=role) for clause in structure.clauses))


def _found(case: dict[str, Any]) -> tuple[Deadline, ...]:
    issued_on = case.get("issued_on", "2021-08-05")
    return find_deadlines(_structure(case), date.fromisoformat(issued_on) if issued_on else None)


def _line(row: Deadline) -> str:
    values = (row.kind, row.starts_on, row.ends_on, row.at_time, row.recurrence)
    return " | ".join(str(value or "-") for value in values)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case(case: dict[str, Any]) -> None:
    rows = _found(case)
    assert [_line(row) for row in rows] == case["limits"]
    if "words" in case:
        assert [row.text for row in rows] == case["words"]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_row_points_to_its_words(case: dict[str, Any]) -> None:
    source = _structure(case).source.text
    assert all(source[row.source_start : row.source_end] == row.text for row in _found(case))


@pytest.mark.parametrize("path", sorted((HERE / "gold/public").glob("*.json")), ids=lambda path: path.stem)
def test_gold(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (HERE.parent / "source" / f"{path.stem}.txt").read_text(encoding="utf-8")
    issued_on = gold["directive"]["issued_on"]
    rows = find_deadlines(structure_of(text), date.fromisoformat(issued_on) if issued_on else None)
    found = [(row.kind, str(row.starts_on or ""), str(row.ends_on or "")) for row in rows]
    assert found == [(row["kind"], row["starts_on"] or "", row["ends_on"] or "") for row in gold["deadlines"]]


def test_a_computed_date_says_how_it_was_computed() -> None:
    (period,) = find_deadlines(structure_of("Cách ly trong vòng 15 ngày kể từ ngày 01/04/2020."), None)
    (due,) = find_deadlines(structure_of("Báo cáo trong tháng 9."), date(2021, 8, 5))
    assert period.basis == "15 ngày kể từ 2020-04-01, tính cả ngày đầu"
    assert due.basis == "ngày cuối tháng, năm theo ngày ban hành"


PIECES = st.sampled_from(
    ("trước", "ngày", "15/8/2021", "từ", "đến", "hết", "trong", "vòng", "15", "giờ", "kể từ", "hằng", "tháng", "quý III", "năm",
     "định kỳ", "chậm nhất", ",", ".", "(", "“", "”", "báo cáo", "hoàn thành", "thứ Sáu", "31/6/2020", "0", "\n")
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_any_text_gives_sound_rows(text: str) -> None:
    structure = structure_of(text)
    rows = find_deadlines(structure, date(2021, 8, 5))
    for row in rows:
        assert row.text in structure.bodies[row.clause_id].text
        assert (row.kind == "recurrence") == (row.recurrence is not None)
        assert row.kind != "event" or row.ends_on is None
    assert all(one.source_end <= other.source_start for one, other in pairwise(rows))


@pytest.mark.parametrize(
    "unit",
    ["trước ngày 1 ", "từ ngày 1/1/2020 đến ", "trong vòng 15 ngày ", "hằng tháng ", "ngày 1, 2 ", "thời gian ", "“", "hoàn thành ",
     "định kỳ 6 ", "thứ Hai, "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    """Four times the text takes about four times the time, whatever is repeated in it."""
    short, long = (_seconds(unit * (size // len(unit))) for size in (20_000, 80_000))
    assert long < 12 * max(short, 0.005)


def _seconds(text: str) -> float:
    structure = structure_of(text)
    start = time.process_time()
    find_deadlines(structure, date(2021, 8, 5))
    return time.process_time() - start
