"""A page's own list of contents below the document: bare names of provisions, headings told a second time."""

import re
from collections.abc import Mapping, Sequence

from pipeline.clean.below import PROSE
from pipeline.labels import read_labels, starts_with_label
from pipeline.records import Line

_BARE_PROVISION = re.compile(r"^(?:Khoản \d{1,3}[a-zđ]?|Điểm [a-zđ]\d?)$")
_SHORT = len("Khoản 100a") + 1
_CONTENTS = ("Mục lục", "MỤC LỤC", "Mục Lục")
_PROVISIONS = 3
"""So many bare names of provisions prove a list of contents."""


def contents_start(lines: Sequence[Line]) -> int:
    """Where a contents list that echoes the articles begins at the foot of a page; the number of lines if none does.

    «Điều 1. Phạm vi điều chỉnh / Khoản 1 / Điểm a …»: bare names of provisions, which no document prints so.
    """
    bare = [
        index
        for index, line in enumerate(lines)
        if len(line.key) < _SHORT and _BARE_PROVISION.match(line.key)
    ]
    if len(bare) < _PROVISIONS:
        return _named_contents(lines)
    start, first = bare[0], _first_headings(lines)
    while start > 0 and _is_echo(lines[start - 1].key, first, start - 1):
        start -= 1
    return start


def _named_contents(lines: Sequence[Line]) -> int:
    """Where a list under «Mục lục» begins of which every line but the page's own repeats a heading of the text above."""
    named = [index for index, line in enumerate(lines) if line.key in _CONTENTS and index]
    if not named:
        return len(lines)
    start, first = named[-1], _first_headings(lines)
    below = range(start + 1, len(lines))
    echoed = [index for index in below if _is_echo(lines[index].key, first, index)]
    rest = set(below).difference(echoed)
    only = all(len(lines[index].key) < PROSE and not starts_with_label(lines[index].key) for index in rest)
    return start if echoed and only else len(lines)


def _first_headings(lines: Sequence[Line]) -> dict[str, int]:
    """Where each heading's label («Điều 1.», «Chương I») stands first."""
    first: dict[str, int] = {}
    for index, line in enumerate(lines):
        for label in read_labels(line.key):
            if label.scheme == "keyword":
                first.setdefault(label.token, index)
    return first


def _is_echo(key: str, first: Mapping[str, int], index: int) -> bool:
    """Whether a heading («Điều 1. …», «Chương I …», «Mục lục») stands in the text above once more."""
    if key in _CONTENTS or _BARE_PROVISION.match(key):
        return True
    labels = [label for label in read_labels(key) if label.scheme == "keyword"]
    return bool(labels) and first.get(labels[0].token, index) < index
