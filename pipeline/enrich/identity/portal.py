"""What a portal's own table says of a document: «Số ký hiệu: 12/CT-UBND», «| Ngày ban hành | 02/04/2022 |».

The table is the page's, not the document's: it only fills what the text leaves open, and only where it gives three
values that can be what their names say.
"""

import re
from collections.abc import Iterator

from pipeline.codelists.agencies import agencies_in
from pipeline.codelists.provinces import provinces_in
from pipeline.dates import parse_date
from pipeline.enrich.facts import Fact, stated
from pipeline.enrich.identity import rules
from pipeline.enrich.identity.matter import types_by_name
from pipeline.enrich.identity.names import without_province
from pipeline.landmarks import NUMBER_CODE
from pipeline.records import Structure
from pipeline.signatories import person_name
from pipeline.text import MappedText, Span, mapped_span

_NAMES = {
    "number": r"Số ?/? ?[Kk]ý hiệu(?: văn bản)?|Số hiệu(?: văn bản)?",
    "issued_on": "Ngày ban hành|Ngày ký",
    "title": "Trích yếu(?: nội dung)?|Nội dung trích yếu",
    "issuer": "(?:Cơ quan|Nơi|Đơn vị) ban hành",
    "document_type": "Loại văn bản|Hình thức văn bản|Thể loại(?: văn bản)?|Phân loại",
    "signer_name": "Người ký",
}
_NAME = "|".join(f"(?P<{field}>{names})" for field, names in _NAMES.items())
_OTHER = r"Ngày|Tình trạng|Lĩnh vực|Hiệu lực|Số công báo|Tệp|File|Tải|Lượt"
_ROW = re.compile(
    rf"(?:^|[|\n\t]|(?<=\s))\s{{0,8}}(?:{_NAME})\s{{0,4}}[:|\n\t][\s|:]{{0,12}}"
    rf"(?P<value>[^|\n\t]{{2,600}}?)(?=\s{{0,4}}(?:[|\n\t]|$)|\s(?:{'|'.join(_NAMES.values())}|{_OTHER})[^:|\n]{{0,30}}:)"
)
_ENOUGH = 3
_REACH = 20_000
"""A portal sets its table within so many characters of the page's head."""


def portal_facts(structure: Structure, number: str | None) -> Iterator[Fact]:
    """The values of a portal's table, the first of each name; nothing where it has another number than the text."""
    source = structure.source.text
    found: dict[str, list[Fact]] = {}
    for match in _ROW.finditer(source, 0, _REACH) if "ban hành" in source[:_REACH] else ():
        field = next(name for name in _NAMES if match[name])
        value = mapped_span(source, Span(*match.span("value")))
        facts = list(_facts(field, value))
        if facts:
            found.setdefault(field, facts)
    other = number and "number" in found and found["number"][0].value != number
    if len(found) >= _ENOUGH and not other:
        for facts in found.values():
            yield from facts


def _facts(field: str, value: MappedText) -> Iterator[Fact]:
    """What a value says where it can be one of its kind; nothing of «Đang cập nhật» or the name of the next column."""
    rule, key = rules.PORTAL.id, value.key
    day = parse_date(f"ngày {key}") if field == "issued_on" else None
    if field == "number" and NUMBER_CODE.fullmatch(key):
        yield stated("number", value.text, rule, value)
    elif day:
        yield stated("issued_on", str(day), rule, value)
        yield stated("issued_on_basis", "narrative", rule, value)
    elif field == "title" and len(key) >= len("về việc phòng"):
        yield stated("title", value.text, rule, value)
    elif field == "document_type" and (code := types_by_name().get(key.casefold())):
        yield stated("document_type", code, rule, value)
    elif field == "signer_name" and person_name(key):
        yield stated("signer_name", value.text, rule, value)
    elif field == "issuer" and (named := agencies_in(key)) and named[0].start == 0:
        yield stated("issuer", without_province(named[0].name), rule, value)
        for start, end, province in provinces_in(key):
            yield stated("province", province.name, rule, value, start, end)
