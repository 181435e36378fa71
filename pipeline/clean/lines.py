"""A source text as lines, and what is left of them when a stretch is taken out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.clean.rules import RULE_LINE
from pipeline.records import Line, Removal
from pipeline.text import INVISIBLE, Span, mapped

_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_LEADING = re.compile(rf"[\s{INVISIBLE}]*")
_INK = re.compile(rf"[^\s{INVISIBLE}]")


def ink_span(text: str, start: int, end: int) -> Span | None:
    """The stretch without blanks and invisible characters at its ends, or None where nothing else stands."""
    match = _LEADING.match(text, start, end)
    first = match.end() if match else start
    if first >= end:
        return None
    while not _INK.match(text, end - 1):
        end -= 1
    return Span(first, end)


def source_lines(text: str) -> tuple[Line, ...]:
    """The lines of a source that have ink, numbered from 1 as an editor numbers them."""
    lines: list[Line] = []
    start, blank = 0, True
    for number, end, after in _line_ends(text):
        span = ink_span(text, start, end)
        if span is not None:
            lines.append(Line(number, span, mapped(text, [span]), blank, span.start - start))
        blank, start = span is None, after
    return tuple(lines)


def _line_ends(text: str) -> Iterable[tuple[int, int, int]]:
    """For each line its number, its end and where the next one starts."""
    number = 0
    for number, match in enumerate(_LINE_END.finditer(text), 1):
        yield number, match.start(), match.end()
    yield number + 1, len(text), len(text)


def without(text: str, lines: Sequence[Line], removals: Iterable[Removal]) -> tuple[Line, ...]:
    """The lines that remain when the removals are taken out; a line cut in two becomes two lines of one number."""
    cuts = sorted(removal.span for removal in removals)
    if not cuts:
        return tuple(lines)
    kept: list[Line] = []
    index = 0
    for line in lines:
        while index < len(cuts) and cuts[index].end <= line.span.start:
            index += 1
        last = index
        while last < len(cuts) and cuts[last].start < line.span.end:
            last += 1
        kept += _rest(text, line, cuts[index:last]) if last > index else [line]
    return tuple(kept)


def _rest(text: str, line: Line, cuts: Sequence[Span]) -> list[Line]:
    start, rest = line.span.start, []
    for cut in (*cuts, Span(line.span.end, line.span.end)):
        span = ink_span(text, start, cut.start) if cut.start > start else None
        if span:
            rest.append(Line(line.number, span, mapped(text, [span]), line.blank_before, line.indent))
        start = max(start, cut.end)
    return rest


def parted(kept: Sequence[Line], before: Sequence[Line], removals: Iterable[Removal]) -> tuple[Line, ...]:
    """The kept lines; one that stands under a rule of dashes now has its gap above, for the rule parted the two."""
    rules = {removal.span for removal in removals if removal.rule_id == RULE_LINE.id}
    under = {a.number + 1 for a in before if a.span in rules}
    return tuple(replace(line, blank_before=True) if line.number in under else line for line in kept)
