"""Quotation marks without their other half, over a whole document: amending text runs through many paragraphs.

«3. Sửa đổi Điều 12 như sau: / “Điều 12. Văn bằng / 1. Văn bằng gồm … / 2. … của Chính phủ.”» opens its quotation in
one paragraph and closes it in another; each alone would look unbalanced, and neither is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records import Finding, Structure
from pipeline.tables.core import Clause

_MARKS = re.compile("[“”]")
_SECONDS = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[.,]\d{1,6})?$")
"""The mark after 15º30’21,8” counts seconds of arc."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Open:
    """A clause that leaves quotations open: how many, and what to say if nothing closes them."""

    clause: Clause
    marks: int
    finding: Finding


def unbalanced_quotes(structure: Structure) -> Iterator[Finding]:
    """An opening mark that no later paragraph of the same quotation closes, or a closing one without an opening."""
    waiting: list[_Open] = []
    for clause in structure.clauses:
        while waiting and not _may_hold(waiting[-1].clause, clause):
            yield waiting.pop().finding
        net, at = _net(structure.bodies[clause.clause_id].text)
        if net == 0:
            continue
        finding = _finding(structure, clause, at)
        if net > 0:
            waiting.append(_Open(clause, net, finding))
        elif waiting and clause.kind == "paragraph":
            one = waiting.pop()
            if one.marks > -net:
                waiting.append(_Open(one.clause, one.marks + net, one.finding))
        else:
            yield finding
    yield from (one.finding for one in waiting)


def _may_hold(opened: Clause, clause: Clause) -> bool:
    """Whether a quotation opened in one clause can still run in another: below it, or beside it as a paragraph."""
    if clause.clause_id.startswith(f"{opened.clause_id}."):
        return True
    parent = opened.parent_id
    return opened.kind == "paragraph" and parent is not None and clause.clause_id.startswith(f"{parent}.")


def _net(text: str) -> tuple[int, int]:
    """How many quotations a text leaves open, negative where it closes more, and where the first such mark stands."""
    opened: list[int] = []
    closed: list[int] = []
    for match in _MARKS.finditer(text):
        at = match.start()
        if match.group() == "“":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _SECONDS.search(text, max(0, at - 16), at):
            closed.append(at)
    net = len(opened) - len(closed)
    return net, (opened or closed or [0])[0] if net > 0 else (closed or [0])[0]


def _finding(structure: Structure, clause: Clause, at: int) -> Finding:
    body = structure.bodies[clause.clause_id]
    end = min(len(body.text), at + _SHOWN)
    return Finding("unbalanced-quote", body.source_span(at, end), body.text[at:end], None, clause.clause_id)
