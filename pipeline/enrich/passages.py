"""Quoted passages: words that a document puts into another («sửa đổi khoản 2 như sau: “2. Bộ Y tế …”»).

What is quoted orders nothing here. A passage may run through several clauses and hold further quotations; it ends
where an article of the document itself begins, since structure takes no label inside quotation marks for one. A
mark that is never closed quotes nothing, unless it begins a clause and an article follows: scans lose marks.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.records import Structure
from pipeline.tables.core import Clause

_MARK = re.compile(r'[“”"]')
_OWN_LABELS = frozenset(("part", "chapter", "article"))

_BLANKS = 4
"""At most so many blanks stand between a colon and the mark behind it."""

_Place = tuple[int, int]


def quoted_spans(structure: Structure) -> dict[str, list[tuple[int, int]]]:
    """Find the quoted stretches (half-open) of each clause's body, by `clause_id`."""
    texts = [(clause, structure.bodies[clause.clause_id].text)
             for clause in structure.clauses if clause.clause_id in structure.bodies]  # fmt: skip
    spans: dict[str, list[tuple[int, int]]] = {}
    for first, last in _outermost(_passages(texts)):
        for number in range(first[0], last[0] + 1):
            clause, text = texts[number]
            start = first[1] if number == first[0] else 0
            end = last[1] if number == last[0] else len(text)
            spans.setdefault(clause.clause_id, []).append((start, end))
    return spans


def _passages(texts: list[tuple[Clause, str]]) -> Iterator[tuple[_Place, _Place]]:
    """Each passage from its first mark to its last, as places: the number of the clause, the offset in it."""
    opened: list[_Place] = []
    for number, (clause, text) in enumerate(texts):
        if opened and clause.kind in _OWN_LABELS:
            if opened[0][1] == 0:
                yield opened[0], (number - 1, len(texts[number - 1][1]))
            opened.clear()
        kept = len(opened)
        for mark in _MARK.finditer(text):
            if _opens(text, mark.start()):
                opened.append((number, mark.start()))
            elif opened:
                yield opened.pop(), (number, mark.end())
                kept = min(kept, len(opened))
        opened[kept:] = [place for place in opened[kept:] if _begins_passage(text, place[1])]


def _outermost(passages: Iterable[tuple[_Place, _Place]]) -> Iterator[tuple[_Place, _Place]]:
    """Those that stand in no other, from the first on: what is quoted within a quotation is quoted already."""
    done: _Place = (-1, 0)
    for first, last in sorted(passages, key=lambda passage: (passage[0], (-passage[1][0], -passage[1][1]))):
        if first >= done:
            yield first, last
            done = last


def _opens(text: str, at: int) -> bool:
    """Whether a mark opens; a straight one does by its place: «sửa đổi như sau: "Điều 5. …"»."""
    if text[at] != '"':
        return text[at] == "“"
    return (not at or text[at - 1] in " (:“") and not text[at + 1 : at + 2].isspace()


def _begins_passage(text: str, at: int) -> bool:
    """Whether a mark may open more than a clause: it stands first in it, or after a colon."""
    return not at or text[max(0, at - _BLANKS) : at].rstrip().endswith(":")
