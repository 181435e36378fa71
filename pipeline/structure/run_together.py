"""Two clauses run together on one line are two clauses: «1. Ông Trần … - Trưởng ban. 2. Bà Hoàng …».

An inline enumeration inside one paragraph is none: there the line itself does not begin with its first number.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter

from pipeline.labels import LABEL_LENGTH, Label, read_labels
from pipeline.structure.items import Item
from pipeline.structure.sequence import follows
from pipeline.text import UPPER, MappedText, Span, mapped

_INSIDE = re.compile(rf"[.;:]\s(?=(?:\(?\d{{1,3}}[.)-]|[a-zđ][.)])\s?[{UPPER}])")


def parted(source: str, items: Sequence[Item]) -> list[Item]:
    """The items, those that hold the next label of their own list cut before it."""
    found: list[Item] = []
    for item, after in zip_longest(items, items[1:]):
        cuts = [*_next_labels(item, after)] or [*_opened_inside(item, after)] if item.readings else ()
        found += _parts(source, item, cuts) if cuts else (item,)
    return found


def _parts(source: str, item: Item, cuts: Sequence[tuple[int, Label]]) -> Iterator[Item]:
    text = mapped(source, item.spans)
    starts = [0, *(at for at, _ in cuts)]
    readings = [item.readings, *((label,) for _, label in cuts)]
    for start, end, labels in zip(starts, [*starts[1:], None], readings, strict=True):
        leads = "" if start else item.leads
        yield Item(labels, _stretch(item.spans, text, start, end), item.key[start:end].rstrip(), leads)


def _next_labels(item: Item, after: Item | None) -> Iterator[tuple[int, Label]]:
    """Where the next labels of the item's own list stand inside it, but for one that the next item bears."""
    own = [label for label in item.readings if label.scheme in ("number", "letter")]
    taken = [(label.style, label.numbers) for label in after.readings] if after else []
    for match in _INSIDE.finditer(item.key) if own else ():
        for label in read_labels(item.key[match.end() : match.end() + LABEL_LENGTH]):
            if (label.style, label.numbers) not in taken and any(follows(before, label) for before in own):
                yield match.end(), label
                own, taken = [label], []
                break


def _opened_inside(item: Item, after: Item | None) -> Iterator[tuple[int, Label]]:
    """Where a list opens inside an item of which the next one bears the second label: «2. Đại lý hải quan 2.1. Điều kiện: …» over 2.2."""
    own = {label.style for label in item.readings}
    for second in after.readings if after else ():
        if second.scheme not in ("number", "letter") or second.numbers[-1] != 2 or second.style in own:
            continue
        first = _first_for(second)
        at = item.key.find(f" {first} ") + 1
        if at > 0 and item.key[at + len(first) + 1 :][:1].isupper():
            labels = read_labels(item.key[at : at + LABEL_LENGTH])
            yield from ((at, label) for label in labels[:1] if follows(label, second))
            return


def _first_for(second: Label) -> str:
    """The first label of a list as its second one is printed: 2.1. for 2.2., a) for b)."""
    if second.scheme == "letter":
        return second.printed.replace("b", "a")
    digits = second.printed.rfind("2")
    return f"{second.printed[:digits]}1{second.printed[digits + 1 :]}"


def _stretch(spans: Sequence[Span], text: MappedText, start: int, end: int | None) -> tuple[Span, ...]:
    """The parts of the spans that hold the characters `start` to `end` of their joined text."""
    first = text.starts[start] if start else spans[0].start
    last = spans[-1].end if end is None else text.ends[len(text.text[start:end].rstrip()) + start - 1]
    inside = range(
        bisect_right(spans, first, key=attrgetter("end")), bisect_left(spans, last, key=attrgetter("start"))
    )
    cut = (Span(max(spans[at].start, first), min(spans[at].end, last)) for at in inside)
    return tuple(span for span in cut if span.start < span.end)
