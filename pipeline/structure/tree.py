"""The clause tree: which item stands under which, told from the order of the labels themselves.

No ladder is given: `1-` may hold `(1)` in one document and `a)` in the next. A label belongs to the list that it
continues; one that opens a list stands under the item before it; only where neither holds (a label lost by OCR, a
heading of a higher kind) does the usual rank of its kind decide (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from pipeline.labels import Label
from pipeline.structure.items import Item
from pipeline.structure.sequence import follows, opens_list, skipped
from pipeline.structure.tables import TOTAL
from pipeline.tables.audit import AnomalyKind

_RANKS = {
    "part": 0, "chapter": 1, "section": 2, "subsection": 3, "article": 4,
    "capital": 5, "roman": 5, "number": 6, "letter": 8, "small-roman": 9, "bullet": 10,
}  # fmt: skip
_LEAD_IN = Label("", "lead-in", "paragraph", "bullet", (), "par", 0)
_BULLETS = {"lead-in": 0, "*": 1, "-": 2, "+": 3, "o": 4, "·": 4}
"""The usual order of bullets; one stands under another of its own rank only where that leads in with a colon."""


@dataclass(slots=True)
class Node:
    """One clause in the making: its item, its label as read (None for a paragraph) and what stands under it.

    `leads` is set where a paragraph without a label leads a list in, «Sở Y tế:», and so holds its bullets.
    """

    item: Item
    label: Label | None
    children: list["Node"] = field(default_factory=list)
    odd: AnomalyKind | None = None
    leads: bool = False


class _Place(NamedTuple):
    """Where a reading of a label can stand: under the frame at `depth`, and how good a fit it is (0 best)."""

    cost: int
    depth: int
    label: Label
    odd: AnomalyKind | None = None


@dataclass(slots=True)
class _Growth:
    """The way from the root to the last labelled node, and the last label seen of each style."""

    stack: list[Node]
    latest: dict[str, Label] = field(default_factory=dict)

    def open_labels(self) -> Iterator[tuple[int, Label]]:
        """The labels on the way, innermost first, each with its depth."""
        for depth in range(len(self.stack) - 1, 0, -1):
            node = self.stack[depth]
            label = _LEAD_IN if node.leads else node.label
            if label:
                yield depth, label


def grow(items: Sequence[Item]) -> list[Node]:
    """The top nodes of a body; a paragraph stands under the labelled item before it."""
    root = Node(Item((), ()), None)
    growth = _Growth([root])
    for item in items:
        if item.readings:
            _add_labelled(growth, item)
        elif item.leads:
            _add_lead_in(growth, item)
        else:
            _holder(growth, item).children.append(Node(item, None))
    return root.children


def _holder(growth: _Growth, item: Item) -> Node:
    """What a paragraph stands under: the label before it, but beside the rows of a table where it is their sum."""
    depth = len(growth.stack) - 1
    while TOTAL.match(item.key) and _is_a_row(growth.stack[depth]):
        depth -= 1
    return growth.stack[depth]


def _is_a_row(node: Node) -> bool:
    return node.label is not None and _is_row(node.label)


def grow_flat(items: Sequence[Item]) -> list[Node]:
    """The nodes of a preamble or closing: its paragraphs stand at the top, whatever list came before them."""
    return [node for item in items for node in grow([item])]


def _add_lead_in(growth: _Growth, item: Item) -> None:
    """A lead-in stands beside the lead-in that is open, else under the number or heading that is."""
    node = Node(item, None, leads=True)
    beside = next((depth - 1 for depth, label in growth.open_labels() if label is _LEAD_IN), None)
    under = next((depth for depth, label in growth.open_labels() if label.scheme != "bullet"), 0)
    del growth.stack[(under if beside is None else beside) + 1 :]
    growth.stack[-1].children.append(node)
    growth.stack.append(node)


def _add_labelled(growth: _Growth, item: Item) -> None:
    first, *others = (_place(label, growth) for label in item.readings)
    place = min(first, *others, key=attrgetter("cost")) if others else first
    odd: AnomalyKind | None = "suspected-label" if place.label.doubtful else place.odd
    node = Node(item, place.label, odd=odd)
    del growth.stack[place.depth + 1 :]
    growth.stack[-1].children.append(node)
    growth.stack.append(node)
    growth.latest[place.label.style] = place.label


def _place(label: Label, growth: _Growth) -> _Place:
    for find in (_continuing, _numbered_under, _opening, _repeated):
        if place := find(label, growth):
            return place
    return _resumed(label, growth)


def _continuing(label: Label, growth: _Growth) -> _Place | None:
    """The next label of a list that is open; «a1)» after a) only where that is a sentence of its own."""
    for depth, before in growth.open_labels():
        holds = (
            label.scheme == "letter" and label.tail and not before.tail and growth.stack[depth].item.leads_in
        )
        if follows(before, label) and not holds:  # «a) …: a1) …» stands under a)
            return _Place(0, depth - 1, label)
    return None


def _numbered_under(label: Label, growth: _Growth) -> _Place | None:
    """`2.1` under `2.` or `2-`, whatever mark each carries; `1.1.2` under `1.1`; `a1)` under `a)`."""
    if label.scheme not in ("number", "letter") or len(label.numbers) < 2:
        return None
    for depth, above in growth.open_labels():
        held = len(above.numbers)
        alike = above.scheme == "letter" if label.scheme == "letter" else above.scheme != "bullet"
        if alike and held < len(label.numbers) and above.numbers == label.numbers[:held]:
            first = not any(child.label for child in growth.stack[depth].children)
            return _Place(1, depth, label, "numbering-gap" if first and label.numbers[-1] != 1 else None)
    return None


def _opening(label: Label, growth: _Growth) -> _Place | None:
    """A new list: under the item before it, or higher where its kind ranks above what stands open."""
    if not opens_list(label) or any(above.style == label.style for _, above in growth.open_labels()):
        return None
    for depth, above in growth.open_labels():
        announced = _is_row(label) and not _is_row(above) and above.scheme != "bullet"
        if announced or _may_hold(above, label, growth.stack[depth].item.leads_in):
            return _Place(2, depth, label)
    return _Place(2, 0, label)


def _is_row(label: Label) -> bool:
    """A row of a table, which stands under the clause that announces the table, whatever its numeral: «I Giao thông»."""
    return label.style.startswith("table-")


def _may_hold(above: Label, label: Label, leads_in: bool) -> bool:
    """A heading (Chương, I.) never stands under a number, nor a number under a bullet that leads nowhere.

    A capital letter does where the number leads in: «1. Thu ngân sách: / A. Thu nội địa / B. … / 2. Chi ngân sách:».
    """
    if label.scheme == "bullet":
        return (
            above.scheme != "bullet"
            or leads_in
            or _BULLETS.get(above.style, 2) < _BULLETS.get(label.style, 2)
        )
    if _rank(label) < _RANKS["number"]:
        lists = label.scheme == "capital" and above.scheme == "number" and leads_in
        return lists or _rank(above) <= _rank(label)
    return above is _LEAD_IN or above.scheme != "bullet" or leads_in


def _repeated(label: Label, growth: _Growth) -> _Place | None:
    """A label of a list that is open, but not its next one: a gap, a repeat, or a list begun anew inside."""
    for depth, before in growth.open_labels():
        if before.style != label.style:
            continue
        inside = growth.stack[-1]
        if opens_list(label) and inside.label is not before and inside.item.leads_in:
            return _Place(3, len(growth.stack) - 1, label)
        gap = skipped(before, label)
        return _Place(3 if gap else 5, depth - 1, label, "numbering-gap" if gap else "numbering-repeat")
    return None


def _resumed(label: Label, growth: _Growth) -> _Place:
    """A label in the middle of a list that is not open: articles run on through the chapters, or its start is lost."""
    before = growth.latest.get(label.style)
    runs_on = before is not None and follows(before, label)
    depth = next((d for d, above in growth.open_labels() if _rank(above) < _rank(label)), 0)
    return _Place(4 if runs_on else 6, depth, label, None if runs_on else "numbering-gap")


def _rank(label: Label) -> int:
    if label.scheme == "keyword":
        return _RANKS[label.kind]
    return _RANKS[label.scheme] + (len(label.numbers) > 1)
