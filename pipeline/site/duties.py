"""Who must do what, by when: the clauses of a document that charge somebody or set a deadline.

A point that names nobody, or only bodies that coordinate, is the duty of those whom the nearest clause above it
names (`assignments.clause_id` in the data dictionary): «3. Giao Sở Y tế: a) Rà soát …» charges Sở Y tế with a.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.site.corpus import Corpus, grouped
from pipeline.tables import Assignment, Clause, Deadline, Directive

_MOST_DUTIES = 7
_FIRST_DUTIES = 5
_LEAD_IN_WORDS = 5
"""A clause with no more words than these, besides the names in it, only says who: «Giao Sở Y tế và …:»."""

_NOT_HANDED_DOWN = frozenset({"coordinate", "implement"})
"""Roles that make nobody answer for the points below: help, and the formula about the document as a whole."""

_HEIRS = frozenset({"clause", "point", "bullet"})

_Charged = Mapping[str, Sequence[Assignment]]


@dataclass(frozen=True, slots=True)
class Duty:
    """One row of «Ai phải làm gì, trước khi nào»: a clause, whom it names, and by when.

    `inherited` are the assignments of `source`, the clause above it that names those who must act; of a clause
    that names them itself there are none, and no source.
    """

    clause: Clause
    assignments: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    source: Clause | None = None
    inherited: tuple[Assignment, ...] = ()

    @property
    def everybody(self) -> tuple[Assignment, ...]:
        """All who are charged, those whom the clause itself names first."""
        return self.assignments + self.inherited


def duties(corpus: Corpus, directive: Directive) -> list[Duty]:
    """The clauses that charge somebody or set a deadline, in reading order.

    A clause without a deadline of its own stands under that of the clause around it. A deadline that names
    nobody has its row where no clause inside it shows it already. A short lead-in («Giao Sở Y tế:») has no row
    where its points have theirs.
    """
    key = directive.directive_id
    clauses = corpus.clauses_of.get(key, [])
    charged = grouped(corpus.assignments_of.get(key, []), lambda row: row.clause_id)
    rows = [row for clause in clauses for row in _duty(corpus, clause, charged)]
    led = {row.source.clause_id for row in rows if row.source}
    rows = [row for row in rows if row.clause.clause_id not in led or not _is_lead_in(row)]
    rows += _unclaimed(corpus, directive, rows)
    return sorted(rows, key=lambda duty: duty.clause.position)


def _duty(corpus: Corpus, clause: Clause, charged: _Charged) -> Iterator[Duty]:
    """The row of a clause that names somebody, or that stands right below one that does."""
    named = tuple(charged.get(clause.clause_id, ()))
    deadlines = tuple(corpus.deadlines_for(clause))
    if _handed_down(named) or any(row.role == "implement" for row in named):
        yield Duty(clause, named, deadlines)
        return
    source = _source(corpus, clause, charged)
    if source and (named or (clause.kind in _HEIRS and clause.parent_id == source.clause_id)):
        yield Duty(clause, named, deadlines, source, _handed_down(charged[source.clause_id]))
    elif named:
        yield Duty(clause, named, deadlines)


def _handed_down(rows: Sequence[Assignment]) -> tuple[Assignment, ...]:
    return tuple(row for row in rows if row.role not in _NOT_HANDED_DOWN)


def _source(corpus: Corpus, clause: Clause, charged: _Charged) -> Clause | None:
    """The nearest clause above one that names who must act."""
    above = corpus.clause.get(clause.parent_id or "")
    while above is not None and not _handed_down(charged.get(above.clause_id, ())):
        above = corpus.clause.get(above.parent_id or "")
    return above


def answerable(corpus: Corpus, clause: Clause) -> tuple[Assignment, ...]:
    """Who must do what a clause says: those it names, else those whom the nearest clause above it names."""
    own = tuple(corpus.assignments_in.get(clause.clause_id, ()))
    if _handed_down(own):
        return own
    source = _source(corpus, clause, corpus.assignments_in)
    return own + (_handed_down(corpus.assignments_in[source.clause_id]) if source else ())


def _is_lead_in(duty: Duty) -> bool:
    rest = duty.clause.text or ""
    for row in duty.assignments:
        rest = rest.replace(row.text, "", 1)
    return len(rest.split()) <= _LEAD_IN_WORDS


def _unclaimed(corpus: Corpus, directive: Directive, rows: Sequence[Duty]) -> list[Duty]:
    """The deadlines that no row shows, each clause's by themselves."""
    told = {row.deadline_id for duty in rows for row in duty.deadlines}
    every = corpus.deadlines_of.get(directive.directive_id, [])
    left = grouped((row for row in every if row.deadline_id not in told), lambda row: row.clause_id)
    return [Duty(corpus.clause[clause_id], (), tuple(group)) for clause_id, group in left.items()]


def first_duties(rows: Sequence[Duty]) -> tuple[list[Duty], list[Duty]]:
    """The duties to show at once and those to fold away: all if few, else those with a deadline, else the first."""
    if len(rows) <= _MOST_DUTIES:
        return list(rows), []
    first = [row for row in rows if row.deadlines][:_MOST_DUTIES] or list(rows[:_FIRST_DUTIES])
    return first, [row for row in rows if row not in first]
