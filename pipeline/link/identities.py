"""Which document a mention can mean: what it says, reduced to a form to compare, and the search for a fuller mention."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.codelists.provinces import provinces, provinces_in
from pipeline.numbers import has_code, is_central, leading_number, number_key, printed_year
from pipeline.tables.core import Directive, DocumentType
from pipeline.tables.meaning import Citation
from pipeline.text import bare, match_key

_NAME_YEAR = re.compile(r"\s(?:năm\s)?(?P<year>(?:19|20)\d\d)$")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_KNOWN_BY_NAME = frozenset(("luat", "phap-lenh", "loi-keu-goi", "other"))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention says of which document it means, in a form to compare.

    `number` stands alone where the mention has one: a number that holds its year needs no date, so `on` is empty then.
    `scope` is the province of a local number, `owner` the citing document where the mention means something in it only.
    """

    type: DocumentType
    number: str = ""
    name: str = ""
    on: date | None = None
    year: int | None = None
    issuer: str = ""
    scope: str = ""
    owner: str = ""

    @property
    def weight(self) -> tuple[bool, int, bool]:
        """How much it says: a number with its code; a date, or a year; an issuer or name."""
        return (
            has_code(self.number),
            2 if self.on else 1 if self.year else 0,
            bool(self.issuer or self.name),
        )


def identity_of(row: Citation, directive: Directive) -> Identity:
    """What one citation of a directive says."""
    if row.cited_number:
        number, year = row.cited_number, printed_year(row.cited_number)
        scope = "" if is_central(number) or not has_code(number) else province_of(row.cited_issuer, directive)
        return Identity(
            row.cited_type, number_key(number), "", None if year else row.cited_on, year, "", scope
        )
    name, year = name_of(row)
    issuer = "" if row.cited_type in ("luat", "phap-lenh") else bare(match_key(row.cited_issuer or ""))
    return Identity(
        row.cited_type, "", name, row.cited_on, row.cited_on.year if row.cited_on else year, issuer
    )


def name_of(row: Citation) -> tuple[str, int | None]:
    """The name of what is known by its name, in a form to compare, and the year it ends in: «Luật Đất đai năm 2013»."""
    if row.cited_type not in _KNOWN_BY_NAME:
        return "", None
    title = row.cited_title or ""
    year = _NAME_YEAR.search(title)
    name = bare(match_key(title[: year.start()] if year else title))
    return _NOT_PLAIN.sub(" ", name).strip(), int(year["year"]) if year else None


def province_of(issuer: str | None, directive: Directive) -> str:
    """The slug of the province whose body gave a local number: the one its issuer names, else the citing document's."""
    named = {province.slug for _, _, province in provinces_in(match_key(issuer or ""))}
    return named.pop() if len(named) == 1 else own_province(directive)


def own_province(directive: Directive) -> str:
    """The slug of a directive's province, empty for a central document."""
    return _slugs().get(directive.province or "", "")


@cache
def _slugs() -> dict[str, str]:
    return {province.name: province.slug for province in provinces()}


class Resolver:
    """Finds, for a mention that says little, the one document of a pool that it can mean and that says more.

    The pool holds what mentions say, each with the name that its mention gives a numbered law.
    """

    def __init__(self, pool: Iterable[tuple[Identity, str]]) -> None:
        self._by_key: dict[tuple[str, object], list[Identity]] = defaultdict(list)
        for identity, name in dict.fromkeys(pool):
            for key in _keys(identity, name):
                self._by_key[key].append(identity)

    def resolve(self, identity: Identity, not_after: date | None = None) -> Identity:
        """Give the fullest identity meant, or the identity itself where none or several fit.

        `not_after` is the date of the citing document: nothing younger is meant.
        """
        found = {
            other
            for other in self._by_key.get(_look_up(identity), ())
            if _says_more(other, identity) and not (not_after and other.on and other.on > not_after)
        }
        best = {other for other in found if not any(_says_more(more, other) for more in found)}
        return best.pop() if len(best) == 1 else identity


def _keys(identity: Identity, name: str) -> set[tuple[str, object]]:
    """All that an identity can be found by."""
    keys: set[tuple[str, object]] = {_look_up(identity)}
    if identity.number and has_code(identity.number):
        keys.add((identity.type, leading_number(identity.number)))
    if name:
        keys.add((identity.type, name))
    if identity.on and not identity.number:
        keys.add((identity.type, identity.on))
    return keys


def _look_up(identity: Identity) -> tuple[str, object]:
    """What an identity is looked up by: its number, else its name, else its date."""
    if identity.number:
        return identity.type, identity.number if has_code(identity.number) else leading_number(
            identity.number
        )
    return identity.type, identity.name or identity.on


def _says_more(other: Identity, this: Identity) -> bool:
    """Whether an identity found by the same key can be the same document and says more of it."""
    if other.weight <= this.weight:
        return False
    if this.number and has_code(this.number) and (other.number, other.scope) != (this.number, this.scope):
        return False
    if not this.number and this.issuer and other.issuer != this.issuer:
        return False
    return _dates_agree(other, this)


def _dates_agree(other: Identity, this: Identity) -> bool:
    if other.on and this.on:
        return other.on == this.on
    years = [identity.year or (identity.on.year if identity.on else None) for identity in (other, this)]
    return None in years or years[0] == years[1]
