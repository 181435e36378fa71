"""Two clauses run together on one line are two clauses: «1. Ông Trần … - Trưởng ban. 2. Bà Hoàng …».

An inline enumeration inside one paragraph is none: there the line itself does not begin with its first number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.labels import Label, read_labels
from pipeline.structure.items import Item
from pipeline.structure.sequence import follows
from pipeline.text import UPPER, MappedText, Span, mapped

_INSIDE = re.compile(rf"(?<=[.;:])\s(?=(?:\(?\d{{1,3}}[.)-]|[a-zđ]\))\s?[{UPPER}])")


def parted(source: str, items: Sequence[Item]) -> list[Item]:
    """The items, those that hold the next label of their own list cut before it."""
    following = {id(a): b for a, b in pairwise(items)}
    return [part for item in items for part in _parts(source, item, following)]


def _parts(source: str, item: Item, following: Mapping[int, Item]) -> Iterator[Item]:
    cut = _next_label(item, following.get(id(item))) if item.readings else None
    if cut is None:
        yield item
        return
    at, label = cut
    text = mapped(source, item.spans)
    yield replace(item, spans=_stretch(item.spans, text, 0, at), key=item.key[:at].rstrip())
    yield from _parts(
        source, Item((label,), _stretch(item.spans, text, at, None), item.number, item.key[at:]), following
    )


def _next_label(item: Item, after: Item | None) -> tuple[int, Label] | None:
    """Where the next label of the item's own list stands inside it, unless the next item bears that label."""
    own = [label for label in item.readings if label.scheme in ("number", "letter")]
    for match in _INSIDE.finditer(item.key):
        for label in read_labels(item.key[match.end() :]):
            taken = after is not None and any(
                one.numbers == label.numbers and one.style == label.style for one in after.readings
            )
            if not taken and any(follows(before, label) for before in own):
                return match.end(), label
    return None


def _stretch(spans: Sequence[Span], text: MappedText, start: int, end: int | None) -> tuple[Span, ...]:
    """The parts of the spans that hold the characters `start` to `end` of their joined text."""
    first = text.starts[start] if start else spans[0].start
    last = spans[-1].end if end is None else text.ends[len(text.text[:end].rstrip()) - 1]
    cut = (Span(max(span.start, first), min(span.end, last)) for span in spans)
    return tuple(span for span in cut if span.start < span.end)
