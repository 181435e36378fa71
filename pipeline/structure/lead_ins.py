"""Headings without a label that hold the list after them: «Sở Y tế:» and its bullets, «Đối với …:» and its 1), 2)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.labels import Label, Scheme
from pipeline.structure.items import Item
from pipeline.structure.sequence import opens_list

_LENGTH = 90
"""A heading is shorter than this."""
_RANKS: dict[Scheme, int] = {
    "keyword": 0, "roman": 1, "capital": 1, "number": 2, "letter": 3, "small-roman": 4, "bullet": 5,
}  # fmt: skip


def with_lead_ins(items: Sequence[Item]) -> list[Item]:
    """The items, the headings without a label marked.

    A heading may hold bullets. It holds numbers only where these begin anew under another one like it in the same
    article or section: the «… như sau:» before the only 1. of an article is no such heading, though each article may
    have one.
    """
    opens = [_list_under(item, after) for item, after in zip_longest(items, items[1:])]
    scopes = [
        (label.style, scope) if label else None
        for label, scope in zip(opens, _scopes(items, opens), strict=True)
    ]
    begun = Counter(scopes)
    return [
        item._replace(leads=label.style) if label and (label.scheme == "bullet" or begun[scope] > 1) else item
        for item, label, scope in zip(items, opens, scopes, strict=True)
    ]


def _scopes(items: Sequence[Item], opens: Sequence[Label | None]) -> Iterator[int]:
    """For each item that leads a list in, the last item above it that ranks above the list's labels."""
    above = [-1] * len(_RANKS)
    for index, (item, label) in enumerate(zip(items, opens, strict=True)):
        for reading in item.readings[:1]:
            above[_RANKS[reading.scheme]] = index
        yield max(above[: _RANKS[label.scheme]], default=-1) if label else -1


def _list_under(item: Item, after: Item | None) -> Label | None:
    """The first label of the list that follows a short line without label and full stop."""
    if after is None or item.readings or len(item.key) >= _LENGTH or item.key.endswith((".", ";")):
        return None
    return next(
        (label for label in after.readings if opens_list(label) and label.scheme not in ("keyword", "roman")),
        None,
    )
