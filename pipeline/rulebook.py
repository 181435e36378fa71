"""All rules of all stages in the order of running, and how often each acted in a corpus."""

from collections import Counter
from collections.abc import Iterable

from pipeline import clean, enrich, markup, structure
from pipeline.records import Document
from pipeline.rules import Rule
from pipeline.tables import RuleRow

RULES: tuple[Rule, ...] = (*markup.RULES, *clean.RULES, *structure.RULES, *enrich.RULES)


def rule_rows(documents: Iterable[Document]) -> tuple[RuleRow, ...]:
    """The published `rules` table: every rule, fired or not, with its hits in segments and evidence."""
    hits: Counter[str | None] = Counter()
    for document in documents:
        hits.update(segment.rule_id for segment in document.segments)
        hits.update(evidence.rule_id for evidence in document.evidence)
    return tuple(_row(rule, hits[rule.id]) for rule in RULES)


def _row(rule: Rule, hits: int) -> RuleRow:
    return RuleRow(
        rule_id=rule.id,
        stage=rule.stage,
        action=rule.action,
        reason=rule.reason,
        example=rule.matches[0],
        hit_count=hits,
    )
