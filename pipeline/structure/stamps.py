"""Removed stamps as blocks: the lines of one stamp together, for the table of stamps."""

import re
from collections.abc import Iterable

from pipeline.records import Block, Removal
from pipeline.text import Span, mapped

_NEAR = 3
"""Lines between two lines of one stamp: it may stand inside the list of those addressed."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def stamp_blocks(source: str, removals: Iterable[Removal]) -> list[Block]:
    """One block a stamp: removals of one rule that stand near each other."""
    groups: list[list[Removal]] = []
    for removal in removals:
        if removal.kind != "stamp":
            continue
        if groups and _belongs(source, groups[-1][-1], removal):
            groups[-1].append(removal)
        else:
            groups.append([removal])
    return [_block(source, [removal.span for removal in group]) for group in groups]


def _belongs(source: str, before: Removal, after: Removal) -> bool:
    lines = len(_LINE_END.findall(source, before.span.end, after.span.start))
    return before.rule_id == after.rule_id and lines <= _NEAR


def _block(source: str, spans: list[Span]) -> Block:
    return Block("stamp", mapped(source, spans), tuple(spans))
