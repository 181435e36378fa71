"""Who issues a document, and where: from the speaker in the text, the heading, the number, the signature."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline import landmarks
from pipeline.codelists.agencies import Agency, Mention, agencies_in, find_agency
from pipeline.codelists.issuers import issuer_of_number
from pipeline.codelists.provinces import find_province, provinces_in
from pipeline.enrich.facts import Fact, stated
from pipeline.enrich.identity import rules
from pipeline.enrich.identity.names import in_small_letters, without_province
from pipeline.records import Block, Structure
from pipeline.text import UPPER, MappedText, Span, mapped

_OF_ISSUER = re.compile(r"^\W{0,4}(?:CỦA|Của)\s")
_CONCLUSION_OF = re.compile(r"^\W{0,4}(?:KẾT LUẬN|Kết luận|Ý KIẾN|THÔNG BÁO)[^,;]{0,30}?\s(?:CỦA|của)\s")
_ABOUT = re.compile(r"\s(?:về|VỀ|V/v|Về|tại|TẠI)\s")
_OWN_PROVINCE = re.compile(r"(?:tỉnh|thành phố|địa bàn|quê hương|TỈNH)\s(?:tỉnh\s|thành phố\s)?$")
_DISTRICT_COMMITTEE = re.compile(
    rf"(?P<unit>HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|THÀNH ỦY|HUYỆN|QUẬN|PHƯỜNG|THỊ TRẤN|THỊ XÃ|XÃ)\s(?!ỦY\b)"
    rf"(?P<name>[{UPPER}’']{{1,9}}(?:\s(?!BAN\b|VĂN\b|ỦY\b|TỈNH\b|PHÒNG\b|SỞ\b|CỘNG\b|ĐỘC\b)[{UPPER}’']{{1,9}}){{0,3}})"
)
_BUREAU = re.compile(
    r"Ban Thường vụ|Ban Thường trực|Ban Chấp hành|Đoàn Chủ tịch|Bộ trưởng|Thống đốc|Tổng Thanh tra"
)
_MINISTERS = {"BỘ TRƯỞNG": "Bộ trưởng", "THỐNG ĐỐC": "Thống đốc"}
_MINISTER = re.compile(rf"(?:{'|'.join(_MINISTERS)})(?= (?:BỘ|NGÂN HÀNG) )")
"""«BỘ TRƯỞNG BỘ Y TẾ» over a decision: the minister decides, not the ministry."""
_BUREAU_BEFORE = re.compile(rf"(?:{_BUREAU.pattern})\s$")
_BUREAU_LENGTH = 20
_TELLS = re.compile(r"\s?(?:yêu cầu|chỉ đạo|chỉ thị|đề nghị|giao)\s")
_GROUP = re.compile(r"(?i)(?:^|.{0,60}\s)các\s(?!cấp)")
"""«các ngành, các cấp» are many: they receive an order, they do not issue it."""
_COMMITTEE = "Ban Chấp hành"
"""A Party organisation's head names its committee («ĐẢNG BỘ TỈNH / BAN CHẤP HÀNH») whoever of it speaks in the text."""
_COMMITTEES = ("Ban Thường trực", "Ban Thường vụ", _COMMITTEE)
"""Who signs for the Front or a mass organisation."""
_UNIT_WORD = 12
"""A province's name stands at most this far behind its body's, «TỈNH» between them."""
_ALL_LEVELS = " các cấp"
"""«ỦY BAN NHÂN DÂN» alone, where a portal dropped the line below it, names all committees: the number tells which."""
_OFFICE_NOTICE = re.compile(r"^(?:Văn phòng|Cục|Vụ|Phòng)\s")


def headings_before_type(structure: Structure) -> list[Block]:
    """The heading lines above the type line, or all of them where there is none."""
    found: list[Block] = []
    for block in structure.own_blocks_of("heading"):
        if landmarks.TYPE_LINE.search(block.text.key):
            break
        found.append(block)
    return found


def header_text(structure: Structure) -> MappedText:
    """The issuer's lines of the heading as one text, without the nation's and the Party's name."""
    spans: list[Span] = []
    for block in headings_before_type(structure):
        match = landmarks.NATION_NAME.search(block.text.key)
        kept = block.text.slice(0, match.start()) if match else block.text
        if kept and (match or landmarks.is_capitals(kept.key)):
            spans.append(kept.source_span(0, len(kept.text)))
    return mapped(structure.source.text, spans)


def issuer_facts(structure: Structure, number: str | None) -> Iterator[Fact]:
    """Who issues the document: the most telling place first."""
    header = header_text(structure)
    above = agencies_in(header.key)
    if above and _is_office_notice(structure, above[-1]):
        yield _named(above[-1], header, rules.HEADER.id)
    units = tuple(_unit(header, above))
    committees = tuple(fact for fact in units if fact.value.startswith(_COMMITTEE))
    yield from (fact for fact in units if fact not in committees)
    spoken = (*_issuer_line(structure), *_speaker(structure), *_authority(structure))
    yield from (_completed(fact, header) for fact in spoken)
    yield from committees
    yield from _standing_committee(structure, header, above)
    yield from _committee_bureau(structure, header, above)
    if above and not above[-1].agency.name.endswith(_ALL_LEVELS):
        yield _named(above[-1], header, rules.HEADER.id)
    if number and (issuer := issuer_of_number(number)):
        for block in structure.blocks_of("number"):
            yield stated("issuer", issuer.name, rules.SUFFIX.id, block.text)
            yield stated("issuer_branch", issuer.branch, rules.SUFFIX.id, block.text)


def _named(mention: Mention, text: MappedText, rule_id: str) -> Fact:
    return stated(
        "issuer", without_province(in_small_letters(mention)), rule_id, text, mention.start, mention.end
    )


def _completed(fact: Fact, header: MappedText) -> Fact:
    """«CỦA BAN THƯỜNG VỤ HUYỆN ỦY» under «HUYỆN ỦY CAO LỘC»: the heading says which district or commune."""
    for mention in agencies_in(header.key):
        name = without_province(in_small_letters(mention))
        if name.startswith(fact.value + " "):
            return replace(fact, value=name)
    named = _DISTRICT_COMMITTEE.search(header.key)
    if (
        named
        and fact.value.casefold().endswith(named["unit"].casefold())
        and not find_province(named["name"].title())
    ):
        return replace(fact, value=f"{fact.value} {named['name'].title()}")
    return fact


def _unit(header: MappedText, above: list[Mention]) -> Iterator[Fact]:
    """A unit that only its superior body makes definite: «UBND TỈNH NINH THUẬN / VĂN PHÒNG», «TỈNH ỦY / BAN TỔ CHỨC»."""
    for mention in above[:2]:
        unit = re.sub(r"\s+", " ", header.key[mention.end :]).strip()
        for start, end, _ in provinces_in(unit):
            unit = unit[end:].strip() if start <= _UNIT_WORD else unit
        named = find_agency(f"{unit} {without_province(mention.name)}") if unit else None
        if named and named.name != without_province(mention.name):
            yield stated("issuer", named.name, rules.HEADER.id, header, mention.start)


def _committee_bureau(structure: Structure, header: MappedText, above: list[Mention]) -> Iterator[Fact]:
    """A Party committee's document signed «T/M BAN THƯỜNG VỤ» is its standing bureau's."""
    signs = any(
        (match := landmarks.SIGNED_FOR.search(block.text.key)) and match["body"].startswith("BAN THƯỜNG VỤ")
        for block in structure.blocks_of("signature")
    )
    if above and signs and above[-1].agency.branch == "party" and above[-1].name.split(" ")[1:2] == ["ủy"]:
        fact = stated(
            "issuer",
            f"Ban Thường vụ {without_province(above[-1].name)}",
            rules.HEADER.id,
            header,
            above[-1].start,
        )
        yield _completed(fact, header)


def _standing_committee(structure: Structure, header: MappedText, above: list[Mention]) -> Iterator[Fact]:
    """The standing committee of the Front or a mass organisation signs for it («TM. BAN THƯỜNG TRỰC»)."""
    marks = (landmarks.SIGNED_FOR.search(block.text.key) for block in structure.blocks_of("signature"))
    bodies = [match["body"] for match in marks if match]
    committee = next((name for body in bodies for name in _COMMITTEES if body.startswith(name.upper())), None)
    if above and committee and above[-1].agency.branch == "front":
        name = f"{committee} {_of_province(header, above)}"
        yield stated("issuer", name, rules.HEADER.id, header, above[-1].start, above[-1].end)


def _of_province(header: MappedText, above: list[Mention]) -> str:
    """«HỘI LHPN VIỆT NAM / BAN THƯỜNG VỤ TỈNH QUẢNG BÌNH»: the province's body, where the heading names one."""
    central = above[0].agency.name.removeprefix("Trung ương ").removesuffix(" Việt Nam")
    local = find_agency(f"{central} tỉnh") if len(above) == 1 and provinces_in(header.key) else None
    return local.name if local else without_province(in_small_letters(above[-1]))


def issuing_agency(issuer: str) -> Agency | None:
    """The agency of an issuer's name, with or without its bureau: `Ban Thường vụ Hội Nông dân tỉnh` → Hội Nông dân tỉnh."""
    return find_agency(issuer) or find_agency(_BUREAU.sub("", issuer, count=1).strip())


def _is_office_notice(structure: Structure, mention: Mention) -> bool:
    """A notice of what a chairman concluded is issued by the office that writes it, and so is a letter that passes it on."""
    titles = structure.blocks_of("title")
    concludes = any("kết luận" in block.text.key.casefold() for block in titles)
    passes_on = mention.name.startswith("Văn phòng") and bool(structure.own_blocks_of("addressee"))
    return passes_on or (concludes and _OFFICE_NOTICE.match(mention.name) is not None)


def _issuer_line(structure: Structure) -> Iterator[Fact]:
    """«CỦA BAN THƯỜNG VỤ TỈNH ỦY», on its own line or after «KẾT LUẬN» in a notice's title."""
    for block in structure.own_blocks_of("heading", "title"):
        match = (
            _OF_ISSUER.match(block.text.key)
            if block.kind == "heading"
            else _CONCLUSION_OF.match(block.text.key)
        )
        if not match:
            continue
        about = _ABOUT.search(block.text.key, match.end())
        text = block.text.slice(match.end(), about.start() if about else None)
        found = agencies_in(text.key)
        if found:
            yield _named(found[0], text, rules.ISSUER_LINE.id)


def _speaker(structure: Structure) -> Iterator[Fact]:
    """The subject of «… yêu cầu …:» or «… thống nhất kết luận:» at the end of the preamble, or of a call that follows it."""
    preamble = [clause for clause in structure.clauses if clause.role == "preamble"]
    called = [clause for clause in structure.clauses if clause.role == "operative"][:1]
    for clause in (*reversed(preamble), *(one for one in called if one.kind == "paragraph")):
        body = structure.bodies[clause.clause_id]
        speakers = [mention for mention in agencies_in(body.key) if _speaks(body.key, mention)]
        if speakers:
            yield _spoken(_chief_speaker(body.key, speakers), body)
            return


def _speaks(key: str, mention: Mention) -> bool:
    if _GROUP.match(mention.name) or not _is_subject(key, mention):
        return False
    return rules.SPEAKER.pattern is not None and rules.SPEAKER.pattern.match(key, mention.end) is not None


def _chief_speaker(key: str, speakers: list[Mention]) -> Mention:
    """The last one, unless it only closes a list of those told: «Ban Thường vụ Tỉnh ủy yêu cầu …, Mặt trận … thực hiện … sau:»."""
    last = speakers[-1]
    before = [
        one for one in speakers[:-1] if _TELLS.match(key, one.end) and ". " not in key[one.end : last.start]
    ]
    return before[-1] if before and not _TELLS.match(key, last.end) else last


def _spoken(mention: Mention, body: MappedText) -> Fact:
    """The speaker with its bureau or office: «Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh», «Bộ trưởng Bộ Y tế»."""
    fact = _named(mention, body, rules.SPEAKER.id)
    bureau = _BUREAU.match(body.key, _subject_start(body.key, mention))
    if not bureau or fact.value.startswith(bureau.group()):
        return fact
    return replace(fact, value=f"{bureau.group()} {fact.value}")


def _subject_start(key: str, mention: Mention) -> int:
    before = _BUREAU_BEFORE.search(key, max(0, mention.start - _BUREAU_LENGTH), mention.start)
    return before.start() if before else mention.start


def _is_subject(key: str, mention: Mention) -> bool:
    """The subject opens a sentence or follows a comma or semicolon: «…; Chủ tịch UBND tỉnh yêu cầu»."""
    before = key[: _subject_start(key, mention)].rstrip()
    return not before or before.endswith((",", ";", ".", ":"))


def _authority(structure: Structure) -> Iterator[Fact]:
    typed = False
    for block in structure.own_blocks_of("heading"):
        if landmarks.TYPE_LINE.search(block.text.key):
            typed = True
        elif typed and (found := agencies_in(block.text.key)):
            fact = _named(found[0], block.text, rules.AUTHORITY.id)
            minister = _MINISTER.match(block.text.key)
            yield replace(fact, value=f"{_MINISTERS[minister.group()]} {fact.value}") if minister else fact


def province_facts(structure: Structure) -> Iterator[Fact]:
    """The province of the issuer: in its name, in the place of the date line, in stamps, in the text."""
    header = header_text(structure)
    for start, end, province in provinces_in(header.key):
        yield stated("province", province.name, rules.PROVINCE_NAME.id, header, start, end)
    for block in structure.blocks_of("dateline"):
        match = landmarks.DATELINE.search(block.text.key)
        named = find_province(match["place"]) if match else None
        if match and named:
            yield stated("province", named.name, rules.PROVINCE_NAME.id, block.text, *match.span("place"))
    for block in structure.blocks_of("heading", "title", "stamp", "addressee"):
        for start, end, province in provinces_in(block.text.key):
            yield stated("province", province.name, rules.PROVINCE_NAME.id, block.text, start, end)
    yield from _province_in_text(structure)


def _province_in_text(structure: Structure) -> Iterator[Fact]:
    """The province that clauses speak of as their own («trên địa bàn tỉnh Hà Nam»), if one is named most."""
    named: Counter[str] = Counter()
    first: dict[str, Fact] = {}
    for body in structure.bodies.values():
        for start, end, province in provinces_in(body.key):
            if _OWN_PROVINCE.search(body.key[max(0, start - 24) : start]):
                named[province.name] += 1
                span = body.source_span(start, end)
                reason = "Named most often as the document's own province"
                first.setdefault(
                    province.name,
                    Fact("province", province.name, rules.PROVINCE_IN_TEXT.id, span, "inferred", reason),
                )
    ranked = named.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        yield first[ranked[0][0]]
