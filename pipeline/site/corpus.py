"""The package's rows brought together as pages need them: by document, clause, agency, cited work, province."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from pipeline.site.load import Package
from pipeline.tables import (
    Agency,
    Anomaly,
    Assignment,
    Citation,
    Clause,
    ClauseTopic,
    Deadline,
    Directive,
    Evidence,
    Province,
    Recipient,
    RuleRow,
    Segment,
    Stamp,
    Topic,
    Validity,
    Work,
)

Row = TypeVar("Row")


@dataclass(frozen=True)
class Corpus:
    """Look-ups over a package. Lists keep the order of the tables; directives stand newest first."""

    package: Package

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """All documents, newest first; one without a date stands where its bound puts it."""
        return tuple(sorted(self.package.directives, key=newest_first))

    @cached_property
    def directive(self) -> Mapping[str, Directive]:
        """A document by its id."""
        return {row.directive_id: row for row in self.package.directives}

    @cached_property
    def clause(self) -> Mapping[str, Clause]:
        """A clause by its id."""
        return {row.clause_id: row for row in self.package.clauses}

    @cached_property
    def agency(self) -> Mapping[str, Agency]:
        """An agency of the code list by its id."""
        return {row.agency_id: row for row in self.package.agencies}

    @cached_property
    def work(self) -> Mapping[str, Work]:
        """A cited document by its id."""
        return {row.work_id: row for row in self.package.works}

    @cached_property
    def rule(self) -> Mapping[str, RuleRow]:
        """A rule by its id."""
        return {row.rule_id: row for row in self.package.rules}

    @cached_property
    def province(self) -> Mapping[str, Province]:
        """A province by its name."""
        return {row.name: row for row in self.package.provinces}

    @cached_property
    def clauses_of(self) -> Mapping[str, list[Clause]]:
        """The clauses of a document in reading order."""
        return grouped(self.package.clauses, attrgetter("directive_id"))

    @cached_property
    def segments_of(self) -> Mapping[str, list[Segment]]:
        """The segments of a document in the order of the source."""
        return grouped(self.package.segments, attrgetter("directive_id"))

    @cached_property
    def recipients_of(self) -> Mapping[str, list[Recipient]]:
        """Addressees and distribution list of a document."""
        return grouped(self.package.recipients, attrgetter("directive_id"))

    @cached_property
    def recipients_named(self) -> Mapping[str, list[Recipient]]:
        """Where documents name an agency of the code list among those they go to."""
        named = (row for row in self.package.recipients if row.agency_id)
        return grouped(named, attrgetter("agency_id"))

    @cached_property
    def stamps_of(self) -> Mapping[str, list[Stamp]]:
        """Stamps of a document."""
        return grouped(self.package.stamps, attrgetter("directive_id"))

    @cached_property
    def anomalies_of(self) -> Mapping[str, list[Anomaly]]:
        """Anomalies of a document."""
        return grouped(self.package.anomalies, attrgetter("directive_id"))

    @cached_property
    def citations_of(self) -> Mapping[str, list[Citation]]:
        """Citations of a document in the order of the source."""
        return grouped(self.package.citations, attrgetter("directive_id"))

    @cached_property
    def citations_to(self) -> Mapping[str, list[Citation]]:
        """The mentions of a cited work; a document's mention of itself is none."""
        others = (row for row in self.package.citations if row.work_id and row.relation != "self")
        return grouped(others, lambda row: row.work_id or "")

    @cached_property
    def work_of(self) -> Mapping[str, Work]:
        """The row in works of a document that the corpus holds."""
        return {row.directive_id: row for row in self.package.works if row.directive_id}

    @cached_property
    def validity_of(self) -> Mapping[str, Validity]:
        """What is known of a document's end."""
        return {row.directive_id: row for row in self.package.validity}

    @cached_property
    def evidence_of(self) -> Mapping[str, list[Evidence]]:
        """What states the values of a document's row."""
        return grouped(self.package.evidence, attrgetter("directive_id"))

    @cached_property
    def endings_told_by(self) -> Mapping[str, list[Validity]]:
        """The rows of validity that a document's words prove: its own, or those of one that it replaces."""
        told = (row for row in self.package.validity if row.evidence_directive_id)
        return grouped(told, lambda row: row.evidence_directive_id or "")

    @cached_property
    def assignments_of(self) -> Mapping[str, list[Assignment]]:
        """Assignments of a document."""
        return grouped(self.package.assignments, attrgetter("directive_id"))

    @cached_property
    def assignments_to(self) -> Mapping[str, list[Assignment]]:
        """Assignments to an agency of the code list."""
        return grouped(
            (row for row in self.package.assignments if row.agency_id), lambda row: row.agency_id or ""
        )

    @cached_property
    def deadlines_of(self) -> Mapping[str, list[Deadline]]:
        """Deadlines of a document."""
        return grouped(self.package.deadlines, attrgetter("directive_id"))

    @cached_property
    def deadlines_in(self) -> Mapping[str, list[Deadline]]:
        """Deadlines of a clause."""
        return grouped(self.package.deadlines, attrgetter("clause_id"))

    @cached_property
    def assignments_in(self) -> Mapping[str, list[Assignment]]:
        """Assignments of a clause."""
        return grouped(self.package.assignments, attrgetter("clause_id"))

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """A topic by its id."""
        return {row.topic_id: row for row in self.package.topics}

    @cached_property
    def topics_of(self) -> Mapping[str, list[ClauseTopic]]:
        """The coded clauses of a document."""
        return grouped(self.package.clause_topics, attrgetter("directive_id"))

    @cached_property
    def clauses_on(self) -> Mapping[str, list[ClauseTopic]]:
        """The clauses coded with a topic."""
        return grouped(self.package.clause_topics, attrgetter("topic_id"))

    @cached_property
    def directives_in(self) -> Mapping[str, list[Directive]]:
        """The documents of a province, newest first."""
        return grouped((row for row in self.directives if row.province), lambda row: row.province or "")

    def deadlines_for(self, clause: Clause) -> list[Deadline]:
        """The deadlines that bind a clause: its own, else the nearest that a clause around it sets."""
        at: Clause | None = clause
        while at is not None:
            if own := self.deadlines_in.get(at.clause_id):
                return own
            at = self.clause.get(at.parent_id or "")
        return []


def grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    """Rows by a key, both in the order in which they come."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def known_date(directive: Directive) -> date:
    """The date to sort a document by: of issue, else its lower bound, else the beginning of time."""
    return directive.issued_on or directive.issued_not_before or date.min


def newest_first(directive: Directive) -> tuple[int, str]:
    """The key that sorts documents newest first."""
    return -known_date(directive).toordinal(), directive.directive_id
