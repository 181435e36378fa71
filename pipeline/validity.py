"""Validity over the corpus: what documents say of each other's end, beside what each says of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.records import Document
from pipeline.tables import Citation, Work
from pipeline.tables.core import Directive
from pipeline.tables.validity import Validity, ValidityState

_STATES: Mapping[str, ValidityState] = {"replaces": "replaced", "repeals": "repealed"}

_Ending = tuple[Directive, Citation]


def settle(documents: Sequence[Document], works: Iterable[Work]) -> tuple[Document, ...]:
    """Put into each document's row who replaced or repealed it; where several say so, the earliest issued.

    Only the whole of a document counts: a provision replaced or repealed leaves the document's state as it is.
    """
    held = {work.work_id: work.directive_id for work in works if work.directive_id}
    endings: dict[str, list[_Ending]] = {}
    for document in documents:
        for citation in document.citations:
            ended = held.get(citation.work_id or "")
            if ended and ended != citation.directive_id and _ends_the_whole(citation):
                endings.setdefault(ended, []).append((document.directive, citation))
    return tuple(
        _settled(document, endings.get(document.directive.directive_id, ())) for document in documents
    )


def _ends_the_whole(citation: Citation) -> bool:
    return citation.relation in _STATES and citation.cited_provision is None


def _settled(document: Document, endings: Sequence[_Ending]) -> Document:
    if not endings:
        return document
    by, citation = min(endings, key=_order)
    rows = tuple(_ended(row, by, citation) for row in document.validity)
    return replace(document, validity=rows)


def _order(ending: _Ending) -> tuple[date, str, int]:
    """Documents without a date come last."""
    directive, citation = ending
    return directive.issued_on or date.max, directive.directive_id, citation.source_start


def _ended(own: Validity, by: Directive, citation: Citation) -> Validity:
    return replace(
        own,
        state=_STATES[citation.relation],
        since=by.issued_on,
        by_directive_id=by.directive_id,
        reason=citation.text,
        evidence_directive_id=by.directive_id,
        evidence_start=citation.source_start,
        evidence_end=citation.source_end,
    )
