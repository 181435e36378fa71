"""All rules of all stages in the order of running, and how often each acted in a corpus."""

from collections import Counter
from collections.abc import Iterable

from pipeline import clean, enrich, markup, structure
from pipeline.enrich import identity, topics
from pipeline.records import Document
from pipeline.rules import Rule
from pipeline.tables import RuleRow

RULES: tuple[Rule, ...] = (*markup.RULES, *clean.RULES, *structure.RULES, *enrich.RULES)

# The rules whose every act leaves its name in the data. What others find are rows: a citation, a deadline, a clause.
_TRACED = frozenset(rule.id for rule in (*markup.RULES, *clean.RULES, *identity.RULES, *topics.RULES))


def rule_rows(documents: Iterable[Document]) -> tuple[RuleRow, ...]:
    """The published `rules` table: every rule, fired or not, with its hits where segments, evidence or topics name it."""
    hits: Counter[str | None] = Counter()
    for document in documents:
        hits.update(segment.rule_id for segment in document.segments)
        hits.update(evidence.rule_id for evidence in document.evidence)
        hits.update(f"topic-{row.topic_id}" for row in document.clause_topics)
    return tuple(_row(rule, hits[rule.id] if rule.id in _TRACED else None) for rule in RULES)


def _row(rule: Rule, hits: int | None) -> RuleRow:
    return RuleRow(
        rule_id=rule.id,
        stage=rule.stage,
        action=rule.action,
        reason=rule.reason,
        example=rule.matches[0],
        hit_count=hits,
    )
