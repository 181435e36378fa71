"""Topics (chủ đề): what each clause speaks of, by the words of the topics' code list.

A clause has a topic where its own words name the topic's measure or subject. Preambles tell what has happened and are
not coded, nor are words inside the names of agencies («Sở Giáo dục và Đào tạo») and the titles of cited documents.
WHO's groups of measures are meant for epidemics: their words count in a document about one (by its title, or by a
fifth of its clauses), or in a clause that itself speaks of one.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.codelists.agencies import agencies_in
from pipeline.codelists.agency_index import agencies, spellings
from pipeline.codelists.topics import TopicWords, phrases_of, topic_words, topics_begun, words_and_pairs
from pipeline.records import Structure
from pipeline.rules import Rule
from pipeline.tables import Citation, Clause
from pipeline.tables.topics import ClauseTopic
from pipeline.text import MappedText, Span, match_key

_ANIMALS = (
    "dịch tả lợn", "dịch cúm gia cầm", "dịch lở mồm long móng", "dịch bệnh động vật", "dịch bệnh gia súc",
    "dịch bệnh cho gia súc", "dịch bệnh trên", "dịch bệnh cây trồng", "dịch bệnh thủy sản", "dịch bệnh cho đàn",
)  # fmt: skip
_EPIDEMIC = phrases_of(
    (
        "covid", "sars", "ncov", "dịch bệnh", "phòng, chống dịch", "phòng chống dịch", "chống dịch", "bệnh truyền nhiễm",
        "viêm đường hô hấp", "sốt xuất huyết", "sốt rét", "tay chân miệng", "bạch hầu", "bệnh sởi", "bệnh dại", "ebola",
        "zika", "cúm a", "tiêu chảy cấp", "đại dịch", "đậu mùa khỉ", "vùng dịch", "giãn cách xã hội",
    ),
    not_before=[
        f"{lead}{each}" for each in _ANIMALS for lead in ("", "chống ", "phòng chống ", "phòng, chống ")
    ],
)  # fmt: skip
_ANIMAL_TITLE = phrases_of(
    (*_ANIMALS, "lở mồm long móng", "gia súc", "gia cầm", "động vật", "đàn lợn", "vật nuôi")
)
_CITED_TITLE = re.compile(
    r"\bsố:?\s?\d{1,5}[\w./-]{1,40}[^.;:”]{0,90}?\s(?:về|phê duyệt|ban hành|quy định)\s[^.;:”]{0,250}"
)
# «16. Cục Công nghệ thông tin.»: a list of a ministry's parts.
_OFFICE = re.compile(
    r"(?:Vụ|Cục|Chi cục|Tổng cục|Trung tâm|Viện|Văn phòng|Phòng|Ban Quản lý|Thanh tra|Tạp chí)\s[^,.;:]{2,80}[.;]?"
)
_COMPANY = re.compile(r"\b[Cc]ông ty (?:TNHH|[Cc]ổ phần|CP|[Tt]rách nhiệm hữu hạn)\b[^,.;:()]{0,60}")
_SHARE_OF_CLAUSES = 5


@dataclass(frozen=True, slots=True)
class _Reading:
    """A clause, its text, its words and pairs of words, and whether it speaks of an epidemic."""

    clause: Clause
    body: MappedText
    spoken: set[str]
    epidemic: bool


def _rule(words: TopicWords) -> Rule:
    return Rule(
        f"topic-{words.topic_id}",
        "enrich",
        "recognise",
        words.reason,
        words.finds,
        words.spares,
        words.phrases.pattern,
    )


RULES: tuple[Rule, ...] = tuple(_rule(words) for words in topic_words())


def find_topics(structure: Structure, cited: Iterable[Citation] = ()) -> tuple[ClauseTopic, ...]:
    """Find the topics of all clauses in reading order, each clause's in the order of the code list.

    Words inside the document's citations («Luật Đầu tư công») name a document, not a topic.
    """
    directive_id = structure.source.directive_id
    readings = [_read(clause, structure.bodies[clause.clause_id]) for clause in structure.clauses]
    whole = _is_about_an_epidemic(structure, readings)
    citations: dict[str | None, list[Span]] = defaultdict(list)
    for citation in cited:
        citations[citation.clause_id].append(Span(citation.source_start, citation.source_end))
    rows = [
        row
        for reading in readings
        if reading.clause.role != "preamble"
        for row in _of_clause(reading, whole, citations[reading.clause.clause_id])
    ]
    return tuple(replace(row, clause_topic_id=f"{directive_id}/tp{n}") for n, row in enumerate(rows, start=1))


def _read(clause: Clause, body: MappedText) -> _Reading:
    spoken = words_and_pairs(body.key)
    return _Reading(clause, body, spoken, _EPIDEMIC.stand_in(body.key, spoken))


def _is_about_an_epidemic(structure: Structure, readings: Sequence[_Reading]) -> bool:
    titles = [block.text.key for block in structure.blocks_of("title")]
    if any(_EPIDEMIC.pattern.search(title) for title in titles):
        return True
    if any(_ANIMAL_TITLE.pattern.search(title) for title in titles):
        return False
    return sum(reading.epidemic for reading in readings) * _SHARE_OF_CLAUSES > len(readings)


def _of_clause(reading: _Reading, whole: bool, cited: Sequence[Span]) -> Iterator[ClauseTopic]:
    """The topics of one clause; names are looked for only where they may hold a topic's words."""
    found = list(_candidates(reading, whole))
    if not found:
        return
    key = reading.body.key
    titles = [*_titles(key), *(_in_text(reading.body, span) for span in cited)]
    may_be_named = any(words.topic_id in _in_agency_names() for words in found)
    names = titles + [Span(each.start, each.end) for each in agencies_in(key)] if may_be_named else titles
    for words in found:
        if first := _outside(titles if words.in_names else names, words.phrases.pattern.finditer(key)):
            yield _row(reading, words.topic_id, first)


def _in_text(body: MappedText, span: Span) -> Span:
    """Where a stretch of the source stands in a clause's text."""
    return Span(bisect_left(body.starts, span.start), bisect_left(body.starts, span.end))


def _outside(names: Sequence[Span], matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The first match that is not part of a name."""
    return next(
        (
            match
            for match in matches
            if not any(start <= match.start() and match.end() <= end for start, end in names)
        ),
        None,
    )


def _candidates(reading: _Reading, whole: bool) -> Iterator[TopicWords]:
    """The topics whose words stand in a clause."""
    epidemic = whole or reading.epidemic
    for words in topics_begun(reading.spoken):
        fits = words.when == "always" or (words.when == "epidemic") == epidemic
        if fits and words.phrases.pattern.search(reading.body.key):
            yield words


@cache
def _in_agency_names() -> frozenset[str]:
    """The topics whose words some agency's name holds, so that it must be told from them."""
    names = [match_key(spelling) for agency in agencies() for spelling in spellings(agency)]
    return frozenset(
        words.topic_id
        for words in topic_words()
        if not words.in_names and any(words.phrases.pattern.search(name) for name in names)
    )


def _titles(key: str) -> list[Span]:
    """Where titles of cited documents and names of companies stand, and of an office that is a whole clause."""
    named = [*_CITED_TITLE.finditer(key), *_COMPANY.finditer(key)]
    if office := _OFFICE.fullmatch(key):
        named.append(office)
    return [Span(*match.span()) for match in named]


def _row(reading: _Reading, topic_id: str, match: re.Match[str]) -> ClauseTopic:
    start, end = reading.body.source_span(*match.span())
    return ClauseTopic(
        clause_topic_id="",
        clause_id=reading.clause.clause_id,
        directive_id=reading.clause.directive_id,
        topic_id=topic_id,
        text=reading.body.text[slice(*match.span())],
        source_start=start,
        source_end=end,
    )
