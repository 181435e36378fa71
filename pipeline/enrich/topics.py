"""Topics (chủ đề): what each clause speaks of, by the words of the topics' code list.

A clause has a topic where its own words name the topic's measure or subject. Preambles tell what has happened and are
not coded, nor are words inside the names of agencies («Sở Giáo dục và Đào tạo») and the titles of cited documents.
WHO's groups of measures are meant for epidemics: their words count in a document about one (by its title, or by a
fifth of its clauses), or in a clause that itself speaks of one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.codelists.agencies import agencies_in
from pipeline.codelists.topics import TopicWords, phrase_pattern, topic_words
from pipeline.records import Structure
from pipeline.rules import Rule
from pipeline.tables import Clause
from pipeline.tables.topics import ClauseTopic
from pipeline.text import MappedText

_ANIMALS = (
    "dịch tả lợn", "dịch cúm gia cầm", "dịch lở mồm long móng", "dịch bệnh động vật", "dịch bệnh gia súc",
    "dịch bệnh cho gia súc", "dịch bệnh trên", "dịch bệnh cây trồng", "dịch bệnh thủy sản", "dịch bệnh cho đàn",
)  # fmt: skip
_EPIDEMIC = phrase_pattern(
    (
        "covid", "sars", "ncov", "dịch bệnh", "phòng, chống dịch", "phòng chống dịch", "chống dịch", "bệnh truyền nhiễm",
        "viêm đường hô hấp", "sốt xuất huyết", "sốt rét", "tay chân miệng", "bạch hầu", "bệnh sởi", "bệnh dại", "ebola",
        "zika", "cúm a", "tiêu chảy cấp", "đại dịch", "đậu mùa khỉ", "vùng dịch", "giãn cách xã hội",
    ),
    not_before=[
        f"{lead}{each}" for each in _ANIMALS for lead in ("", "chống ", "phòng chống ", "phòng, chống ")
    ],
)  # fmt: skip
_ANIMAL_TITLE = phrase_pattern(
    (*_ANIMALS, "lở mồm long móng", "gia súc", "gia cầm", "động vật", "đàn lợn", "vật nuôi")
)
_CITED_TITLE = re.compile(
    r"\bsố:?\s?\d{1,5}[\w./-]{1,40}[^.;:”]{0,90}?\s(?:về|phê duyệt|ban hành|quy định)\s[^.;:”]{0,250}"
)
_WORD = re.compile(r"\w+")
_SHARE_OF_CLAUSES = 5


def _rule(words: TopicWords) -> Rule:
    return Rule(
        f"topic-{words.topic_id}",
        "enrich",
        "recognise",
        words.reason,
        words.finds,
        words.spares,
        words.pattern,
    )


RULES: tuple[Rule, ...] = tuple(_rule(words) for words in topic_words())


def find_topics(structure: Structure) -> tuple[ClauseTopic, ...]:
    """Find the topics of all clauses in reading order, each clause's in the order of the code list."""
    directive_id = structure.source.directive_id
    whole = _is_about_an_epidemic(structure)
    rows = [
        row
        for clause in structure.clauses
        if clause.role != "preamble"
        for row in _of_clause(clause, structure.bodies[clause.clause_id], whole)
    ]
    return tuple(replace(row, clause_topic_id=f"{directive_id}/tp{n}") for n, row in enumerate(rows, start=1))


def _is_about_an_epidemic(structure: Structure) -> bool:
    titles = [block.text.key for block in structure.blocks_of("title")]
    if any(_EPIDEMIC.search(title) for title in titles):
        return True
    if any(_ANIMAL_TITLE.search(title) for title in titles):
        return False
    bodies = structure.bodies.values()
    speaking = sum(_EPIDEMIC.search(body.key) is not None for body in bodies)
    return speaking * _SHARE_OF_CLAUSES > len(bodies)


def _of_clause(clause: Clause, body: MappedText, whole: bool) -> Iterator[ClauseTopic]:
    """The topics of one clause; names are looked for only where some topic's word stands."""
    key = body.key
    found = list(_candidates(key, whole))
    names = _names(key) if found else []
    for words in found:
        if match := _outside(names if not words.in_names else [], words.pattern.finditer(key)):
            yield _row(clause, body, words.topic_id, match)


def _outside(names: list[tuple[int, int]], matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    """The first match that is not part of a name."""
    return next(
        (
            match
            for match in matches
            if not any(start <= match.start() and match.end() <= end for start, end in names)
        ),
        None,
    )


def _candidates(key: str, whole: bool) -> Iterator[TopicWords]:
    """The topics whose words may stand in a text."""
    spoken = {word.lower() for word in _WORD.findall(key)}
    epidemic = whole or _EPIDEMIC.search(key) is not None
    for words in topic_words():
        fits = words.when == "always" or (words.when == "epidemic") == epidemic
        if fits and not spoken.isdisjoint(words.first_words) and words.pattern.search(key):
            yield words


def _names(key: str) -> list[tuple[int, int]]:
    """Where agencies' names and the titles of cited documents stand."""
    agencies = [(mention.start, mention.end) for mention in agencies_in(key)]
    return agencies + [match.span() for match in _CITED_TITLE.finditer(key)]


def _row(clause: Clause, body: MappedText, topic_id: str, match: re.Match[str]) -> ClauseTopic:
    start, end = body.source_span(*match.span())
    return ClauseTopic(
        clause_topic_id="",
        clause_id=clause.clause_id,
        directive_id=clause.directive_id,
        topic_id=topic_id,
        text=body.text[slice(*match.span())],
        source_start=start,
        source_end=end,
    )
