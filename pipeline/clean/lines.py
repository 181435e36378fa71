"""A source text as lines, and what is left of them when a stretch is taken out."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.clean.rules import RULE_LINE
from pipeline.records import Line, Removal
from pipeline.text import BLANK, UPPER, Span


def ink_span(text: str, start: int, end: int) -> Span | None:
    """The stretch without blanks and invisible characters at its ends, or None where nothing else stands."""
    inked = text[start:end].rstrip(BLANK)
    end = start + len(inked)
    return Span(end - len(inked.lstrip(BLANK)), end) if inked else None


_GLUED = re.compile(rf"(?<=[{UPPER}]{{2}}|.\))\*\*\*{{0,4}}(?=\*\*[{UPPER}(])")
"""Two bold lines of a cell that a conversion joined without a blank: «VIỆT NAM****Độc lập», «THỨ TRƯỞNG****(Đã ký)»."""


def source_lines(text: str) -> tuple[Line, ...]:
    """The lines of a source that have ink, numbered from 1 as an editor numbers them."""
    lines: list[Line] = []
    start, blank, glued = 0, True, "****" in text
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        inked = line.rstrip(BLANK)
        if inked:
            first = start + len(inked) - len(inked.lstrip(BLANK))
            span = Span(first, start + len(inked))
            for part in _unglued(text, span) if glued else (span,):
                lines.append(Line.of(text, number, part, blank and part.start == first, part.start - start))
        blank, start = not inked, start + len(line)
    return tuple(lines)


def _unglued(text: str, span: Span) -> Sequence[Span]:
    """A line's span, or one for each of the bold lines that stand glued in it."""
    cuts = [match.end() for match in _GLUED.finditer(text, span.start, span.end)]
    return [Span(a, b) for a, b in pairwise((span.start, *cuts, span.end))]


def without(text: str, lines: Sequence[Line], removals: Iterable[Removal]) -> tuple[Line, ...]:
    """The lines that remain when the removals are taken out; a line cut in two becomes two lines of one number."""
    cuts = sorted(removal.span for removal in removals)
    if not cuts:
        return tuple(lines)
    kept: list[Line] = []
    index, uncut = 0, cuts[0].start
    for line in lines:
        if line.span.end <= uncut:
            kept.append(line)
            continue
        while index < len(cuts) and cuts[index].end <= line.span.start:
            index += 1
        last = index
        while last < len(cuts) and cuts[last].start < line.span.end:
            last += 1
        kept += _rest(text, line, cuts[index:last]) if last > index else [line]
        uncut = cuts[index].start if index < len(cuts) else len(text)
    return tuple(kept)


def _rest(text: str, line: Line, cuts: Sequence[Span]) -> list[Line]:
    start, rest = line.span.start, []
    for cut in (*cuts, Span(line.span.end, line.span.end)):
        span = ink_span(text, start, cut.start) if cut.start > start else None
        if span:
            rest.append(line.piece(text, span))
        start = max(start, cut.end)
    return rest


def parted(kept: Sequence[Line], before: Sequence[Line], removals: Iterable[Removal]) -> tuple[Line, ...]:
    """The kept lines; one that stands under a rule of dashes now has its gap above, for the rule parted the two."""
    rules = {removal.span for removal in removals if removal.rule_id == RULE_LINE.id}
    if not rules:
        return tuple(kept)
    under = {line.number + 1 for line in before if line.span in rules}
    return tuple(line._replace(blank_before=True) if line.number in under else line for line in kept)
