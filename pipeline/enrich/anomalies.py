"""Anomalies: what a careful reader would question. Nothing is corrected; each is listed with where it stands."""

import re
from collections.abc import Iterator, Sequence

from pipeline.encodings import is_legacy
from pipeline.enrich.doubts import broken_off, no_document, odd_weekdays, past_deadlines
from pipeline.enrich.quotes import unbalanced_quotes
from pipeline.enrich.suspects import find_suspects
from pipeline.records import Finding, Structure
from pipeline.tables.audit import Anomaly
from pipeline.tables.core import Directive
from pipeline.tables.meaning import Assignment, Deadline
from pipeline.text import MappedText, Span

# A function word twice, «của của Tổng Bí thư», or two syllables and more twice, «tạm trú, tạm trú, thống kê». One
# full syllable twice is mostly two words that meet («hành vi vi phạm», «Tỉnh ủy ủy quyền») and is spared, and so is
# a phrase that the second time goes on («đầu tư, đầu tư xây dựng»).
_FUNCTION_WORDS = (
    "của|và|các|là|với|cho|trong|tại|về|để|những|được|không|theo|trên|từ|đến|do|này|khi|một|phải|đã|việc"
)
_REPEATED = re.compile(
    rf"(?<!\w)(?:(?P<word>{_FUNCTION_WORDS}) (?P=word)"
    r"|(?P<phrase>[^\W\d_]{2,8}(?: [^\W\d_]{1,8}){1,4})(?: (?P=phrase)|, (?P=phrase)(?=[,;.)])))(?!\w)"
)
_CELL_ENDS = re.compile(r"[|\t]")


def find_anomalies(
    structure: Structure,
    directive: Directive,
    assignments: Sequence[Assignment] = (),
    deadlines: Sequence[Deadline] = (),
) -> tuple[Anomaly, ...]:
    """All anomalies of a document, in reading order; those of the document as a whole come first."""
    found = [
        *structure.findings,
        *_of_the_file(structure),
        *_of_the_whole(directive),
        *_of_the_clauses(structure),
        *unbalanced_quotes(structure),
        *_unknown_agencies(assignments),
        *find_suspects(list(structure.bodies.items())),
        *past_deadlines(deadlines, directive.issued_on),
        *broken_off(structure),
        *no_document(structure, directive, assignments),
    ]
    ordered = sorted(found, key=lambda one: (one.span or (-1, -1), one.kind, one.text or ""))
    return tuple(_row(structure.source.directive_id, number, one) for number, one in enumerate(ordered, 1))


def _row(directive_id: str, number: int, finding: Finding) -> Anomaly:
    return Anomaly(
        anomaly_id=f"{directive_id}/an{number}",
        directive_id=directive_id,
        clause_id=finding.clause_id,
        kind=finding.kind,
        text=finding.text,
        suggestion=finding.suggestion,
        source_start=finding.span.start if finding.span else None,
        source_end=finding.span.end if finding.span else None,
    )


def _of_the_file(structure: Structure) -> Iterator[Finding]:
    """A text found by converting an old code page: a reader should know, since a letter may have been lost."""
    if is_legacy(structure.source.encoding):
        yield Finding("legacy-encoding", None, structure.source.encoding)


def _of_the_whole(directive: Directive) -> Iterator[Finding]:
    if directive.number is None:
        yield Finding("missing-number", None)
    if directive.issued_on is None:
        yield Finding("missing-date", None)
    if directive.issuer is None:
        yield Finding("unknown-issuer", None)
    bound = directive.issued_not_before
    if directive.issued_on and bound and bound > directive.issued_on:
        yield Finding(
            "conflicting-date",
            None,
            directive.issued_on.isoformat(),
            f"cites a document of {bound.isoformat()}",
        )


def _of_the_clauses(structure: Structure) -> Iterator[Finding]:
    for clause in structure.clauses:
        body = structure.bodies[clause.clause_id]
        yield from _repeated_phrases(structure.source.text, body, clause.clause_id)
        yield from odd_weekdays(body, clause.clause_id)


def _unknown_agencies(assignments: Sequence[Assignment]) -> Iterator[Finding]:
    """A body made responsible that the code list does not hold: «Ban Quản lý rừng phòng hộ Sông Đà»."""
    for row in assignments:
        if row.agency_id is None:
            span = Span(row.source_start, row.source_end)
            yield Finding("unknown-agency", span, row.text, None, row.clause_id)


def _repeated_phrases(source: str, body: MappedText, clause_id: str) -> Iterator[Finding]:
    """Words that stand twice in a row, with the suggestion to read them once; two cells of a table may read alike."""
    for match in _REPEATED.finditer(body.key):
        if _CELL_ENDS.search(source, *body.source_span(*match.span())):
            continue
        once = "word" if match["word"] else "phrase"
        yield Finding(
            "repeated-phrase",
            body.source_span(*match.span()),
            body.text[match.start() : match.end()],
            body.text[match.start(once) : match.end(once)],
            clause_id,
        )
