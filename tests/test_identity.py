"""Identity: what short documents say of themselves, in which words, and what a sidecar adds."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.clean import clean
from pipeline.enrich.facts import Fact
from pipeline.enrich.identity import RULES, identify
from pipeline.enrich.stamps import find_stamps
from pipeline.errors import DataProblems
from pipeline.records import Curated, Sidecar, SourceText
from pipeline.structure import structure

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases/identity.toml").read_text(encoding="utf-8"))[
    "case"
]
IDS = [case["name"] for case in CASES]
RULE_IDS = {rule.id for rule in RULES}


def facts_of(text: str, **curated: Curated) -> dict[str, Fact]:
    sidecar = Sidecar(curated=curated)
    source = SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text, sidecar)
    taken_apart = structure(clean(source))
    return identify(taken_apart, find_stamps(taken_apart))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    facts = facts_of(case["text"])
    expected = {field: value for field, value in case.items() if isinstance(value, list)}
    assert {field: _value_and_words(case["text"], facts.get(field)) for field in expected} == expected


def _value_and_words(text: str, fact: Fact | None) -> list[str]:
    if fact is None:
        return []
    assert fact.span
    return [fact.value, text[fact.span.start : fact.span.end]]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_fact_names_its_rule_and_an_inferred_one_its_reason(case: dict[str, Any]) -> None:
    for field, fact in facts_of(case["text"]).items():
        assert fact.field == field
        assert fact.rule_id in RULE_IDS
        assert (fact.reason is None) == (fact.basis == "stated")
        assert fact.basis in ("stated", "inferred")


def test_a_date_of_issue_never_stands_without_its_basis() -> None:
    for case in CASES:
        facts = facts_of(case["text"])
        assert ("issued_on" in facts) == ("issued_on_basis" in facts)
        assert "issued_on" not in facts or date.fromisoformat(facts["issued_on"].value)


LETTER = """HUYỆN ỦY CAO LỘC
Số 12-CV/HU
Cao Lộc, ngày 16 tháng 8 năm 2021
V/v rà soát hộ nghèo
1. Rà soát hộ nghèo theo chuẩn mới.
2. Lập danh sách gửi về Văn phòng.
"""
UNDATED = LETTER.replace("Cao Lộc, ngày 16 tháng 8 năm 2021\n", "")


def test_a_curated_value_fills_what_the_text_does_not_say() -> None:
    curated = Curated("Lạng Sơn", "Huyện Cao Lộc thuộc tỉnh Lạng Sơn")
    fact = facts_of(LETTER, province=curated)["province"]
    assert (fact.value, fact.basis, fact.reason) == (curated.value, "curated", curated.reason)
    assert (fact.span, fact.rule_id) == (None, None)
    assert "province" not in facts_of(LETTER)


def test_a_curated_date_is_said_to_be_such() -> None:
    facts = facts_of(UNDATED, issued_on=Curated("2021-08-15", "Sổ công văn đi"))
    assert facts["issued_on"].value == "2021-08-15"
    assert facts["issued_on_basis"].value == "curated"
    assert facts["issued_on_basis"].reason == "Sổ công văn đi"


def test_a_curated_value_that_the_text_states_too_is_no_contradiction() -> None:
    fact = facts_of(LETTER, number=Curated("12-CV/HU", "Sổ công văn đi"))["number"]
    assert (fact.value, fact.basis) == ("12-CV/HU", "curated")


def test_another_place_of_the_tone_is_no_contradiction() -> None:
    text = LETTER.replace("hộ nghèo", "hoá đơn")
    title = facts_of(text, title=Curated("V/v rà soát hóa đơn", "Viết theo chính tả mới"))["title"]
    assert title.value == "V/v rà soát hóa đơn"


def test_a_contradicting_curated_value_is_refused_in_one_sentence() -> None:
    with pytest.raises(DataProblems) as raised:
        facts_of(LETTER, number=Curated("13-CV/HU", "Sổ công văn đi"))
    (problem,) = raised.value.problems
    assert problem.where == "vi-du.toml, [curated.number]"
    assert problem.what.startswith("says '13-CV/HU', but the text says '12-CV/HU' (characters ")
    assert problem.remedy == "Correct the sidecar, or set overrides = true there if the text is wrong."


def test_every_contradiction_is_told_at_once() -> None:
    with pytest.raises(DataProblems) as raised:
        facts_of(LETTER, number=Curated("13-CV/HU", "Sổ"), issued_on=Curated("2021-08-17", "Sổ"))
    assert [problem.where for problem in raised.value.problems] == [
        "vi-du.toml, [curated.issued_on]",
        "vi-du.toml, [curated.number]",
    ]


def test_a_curated_value_may_say_that_it_overrides() -> None:
    fact = facts_of(LETTER, number=Curated("13-CV/HU", "Bản in sai số", overrides=True))["number"]
    assert (fact.value, fact.reason) == ("13-CV/HU", "Bản in sai số")
