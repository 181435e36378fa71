"""Labels that OCR spoiled, as they may have been: a reading here is doubtful until its neighbours confirm it."""

import re

from pipeline.labels import LABEL_LENGTH, LETTERS, Label, roman_value
from pipeline.text import UPPER

_FIRST_LETTERS = frozenset("IVXLCl©€¢ðéêäâeh«°¬|")
"""Those with which one of the patterns below begins, digits aside."""
_SPOILED_ROMAN = re.compile(r"(?P<value>[IVXLCl1]{1,6})(?P<close>\s?[./-])(?=\s|$|[^\W\d])")
_SPOILED_LETTER = re.compile(r"(?P<value>[©€¢ðéêäâ01eh])(?P<close>\))(?=\s|[^\W\d])")
_SPOILED_LETTERS = {
    "©": "c",
    "€": "c",
    "¢": "c",
    "ð": "đ",
    "é": "e",
    "ê": "e",
    "ä": "đ",
    "â": "a",
    "0": "o",
    "1": "l",
    "e": "c",
    "h": "b",
}
_SPOILED_BULLET = re.compile(rf"[e«©°¬](?=\s[{UPPER}])")
_SPOILED_ONE = re.compile(r"[lI|](?P<close>[.)-])(?=\s)")
_SPOILED_NUMBER = re.compile(rf"(?P<value>\d{{1,2}})(?=\s[{UPPER}])")


def spoiled_labels(key: str) -> tuple[Label, ...]:
    """Readings of a mark that OCR spoiled: `Il.` → II., `©)` → c), `1 Xây dựng` → 1. with its dot lost."""
    if key[:1] not in _FIRST_LETTERS and not key[:1].isdigit():
        return ()
    head = key[:LABEL_LENGTH]
    readings: list[Label] = []
    if (match := _SPOILED_ROMAN.match(head)) and re.search("[l1]", match["value"]):
        number = roman_value(match["value"].replace("l", "I").replace("1", "I"))
        if number:
            style = f"I{match['close'].strip()}"
            readings.append(
                Label(match.group(), style, "section", "roman", (number,), f"sec{number}", match.end(), True)
            )
    if match := _SPOILED_LETTER.match(head):
        letter = _SPOILED_LETTERS[match["value"]]
        place = LETTERS.index(letter) + 1
        token = letter.replace("đ", "dd")
        readings.append(Label(match.group(), "a)", "point", "letter", (place,), token, match.end(), True))
    if match := _SPOILED_BULLET.match(head):
        readings.append(Label(match.group(), "-", "bullet", "bullet", (), "bul", match.end(), True))
    if match := _SPOILED_ONE.match(head):
        readings.append(
            Label(match.group(), f"1{match['close']}", "clause", "number", (1,), "1", match.end(), True)
        )
    if match := _SPOILED_NUMBER.match(head):
        value = int(match["value"])
        readings.append(
            Label(match.group(), "1.", "clause", "number", (value,), str(value), match.end(), True)
        )
    return tuple(readings)
