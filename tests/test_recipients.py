"""Recipients: lists as printed become rows (cases/recipients.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.enrich.recipients import RULES, find_recipients
from pipeline.records import Block, SourceText, Structure
from pipeline.rules import Rule
from pipeline.tables.audit import SegmentKind
from pipeline.text import Span, mapped

CASES = tomllib.loads((Path(__file__).parent / "cases" / "recipients.toml").read_text("utf-8"))["case"]


def structure_with(addressee: list[str], distribution: list[str]) -> Structure:
    lines: list[tuple[SegmentKind, str]] = [("addressee", line) for line in addressee]
    lines += [("recipient", line) for line in distribution]
    text = "\n".join(line for _, line in lines)
    blocks, at = [], 0
    for kind, line in lines:
        span = Span(at, at + len(line))
        blocks.append(Block(kind, mapped(text, [span]), (span,)))
        at += len(line) + 1
    return Structure(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text), tuple(blocks), (), {}, ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_list_becomes_rows(case: dict[str, Any]) -> None:
    addressee, distribution = case.get("addressee", []), case.get("distribution", [])
    rows = find_recipients(structure_with(addressee, distribution))
    assert [row.name + (f" | {row.note}" if row.note else "") for row in rows] == case["rows"]
    agencies = {row.name: row.agency_id for row in rows}
    assert {name: agencies[name] for name in case.get("agency", {})} == case.get("agency", {})


def test_the_two_lists_are_numbered_through_in_reading_order() -> None:
    rows = find_recipients(structure_with(["Kính gửi: Sở Y tế"], ["Nơi nhận:", "- Như trên;"]))
    assert [(row.recipient_id, row.position, row.list) for row in rows] == [
        ("vi-du/rec1", 1, "addressee"),
        ("vi-du/rec2", 2, "distribution"),
    ]


def test_a_document_without_lists_has_no_recipients() -> None:
    assert find_recipients(structure_with([], [])) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_finds_its_examples_and_spares_its_near_misses(rule: Rule) -> None:
    assert [text for text in rule.matches if not rule.finds(text)] == []
    assert [text for text in rule.spares if rule.finds(text)] == []
