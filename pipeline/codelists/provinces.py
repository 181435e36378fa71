"""Provinces (tỉnh, thành phố trực thuộc trung ương): the 63 until 2025-06-30, those since.

Codes are the General Statistics Office's (Quyết định 124/2004/QĐ-TTg), mergers those of Nghị quyết
202/2025/QH15.
"""

import re
from functools import cache, lru_cache

from pipeline.codelists import read_csv, split_list
from pipeline.tables.meaning import Province
from pipeline.text import UPPER, bare, match_key

# «tỉnh Sơn La», «TP. Đà Nẵng»; OCR drops the accents: «tinh Son La».
_UNIT = re.compile(r"(?:tỉnh|tinh|thành phố|thanh pho|tp)\b[. ]{0,3}", re.IGNORECASE)

# A lower unit, street or river may bear a province's name: «huyện Điện Biên», «sông Đồng Nai».
_OTHER_PLACE = re.compile(
    r"(?:huyện|quận|thị xã|xã|phường|thị trấn|đường|(?<!thành )phố|sông|hồ|đèo|núi|cầu|chợ|thủy điện)\s$",
    re.IGNORECASE,
)
_CITY = re.compile(r"(?:thành phố|tp\.?)\s?$", re.IGNORECASE)

# The bare name is first of all a person's («tư tưởng Hồ Chí Minh»): it counts only after «thành phố».
_ONLY_AS_CITY = frozenset({"hồ chí minh", "hcm"})

# Longer names that begin with a province's: the Pacific, the city of Điện Biên Phủ, a province until 1991.
_LONGER_NAMES = ("Thái Bình Dương", "Điện Biên Phủ", "Điện Biên Đông", "Hà Nam Ninh")


@cache
def provinces() -> tuple[Province, ...]:
    """List all provinces in the order of their codes; Thừa Thiên Huế and Huế are two rows with one code."""
    return tuple(
        Province(
            province_code=row["province_code"],
            name=row["name"],
            name_en=row["name_en"],
            merged_into=row["merged_into"] or None,
            slug=row["slug"],
        )
        for row in read_csv("provinces.csv")
    )


def find_province(key: str) -> Province | None:
    """Find the province that a text names, the text holding nothing else; None if it names none.

    `key` is text in `match_key` form, in any case, with or without «tỉnh», «thành phố». Where no spelling of
    the code list fits, accents lost in OCR are forgiven if one province alone remains: `Son La` → Sơn La.
    """
    name = " ".join(key.strip(" ,.;:").split())
    for candidate in (name, _UNIT.sub("", name, count=1) if _UNIT.match(name) else name):
        found = _by_spelling().get(_folded(candidate)) or _by_bare().get(bare(_folded(candidate)))
        if found:
            return found
    return None


@lru_cache(maxsize=1024)
def provinces_in(key: str) -> tuple[tuple[int, int, Province], ...]:
    """Find each province named in running text: start, end (half-open, of the name alone) and row, in order.

    A name counts where every word of it begins with a capital and it is neither part of a longer name («Thái
    Bình Dương») nor that of a district, commune, street or river («huyện Điện Biên»).
    """
    found: list[tuple[int, int, Province]] = []
    for match in _running_names().finditer(key):
        province = _by_spelling().get(_folded(match.group()))
        if province and _is_name(match.group()) and _is_province(key, match):
            found.append((match.start(), match.end(), province))
    return tuple(found)


@cache
def spellings() -> tuple[tuple[str, Province], ...]:
    """List every accepted spelling with its province, in the order of the file."""
    rows = zip(read_csv("provinces.csv"), provinces(), strict=True)
    return tuple((text, row) for raw, row in rows for text in (row.name, *split_list(raw["aliases"])))


def _folded(text: str) -> str:
    return re.sub(r"\s?-\s?", "-", match_key(text).casefold())


@cache
def _by_spelling() -> dict[str, Province]:
    return {_folded(text): province for text, province in spellings()}


@cache
def _by_bare() -> dict[str, Province]:
    """Map accentless spellings that belong to one province only."""
    owners: dict[str, set[Province]] = {}
    for text, province in spellings():
        owners.setdefault(bare(_folded(text)), set()).add(province)
    return {text: next(iter(those)) for text, those in owners.items() if len(those) == 1}


@cache
def _running_names() -> re.Pattern[str]:
    texts = {_folded(text) for text in (*(text for text, _ in spellings()), *_LONGER_NAMES)}
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    names = "|".join(
        re.escape(text).replace(r"\-", r"\s?-\s?").replace(r"\ ", r"\s") for text in longest_first
    )
    return re.compile(rf"(?<!\w)(?-i:(?=[{UPPER}t]))(?:{names})(?!\w)", re.IGNORECASE)  # t: «thành phố …»


def _is_name(text: str) -> bool:
    return all(word[0].isupper() for word in re.findall(r"\w+", _UNIT.sub("", text, count=1)))


def _is_province(key: str, match: re.Match[str]) -> bool:
    before = key[max(0, match.start() - 16) : match.start()]
    if _folded(match.group()) in _ONLY_AS_CITY:
        return _CITY.search(before) is not None
    return not _OTHER_PLACE.search(before)
