"""Facts that front matter states: type, number, title, place and date, marks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pipeline import landmarks
from pipeline.codelists import document_types
from pipeline.codelists.agencies import agencies_in
from pipeline.dates import parse_date
from pipeline.enrich.facts import Fact, stated, whole
from pipeline.enrich.identity import rules
from pipeline.records import Block, Structure
from pipeline.text import UPPER, match_key

_URGENCY = {"hỏa tốc": "express", "thượng khẩn": "very-urgent", "khẩn": "urgent"}
_SECRECY = {"tuyệt mật": "top-secret", "tối mật": "secret", "mật": "confidential"}
_TELEGRAPHS = re.compile(rf"\s(?:điện\s?(?=:|$|[{UPPER}])|ĐIỆN\s?(?=:|$))")
_TELEGRAPHS_WITHIN = 90
_NAMED_NUMBER = re.compile(r"^\W{0,4}(?P<type>Bộ luật|Luật|Pháp lệnh|Nghị quyết|Lệnh) số\b")
_OF_ASSEMBLY = re.compile(r"/(?:UBTV)?QH\d{0,2}$")
"""«26/2023/QH15» is a law's or a resolution's number, never a letter's."""
_BULLETS = ("-", "+", "•", "*", "~")


@cache
def types_by_name() -> dict[str, str]:
    """Document type codes by name in small letters: «điện khẩn» → cong-dien."""
    return {
        match_key(name).casefold(): entry.code
        for entry in reversed(document_types())
        for name in (*entry.aliases, entry.name)
    }


@cache
def types_by_code() -> dict[str, str]:
    """Document type codes by the abbreviation in a number: CT → chi-thi. TT is a circular unless a Party body signs."""
    return {code.upper(): entry.code for entry in reversed(document_types()) for code in entry.codes}


def matter_facts(structure: Structure) -> Iterator[Fact]:
    """What the front matter states, in the order in which later facts yield to earlier ones."""
    for block in structure.own_blocks_of("heading"):
        match = landmarks.TYPE_LINE.search(block.text.key)
        if match:
            code = types_by_name()[match["type"].casefold()]
            yield stated("document_type", code, rules.TYPE_LINE.id, block.text, *match.span("type"))
    for block in structure.own_blocks_of("title"):
        yield whole("title", block.text.text, rules.TITLE.id, block)
    yield from _number_facts(structure)
    yield from _addressed_by(structure)
    yield from _letter(structure)
    for block in structure.blocks_of("dateline"):
        yield from _date_facts(block)
    for block in structure.blocks_of("mark"):
        yield from _mark_facts(block)


def _number_facts(structure: Structure) -> Iterator[Fact]:
    for block in structure.own_blocks_of("number", "heading"):
        match = landmarks.NUMBER.search(block.text.key)
        if not match:
            continue
        start, end = match.span("number")
        if any(letter.isdigit() for letter in match["digits"]):
            yield stated(
                "number", block.text.text[start:end].strip(), rules.NUMBER.id, block.text, start, end
            )
        code = type_in_number(match["number"])
        if code:
            yield stated("document_type", code, rules.TYPE_CODE.id, block.text, start, end)


def _addressed_by(structure: Structure) -> Iterator[Fact]:
    """«THỦ TƯỚNG CHÍNH PHỦ điện:» makes a telegram, unless the number names another type."""
    for block in structure.own_blocks_of("addressee"):
        key = block.text.key
        if key.startswith(_BULLETS) or "gửi" in key[:20]:
            continue  # «- Công ty Thủy điện Hòa Bình.» is one of those addressed
        if _TELEGRAPHS.search(key, 0, _TELEGRAPHS_WITHIN):
            yield whole("document_type", "cong-dien", rules.TYPE_LINE.id, block)


def _letter(structure: Structure) -> Iterator[Fact]:
    """A number that names no type is an official letter's (công văn), `1246/UBND-VX`, and so is «Kính gửi» to bodies."""
    for block in structure.own_blocks_of("number", "heading"):
        match = landmarks.NUMBER.search(block.text.key)
        if match and not type_in_number(match["number"]):
            named = _NAMED_NUMBER.match(block.text.key)
            if named:
                code = types_by_name()[named["type"].casefold()]
                yield stated("document_type", code, rules.TYPE_LINE.id, block.text, *named.span("type"))
            elif not _OF_ASSEMBLY.search(match["number"]):
                yield stated("document_type", "cong-van", rules.LETTER.id, block.text, *match.span("number"))
    addressed = structure.own_blocks_of("addressee")
    if addressed and any(agencies_in(block.text.key) for block in addressed):
        letter = whole("document_type", "cong-van", rules.LETTER.id, addressed[0])
        yield replace(letter, basis="inferred", reason="Addressed to bodies, without a type line")


def type_in_number(number: str) -> str | None:
    """The type that a number's code names: `16/CT-TTg` → chi-thi, `127-QĐ/TW` → quyet-dinh, `1246/UBND-VX` → None."""
    party = "/" in number and "-" in number.split("/")[0]
    for part in number.replace("-", "/").replace(" ", "").split("/")[1:]:
        code = types_by_code().get(part.upper())
        if code == "thong-tu" and party:
            return "thong-tri"
        if code:
            return code
    return None


def _date_facts(block: Block) -> Iterator[Fact]:
    match = landmarks.DATELINE.search(block.text.key)
    if not match:
        return
    start, end = match.span("place")
    yield stated("place", block.text.text[start:end].strip(), rules.DATELINE.id, block.text, start, end)
    issued = parse_date(block.text.key[match.end("place") : match.end()])  # «năm 20264» has a note's mark
    if issued:
        yield stated(
            "issued_on", issued.isoformat(), rules.DATELINE.id, block.text, match.end("place"), match.end()
        )
        yield stated("issued_on_basis", "dateline", rules.DATELINE.id, block.text)


def _mark_facts(block: Block) -> Iterator[Fact]:
    match = landmarks.MARK.search(block.text.key)
    words = match["mark"].casefold() if match else ""
    for field, codes in (("urgency", _URGENCY), ("confidentiality", _SECRECY)):
        code = next((code for name, code in codes.items() if words.startswith(name)), None)
        if code:
            yield whole(field, code, rules.MARK.id, block)
