"""Enrichment: Structure → Document. What the text says of itself, of others, of who must act and by when.

Each finder reads the structure and gives rows; none changes a clause. Stamps come first (they may date the
document), then its identity, then what needs that: citations (which mention is the document itself), deadlines
(which year «trước ngày 15/6» means).
"""

from dataclasses import fields
from datetime import date
from typing import Any

from pipeline.enrich import assignments, citations, deadlines, identity, recipients, topics, validity
from pipeline.enrich.anomalies import find_anomalies
from pipeline.enrich.assignments import find_assignments
from pipeline.enrich.citations import find_citations
from pipeline.enrich.deadlines import find_deadlines
from pipeline.enrich.facts import Fact
from pipeline.enrich.identity import identify
from pipeline.enrich.recipients import find_recipients
from pipeline.enrich.stamps import find_stamps
from pipeline.enrich.topics import find_topics
from pipeline.enrich.validity import find_validity
from pipeline.records import Document, Structure
from pipeline.tables.audit import Evidence, Segment
from pipeline.tables.core import Directive
from pipeline.tables.meaning import Citation

RULES = (
    *identity.RULES, *recipients.RULES, *citations.RULES, *deadlines.RULES, *assignments.RULES, *topics.RULES, *validity.RULES,
)  # fmt: skip

__all__ = ["RULES", "enrich"]

_DATES = ("issued_on", "issued_not_before")


def enrich(structure: Structure) -> Document:
    """All rows of one document; raises `DataProblems` where a curated value contradicts the text."""
    stamps = find_stamps(structure)
    facts = identify(structure, stamps)
    number = facts["number"].value if "number" in facts else None
    kind: Any = facts["document_type"].value if "document_type" in facts else "other"
    cited = find_citations(structure, (kind, number))
    directive = _directive(structure, facts, cited)
    assigned = find_assignments(structure)
    due = find_deadlines(structure, directive.issued_on)
    return Document(
        directive=directive,
        clauses=structure.clauses,
        segments=structure.segments,
        evidence=_evidence(structure.source.directive_id, facts),
        anomalies=find_anomalies(structure, directive, assigned, due),
        stamps=stamps,
        recipients=find_recipients(structure),
        citations=cited,
        assignments=assigned,
        deadlines=due,
        clause_topics=find_topics(structure, cited, directive.title),
        validity=find_validity(structure, directive.issued_on),
        source=structure.source,
    )


def _directive(structure: Structure, facts: dict[str, Fact], cited: tuple[Citation, ...]) -> Directive:
    source = structure.source
    known = {field.name for field in fields(Directive)}
    values: dict[str, Any] = {name: _typed(name, fact.value) for name, fact in facts.items() if name in known}
    values.setdefault("document_type", "other")
    return Directive(
        directive_id=source.directive_id,
        issued_not_before=max(
            (one.cited_on for one in cited if one.cited_on and one.relation != "self"), default=None
        ),
        clause_count=len(structure.clauses),
        word_count=sum(len((clause.text or "").split()) for clause in structure.clauses),
        character_coverage=coverage(source.text, structure.segments),
        source_path=f"source/{source.file_name}",
        source_sha256=source.sha256,
        source_medium=source.sidecar.medium,
        source_encoding=source.encoding,
        **values,
    )


def _typed(name: str, value: str) -> str | date:
    return date.fromisoformat(value) if name in _DATES else value


def coverage(text: str, segments: tuple[Segment, ...]) -> float:
    """The share of a source's non-blank characters that is kept; 1 for a source without any."""
    ink = {"kept": 0, "removed": 0, "blank": 0}
    for segment in segments:
        stretch = text[segment.source_start : segment.source_end]
        ink[segment.disposition] += len("".join(stretch.split()))
    total = ink["kept"] + ink["removed"]
    return round(ink["kept"] / total, 6) if total else 1.0


def _evidence(directive_id: str, facts: dict[str, Fact]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            directive_id=directive_id,
            field=fact.field,
            value=fact.value,
            basis=fact.basis,
            rule_id=fact.rule_id,
            source_start=fact.span.start if fact.span else None,
            source_end=fact.span.end if fact.span else None,
            reason=fact.reason,
        )
        for fact in sorted(facts.values(), key=lambda fact: fact.field)
    )
