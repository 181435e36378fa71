"""Document numbers in a form to compare: two spellings of one number give one key."""

import re

from pipeline.text import bare

_DIGITS = re.compile(r"\d[\d ]*")
_YEAR = re.compile(r"(?<=[/-])(?:19|20)\d\d(?=\D)")


def number_key(number: str) -> str:
    """Give a number without its spelling: `16/CT-TTg` and `016 /CT–TTG` → `16ctttg`.

    Accents, case, blanks, separators and leading zeros are dropped, a year stays set off by a dot:
    `05/2019/QĐ-UBND` → `5.2019.qdubnd`.
    """
    plain = re.sub(r"\s", "", bare(number)).lstrip("0")
    if year := _YEAR.search(plain):
        head, tail = plain[: year.start()], plain[year.end() :]
        return ".".join((_letters(head), year.group(), _letters(tail)))
    return _letters(plain)


def printed_year(number: str) -> int | None:
    """Give the year that a number holds (`126/2020/NĐ-CP` → 2020), if it holds one."""
    year = _YEAR.search(re.sub(r"\s", "", number))
    return int(year.group()) if year else None


def leading_number(number: str) -> int | None:
    """Give the running number itself, of `16/CT-TTg` 16; None where no digit opens it."""
    digits = _DIGITS.match(number)
    return int(digits.group().replace(" ", "")) if digits else None


def has_code(number: str) -> bool:
    """Whether a number has its code (`16/CT-TTg`) or is a short form (`16`)."""
    return any(character.isalpha() for character in number[1:])


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text)
