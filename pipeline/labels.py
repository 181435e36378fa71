"""Labels of clauses: how a line's first mark is read as a number, a letter, a keyword or a bullet.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm); Hướng dẫn
36-HD/VPTW (I-, 1-, (1)). The shapes and their counts are in the project's survey of some 14,000 texts.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.tables.core import ClauseKind
from pipeline.text import LOWER, UPPER

Scheme = Literal["keyword", "roman", "capital", "number", "letter", "small-roman", "bullet"]

LABEL_LENGTH = 60
"""Only so many characters at a line's start tell its label."""
BULLETS = frozenset("-+•●▪■\uf02d\uf0b7\uf0a7\uf0d8")  # alone on a line too; there a star is the Party's
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of Vietnamese point letters; f, j, w, z occur only by mistake."""


class Label(NamedTuple):
    """One reading of a line's first mark.

    `style` tells marks of one list from another's (`1.` and `1-` and `(1)` are three styles); `numbers` is the
    value, one integer a level (`2.1.` → (2, 1)); `token` is its part of a path; `end` where the text after starts.
    A `doubtful` label is one that OCR spoiled («Il.», «©)», «1 Xây dựng»): only its neighbours can confirm it.
    `tail` is what tells an inserted label from the one before it: «Điều 14a.», «2a.», «a1)».
    """

    printed: str
    style: str
    kind: ClauseKind
    scheme: Scheme
    numbers: tuple[int, ...]
    token: str
    end: int
    doubtful: bool = False
    tail: str = ""


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_PARTS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORD_NUMBERS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {"một": 1, "bốn": 4}

_KEYWORD = re.compile(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Điều|ĐIỀU|Ðiều|[ĐD]i[eêèéềếểễ]u)\s?(?:thứ |THỨ )?"
    r"(?P<value>[IVXLCl]{1,7}(?![^\W\d_])|\d{1,3}[a-zđ]?|(?i:nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám"
    r"|chín|mười)(?!\w))(?P<mark>\s?[.:/-]{0,2})(?:(?=\s|$|[^\w.,/-])|(?<=[.:])(?=[^\W\d_]))"
)
_NUMBER = re.compile(
    r"(?P<open>\(?)(?P<value>\d{1,3}(?:\.\d{1,3}){0,4})(?P<close>\s?(?:\.-|\)\.|/[.-](?=\s)|[.)/:-])|)(?=\s|$|[^\W\d]|[“\"(«])"
)
_INSERTED_NUMBER = re.compile(r"(?P<value>\d{1,3})(?P<tail>[a-eđg])(?P<close>[.)])(?=\s)")
_LETTER_NUMBER = re.compile(r"(?P<value>[a-zđ])\.?(?P<number>\d{1,2})(?P<close>[.)])(?=\s|[^\W\d])")
_ROMAN_MARK = re.compile(
    r"(?P<value>[IVXLC]{1,7})(?P<close>\s?(?:\.-|[.):]|/[.-]?(?=\s)|[-–]))(?=\s|$|[^\W\d]|[“\"(])"
)
_LETTER = re.compile(
    r"(?P<open>\(?)(?P<value>[a-zđA-ZĐ])(?P<close>\s?(?:\)\.?|\.-|[.:]|/[.-]?(?=\s)|-(?=\s)))(?=\s|$|[^\W\d]|[“\"(])"
)
_SMALL_ROMAN = re.compile(
    r"(?P<open>\(?)(?P<value>i{1,3}|iv|vi{0,3}|ix|xi{0,3})(?P<close>\)|\.)(?=\s|$|[^\W\d])"
)
_BULLET = re.compile(
    rf"(?P<value>[*+o»→](?=\s)|\+(?=[{UPPER}][{LOWER}])|\.(?=\s[{UPPER}])|[-~•●▪■◦○·\uf02d\uf0b7\uf0a7\uf0d8](?=\s|[^\W\d_]|[“\"(«]))"
)
"""Bullets; the private-use characters are those that symbol fonts leave behind. A star or plus needs a space."""

_WORD = re.compile(rf"[{UPPER}{LOWER}][{LOWER}]")
"""Two letters, «Căn», «xã»: no number, no letter of a list and no bullet."""

_KEYWORDS: dict[str, tuple[ClauseKind, str]] = {
    "phần": ("part", "part"), "chương": ("chapter", "chap"), "mục": ("section", "sec"),
    "tiểu mục": ("subsection", "subsec"), "điều": ("article", "art"), "ðiều": ("article", "art"),
}  # fmt: skip
_ARTICLE: tuple[ClauseKind, str] = ("article", "art")
"""What «Điêu 2.» or «Đièu 2.» was before recognition took a mark."""


def roman_value(numeral: str) -> int | None:
    """The value of a well-formed Roman numeral up to CCC, else None: `XIV` → 14, `IC` → None."""
    total, previous = 0, 0
    for letter in reversed(numeral.upper()):
        value = _ROMAN[letter]
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total if roman(total) == numeral.upper() else None


def roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 399: 14 → `XIV`."""
    out = ""
    for value, letters in _ROMAN_PARTS:
        while number >= value:
            out += letters
            number -= value
    return out


def starts_with_label(key: str) -> bool:
    """Whether a line begins with anything that can be a label, a false one included."""
    return bool(read_labels(key))


@lru_cache(maxsize=4096)
def read_labels(key: str) -> tuple[Label, ...]:
    """All readings of the mark at the start of a line in `match_key` form, the likeliest first.

    `I.` is a Roman numeral and a capital letter, `i)` a letter and a small Roman one: which it is, only its
    neighbours tell. A line that begins with a date, a quantity or a document number has none.
    """
    head = key[:LABEL_LENGTH]
    if _WORD.match(head):
        label = _keyword(head) or _small_roman(head)
        return (label,) if label else ()
    if head[:1].isdigit():
        label = _number(head)
        return (label, *_inserted(head)) if label else _inserted(head)
    readings = (_keyword(head), _number(head), _roman(head), _small_roman(head), _letter(head), _bullet(head))
    return (*[label for label in readings if label], *_inserted(head))


def _keyword(head: str) -> Label | None:
    match = _KEYWORD.match(head)
    if not match or not _stands_alone(match["mark"], head[match.end() :]):
        return None
    kind, token = _KEYWORDS.get(match["word"].lower(), _ARTICLE)
    number, tail = _keyword_value(match["value"])
    if number is None:
        return None
    return Label(
        match.group().rstrip(),
        kind,
        kind,
        "keyword",
        (number,),
        f"{token}{number}{tail}",
        match.end(),
        match["word"].lower() not in _KEYWORDS,
        tail,
    )


def _stands_alone(mark: str, rest: str) -> bool:
    """«Điều 5.», «Chương II» or «Mục 1 TIÊU CHÍ», not «Điều 49 Luật Phòng, chống bệnh truyền nhiễm»."""
    if mark.strip():
        return True
    letters = [letter for letter in rest if letter.isalpha()]
    return not rest.strip() or (
        rest[0] == " " and bool(letters) and not any(letter.islower() for letter in letters)
    )


def _keyword_value(value: str) -> tuple[int | None, str]:
    """The number of «Điều 12a», «Chương IV», «Phần thứ nhất», and the letter that may follow it."""
    if value.lower() in _WORD_NUMBERS:
        return _WORD_NUMBERS[value.lower()], ""
    if value[0] in "IVXLCl":
        return roman_value(value.replace("l", "I")), ""
    digits = value.rstrip("abcdđeghiklmnopqrstuvxyz")
    return int(digits), value[len(digits) :].replace("đ", "dd")


def _number(head: str) -> Label | None:
    match = _NUMBER.match(head)
    if not match:
        return None
    opened, value, close = match["open"], match["value"], match["close"].strip()
    numbers = tuple(int(part) for part in value.split("."))
    unclosed = not close and (opened or len(numbers) == 1)
    if (
        unclosed
        or (numbers[0] == 0 or _THOUSANDS.match(value))
        or (opened and not close.startswith(")"))
        or _is_quantity(head[match.end() :], close, numbers)
    ):
        return None
    style = f"{opened}{'1' + '.1' * (len(numbers) - 1)}{_close_style(close, numbers)}"
    token = ".".join(str(number) for number in numbers)
    return Label(match.group().rstrip(), style, "clause", "number", numbers, token, match.end())


_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){1,4}$")  # «20.000.000 đồng» is a sum
_CODE_AFTER = re.compile(r"\s?[A-ZĐ][A-Za-zĐđ]{1,6}\s?[/-]")
_UNIT_AFTER = re.compile(
    r"\s?(?:\d|%|°|(?:tỷ|triệu|nghìn|ha|km|m|m2|kg|tấn|lít|đồng|giờ|người|ca|ngày|tháng|năm|giường|hộ|con)(?!\w))"
)


def _is_quantity(rest: str, close: str, numbers: tuple[int, ...]) -> bool:
    """A number that is no label: `1.500 giường`, `24/7/2021`, `2.5 ha`, `16/CT-TTg`, `19-NQ/TW`."""
    if close == "/" and rest[:1] not in ("", " "):
        return True
    if close == "-" and _CODE_AFTER.match(rest):
        return True
    if rest[:1].isdigit():
        return True
    if len(numbers) > 1 and not close:
        return any(part > 99 for part in numbers[1:]) or _UNIT_AFTER.match(rest) is not None
    return False


def _close_style(close: str, numbers: tuple[int, ...]) -> str:
    """Styles of one list: a multi-level number counts as the same with and without its last dot."""
    return "." if len(numbers) > 1 else close.replace("–", "-")


def _roman(head: str) -> Label | None:
    match = _ROMAN_MARK.match(head)
    number = roman_value(match["value"]) if match else None
    if not match or number is None:
        return None
    close = match["close"].strip().replace("–", "-")
    return Label(
        match.group().rstrip(), f"I{close}", "section", "roman", (number,), f"sec{number}", match.end()
    )


def _small_roman(head: str) -> Label | None:
    match = _SMALL_ROMAN.match(head)
    if not match or (match["open"] and match["close"] != ")"):
        return None
    number = roman_value(match["value"]) or 0
    return Label(
        match.group().rstrip(),
        f"{match['open']}i{match['close']}",
        "point",
        "small-roman",
        (number,),
        match["value"],
        match.end(),
    )


def _letter(head: str) -> Label | None:
    match = _LETTER.match(head)
    if not match or (match["open"] and not match["close"].startswith(")")):
        return None
    letter, close = match["value"], match["close"].strip()
    if letter.isupper():
        number = ord(letter) - ord("A") + 1 if letter != "Đ" else 4
        return Label(
            match.group().rstrip(),
            f"{match['open']}A{close}",
            "section",
            "capital",
            (number,),
            "DD" if letter == "Đ" else letter,
            match.end(),
        )
    number = LETTERS.find(letter) + 1
    if not number:
        number = {"f": 6, "j": 10, "w": 22, "z": 24}[letter]
    return Label(
        match.group().rstrip(),
        f"{match['open']}a{close}",
        "point",
        "letter",
        (number,),
        "dd" if letter == "đ" else letter,
        match.end(),
    )


def _inserted(head: str) -> tuple[Label, ...]:
    """«2a.» stands after 2.; «a1)» stands under a) where that leads in, else after it."""
    if match := _INSERTED_NUMBER.match(head):
        value, tail = int(match["value"]), match["tail"].replace("đ", "dd")
        style, token = f"1{match['close']}", f"{value}{tail}"
        return (Label(match.group(), style, "clause", "number", (value,), token, match.end(), tail=tail),)
    match = _LETTER_NUMBER.match(head)
    place = LETTERS.find(match["value"]) + 1 if match else 0
    if not match or not place:
        return ()
    number, close = match["number"], match["close"]
    token = match["value"].replace("đ", "dd") + number
    numbers = (place, int(number))
    return (
        Label(match.group(), f"a1{close}", "point", "letter", numbers, token, match.end()),
        Label(match.group(), f"a{close}", "point", "letter", (place,), token, match.end(), tail=number),
    )


def _bullet(head: str) -> Label | None:
    match = _BULLET.match(head)
    if not match:
        return None
    mark = match["value"]
    style = "-" if mark in "-~\uf02d" else mark
    return Label(mark, style, "bullet", "bullet", (), "bul", match.end())
