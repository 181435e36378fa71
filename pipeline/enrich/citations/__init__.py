"""Citations (viện dẫn): every mention of another document, found per document; `link` resolves them to works later."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.enrich.citations.relations import Setting, lead_after, relations
from pipeline.enrich.citations.rules import RULES
from pipeline.enrich.citations.scan import Mention, is_annexed, mentions_in, opens_annex, sentence_case
from pipeline.numbers import number_key
from pipeline.records import SourceText, Structure
from pipeline.tables.core import DocumentType
from pipeline.tables.meaning import Citation, Relation
from pipeline.text import MappedText, Span

__all__ = ["RULES", "find_citations"]

Own = tuple[DocumentType, str | None]


def find_citations(structure: Structure, own: Own) -> tuple[Citation, ...]:
    """Find all citations of a document, in reading order; `work_id` is left empty.

    Title blocks and clauses are read; an annex's «(Kèm theo Kế hoạch số …)» is the document itself, also where it
    stands in a heading. `own` is the document's own type and number: a mention of it has the relation `self`.
    """
    directive_id = structure.source.directive_id
    rows = sorted([*_around(structure, own), *_within(structure, own)], key=lambda row: row.source_start)
    return tuple(replace(row, citation_id=f"{directive_id}/cit{n}") for n, row in enumerate(rows, start=1))


def _around(structure: Structure, own: Own) -> Iterator[Citation]:
    """Citations outside the clauses: all in the title, in headings only those of the document itself."""
    source = structure.source
    for block in structure.blocks_of("title"):
        rows, _ = _in_text(block.text, source, None, Setting(own[0], None), own)
        yield from rows
    for block in structure.blocks_of("heading"):
        rows, _ = _in_text(block.text, source, None, Setting(own[0], "annex"), own)
        yield from (row for row in rows if row.relation == "self")


def _within(structure: Structure, own: Own) -> Iterator[Citation]:
    lead: Relation = "cites"
    for clause in structure.clauses:
        setting = Setting(own[0], clause.role, lead)
        body = structure.bodies[clause.clause_id]
        rows, lead = _in_text(body, structure.source, clause.clause_id, setting, own)
        yield from rows


def _in_text(
    text: MappedText, source: SourceText, clause_id: str | None, setting: Setting, own: Own
) -> tuple[list[Citation], Relation]:
    """The citations of one text, and the relation that a list after it inherits."""
    key = sentence_case(text.key)
    found = mentions_in(key)
    said = relations(key, found, setting)
    rows = [
        _row(
            text, source, mention, _is_self(text, key, mention, relation, setting, own) or relation, clause_id
        )
        for mention, relation in zip(found, said, strict=True)
    ]
    return rows, lead_after(key, found, said, setting)


def _is_self(
    text: MappedText, key: str, mention: Mention, relation: Relation, setting: Setting, own: Own
) -> Relation | None:
    """Whether a mention is of the document itself, which changes no other document and is changed by none of its own."""
    if setting.role == "annex" and opens_annex(key, mention):
        return "self"
    if (
        mention.number is None
        or own[1] is None
        or number_key(text.text[slice(*mention.number)]) != number_key(own[1])
    ):
        return None
    if setting.role == "annex" and is_annexed(key, mention):
        return "self"
    return "self" if mention.type == own[0] and relation not in ("replaces", "repeals", "amends") else None


def _row(
    text: MappedText, source: SourceText, mention: Mention, relation: Relation, clause_id: str | None
) -> Citation:
    span = text.source_span(mention.start, mention.end)
    return Citation(
        citation_id="",
        clause_id=clause_id,
        directive_id=source.directive_id,
        cited_type=mention.type,
        cited_number=_number(text, source.text, mention.number) if mention.number else None,
        cited_on=mention.on,
        cited_issuer=_printed(text, mention.issuer),
        cited_title=_printed(text, mention.title),
        cited_provision=_printed(text, mention.provision),
        relation=relation,
        text=text.text[mention.start : mention.end],
        source_start=span.start,
        source_end=span.end,
    )


def _printed(text: MappedText, span: Span | None) -> str | None:
    return text.text[span.start : span.end] if span else None


def _number(text: MappedText, source: str, span: Span) -> str:
    """A number as printed; where a line ends inside it («1129/HDLN-STC-⏎SNV»), no blank is printed there."""
    kept = (
        character
        for at, character in enumerate(text.text[span.start : span.end], span.start)
        if character != " "
        or text.text[at - 1] not in "-–/"
        or "\n" not in source[text.ends[at - 1] : text.starts[at + 1]]
    )
    return "".join(kept)
