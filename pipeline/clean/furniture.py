"""Typography and pages: rules, table bars, stars, page numbers and running headers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.clean import rules
from pipeline.records import Line, Removal

_HEADER_LENGTH = 80
_HEADER_TIMES = 3
_DIGITS = re.compile(r"\d{1,9}")


def rule_lines(lines: Sequence[Line]) -> Iterator[Removal]:
    """Lines that hold only dashes, stars or marks, and page breaks."""
    for line in lines:
        if not line.text or rules.RULE_LINE.search(line.key):
            yield Removal(line.span, rules.RULE_LINE.id, "furniture")
        elif rules.PAGE_BREAK.search(line.key):
            yield Removal(line.span, rules.PAGE_BREAK.id, "furniture")


def table_bars(lines: Sequence[Line]) -> Iterator[Removal]:
    """The bars between the cells of a table that was turned into text; the cells stay."""
    for line in lines:
        for match in rules.TABLE_BAR.pattern.finditer(line.key) if rules.TABLE_BAR.pattern else ():
            bar = match.start() + match.group().index("|")
            yield Removal(line.text.source_span(bar, bar + 1), rules.TABLE_BAR.id, "furniture")


def party_stars(lines: Sequence[Line]) -> Iterator[Removal]:
    """The star before a name, «☆ Nguyễn Hữu Đông»; a star that labels a clause stays."""
    for line in lines:
        match = rules.STAR.search(line.key)
        if match and match.group()[0] != "*":
            yield Removal(line.text.source_span(0, 1), rules.STAR.id, "furniture")


def page_numbers(lines: Sequence[Line]) -> Iterator[Removal]:
    """Lone numbers that count pages: each larger than the one before, or the only one and small."""
    candidates = [line for line in lines if rules.PAGE_NUMBER.search(line.key)]
    last = 0
    for line in candidates:
        number = int("".join(letter for letter in line.key if letter.isdigit()))
        if last < number <= last + 4 and line.number > 1:
            last = number
            yield Removal(line.span, rules.PAGE_NUMBER.id, "furniture")


def running_headers(lines: Sequence[Line]) -> Iterator[Removal]:
    """Short lines that come back on page after page, most of them in mid-sentence or beside a page number."""
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if _may_run(line.key):
            places[_DIGITS.sub("0", line.key)].append(index)
    for indexes in places.values():
        breaks = sum(_breaks_text(lines, index) for index in indexes)
        if len(indexes) >= _HEADER_TIMES and breaks * 3 >= len(indexes) * 2:
            for index in indexes:
                yield Removal(lines[index].span, rules.RUNNING_HEADER.id, "furniture")


def _may_run(key: str) -> bool:
    return 8 <= len(key) <= _HEADER_LENGTH and not key.endswith((".", ";", ":", ","))


def _breaks_text(lines: Sequence[Line], index: int) -> bool:
    """Whether a page number stands beside the line, or a sentence goes on over it."""
    before = lines[index - 1].key if index else ""
    after = lines[index + 1].key if index + 1 < len(lines) else ""
    if rules.PAGE_NUMBER.search(before) or rules.PAGE_NUMBER.search(after):
        return True
    return bool(before) and not before.endswith((".", ";", ":", "!", "?")) and after[:1].islower()
