"""Link: which document each citation means, over the whole corpus.

Two mentions are one work where type, number and date agree, spelled as they may be. A mention that says less
(a short form, a number without its date, a law's name alone) joins the one fuller mention it can mean: first in its
own document, then in the corpus, and only where a single one fits and is not younger than the citing document. State
numbers restart every year, and local ones in every province; Party numbers run over a committee's term, so an undated
one is never merged across documents unless something dates it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.link.identities import Identity, Resolver, identity_of, name_of
from pipeline.link.works import Mention, held_by_number, unique_ids, work_of
from pipeline.numbers import has_code, is_party
from pipeline.records import Document
from pipeline.tables.meaning import Work

__all__ = ["link"]


def link(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[Work, ...]]:
    """Resolve all citations and list the works cited; documents keep their order, works are sorted by `work_id`.

    A document's mention of itself (relation `self`) is no citation of a work and keeps an empty `work_id`.
    """
    groups = _grouped(_in_corpus([mention for document in documents for mention in _in_document(document)]))
    held = held_by_number(documents)
    works = {identity: work_of(identity, group, held) for identity, group in groups.items()}
    ids = unique_ids([(work.work_id, identity) for identity, work in works.items()])
    by_citation = {
        mention.citation.citation_id: ids[identity] for identity, group in groups.items() for mention in group
    }
    rows = [replace(work, work_id=ids[identity]) for identity, work in works.items()]
    linked = tuple(_with_works(document, by_citation) for document in documents)
    return linked, tuple(sorted(rows, key=lambda work: work.work_id))


def _with_works(document: Document, ids: Mapping[str, str]) -> Document:
    citations = tuple(replace(row, work_id=ids.get(row.citation_id)) for row in document.citations)
    return replace(document, citations=citations)


def _in_document(document: Document) -> list[Mention]:
    """The mentions of one document, each with all that the document itself says of what it means."""
    said = [
        Mention(document.directive, row, identity_of(row, document.directive))
        for row in document.citations
        if row.relation != "self"
    ]
    resolver = _resolver(said)
    return [replace(mention, identity=resolver.resolve(mention.identity)) for mention in said]


def _in_corpus(mentions: Sequence[Mention]) -> list[Mention]:
    resolver = _resolver(mentions)
    return [replace(mention, identity=_settled(mention, resolver)) for mention in mentions]


def _resolver(mentions: Iterable[Mention]) -> Resolver:
    return Resolver((mention.identity, name_of(mention.citation)[0]) for mention in mentions)


def _settled(mention: Mention, resolver: Resolver) -> Identity:
    """The identity over the corpus; a short form or Party number that nothing dates means something in its document only."""
    directive, identity = mention.directive, mention.identity
    if identity.number and not has_code(identity.number):
        return replace(identity, owner=directive.directive_id)
    found = resolver.resolve(identity, directive.issued_on or directive.issued_not_before)
    if found.on is None and found.year is None and is_party(mention.citation.cited_number or ""):
        return replace(found, owner=directive.directive_id)
    return found


def _grouped(mentions: Iterable[Mention]) -> dict[Identity, list[Mention]]:
    groups: dict[Identity, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.identity].append(mention)
    return groups
