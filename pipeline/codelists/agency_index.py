"""The code list of agencies, and an index of its names in all their spellings, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from pipeline.codelists import read_csv, split_list
from pipeline.codelists.agency_words import Word, words_of
from pipeline.tables.meaning import Agency
from pipeline.text import match_key


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of an agency's name: `breaks` are the words (counted from 0) with a comma or dash after them.

    `name` is the official name that goes with it: of `Công an tỉnh`, in a city, `Công an thành phố`.
    """

    agency: Agency
    name: str
    breaks: frozenset[int]


@dataclass(slots=True)
class Node:
    """A step in the index of names: the words that may follow, and the spellings that end here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    spellings: list[Spelling] = field(default_factory=list)


@cache
def agencies() -> tuple[Agency, ...]:
    """List all agencies in the order of the file: Party, State, Front; central, provincial, district, commune."""
    return tuple(Agency(**(row | {"aliases": row["aliases"] or None})) for row in read_csv("agencies.csv"))  # type: ignore[arg-type]


def agency_by_id(agency_id: str) -> Agency | None:
    """Look an agency up by its id."""
    return _by_id().get(agency_id)


@cache
def _by_id() -> dict[str, Agency]:
    return {agency.agency_id: agency for agency in agencies()}


def spellings(agency: Agency) -> tuple[str, ...]:
    """List an agency's name and its other spellings, as the code list has them."""
    return (agency.name, *split_list(agency.aliases or ""))


# Of a body with its unit there is one in every like unit, and all of them together: «Hội Nông dân các xã, phường».
_LIKE_UNITS = {
    "tỉnh": ("thành phố", "cấp tỉnh"),
    "huyện": ("quận", "thị xã", "thành phố", "cấp huyện"),
    "xã": ("phường", "thị trấn", "đặc khu", "cấp xã"),
}
# Party and youth committees are named after their unit in one word.
_LIKE_COMMITTEES = {"Tỉnh ủy": ("Thành ủy",), "Tỉnh đoàn": ("Thành đoàn",), "Huyện ủy": ("Thị ủy", "Quận ủy")}


_ALL_DISTRICT_COMMITTEES = "các huyện ủy, thị ủy, thành ủy"


def _derived(text: str, agency: Agency) -> Iterator[tuple[str, str]]:
    """Give the spellings that a rule makes, each with the name it stands for: a city for a province, a town."""
    before, _, unit = text.rpartition(" ")
    if text.endswith(" Huyện ủy"):  # «Ban Dân vận các huyện ủy, thị ủy, thành ủy»
        yield (
            _ending(text, "Huyện ủy", _ALL_DISTRICT_COMMITTEES),
            _ending(agency.name, "Huyện ủy", _ALL_DISTRICT_COMMITTEES),
        )
    for like in _LIKE_UNITS.get(unit, ()) if not before.endswith((" thị", " cấp", " các")) else ():
        yield _ending(text, unit, like), _ending(agency.name, unit, like)
    if agency.level == "province" and unit != "tỉnh" and not agency.name.endswith((" tỉnh", "thành phố")):
        yield from ((f"{text} {unit}", agency.name) for unit in ("tỉnh", "thành phố"))
    for word, others in _LIKE_COMMITTEES.items():
        for other in others if word in text else ():
            yield text.replace(word, other), agency.name.replace(word, other)


def _ending(text: str, old: str, new: str) -> str:
    return text.removesuffix(old) + new if text.endswith(f" {old}") else text


@cache
def name_index() -> Node:
    """Index all spellings by their words; a spelling of the list goes before one that a rule makes."""
    root = Node()
    listed = [(text, agency.name, agency) for agency in agencies() for text in spellings(agency)]
    derived = [(*more, agency) for text, _, agency in listed for more in _derived(text, agency)]
    for text, name, agency in (*listed, *derived):
        words = words_of(match_key(text))
        node = root
        for word in words:
            node = node.next.setdefault(word.text, Node())
        if all(spelling.agency is agency for spelling in node.spellings):
            node.spellings.append(Spelling(agency, name, _breaks(text, words)))
    return root


def _breaks(text: str, words: list[Word]) -> frozenset[int]:
    gaps = [text[before.end : after.start].strip() for before, after in pairwise(words)]
    return frozenset(number for number, gap in enumerate(gaps) if gap)
