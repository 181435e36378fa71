"""The rows of `works`: one a distinct cited document, from all mentions that mean it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pipeline.link.identities import Identity, own_province
from pipeline.numbers import has_code, implied_issuer, is_central, number_key
from pipeline.records import Document
from pipeline.tables.core import Directive
from pipeline.tables.meaning import Citation, Work
from pipeline.text import bare

Held = Mapping[tuple[str, str], Sequence[Directive]]
"""The corpus's own directives by type and number."""

_Value = TypeVar("_Value", str, date)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation with the directive that makes it and what it means as far as is known."""

    directive: Directive
    citation: Citation
    identity: Identity


def held_by_number(documents: Sequence[Document]) -> Held:
    """Gather the corpus's own directives by type and number."""
    held: dict[tuple[str, str], list[Directive]] = defaultdict(list)
    for document in documents:
        directive = document.directive
        if directive.number:
            held[directive.document_type, number_key(directive.number)].append(directive)
    return held


def work_of(identity: Identity, group: Sequence[Mention], held: Held) -> Work:
    """The row of one work, its `work_id` not yet made unique; what the corpus holds speaks for itself."""
    rows = [mention.citation for mention in group]
    own = _directive_of(identity, held)
    number = (
        own.number
        if own
        else _best_number(
            row.cited_number for row in rows if has_code(row.cited_number or "") or identity.owner
        )
    )
    return Work(
        work_id=_slug(identity, number, own.issued_on if own else identity.on),
        document_type=identity.type,
        number=number,
        issued_on=(own.issued_on if own else None) or identity.on or _commonest(row.cited_on for row in rows),
        issuer=(own.issuer if own else None)
        or implied_issuer(number or "")
        or _commonest(row.cited_issuer for row in rows),
        title=(own.title if own else None) or _commonest(row.cited_title for row in rows),
        directive_id=own.directive_id if own else None,
        citation_count=len(rows),
        replaced_by=_replaced_by(group),
    )


def _directive_of(identity: Identity, held: Held) -> Directive | None:
    """The corpus's document that a work is: type, number and province agree, and the dates where both are known."""
    if not has_code(identity.number) or identity.owner:
        return None
    fitting = [
        directive
        for directive in held.get((identity.type, identity.number), ())
        if (not identity.on or not directive.issued_on or identity.on == directive.issued_on)
        and (is_central(directive.number or "") or own_province(directive) == identity.scope)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _replaced_by(group: Sequence[Mention]) -> str | None:
    """The directive that replaces the whole of it, the latest where several say so; a part replaced is no replacement."""
    replacing = [
        (mention.directive.issued_on or date.min, mention.citation.directive_id)
        for mention in group
        if mention.citation.relation == "replaces" and mention.citation.cited_provision is None
    ]
    return max(replacing)[1] if replacing else None


def _best_number(numbers: Iterable[str | None]) -> str | None:
    """The spelling to show: without blanks if any is, then the commonest, then the first in order."""
    counted = Counter(number for number in numbers if number)
    return min(counted, key=lambda number: (" " in number, -counted[number], number), default=None)


def _commonest(values: Iterable[_Value | None]) -> _Value | None:
    """The commonest value; of equally common ones the first in order."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)


def _slug(identity: Identity, number: str | None, on: date | None) -> str:
    """A readable id: `chi-thi-16-ct-ttg-2020-03-31`, `nghi-dinh-126-2020-nd-cp`, `luat-dat-dai-2013`."""
    parts: list[str] = [identity.type]
    if number:
        parts += [number, identity.scope, "" if identity.year else str(on or "")]
    else:
        name = identity.name.removeprefix(identity.type.replace("-", " ")).strip()
        parts += [name or identity.issuer, str(identity.on or identity.year or "")]
    parts.append(identity.owner)
    return _NOT_SLUG.sub("-", bare(" ".join(part for part in parts if part))).strip("-")[:120].strip("-")


def unique_ids(slugs: Sequence[tuple[str, Identity]]) -> dict[Identity, str]:
    """One id each: the later of two works whose ids would be the same gets `-2`, in the order of what they say."""
    taken: set[str] = set()
    result: dict[Identity, str] = {}
    for slug, identity in sorted(slugs, key=lambda item: (item[0], repr(item[1]))):
        candidate, count = slug, 1
        while candidate in taken:
            count += 1
            candidate = f"{slug}-{count}"
        taken.add(candidate)
        result[identity] = candidate
    return result
