"""Who signed, in what office and for whom (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7; Hướng dẫn 36-HD/VPTW)."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline import landmarks
from pipeline.codelists import surnames
from pipeline.enrich.facts import Fact, stated
from pipeline.enrich.identity import rules
from pipeline.landmarks import is_capitals
from pipeline.records import Block, Structure
from pipeline.signatories import marks_below, person_name, signed_name
from pipeline.tables.core import SigningCapacity
from pipeline.text import mapped

_CAPACITIES: dict[str, SigningCapacity] = {
    "TM": "on-behalf", "KT": "deputy", "TL": "by-order", "TUQ": "authorised", "Q": "acting",
}  # fmt: skip

# What keeps its capital in a title written small: «PHÓ CHÁNH VĂN PHÒNG» → «Phó Chánh Văn phòng».
_CAPITALISED = re.compile(
    r"\b(?:phó|chủ tịch|chủ nhiệm|bí thư|giám đốc|chánh|văn phòng|thường trực|cục trưởng|vụ trưởng"
    r"|ủy viên|viện trưởng|hiệu trưởng|tổng bí thư|thủ tướng"
    r"|trưởng ban|trưởng phòng|chính ủy|tư lệnh|chỉ huy trưởng|hội đồng|chính phủ|quốc hội|mặt trận"
    r"|tổ quốc|việt nam|tỉnh ủy|thành ủy|huyện ủy|(?<!ủy )ban)\b"
)
# … and what keeps it behind another word: Ban Thường vụ, Ủy ban Thường vụ Quốc hội, Bộ Chính trị.
_WITHIN_NAME = re.compile(
    r"(?<=an )(?:thường vụ|thường trực|chấp hành|chỉ đạo|chỉ huy)|(?<=ộ )chính trị|(?<=ồng )thẩm phán|(?<=ổng )kiểm toán"
    r"|\b(?:trung ương|tỉnh đoàn|thành đoàn|huyện đoàn)\b"
)
_ABBREVIATED = re.compile(r"\b(?:ubnd|hđnd|ubmttq|mttq|tand|vksnd|bcđ|bch|tncs)\b")


def sentence_case(capitals: str) -> str:
    """A title set in capitals as running text writes it: `BAN THƯỜNG VỤ` → `Ban Thường vụ`."""
    small = capitals.lower()
    out = _CAPITALISED.sub(lambda match: match.group()[0].upper() + match.group()[1:], small)
    out = _ABBREVIATED.sub(lambda match: match.group().upper(), out)
    out = _WITHIN_NAME.sub(lambda match: match.group()[0].upper() + match.group()[1:], out)
    return out[:1].upper() + out[1:]


def signature_facts(structure: Structure) -> Iterator[Fact]:
    """The signatory's name and office, and the body or head signed for; nothing where the text has no signature."""
    lines = _own_signature(structure)
    marks = [(block, match) for block in lines if (match := landmarks.SIGNED_FOR.search(block.text.key))]
    yield from _signed_for(marks)
    name = _name_line(lines)
    found = _name_in(name) if name else None
    if name and found:
        yield stated(
            "signer_name", _name_case(name.text.text[slice(*found)]), rules.SIGNATURE.id, name.text, *found
        )
    offices = [block for block in lines if block is not name and _is_office(block)]
    if offices:
        office = offices[-1]
        text = office.text.text.strip(" *.,:")
        yield stated("signer_title", sentence_case(text), rules.SIGNATURE.id, office.text)
    elif marks and marks[-1][1]["mark"].startswith(("Q.",)):
        block, match = marks[-1]
        yield stated(
            "signer_title",
            sentence_case(match["body"].strip()),
            rules.SIGNATURE.id,
            block.text,
            *match.span("body"),
        )


def _own_signature(structure: Structure) -> Sequence[Block]:
    """The signature of the document itself: the lines before the first annex, and before a copy's own («SAO Y»)."""
    annexes = [clause.source_start for clause in structure.clauses if clause.role == "annex"]
    limit = min(annexes, default=len(structure.source.text))
    lines = [block for block in structure.blocks_of("signature") if block.spans[0].start < limit]
    own = list(takewhile(lambda block: not landmarks.COPY.search(block.text.key), lines))
    return _marks_joined(structure.source.text, own)


def _marks_joined(source: str, lines: Sequence[Block]) -> Sequence[Block]:
    """The lines, a signing mark that stands alone joined to what it belongs to: «TM. / ỦY BAN NHÂN DÂN TỈNH»."""
    joined: list[Block] = []
    for block in lines:
        if joined and marks_below(joined[-1].text.key, block.text.key):
            spans = (*joined.pop().spans, *block.spans)
            block = Block(block.kind, mapped(source, spans), spans)
        joined.append(block)
    return joined


def _signed_for(marks: Sequence[tuple[Block, re.Match[str]]]) -> Iterator[Fact]:
    if not marks:
        return
    block, match = marks[0]
    capacity = _CAPACITIES[re.sub(r"[./]", "", match["mark"])]
    yield stated("signing_capacity", capacity, rules.SIGNATURE.id, block.text, *match.span("mark"))
    body = match["body"].strip(" .,")
    start = match.start("body")
    yield stated("signed_for", sentence_case(body), rules.SIGNATURE.id, block.text, start, start + len(body))


def _is_office(block: Block) -> bool:
    key = block.text.key
    body = key.startswith("ĐOÀN CHỦ TỊCH") or landmarks.SIGNED_FOR.search(key) is not None
    return landmarks.OFFICE_TITLE.search(key) is not None and not body


def _name_line(lines: Sequence[Block]) -> Block | None:
    """The last line that is a person's name, by its family name where one is known: not «Thông Tin Văn Bản»."""
    names = [block for block in reversed(lines) if not _is_matter(block.text.key) and _name_in(block)]
    known = (block for block in names if _family_name(block) in surnames())
    return next(known, names[0] if names else None)


def _is_matter(key: str) -> bool:
    matter = (landmarks.OFFICE_TITLE, landmarks.SIGNED_FOR, landmarks.SIGNED, landmarks.ISSUER_LINE)
    return any(rule.search(key) for rule in matter)


def _name_in(block: Block) -> tuple[int, int] | None:
    """Where the person's name stands in a line, with or without the mark of the signature: «Lê An (Đã ký)»."""
    match = person_name(block.text.key)
    return match.span("name") if match else signed_name(block.text.key)


def _family_name(block: Block) -> str:
    start, end = _name_in(block) or (0, 0)
    return block.text.key[start:end].split(" ")[0].casefold()


def _name_case(name: str) -> str:
    """A name in capitals is written as names are; others stay as printed."""
    return name.title() if is_capitals(name) else name
