"""Facts on a document that a page only retells: «Ngày 26/3/2020, Ban Thường vụ Tỉnh ủy đã ban hành Kết luận số …».

A retelling names the document once, in a sentence («… vừa ban hành Công văn số …») or in its headline («Chỉ thị số …
ngày … của … về …»); what follows the name is read piece by piece: number, day, issuer, those addressed, subject.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from pipeline.codelists.agencies import Mention, agencies_in
from pipeline.codelists.provinces import provinces_in
from pipeline.dates import find_dates, parse_date
from pipeline.enrich.facts import Fact, stated
from pipeline.enrich.identity import rules
from pipeline.enrich.identity.matter import types_by_name
from pipeline.enrich.identity.names import without_province
from pipeline.records import Structure
from pipeline.rules import Rule
from pipeline.text import UPPER, MappedText, Span, mapped_span

_SENTENCE = 260
"""How far before the verb the date and the issuer may stand, in characters."""
_NAMED_BEHIND = 2
"""The issuer's province stands right behind it: «Ban Thường vụ Tỉnh ủy Yên Bái đã ban hành …»."""
_PARAGRAPHS = 4
"""A page names the document that it retells in its first paragraphs."""
_HEADLINE = 350
_DATED = re.compile(r"\s?,?\s?\(?(?:(?:ban hành|ký)\s)?(?=ngày\s\d)")
_OF = re.compile(r"\s(?:của|do|ban hành bởi)\s")
_SENT = re.compile(r"\s?,?\sgửi\s?:?\s[^.]{3,600}?(?=\s(?:về|V/v|yêu cầu|đề nghị|chỉ đạo)\s)")
_YEAR = re.compile(r"\snăm \d{4}(?=\s)")
"""«Chỉ thị 08/CT-UBND năm 2021 về …»: so a collection of laws names it."""
_SENT_TO = re.compile(r"\sgửi\b")
_SUBJECT = re.compile(
    r"\s?[,.:]?\s(?=(?:[Vv]ề|V/v)\s)|\s?[,.]?\s(?=(?:yêu cầu|chỉ đạo|thực hiện|triển khai)\s)|:\s(?=\w)"
)
_TITLE = re.compile(r"[^.:;]{8,300}")
_BARE_SUBJECT = re.compile(
    r"\s(?!(?:của|ngày|gửi|do|và|cùng|kèm|để|nhằm|trong|tại|theo|với|cho|này|trên|nêu|đã|là|thì|có|từ|vào|hôm|đối|sẽ|đến|bởi"
    r"|ban hành|như|được|năm)\s)(?=\w)"
)
"""«… ban hành Quyết định số 3044/QĐ-UBND dỡ bỏ biện pháp phong tỏa …»: the subject right behind the number."""
_ENDS_SUBJECT = re.compile(
    rf"(?<=.{{20}})\s(?:yêu cầu|đề nghị|chỉ đạo)\s(?=[{UPPER}])|\s?,?\sgửi\s|,?\s(?:với|gồm|trong đó có)\s(?:các |những |một số )?"
    r"(?:nội dung|nhiệm vụ|điểm|yêu cầu)(?: \w{1,9}){0,3}?\s?(?:như )?(?:sau|chính|chủ yếu)(?: đây)?$"
    r"|,?\s(?:cụ thể|như sau|sau đây)(?:\s|$)|\sdo\s[^,]{3,60}\sban hành$"
)
"""Where the title ends within its sentence: at an order, at those addressed, where the text is announced, at «do tỉnh … ban hành»."""
_ORDER = re.compile(
    r"(?:yêu cầu|đề nghị|chỉ đạo)\s(?:các|những|chủ tịch|Chủ tịch|Thủ trưởng|Giám đốc|Bộ|Sở|UBND|Ủy ban|Ban|đồng chí)\s"
)
"""What a journalist says that it orders whom is no title: «… số 73/TTg-CN chỉ đạo các Bộ, cơ quan ngang Bộ …»."""
_MOMENT = re.compile(r"(?i)(?:vào |từ )?(?:hôm |sáng |trưa |chiều |tối |đêm )?(?:hôm nay |nay )?(?:ngày )?$")
_RULES = (rules.NARRATIVE, rules.HEADLINE)
_ABOVE = "web-head"
_LINES_ABOVE, _NEAREST = 8, 3
_CLAUSE_MARKS = ".,;:()-–—"


def narrative_facts(structure: Structure) -> Iterator[Fact]:
    """What a retelling says of the document; only where it has no number or type line of its own.

    A sentence that tells of it says more than the headline: that one only fills what is left open.
    """
    if structure.blocks_of("number") or structure.blocks_of("title"):
        return
    unlabelled = takewhile(lambda clause: clause.kind == "paragraph", structure.clauses)
    bodies = [structure.bodies[clause.clause_id] for clause in [*unlabelled][:_PARAGRAPHS]]
    headlines = [body for body in _above(structure)[-_NEAREST:] if body.key[:1].isupper()]
    told = [facts for rule in _RULES for body in bodies if (facts := _facts_in(body, rule))]
    told += [facts for body in headlines if (facts := _facts_in(body, rules.HEADLINE))]
    for facts in told:
        if _is_same(facts, told[0]):
            yield from facts


def told_facts(structure: Structure, known: Mapping[str, Fact]) -> Iterator[Fact]:
    """What the page's headline or lead tells of the document that the page gives in full, for what its text leaves open.

    It must be of the same document: by the number, or, where the text has none, by type and issuer.
    """
    first = [structure.bodies[clause.clause_id] for clause in structure.clauses[:1]]
    above = [(body, rule) for body in _above(structure)[:_LINES_ABOVE] for rule in _RULES]
    for body, rule in (*above, *((body, rules.NARRATIVE) for body in first)):
        facts = _facts_in(body, rule)
        if _tells_of(known, {fact.field: fact.value for fact in facts}):
            yield from facts


def _above(structure: Structure) -> list[MappedText]:
    """The lines that a page sets above the document: its headline, its lead, its menus."""
    spans = (Span(one.source_start, one.source_end) for one in structure.segments if one.rule_id == _ABOVE)
    return [mapped_span(structure.source.text, span) for span in spans]


def _tells_of(known: Mapping[str, Fact], told: Mapping[str, str]) -> bool:
    if (
        "number" not in told
        or "document_type" not in known
        or told["document_type"] != known["document_type"].value
    ):
        return False
    if "number" in known:
        return told["number"] == known["number"].value
    issuer, own = told.get("issuer", ""), known["issuer"].value if "issuer" in known else ""
    return bool(issuer and own) and (issuer.endswith(own) or own.endswith(issuer))


def _is_same(facts: Sequence[Fact], first: Sequence[Fact]) -> bool:
    """Whether two tellings can be of one document: no other type, no other number."""
    known = {fact.field: fact.value for fact in first}
    same = (
        known.get(fact.field, fact.value) == fact.value
        for fact in facts
        if fact.field in ("document_type", "number")
    )
    return all(same)


def _facts_in(body: MappedText, rule: Rule) -> Sequence[Fact]:
    """What one paragraph tells: the sentence of a journalist, or a headline that is the document's name."""
    if rule is rules.HEADLINE and len(body.key) >= _HEADLINE:
        return ()
    match = rule.search(body.key)
    told = _told(body, match, rule) if match else ()
    if match is None or not (
        match["number"] or _SENT_TO.match(body.key, match.end()) or _names_subject(told)
    ):
        return ()
    before = body.slice(_sentence_start(body.key, match.start()), match.start())
    return (*told, *_when_and_who(before, rule), *_whose(body, match, rule))


def _names_subject(facts: Sequence[Fact]) -> bool:
    return any(fact.field == "title" for fact in facts)


def _whose(body: MappedText, match: re.Match[str], rule: Rule) -> Iterator[Fact]:
    """«Đó là chỉ đạo của Ủy ban nhân dân tỉnh đối với các sở … tại Công văn số …»."""
    told = body.slice(match.start(), match.start("type"))
    for named in agencies_in(told.key):
        if told.key[: named.start].endswith("của "):
            yield from _who(told, named, rule)


def _sentence_start(key: str, end: int) -> int:
    return key.rfind(". ", max(0, end - _SENTENCE), end) + 1


def passed_facts(structure: Structure) -> Iterator[Fact]:
    """The day on which the closing words say that a law or resolution was passed."""
    for clause in reversed(structure.clauses):
        body = structure.bodies[clause.clause_id]
        match = rules.PASSED.search(body.key) if clause.role != "annex" else None
        day = parse_date("ngày " + match["date"]) if match else None
        if match and day:
            yield stated("issued_on", str(day), rules.PASSED.id, body, *match.span("date"))
            yield stated("issued_on_basis", "narrative", rules.PASSED.id, body, *match.span("date"))
            return


def _told(body: MappedText, match: re.Match[str], rule: Rule) -> Sequence[Fact]:
    """What is said of a document where it is named: its type and number, and what stands behind them."""
    facts = [
        stated("document_type", types_by_name()[match["type"].casefold()], rule.id, body, *match.span("type"))
    ]
    if match["number"]:
        number = body.text[match.start("number") : match.end("number")].strip()
        facts.append(stated("number", number, rule.id, body, *match.span("number")))
    year = _YEAR.match(body.key, match.end())
    at = year.end() if year else match.end()
    for step in (_day_behind, _issuer_behind):
        end, found = step(body, at, rule)
        facts += found
        at = end
    sent = _SENT.match(body.key, at)
    facts += _title_at(body, sent.end() if sent else at, rule, bare=bool(match["number"]))
    return facts


def _day_behind(body: MappedText, at: int, rule: Rule) -> tuple[int, list[Fact]]:
    """«Công điện số 210/CĐ-TTg ngày 06/11/2025»: the day behind the number, and where it ends."""
    dated = _DATED.match(body.key, at)
    printed = next(iter(find_dates(body.key[: at + 60][dated.end() :])), None) if dated else None
    if dated is None or printed is None or printed.start:
        return at, []
    start, end = dated.end(), dated.end() + printed.end
    return end + body.key.startswith(")", end), _issued(
        body, rule, str(printed.whole), start, end
    ) if printed.whole else []


def _issued(body: MappedText, rule: Rule, day: str, start: int, end: int) -> list[Fact]:
    return [
        stated("issued_on", day, rule.id, body, start, end),
        stated("issued_on_basis", "narrative", rule.id, body, start, end),
    ]


def _issuer_behind(body: MappedText, at: int, rule: Rule) -> tuple[int, list[Fact]]:
    """«… của Ủy ban nhân dân tỉnh Lào Cai về …»: the issuer behind number and day, and where it ends."""
    of = _OF.match(body.key, at)
    behind = body.slice(of.end()) if of else None
    named = agencies_in(behind.key[:_SENTENCE]) if behind else []
    if of is None or behind is None or not named or named[0].start:
        return at, []
    return of.end() + named[0].end, list(_who(behind, named[0], rule))


def _title_at(body: MappedText, at: int, rule: Rule, *, bare: bool) -> list[Fact]:
    """The subject that begins at an offset, less what only leads on to the text; an order to many bodies is none."""
    lead = _SUBJECT.match(body.key, at) or (_BARE_SUBJECT.match(body.key, at) if bare else None)
    match = _TITLE.match(body.key, lead.end()) if lead else None
    if lead is None or match is None:
        return []
    start, end = match.span()
    ends = _ENDS_SUBJECT.search(body.key[:end], start)
    end = ends.start() if ends else end
    title = body.text[start:end].strip(" ,")
    if _ORDER.match(body.key, start) or len(title) < len("về việc"):
        return []
    return [stated("title", title, rule.id, body, start, end)]


def _opens_clause(key: str, start: int, end: int) -> bool:
    """«Ngày 26/3/2020, …», «(Báo) - Chiều ngày 5/8/2021, …»; not the day of a document that the sentence cites."""
    lead = _MOMENT.sub("", key[:start]).rstrip()
    return (not lead or lead[-1] in _CLAUSE_MARKS) and not key[end:].lstrip().startswith("của ")


def _when_and_who(before: MappedText, rule: Rule) -> Iterator[Fact]:
    days = [
        (found, found.whole)
        for found in find_dates(before.key)
        if found.whole and _opens_clause(before.key, found.start, found.end)
    ]
    if days:
        found, day = days[-1]
        yield from _issued(before, rule, str(day), found.start, found.end)
    agencies = [one for one in agencies_in(before.key) if not one.name.endswith(" các cấp")]
    yield from _who(before, agencies[-1], rule) if agencies else ()


def _who(text: MappedText, named: Mention, rule: Rule) -> Iterator[Fact]:
    """The issuer that a text names, and its province where that is part of the name or stands right behind it."""
    yield stated("issuer", without_province(named.name), rule.id, text, named.start, named.end)
    for start, end, province in provinces_in(text.key):
        if named.start <= start <= named.end + _NAMED_BEHIND:
            yield stated("province", province.name, rule.id, text, start, end)
