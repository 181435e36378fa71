"""The pages of topics: which province ordered what, when, as a matrix; and one page a topic with its clauses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.site import words
from pipeline.site.corpus import Corpus, grouped
from pipeline.site.paging import paged, titled
from pipeline.site.phrases import Excerpt, excerpt, slug
from pipeline.site.shell import Page
from pipeline.site.strip import Axis, Strip, axis_of, strip_of
from pipeline.site.templates import render
from pipeline.tables import Clause, ClauseTopic, Directive, Topic

MOST_COLUMNS = 7
"""Provinces in the matrix: as many as a screen has room for; the rest stand together in one column."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who orders: a province, or an issuer that belongs to none. `key` is its anchor on pages of topics."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of strips: what it is about, where that leads from the site's root, and when it was ordered."""

    name: str
    href: str
    key: str
    documents: int
    strip: Strip


@dataclass(frozen=True, slots=True)
class StripTable:
    """Lines on one axis."""

    axis: Axis
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One topic's row of the matrix; a cell is None where a column has nothing."""

    topic: Topic
    cells: tuple[Strip | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix: its columns, its rows by scheme, its axis, the topics that no clause has, voices without a column."""

    voices: tuple[Voice, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    axis: Axis
    unused: tuple[Topic, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Coded:
    """A clause coded with a topic, and its words round those that gave the topic."""

    clause: Clause
    excerpt: Excerpt


Group = tuple[Directive, list[Coded]]
"""A document and its clauses of one topic."""


def voice_of(directive: Directive) -> Voice:
    """Who speaks in a document, as far as a matrix tells voices apart."""
    name = directive.province or directive.issuer or words.UNKNOWN
    return Voice(name, slug(name))


def topic_pages(corpus: Corpus) -> Iterator[Page]:
    """The index with the matrix, then each topic's pages."""
    yield _index(corpus)
    for topic in corpus.package.topics:
        yield from _topic(corpus, topic)


def _index(corpus: Corpus) -> Page:
    body = render("topics.html", "chu-de/", matrix=matrix(corpus))
    description = "Nơi nào chỉ đạo việc gì, khi nào: các điều khoản xếp theo chủ đề."
    return Page("chu-de/", "Chủ đề", description, body, "topics")


def matrix(corpus: Corpus) -> Matrix:
    """Topics by voices, the voices with most coded clauses first."""
    coded: dict[tuple[str, str], list[date | None]] = {}
    counts: Counter[Voice] = Counter()
    for row in corpus.package.clause_topics:
        directive = corpus.directive[row.directive_id]
        voice = voice_of(directive)
        counts[voice] += 1
        coded.setdefault((row.topic_id, voice.key), []).append(directive.issued_on)
    ranked = sorted(counts, key=lambda voice: (-counts[voice], voice.name))
    shown, rest = ranked[:MOST_COLUMNS], ranked[MOST_COLUMNS:]
    columns = [[voice.key] for voice in shown] + ([[voice.key for voice in rest]] if rest else [])
    axis = axis_of(row.issued_on for row in corpus.directives)
    rows = [
        Row(topic, tuple(_cell(axis, coded, topic, keys) for keys in columns))
        for topic in corpus.package.topics
    ]
    by_scheme = grouped((row for row in rows if any(row.cells)), lambda row: row.topic.scheme)
    return Matrix(
        tuple(shown),
        tuple(
            (words.SCHEMES[scheme], tuple(by_scheme[scheme]))
            for scheme in words.SCHEMES
            if scheme in by_scheme
        ),
        axis,
        tuple(row.topic for row in rows if not any(row.cells)),
        len(rest),
    )


def _cell(
    axis: Axis, coded: dict[tuple[str, str], list[date | None]], topic: Topic, keys: Iterable[str]
) -> Strip | None:
    days = [day for key in keys for day in coded.get((topic.topic_id, key), [])]
    return strip_of(axis, days) if days else None


def _topic(corpus: Corpus, topic: Topic) -> Iterator[Page]:
    coded = grouped(corpus.clauses_on.get(topic.topic_id, []), lambda row: row.directive_id)
    groups: list[Group] = [
        (directive, [_coded(corpus, row) for row in coded[directive.directive_id]])
        for directive in corpus.directives
        if directive.directive_id in coded
    ]
    pages = paged(
        groups,
        f"chu-de/{topic.topic_id}/",
        lambda group: group[0].issued_on,
        size=lambda group: len(group[1]),
    )
    for part in pages.parts:
        body = render(
            "topic.html",
            part.address,
            topic=topic,
            wider=corpus.topic.get(topic.parent_id or ""),
            narrower=[row for row in corpus.package.topics if row.parent_id == topic.topic_id],
            table=voice_table(groups) if part.year is None else None,
            pages=pages,
            part=part,
        )
        yield Page(
            part.address, titled(topic.name, part), f"{topic.name}: {topic.definition}.", body, "topic"
        )


def _coded(corpus: Corpus, row: ClauseTopic) -> Coded:
    clause = corpus.clause[row.clause_id]
    return Coded(clause, excerpt(clause.text or "", row.text))


def topics_in(corpus: Corpus, directive: Directive) -> list[tuple[Topic, list[Clause]]]:
    """The topics of a document and the clauses that each has there, the one with most clauses first."""
    coded = grouped(corpus.topics_of.get(directive.directive_id, []), lambda row: row.topic_id)
    found = [
        (topic, [corpus.clause[row.clause_id] for row in coded[topic.topic_id]])
        for topic in corpus.package.topics
        if topic.topic_id in coded
    ]
    return sorted(found, key=lambda item: -len(item[1]))


def voice_table(groups: Sequence[Group]) -> StripTable:
    """Who orders a topic, when: a line a voice, the one with most clauses first."""
    by_voice = grouped(groups, lambda group: voice_of(group[0]).key)
    axis = axis_of(directive.issued_on for directive, _ in groups)
    lines = [
        Line(
            voice_of(rows[0][0]).name,
            "",
            key,
            len(rows),
            strip_of(axis, [directive.issued_on for directive, coded in rows for _ in coded]),
        )
        for key, rows in by_voice.items()
    ]
    return StripTable(axis, _most_first(lines))


def topic_table(corpus: Corpus, directives: Sequence[Directive]) -> StripTable:
    """What documents order, when: a line a topic, the one with most clauses first."""
    pairs = [
        (row, directive)
        for directive in directives
        for row in corpus.topics_of.get(directive.directive_id, [])
    ]
    by_topic = grouped(pairs, lambda pair: pair[0].topic_id)
    axis = axis_of(directive.issued_on for directive in directives)
    lines = [
        Line(
            corpus.topic[topic].name,
            f"chu-de/{topic}/",
            topic,
            len({directive.directive_id for _, directive in rows}),
            strip_of(axis, [directive.issued_on for _, directive in rows]),
        )
        for topic, rows in by_topic.items()
    ]
    return StripTable(axis, _most_first(lines))


def _most_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.strip.count, line.name)))
