"""Quoted passages: words that a document puts into another («sửa đổi khoản 2 như sau: “2. Bộ Y tế …”»).

What is quoted orders nothing here. A passage may run through several clauses; a quotation mark that is never
closed quotes nothing, since scans lose marks.
"""

import re

from pipeline.records import Structure

_MARK = re.compile(r"[“”]")
_MOST_CLAUSES = 60


def quoted_spans(structure: Structure) -> dict[str, list[tuple[int, int]]]:
    """Find the quoted stretches (half-open) of each clause's body, by `clause_id`."""
    spans: dict[str, list[tuple[int, int]]] = {}
    texts = [(clause.clause_id, structure.bodies[clause.clause_id].text)
             for clause in structure.clauses if clause.clause_id in structure.bodies]  # fmt: skip
    opened: tuple[int, int] | None = None
    for number, (_, text) in enumerate(texts):
        for mark in _MARK.finditer(text):
            if mark.group() == "“":
                opened = (number, mark.start())
            elif opened and number - opened[0] <= _MOST_CLAUSES:
                _add(spans, texts, opened, (number, mark.end()))
                opened = None
    return spans


def _add(
    spans: dict[str, list[tuple[int, int]]],
    texts: list[tuple[str, str]],
    first: tuple[int, int],
    last: tuple[int, int],
) -> None:
    """Add a passage, clause by clause."""
    for number in range(first[0], last[0] + 1):
        clause_id, text = texts[number]
        start = first[1] if number == first[0] else 0
        end = last[1] if number == last[0] else len(text)
        spans.setdefault(clause_id, []).append((start, end))
