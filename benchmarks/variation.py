"""Directives in any number that differ in their wording, made of gold documents.

Each keeps the shape of one gold document: its headings, labels and noise. Its leaf clauses change places among their
neighbours, some are left out, most take over fragments of clauses of other documents. Then words give way to others of
their kind, agencies to agencies, places, numbers, amounts and dates to others, and a province always to the same one.
Seed and position decide all of it: the same call gives the same text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from random import Random
from typing import Any

from benchmarks.wording import ACTIONS, BODIES, LAWS, LEADS, MANNERS, MATTERS, SYLLABLES, THINGS
from pipeline.codelists.provinces import provinces
from pipeline.text import normalise

_LEAF_WORDS = 6
_LEFT_OUT, _ALONE, _LED, _SWAPPED, _PLACED = 0.12, 0.1, 0.6, 0.95, 0.2
"""How often a leaf is left out, stays without foreign fragments, gets a lead; how often a word gives way to another and has
a place or another thing beside it."""

_FRAGMENT = re.compile(r"(?<=[,;.]) (?=\w)")
_DATE = re.compile(
    r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"
)
_NUMBER = re.compile(r"(?<![\d/])\d{1,4}(?=/(?:\d{4}/)?[A-ZĐ]{2})")
_AMOUNT = re.compile(r"(?<![\d./,:-])\d{2,3}(?= (?!năm|tháng|ngày|giờ)[a-zđ])|(?<![\d.,/])\d{1,2}(?=%)")
_PLACE = re.compile(r"\b(xã|huyện|phường|thôn) [A-ZĐ]\w+(?: [A-ZĐ]\w+){0,2}")
_NAMES = tuple(row.name for row in provinces())
_PROVINCE = re.compile("|".join([*_NAMES, *map(str.upper, _NAMES)]))
_LAW = re.compile(r"(?<=\bLuật )[A-ZĐ][^,;:.\d]{1,60}?(?= ngày| năm|;)")
_KINDS = (ACTIONS, THINGS, MANNERS, MATTERS)


def _any_of(*kinds: Sequence[str]) -> re.Pattern[str]:
    words = sorted({word for kind in kinds for word in kind}, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


_WORD = _any_of(*_KINDS)
_BODY = _any_of(BODIES)
_KIND_OF = {word: kind for kind in _KINDS for word in kind}


@dataclass(frozen=True, slots=True)
class Part:
    """A line as it stands, or a whole clause with its label; leaves of one group may trade places."""

    text: str
    label: str = ""
    group: str = ""
    is_clause: bool = False


def parts_of(text: str, gold: Mapping[str, Any]) -> list[Part]:
    """A gold document as parts in reading order; clauses that share a line stay as lines."""
    lines = text.split("\n")
    paths = {row["path"] for row in gold["clauses"]}
    starts = {row["lines"][0]: row for row in gold["clauses"] if "cut" not in row}
    removed = set(gold.get("removed_lines", [])) | set(gold.get("either_lines", []))
    found, number = list[Part](), 1
    while number <= len(lines):
        row = starts.get(number)
        last = row["lines"][1] if row else number
        if row is None:
            found.append(Part(lines[number - 1]))
        else:
            own = [lines[at - 1] for at in range(number, last + 1) if at not in removed]
            found.append(_clause(row, normalise(" ".join(own)), paths))
        number = last + 1
    return found


def _clause(row: Mapping[str, Any], text: str, paths: set[str]) -> Part:
    path, label = row["path"], row["label"]
    parent = path.rpartition(".")[0]
    body = text.removeprefix(label).strip()
    is_leaf = not any(other.startswith(path + ".") for other in paths) and row["role"] in (
        "operative",
        "annex",
    )
    long_enough = len(body.split()) >= _LEAF_WORDS
    return Part(body, label, f"{row['kind']} {parent}" if is_leaf and long_enough else "", True)


def vary(parts: Sequence[Part], foreign: Sequence[str], rng: Random) -> str:
    """A new document of the shape of an old one; `foreign` are bodies of clauses of all documents."""
    lines = list[str]()
    swap = _Swap(rng)
    for group, run in groupby(parts, key=lambda part: part.group):
        leaves = list(run)
        for part in _shuffled(leaves, rng) if group else leaves:
            text = _mixed(part.text, foreign, rng) if group else part.text
            lines.append(f"{part.label} {swap.clause(text)}".lstrip() if part.is_clause else swap.line(text))
    return "\n".join(lines)


def _shuffled(leaves: list[Part], rng: Random) -> Iterator[Part]:
    """The labels in their order with the texts in another; the last labels fall away with the texts left out."""
    texts = [part.text for part in leaves if rng.random() >= _LEFT_OUT] or [leaves[0].text]
    rng.shuffle(texts)
    return (replace(part, text=text) for part, text in zip(leaves, texts, strict=False))


def _mixed(text: str, foreign: Sequence[str], rng: Random) -> str:
    """About as many words as before, in fragments of this text and of two others, led by a circumstance."""
    if rng.random() < _ALONE:
        return text
    sources = [_FRAGMENT.split(each) for each in (text, rng.choice(foreign), rng.choice(foreign))]
    wanted, taken = len(text.split()), list[str]()
    while sum(len(each.split()) for each in taken) < wanted and any(sources):
        source = rng.choice([each for each in sources if each])
        taken.append(source.pop(rng.randrange(len(source))).rstrip(",;. "))
    if rng.random() < _LED:
        taken.insert(rng.randrange(len(taken) + 1), rng.choice(LEADS))
    body = ", ".join(each[:1].lower() + each[1:] if _is_plain(each) else each for each in taken)
    return body[:1].upper() + body[1:] + "."


def _is_plain(fragment: str) -> bool:
    """Whether the first word has its capital from its place, not from being a name or a sign."""
    words = fragment.split()
    return fragment[1:2].islower() and not (len(words) > 1 and words[1][:1].isupper())


class _Swap:
    """Other words, places, provinces, numbers and dates for those of one document."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._days = timedelta(days=rng.randrange(-1800, 1800))
        self._province = dict(zip(_NAMES, rng.sample(_NAMES, len(_NAMES)), strict=True))
        self._names: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
            (_DATE, self._date),
            (_NUMBER, lambda _: str(rng.randrange(1, 4000))),
            (_AMOUNT, lambda match: str(rng.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0])))),
            (_PLACE, lambda match: f"{match[1]} {self._place()}"),
            (_PROVINCE, self._another_province),
        ]

    def clause(self, text: str) -> str:
        """A clause in other words, with other bodies, laws, places, numbers and dates."""
        for pattern, kind in ((_LAW, LAWS), (_BODY, BODIES)):
            text = pattern.sub(self._of_kind(kind), text)
        return self.line(text)

    def line(self, text: str) -> str:
        """A line of headings or noise: its bodies stay."""
        for pattern, change in self._names:
            text = pattern.sub(change, text)
        return _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        """Another word of the same kind; a thing may be said to lie in some place or to join another."""
        kind = _KIND_OF[match[0]]
        word = self._of_kind(kind)(match)
        more = self._rng.random() if kind in (THINGS, MATTERS) else 1.0
        if more < _PLACED:
            return f"{word} ở {self._place()}"
        return f"{word} và {self._rng.choice(kind)}" if more < 2 * _PLACED else word

    def _place(self) -> str:
        return f"{self._rng.choice(SYLLABLES)} {self._rng.choice(SYLLABLES)}"

    def _of_kind(self, kind: Sequence[str]) -> Callable[[re.Match[str]], str]:
        return lambda match: self._rng.choice(kind) if self._rng.random() < _SWAPPED else match[0]

    def _another_province(self, match: re.Match[str]) -> str:
        name = match[0]
        return self._province[name] if name in self._province else self._province_in_capitals(name)

    def _province_in_capitals(self, name: str) -> str:
        return next(other.upper() for own, other in self._province.items() if own.upper() == name)

    def _date(self, match: re.Match[str]) -> str:
        """The same distance from all dates of the document; what is no date stays."""
        day, month, year = (int(match[index] or match[index + 3]) for index in (1, 2, 3))
        try:
            moved = date(year, month, day) + self._days
        except (ValueError, OverflowError):
            return match[0]
        if match[1]:
            return f"ngày {moved.day:02} tháng {moved.month:02} năm {moved.year}"
        return f"{moved.day}/{moved.month}/{moved.year}"


def bodies_of(documents: Iterable[Sequence[Part]]) -> list[str]:
    """The leaf clauses of all documents: where foreign fragments come from."""
    return [part.text for parts in documents for part in parts if part.group]
