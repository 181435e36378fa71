"""Suspected misreadings and other doubts: what is found, and what a careful reader would leave alone."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import structure_of

from pipeline.codelists.pairs import COMMON_PAIRS, NEVER_RIGHT, ORDINARY
from pipeline.enrich.doubts import broken_off, odd_weekdays, past_deadlines
from pipeline.enrich.suspects import find_suspects
from pipeline.syllables import is_syllable
from pipeline.tables import Deadline
from pipeline.text import MappedText, Span, bare, mapped

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "suspects.toml").read_text(encoding="utf-8")
)["case"]


def body(text: str) -> MappedText:
    return mapped(text, [Span(0, len(text))])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_is_suspected(case: dict[str, Any]) -> None:
    found = list(find_suspects([("vi-du/1", body(case["text"]))]))
    assert [[one.text, one.suggestion] for one in found] == case.get("found", [])
    for one in found:
        assert one.span is not None
        assert case["text"][one.span.start : one.span.end] == one.text
        assert (one.kind, one.clause_id) == ("suspected-ocr", "vi-du/1")


def test_what_a_document_writes_elsewhere_decides() -> None:
    first, second = body("Không để sót người chêt."), body("Một chiếc thuyền, người chết.")
    (found,) = find_suspects([("a/1", first), ("a/2", second)])
    assert (found.text, found.suggestion) == ("chêt", "chết")


def test_the_pairs_are_possible_words() -> None:
    assert [pair for pair in COMMON_PAIRS if not all(map(is_syllable, pair.split()))] == []
    assert [half for half in ORDINARY if not is_syllable(half)] == []


def test_each_pair_that_is_never_right_has_one_that_is() -> None:
    letters = {bare(pair) for pair in COMMON_PAIRS}
    assert [pair for pair in NEVER_RIGHT if bare(pair) not in letters] == []
    assert not NEVER_RIGHT & COMMON_PAIRS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("họp lúc 8 giờ thứ Hai, ngày 14/7/2021", [("thứ Hai, ngày 14/7/2021", "thứ tư")]),
        ("ngày 05 tháng 02 năm 2021 (thứ Bảy)", [("ngày 05 tháng 02 năm 2021 (thứ Bảy", "thứ sáu")]),
        ("Chủ nhật, 31/5/2020", []),
        ("thứ 2 ngày 01/6/2020", []),
        ("thứ Sáu, ngày 25/6", []),
        ("Điều thứ ba ngày 02/6/2020", []),
        ("Thứ trưởng ký ngày 14/7/2021", []),
    ],
)
def test_a_day_of_the_week_that_the_calendar_denies(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text, one.suggestion) for one in odd_weekdays(body(text), "a/1")] == found


def deadline(ends_on: date, text: str) -> Deadline:
    return Deadline(
        deadline_id="a/dl1", clause_id="a/1", directive_id="a", kind="due", ends_on=ends_on,
        text=text, source_start=0, source_end=len(text),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ends_on", "text", "count"),
    [
        (date(2019, 3, 31), "trong tháng 3 năm 2019", 1),
        (date(2020, 2, 20), "trước ngày 20/02/2020", 0),
        (date(2020, 1, 15), "trước ngày 15/01", 0),
        (date(2020, 12, 31), "trước ngày 31/12/2020", 0),
    ],
)
def test_a_deadline_long_before_the_document(ends_on: date, text: str, count: int) -> None:
    assert len(list(past_deadlines([deadline(ends_on, text)], date(2020, 3, 5)))) == count


LONG = "Thủ trưởng các sở, ban, ngành và Chủ tịch Ủy ban nhân dân các huyện chịu trách nhiệm thi hành"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{LONG}.\n{LONG} và", ["truncated"]),
        (f"{LONG}.\n{LONG}.", []),
        (f"{LONG}.\n{LONG}./.", []),
        (f"{LONG}\n{LONG}\n{LONG}", []),
        (f"{LONG}.\nPhụ lục", []),
        ("", []),
    ],
)
def test_a_text_that_breaks_off(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in broken_off(structure_of(text))] == kinds
