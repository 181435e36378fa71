"""Topics (chủ đề): what each clause speaks of, by the words of the topics' code list.

A clause has a topic where its own words name the topic's measure or subject. Preambles tell what has happened and are
not coded, nor are words inside the names of agencies («Sở Giáo dục và Đào tạo») and the titles of cited documents.
WHO's groups of measures are meant for epidemics: their words count in a document about one (by its title, or by a
fifth of its clauses), or in a clause that itself speaks of one.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.codelists.agencies import agencies_in
from pipeline.codelists.agency_index import agencies, spellings
from pipeline.codelists.topics import (
    Phrases,
    TopicWords,
    phrases_of,
    small_letters,
    topic_words,
    topics_begun,
    words_and_pairs,
)
from pipeline.records import Structure
from pipeline.rules import Rule
from pipeline.tables import Citation, Clause
from pipeline.tables.topics import ClauseTopic
from pipeline.text import MappedText, Span, mapped, match_key

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
# «16. Cục Công nghệ thông tin.»: a list of a ministry's parts; one that does something is no such item.
_DOING = (
    "chủ trì|phối hợp|hướng dẫn|tham mưu|kiểm tra|tổ chức|chịu|lập|theo dõi|thực hiện|trình|báo cáo|bố trí|xây dựng|rà soát|đề xuất"
    "|triển khai|tăng cường|bảo đảm|cấp|giao|là|thẩm định|tiếp nhận|tổng hợp|phải|có|được|thông báo|căn cứ|chỉ đạo|vận động|gửi"
)
_OFFICE = re.compile(
    rf"(?![^,.;:]*\b(?:{_DOING})\b)(?:Vụ|Cục|Chi cục|Tổng cục|Trung tâm|Viện|Văn phòng|Phòng|Ban Quản lý|Thanh tra|Tạp chí)\s[^,.;:]{{2,80}}[.;]?"
)
_COMPANY = re.compile(
    r"\b[Cc]ông ty (?:(?:TNHH|[Cc]ổ phần|CP|[Tt]rách nhiệm hữu hạn)\b[^,.;:()]{0,60}"
    r"|[A-ZĐ]\w*(?: [a-zà-ỹđ]\w*)?(?: [A-ZĐ]\w*){0,4})"  # «Công ty Thủy điện Hòa Bình»
)
# «Giám đốc các Sở: Xây dựng, Tài chính, Y tế»: each item of the list is a body.
_BODIES = re.compile(
    r"\b[Cc]ác (?:[Ss]ở|[Bb]ộ|[Pp]hòng)(?:, (?:ban, )?ngành)?:? (?:[A-ZĐ][^,.;:()]{1,45}, ){1,15}[A-ZĐ]\w*(?: \w+)?"
)
# «Trường Tiểu học Trà Cang», «Vụ Giáo dục thường xuyên»: a capital after the word for an institution begins its name.
_INSTITUTION = re.compile(
    r"\b(?:Bệnh viện|Trường|Trạm|Trung tâm|Hạt|Khu|Học viện|Viện|Ngân hàng|Vụ|Cục|Chi cục|Chi nhánh|Thư viện|Bảo tàng|Ban|Phòng|Khối)"
    r" [A-ZĐ]\w*(?: \w+)?(?: - [A-ZĐ]\w*(?: \w+)?| và (?:Phòng,? chống(?: \w+){1,2}|[A-ZĐ]\w*(?: \w+)?))?"
    r"|\bBan [Qq]uản lý(?: [a-zà-ỹđ]\w*){1,6} [A-ZĐ]\w*"  # «Ban Quản lý rừng phòng hộ Sông Hinh»
)
# «3. Ông Lê Khắc Thứ, giáo viên, Trường Tiểu học Trà Cang;»: a list of persons.
_PERSON = re.compile(
    r"(?:Mời )?(?:Ông|Bà|Đồng chí)(?: \(bà\))?:? [A-ZĐ]\w*(?: [A-ZĐ]\w*){1,5}[^.;]{0,160}[.;]?"
)
# «Chánh Văn phòng, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này»: of the document alone.
_FORMULA = re.compile(
    r"(?:chịu trách nhiệm(?: tổ chức)?|có trách nhiệm|căn cứ [\w ]{0,40}) (?:thi hành|thực hiện) [\w ]{3,20} này\W{0,4}$",
    re.IGNORECASE,
)
_CARRYING_OUT = "to-chuc-thuc-hien"
_SHARE_OF_CLAUSES = 5


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text, its key in small letters, its words and pairs of words, and whether it speaks of an epidemic."""

    body: MappedText
    small: str
    spoken: set[str]
    epidemic: bool


@dataclass(frozen=True, slots=True)
class _Document:
    """What holds for all clauses of a document: whether it is about an epidemic, and what its title names."""

    epidemic: bool
    titled: frozenset[str] = frozenset()


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


def find_topics(
    structure: Structure, cited: Iterable[Citation] = (), title: str | None = None
) -> tuple[ClauseTopic, ...]:
    """Find the topics of all clauses in reading order, each clause's in the order of the code list.

    Words inside the document's citations («Luật Đầu tư công») name a document, not a topic. `title` is the document's
    title where no block gives it: a news report names it in its first sentence.
    """
    directive_id = structure.source.directive_id
    readings = {clause.clause_id: _read(structure.bodies[clause.clause_id]) for clause in structure.clauses}
    document = _document(structure, title, tuple(readings.values()))
    citations: dict[str | None, list[Span]] = defaultdict(list)
    for citation in cited:
        citations[citation.clause_id].append(Span(citation.source_start, citation.source_end))
    rows: list[ClauseTopic] = []
    above: dict[str | None, frozenset[str]] = {None: document.titled}
    for clause in structure.clauses:
        reading, context = readings[clause.clause_id], above.get(clause.parent_id, document.titled)
        found = (
            []
            if clause.role == "preamble"
            else _found(reading, document, context, citations[clause.clause_id])
        )
        above[clause.clause_id] = context.union(words.topic_id for words, _ in found)
        rows += [_row(clause, reading.body, words.topic_id, match) for words, match in found]
    return tuple(replace(row, clause_topic_id=f"{directive_id}/tp{n}") for n, row in enumerate(rows, start=1))


def _read(body: MappedText) -> _Reading:
    spoken = words_and_pairs(body.key)
    small = small_letters(body.key)
    return _Reading(body, small, spoken, _EPIDEMIC.stand_in(small, spoken))


def _document(structure: Structure, title: str | None, readings: Sequence[_Reading]) -> _Document:
    titles = [_read(block.text) for block in structure.blocks_of("title")]
    if title and not titles:
        titles.append(_read(mapped(title, [Span(0, len(title))])))
    document = _Document(_is_about_an_epidemic(titles, readings))
    named = (words.topic_id for each in titles for words, _ in _found(each, document, frozenset(), ()))
    return replace(document, titled=frozenset(named))


def _is_about_an_epidemic(titles: Sequence[_Reading], readings: Sequence[_Reading]) -> bool:
    if any(title.epidemic for title in titles):
        return True
    if any(_ANIMAL_TITLE.small.search(title.small) for title in titles):
        return False
    return sum(reading.epidemic for reading in readings) * _SHARE_OF_CLAUSES > len(readings)


def _found(
    reading: _Reading, document: _Document, context: frozenset[str], cited: Sequence[Span]
) -> list[tuple[TopicWords, re.Match[str]]]:
    """The topics of one text, each with its first words; names are looked for only where they may hold such words."""
    candidates = list(_candidates(reading, document, context))
    if not candidates:
        return []
    key = reading.body.key
    titles = _apart([*_titles(key), *(_in_text(reading.body, span) for span in cited)])
    may_be_named = any(words.topic_id in _in_agency_names() for words, _ in candidates)
    names = (
        _apart([*titles, *(Span(each.start, each.end) for each in agencies_in(key))])
        if may_be_named
        else titles
    )
    found: dict[str, tuple[TopicWords, re.Match[str]]] = {}
    for words, phrases in candidates:
        if words.topic_id not in found and (
            first := _outside(titles if words.in_names else names, phrases.small, reading.small)
        ):
            found[words.topic_id] = words, first
    if _CARRYING_OUT in found and _FORMULA.search(key):
        return [found[_CARRYING_OUT]]
    return list(found.values())


def _in_text(body: MappedText, span: Span) -> Span:
    """Where a stretch of the source stands in a clause's text."""
    return Span(bisect_left(body.starts, span.start), bisect_left(body.starts, span.end))


def _outside(names: Sequence[Span], pattern: re.Pattern[str], key: str) -> re.Match[str] | None:
    """The first match that does not begin in a name; the names follow each other without overlap."""
    at = 0
    while match := pattern.search(key, at):
        before = bisect_right(names, match.start(), key=_start) - 1
        if before < 0 or names[before].end <= match.start():
            return match
        at = names[before].end
    return None


def _start(span: Span) -> int:
    return span.start


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The stretches that the spans cover, in order and without overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _candidates(
    reading: _Reading, document: _Document, context: frozenset[str]
) -> Iterator[tuple[TopicWords, Phrases]]:
    """The topics whose words stand in a text, with these words: first those that need no context."""
    epidemic = document.epidemic or reading.epidemic
    for words in topics_begun(reading.spoken):
        fits = words.when == "always" or (words.when == "epidemic") == epidemic
        if fits and words.yields_to not in document.titled:
            for phrases in _phrases(words, document, context):
                if phrases.stand_in(reading.small, reading.spoken):
                    yield words, phrases


def _phrases(words: TopicWords, document: _Document, context: frozenset[str]) -> Iterator[Phrases]:
    """The words that count for a topic in a document, given what the title and the headings above a clause name."""
    yield words.phrases
    if words.elsewhere is not None and not document.epidemic:
        yield words.elsewhere
    if words.context is not None and words.topic_id in context and not document.epidemic:
        yield words.context


@cache
def _in_agency_names() -> frozenset[str]:
    """The topics whose words some agency's name holds, so that it must be told from them."""
    names = [match_key(spelling) for agency in agencies() for spelling in spellings(agency)]
    return frozenset(
        words.topic_id
        for words in topic_words()
        for phrases in (words.phrases, words.elsewhere, words.context)
        if phrases and not words.in_names and any(phrases.pattern.search(name) for name in names)
    )


def _titles(key: str) -> list[Span]:
    """Where titles of cited documents, companies and listed bodies stand, and an office or person that is a whole clause."""
    named = [
        *_CITED_TITLE.finditer(key),
        *_COMPANY.finditer(key),
        *_BODIES.finditer(key),
        *_INSTITUTION.finditer(key),
    ]
    if whole := _OFFICE.fullmatch(key) or _PERSON.fullmatch(key):
        named.append(whole)
    return [Span(*match.span()) for match in named]


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
