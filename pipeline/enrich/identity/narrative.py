"""Facts on a document that a page only retells: «Ngày 26/3/2020, Ban Thường vụ Tỉnh ủy đã ban hành Kết luận số …»."""

import re
from collections.abc import Iterator

from pipeline.codelists.agencies import agencies_in
from pipeline.codelists.provinces import provinces_in
from pipeline.dates import find_dates, parse_date
from pipeline.enrich.facts import Fact, stated
from pipeline.enrich.identity import rules
from pipeline.enrich.identity.matter import types_by_name
from pipeline.enrich.identity.names import without_province
from pipeline.records import Structure
from pipeline.text import UPPER, MappedText

_SENTENCE = 260
"""How far before the verb the date and the issuer may stand, in characters."""
_NAMED_BEHIND = 2
"""The issuer's province stands right behind it: «Ban Thường vụ Tỉnh ủy Yên Bái đã ban hành …»."""
_SUBJECT_LEAD = re.compile(r"^\s?[,.]?\s")
_ORDERS = re.compile(rf"(?<=.{{20}})\s(?:yêu cầu|đề nghị|chỉ đạo)\s(?=[{UPPER}])")
"""«… về tăng cường phòng, chống dịch yêu cầu Ban Chỉ đạo các huyện …»: the title ends where the order begins."""
_LEADS_ON = re.compile(
    r",?\s(?:với|gồm|trong đó có)\s(?:các |những |một số )?(?:nội dung|nhiệm vụ|điểm|yêu cầu)"
    r"(?: \w{1,9}){0,3}?\s?(?:như )?(?:sau|chính|chủ yếu)(?: đây)?$"
)
"""«… về kết quả kỳ họp thứ 5, với các nội dung sau:»: the title ends where the text is announced."""
_MOMENT = re.compile(r"(?i)(?:vào |từ )?(?:hôm |sáng |trưa |chiều |tối |đêm )?(?:ngày )?$")
_CLAUSE_MARKS = ".,;:()-–—"


def narrative_facts(structure: Structure) -> Iterator[Fact]:
    """What the preamble of a retelling says of the document; only where it has no number or type line of its own."""
    if structure.blocks_of("number") or structure.blocks_of("title"):
        return
    for clause in structure.clauses:
        if clause.role != "preamble":
            return
        body = structure.bodies[clause.clause_id]
        match = rules.NARRATIVE.search(body.key)
        if match and (match["number"] or match["subject"]):
            yield from _told(body, match)
            return


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


def _told(body: MappedText, match: re.Match[str]) -> Iterator[Fact]:
    rule = rules.NARRATIVE.id
    kind = types_by_name()[match["type"].casefold()]
    yield stated("document_type", kind, rule, body, *match.span("type"))
    if match["number"]:
        number = body.text[match.start("number") : match.end("number")].strip()
        yield stated("number", number, rule, body, *match.span("number"))
    if match["subject"]:
        lead = _SUBJECT_LEAD.match(match["subject"])
        start = match.start("subject") + (lead.end() if lead else 0)
        order = _ORDERS.search(body.key, start, match.end("subject"))
        end = order.start() if order else match.end("subject")
        if leads_on := _LEADS_ON.search(body.key[start:end]):
            end = start + leads_on.start()
        yield stated("title", body.text[start:end].strip(), rule, body, start, end)
    sentence = body.key.rfind(". ", max(0, match.start() - _SENTENCE), match.start()) + 1
    before = body.slice(sentence, match.start())
    yield from _when_and_who(before)


def _opens_clause(key: str, start: int, end: int) -> bool:
    """«Ngày 26/3/2020, …», «(Báo) - Chiều ngày 5/8/2021, …»; not the day of a document that the sentence cites."""
    lead = _MOMENT.sub("", key[:start]).rstrip()
    return (not lead or lead[-1] in _CLAUSE_MARKS) and not key[end:].lstrip().startswith("của ")


def _when_and_who(before: MappedText) -> Iterator[Fact]:
    days = [
        (found, found.whole)
        for found in find_dates(before.key)
        if found.whole and _opens_clause(before.key, found.start, found.end)
    ]
    if days:
        found, day = days[-1]
        yield stated("issued_on", str(day), rules.NARRATIVE.id, before, found.start, found.end)
        yield stated("issued_on_basis", "narrative", rules.NARRATIVE.id, before, found.start, found.end)
    agencies = agencies_in(before.key)
    if agencies:
        last = agencies[-1]
        yield stated("issuer", without_province(last.name), rules.NARRATIVE.id, before, last.start, last.end)
        for start, end, province in provinces_in(before.key):
            if last.start <= start <= last.end + _NAMED_BEHIND:
                yield stated("province", province.name, rules.NARRATIVE.id, before, start, end)
