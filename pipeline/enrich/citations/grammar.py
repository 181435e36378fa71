"""The words that citations are made of: names of document types, numbers with their codes, provisions, issuers.

Patterns read text in its `match_key` form. Every number of the code lists is written as Nghị định 30/2020/NĐ-CP
(`16/CT-TTg`, `126/2020/NĐ-CP`) or Hướng dẫn 36-HD/VPTW (`296-KL/TU`) has it, and with the slips that really occur:
`1977 /QĐ-UBND`, `109/UBND - VX`, `1830 QĐ-UBND`, `1 0 9 4 3 /BYT-MT`, `sốl 0688/BGTVT-VT`.
"""

import re
from functools import cache

from pipeline.codelists import document_types
from pipeline.tables.core import DocumentType
from pipeline.text import bare

_ACCENTED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
UPPER = "A-Z" + _ACCENTED
LOWER = "a-z" + _ACCENTED.lower()
"""The capital and the small letters of Vietnamese, as the inside of a character class."""

_LETTERS = "A-Za-zĐđƯưƠơÔôÊêÂâĂă"


@cache
def type_names() -> dict[str, DocumentType]:
    """The printed names of all document types with a small first letter, longest first, and what they name."""
    names = {
        name[0].lower() + name[1:]: entry.code
        for entry in document_types()
        for name in (entry.name, *entry.aliases)
        if name != "Văn bản khác"
    }
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))  # type: ignore[arg-type]


@cache
def type_codes() -> dict[str, DocumentType]:
    """The codes in numbers, accents and case dropped (`qd`, `ttr`), and what they name; TT is a circular by default."""
    codes = {bare(code): entry.code for entry in document_types() for code in entry.codes}
    return codes | {"tt": "thong-tu"}  # type: ignore[return-value]


def _type_word() -> str:
    """All names as plain alternatives, small and capital: a literal first letter lets the scan skip quickly."""
    printed = {form for name in type_names() for form in (name, name[0].upper() + name[1:])}
    return "|".join(re.escape(form) for form in sorted(printed, key=lambda form: (-len(form), form)))


def _codes() -> str:
    """The printed codes as alternatives, longest first, with and without the stroke of Đ (`QD-TTg` occurs)."""
    printed = {
        code for entry in document_types() for code in entry.codes if "/" not in code and "-" not in code
    }
    printed |= {code.replace("Đ", "D") for code in printed}
    return "|".join(sorted(printed, key=lambda code: (-len(code), code)))


TYPE_WORD = rf"(?:{_type_word()})(?:(?!\w)|(?=số\s?\d))"

# `66.13/2026/NQ-CP`: the Government's resolutions that cut one law's procedures share a number.
_DIGITS = r"(?:\d(?:\s\d){2,5}|\d{1,3}\.\d{1,3}(?=/20\d\d/)|\d{1,6}[a-zA-Z]{0,2})"
_YEAR = r"(?:\s?[/-]\s?(?:19|20)\d\s?\d)"
_KNOWN_CODE = rf"(?:{_codes()})"
# A group stops before a word that lost its blank: `16/CT-TTgngày`.
_GROUP = rf"[A-ZĐ](?:(?!ngày|của|về|năm)[{_LETTERS}0-9&+]){{0,23}}"
_FIRST_GROUP = rf"(?:\s?/\s?{_GROUP}|-{_GROUP}|\s?-\s?{_KNOWN_CODE}(?=\s?/)|\s?{_KNOWN_CODE}(?=[-/][A-ZĐ]))"
# `12/CĐ.UBND`, `136/2001/QĐ.TTg`: a stop in the place of a dash.
_NEXT_GROUPS = (
    rf"(?:[-/]{_GROUP}|\.(?:[A-ZĐ]{{2,8}}|TTg)(?!\w)|\s?[-/]\s?(?:[A-ZĐ]{{2,8}}|TTg)(?![\w])){{0,7}}"
)

NUMBER = rf"{_DIGITS}{_YEAR}?{_FIRST_GROUP}{_NEXT_GROUPS}(?:\([A-ZĐ]{{1,6}}\d{{0,3}}\))?(?:(?!\w)|(?=ngày|của|về|năm))"
"""A number with its code, in all spellings; what follows «số» or a type's name."""

_PARTY_BODY = r"(?:[A-ZĐ]{0,6}T[WU]|[HQĐ]U[A-ZĐ]{0,4}|BTV[A-ZĐ]{0,3}|BCSĐ[A-ZĐ]{0,4}|ĐĐ[A-ZĐ]{0,4})"
PLAIN_NUMBER = (
    rf"(?<![\w:/.,-])\d{{1,6}}[a-z]?(?:(?:/(?:19|20)\d\d)?/{_KNOWN_CODE}-{_GROUP}(?:[-/]{_GROUP}){{0,7}}"
    rf"|-{_KNOWN_CODE}/{_PARTY_BODY})(?!\w)(?!/\d)"
)
"""A number whose code alone says that it is a document's: it needs no type word before it."""

NUMBER_WORD = r"[Ss]ố\s?:?\s?"

# «Quyết định 3 nội dung», «Kế hoạch 5 năm», «Thông báo 02 ngày»: a count, not a number.
_COUNTED = (
    r"(?:năm|tháng|ngày|giờ|tuần|phút|lần|lượt|người|nội|nhiệm|nhóm|giải|điểm|khoản|điều|triệu|tỷ|nghìn|đồng|ca|"
    r"trường|huyện|xã|tỉnh|thành|bộ|loại|đơn|đồng|hộ|dự|bản|mục|chỉ|tiêu|cơ|vị|cấp|phương|kỳ|quý|khâu|bước|không|tại chỗ)"
)
SHORT_NUMBER = rf"\d{{1,4}}(?![\w%])(?!\s?:?\s?[.…]{{2}})(?![.,-]\d)(?!\s?/)(?!-\w)(?!\s?-\s?\d)(?!\s(?!ngày\s\d){_COUNTED}\b)"
"""A number without its code (`Chỉ thị 16`), not followed by a thing counted."""

_UNIT = r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iết|[Tt]iểu mục|[Pp]hụ lục|[Mm]ẫu số|[Bb]iểu số)"
_ITEM = r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,2}){0,3}|[a-zđ](?:\.?\d{1,2})?|[IVXLC]{1,6})"
PROVISION = (
    rf"(?<!\w)(?<!chi )(?P<provision>{_UNIT}\s{_ITEM}(?!\w)(?:,?\s(?:{_UNIT}|{_ITEM}(?!\w)|và|hoặc|đến|tại)){{0,40}})"
    r"\s(?:của\s|tại\s|(?:ban hành\s)?kèm theo\s){0,2}(?:các\s)?$"
)
"""The provision that stands right before a document's name: «điểm a khoản 2 Điều 49 [của]»."""


def type_of(name: str) -> DocumentType:
    """The type that a printed name (as `TYPE_WORD` matches it) stands for."""
    return type_names()[name[0].lower() + name[1:]]


def type_by_code(number: str) -> DocumentType | None:
    """The type that a number's own code says, e.g. `3218/TTr-BKHĐT` → `to-trinh`; None for a letter's `1246/UBND-VX`.

    TT is a circular (thông tư) of the state and a thông tri of the Party, whose numbers have the dash before it.
    """
    groups = [group for group in re.split(r"[\s/-]+", bare(number)) if not group[:1].isdigit()]
    if not groups:
        return None
    if groups[0] == "tt" and re.search(r"\d\s?-\s?TT", number):
        return "thong-tri"
    return type_codes().get(groups[0])
