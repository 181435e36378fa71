"""A fact on a directive: one value with what states it. The first fact found for a field wins."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import Block
from pipeline.tables.audit import Basis
from pipeline.text import MappedText, Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of one column of `directives`, the rule that found it and the characters that say it."""

    field: str
    value: str
    rule_id: str | None
    span: Span | None
    basis: Basis = "stated"
    reason: str | None = None


def stated(
    field: str, value: str, rule_id: str, text: MappedText, start: int = 0, end: int | None = None
) -> Fact:
    """A fact that a stretch of text states, by default all of it."""
    stop = len(text.text) if end is None else end
    return Fact(field, value, rule_id, text.source_span(start, stop))


def first_of_each(facts: Iterable[Fact]) -> dict[str, Fact]:
    """For each field the first fact given for it."""
    chosen: dict[str, Fact] = {}
    for fact in facts:
        chosen.setdefault(fact.field, fact)
    return chosen


def whole(field: str, value: str, rule_id: str, block: Block) -> Fact:
    """A fact that a whole block states."""
    return stated(field, value, rule_id, block.text)
