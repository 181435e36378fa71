"""A document's own page: its facts, who must do what by when, and its clauses with notes in the margin."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from pipeline.site import cite, words
from pipeline.site.corpus import Corpus, grouped
from pipeline.site.duties import duties, first_duties
from pipeline.site.phrases import citation_name, deadline_phrase, first_words, work_name
from pipeline.site.prose import Mark, body_of, render_clause, text_span
from pipeline.site.shell import Page, base_of
from pipeline.site.templates import render
from pipeline.site.topics import topics_in
from pipeline.tables import Anomaly, Assignment, Citation, Clause, Deadline, Directive, Segment, Topic

_HEADINGS = frozenset({"part", "chapter", "section", "subsection", "article"})
_HEADING_LENGTH = 160
_CONTENTS_LEVELS = 2

_Row = TypeVar("_Row", Assignment, Deadline, Citation, Anomaly, Segment)


@dataclass(frozen=True, slots=True)
class Note:
    """One line in the margin beside a clause: what it is about, and its items, each with where it leads or ""."""

    kind: str
    head: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as the page shows it. `heading` is 3 to 6 for a heading, else 0; `indent` 0 to 3.

    `lines` are those of the source that hold it, `12` or `12–14`, counted from 1 (of an HTML source: of its words).
    """

    row: Clause
    html: Markup
    reference: str
    indent: int
    heading: int
    lines: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What the tables say of one document, by clause."""

    assignments: Mapping[str, list[Assignment]]
    deadlines: Mapping[str, list[Deadline]]
    citations: Mapping[str, list[Citation]]
    anomalies: Mapping[str, list[Anomaly]]
    segments: Mapping[str, list[Segment]]
    source: str
    line_ends: Sequence[int]


def address_of(directive: Directive) -> str:
    """The permanent address of a document's page."""
    return f"van-ban/{directive.directive_id}/"


def directive_page(corpus: Corpus, directive: Directive) -> Page:
    """The page of one document."""
    address = address_of(directive)
    key = directive.directive_id
    work = corpus.work_of.get(key)
    topics = topics_in(corpus, directive)
    body = render(
        "directive.html",
        address,
        directive=directive,
        clauses=clause_views(corpus, directive),
        contents=_contents(corpus.clauses_of.get(key, [])),
        duties=first_duties(duties(corpus, directive)),
        recipients=grouped(corpus.recipients_of.get(key, []), lambda row: row.list),
        stamps=corpus.stamps_of.get(key, []),
        anomalies=corpus.anomalies_of.get(key, []),
        citations=_cited(corpus, directive),
        cited_by=corpus.citations_to.get(work.work_id, []) if work else [],
        replaced_by=corpus.directive.get(work.replaced_by or "") if work else None,
        validity=corpus.validity_of.get(key),
        topics=topics,
        corpus=corpus,
        citing=json_block(_citing(directive)),
    )
    title = f"{words.short_name(directive)}: {words.subject(directive)}"
    description = (
        f"{words.short_name(directive)} của {words.issuer_name(directive)}. {words.subject(directive)}"
    )
    return Page(
        address,
        title,
        description,
        body,
        "directive",
        head=_linked_data(directive, topics),
        scripts=("reader",),
    )


def clause_views(corpus: Corpus, directive: Directive) -> list[ClauseView]:
    """The clauses of a document, ready to show, in reading order."""
    key = directive.directive_id
    source = corpus.package.source_text(directive)
    meaning = _Meaning(
        _by_clause(corpus.assignments_of.get(key, [])),
        _by_clause(corpus.deadlines_of.get(key, [])),
        _by_clause(corpus.citations_of.get(key, [])),
        _by_clause(corpus.anomalies_of.get(key, [])),
        _by_clause(corpus.segments_of.get(key, [])),
        source,
        [match.start() for match in re.finditer("\n", source)],
    )
    clauses = corpus.clauses_of.get(key, [])
    parents = {row.parent_id for row in clauses}
    base = base_of(address_of(directive))
    return [_view(corpus, meaning, row, row.clause_id in parents, base) for row in clauses]


def _by_clause(rows: Sequence[_Row]) -> dict[str, list[_Row]]:
    return grouped(rows, lambda row: row.clause_id or "")


def _view(corpus: Corpus, meaning: _Meaning, row: Clause, has_children: bool, base: str) -> ClauseView:
    return ClauseView(
        row,
        render_clause(row, _marks(corpus, meaning, row, base)),
        cite.clause_reference(row, corpus.clause),
        min(row.level - 1, 3),
        _heading_level(corpus, row) if _is_heading(row, has_children) else 0,
        _lines(meaning.line_ends, row),
        tuple(_notes(corpus, meaning, row.clause_id, base)),
    )


def _lines(line_ends: Sequence[int], row: Clause) -> str:
    first = bisect_left(line_ends, row.source_start) + 1
    last = bisect_left(line_ends, row.source_end) + 1
    return str(first) if first == last else f"{first}\u2013{last}"


def _is_heading(row: Clause, has_children: bool) -> bool:
    return row.kind in _HEADINGS and has_children and len(row.text or "") <= _HEADING_LENGTH


def _heading_level(corpus: Corpus, row: Clause) -> int:
    """One deeper than the headings around it; the page's own sections are of level 2."""
    level, parent = 3, corpus.clause.get(row.parent_id or "")
    while parent is not None:
        level += _is_heading(parent, has_children=True)
        parent = corpus.clause.get(parent.parent_id or "")
    return min(level, 6)


def _marks(corpus: Corpus, meaning: _Meaning, row: Clause, base: str) -> list[Mark]:
    key = row.clause_id
    cited = [(item, "cites", _work_href(corpus, item, base)) for item in meaning.citations.get(key, [])]
    due = [(item, "due", "") for item in meaning.deadlines.get(key, [])]
    who = [(item, "who", "") for item in meaning.assignments.get(key, [])]
    wanted: list[tuple[Citation | Deadline | Assignment, str, str]] = [*cited, *due, *who]
    # Most clauses have nothing to mark, and to map a text onto its source costs more than to write it.
    body = body_of(row, meaning.source, meaning.segments.get(key, [])) if wanted else None
    if body is None:
        return []
    return [
        Mark(*text_span(body, item.source_start, item.source_end), kind, href) for item, kind, href in wanted
    ]


def _work_href(corpus: Corpus, row: Citation, base: str) -> str:
    """The page of a cited document: its own where the corpus holds it, else the page of those who cite it."""
    work = corpus.work.get(row.work_id or "")
    if work is None or row.relation == "self":
        return ""
    return f"{base}van-ban/{work.directive_id}/" if work.directive_id else f"{base}vien-dan/{work.work_id}/"


def _notes(corpus: Corpus, meaning: _Meaning, key: str, base: str) -> Iterator[Note]:
    """The margin of a clause: who, by when, citing what, and what is odd; one line for items of one sort."""
    found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for kind, head, text, href in _remarks(corpus, meaning, key, base):
        found.setdefault((kind, head), {})[text, href] = None
    for (kind, head), items in found.items():
        yield Note(kind, head, tuple(items))


def _remarks(corpus: Corpus, meaning: _Meaning, key: str, base: str) -> Iterator[tuple[str, str, str, str]]:
    """Each thing to remark on a clause: its kind, what it is about, its words, where it leads."""
    for assignment in meaning.assignments.get(key, []):
        href = f"{base}co-quan/{assignment.agency_id}/" if assignment.agency_id else ""
        yield "who", words.ROLES[assignment.role], assignment.agency, href
    for deadline in meaning.deadlines.get(key, []):
        yield "due", "hạn", deadline_phrase(deadline), ""
    for row in meaning.citations.get(key, []):
        if row.relation != "self":
            work = corpus.work.get(row.work_id or "")
            name = work_name(work) if work else citation_name(row)
            yield "cites", words.RELATIONS[row.relation].lower(), name, _work_href(corpus, row, base)
    for anomaly in meaning.anomalies.get(key, []):
        yield "doubt", words.ANOMALIES[anomaly.kind].lower(), _doubt(anomaly), ""


def _doubt(row: Anomaly) -> str:
    text = f"«{row.text}»" if row.text else ""
    return text + (f", có thể là «{row.suggestion}»" if row.suggestion else "")


def _contents(clauses: Sequence[Clause]) -> list[tuple[Clause, str]]:
    """The clauses that the side contents list: labelled ones of the upper levels, and where a part begins."""
    listed: list[tuple[Clause, str]] = []
    roles: set[str] = set()
    for row in clauses:
        starts_part = row.role in {"preamble", "closing"} and row.role not in roles
        roles.add(row.role)
        if starts_part:
            listed.append((row, "Phần mở đầu" if row.role == "preamble" else "Phần kết"))
        elif row.label and row.level <= _CONTENTS_LEVELS and row.kind != "bullet":
            listed.append((row, first_words(row.text, 9)))
    return listed


def _cited(corpus: Corpus, directive: Directive) -> list[tuple[str, str, str, list[Citation]]]:
    """Each document cited: name, target (empty if the mention has no work), relation in words, its mentions."""
    found: dict[tuple[str, str, str], list[Citation]] = {}
    base = base_of(address_of(directive))
    for row in corpus.citations_of.get(directive.directive_id, []):
        if row.relation == "self":
            continue
        work = corpus.work.get(row.work_id or "")
        name = work_name(work) if work else citation_name(row)
        href = _work_href(corpus, row, base)
        found.setdefault((name, href, words.RELATIONS[row.relation]), []).append(row)
    return [(name, href, relation, rows) for (name, href, relation), rows in found.items()]


def _citing(directive: Directive) -> dict[str, str]:
    return {
        "name": words.short_name(directive),
        "legal": cite.legal_form(directive),
        "apa": cite.apa_form(directive),
        "bibtex": cite.bibtex_form(directive),
    }


def _linked_data(directive: Directive, topics: Sequence[tuple[Topic, list[Clause]]]) -> str:
    """The document in schema.org's words, for search engines."""
    data = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": words.short_name(directive),
        "description": directive.title,
        "legislationIdentifier": directive.number,
        "legislationType": words.type_name(directive),
        "legislationDate": directive.issued_on.isoformat() if directive.issued_on else None,
        "legislationPassedBy": words.issuer_name(directive) if directive.issuer else None,
        "legislationJurisdiction": directive.province,
        "spatialCoverage": directive.province,
        "keywords": ", ".join(topic.name for topic, _ in topics) or None,
        "isAccessibleForFree": True,
        "inLanguage": "vi",
    }
    known = {name: value for name, value in data.items() if value}
    return f'<script type="application/ld+json">{json_block(known)}</script>'


def json_block(value: object) -> Markup:
    """JSON that is safe between script tags: `<` is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 - no markup can remain
