"""Headings without a label that hold the list after them: «Sở Y tế:» and its bullets, «Đối với …:» and its 1), 2)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.labels import Label
from pipeline.structure.items import Item
from pipeline.structure.sequence import opens_list

_LENGTH = 90
"""A heading is shorter than this."""


def with_lead_ins(items: Sequence[Item]) -> list[Item]:
    """The items, the headings without a label marked.

    A heading may hold bullets. It holds numbers only where these begin anew under another one like it: the
    preamble's «… như sau:» before the only 1. of a document is no such heading.
    """
    opens = [_list_under(item, after) for item, after in zip_longest(items, items[1:])]
    begun = Counter(label.style for label in opens if label)
    return [
        replace(item, leads=label.style)
        if label and (label.scheme == "bullet" or begun[label.style] > 1)
        else item
        for item, label in zip(items, opens, strict=True)
    ]


def _list_under(item: Item, after: Item | None) -> Label | None:
    """The first label of the list that follows a short line without label and full stop."""
    if after is None or item.readings or len(item.key) >= _LENGTH or item.key.endswith((".", ";")):
        return None
    return next(
        (label for label in after.readings if opens_list(label) and label.scheme not in ("keyword", "roman")),
        None,
    )
