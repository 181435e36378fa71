"""Typography and pages: rules, table bars, stars, page numbers and running headers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.clean import rules
from pipeline.labels import read_labels
from pipeline.records import Line, Removal

_HEADER_LENGTH = 80
_PAGES_SKIPPED = 4
"""Numbers of pages may be lost between two that are seen."""
_CELL_LENGTH = 40
_DIGITS = re.compile(r"\d{1,9}")


def rule_lines(lines: Sequence[Line]) -> Iterator[Removal]:
    """Lines that hold only dashes, stars or marks, and page breaks."""
    for line in lines:
        if not line.key.strip() or rules.RULE_LINE.search(line.key):
            yield Removal(line.span, rules.RULE_LINE.id, "furniture")
        elif rule := next(
            (rule for rule in (rules.PAGE_BREAK, rules.GAZETTE) if rule.search(line.key)), None
        ):
            yield Removal(line.span, rule.id, "furniture")


def specks(lines: Sequence[Line]) -> Iterator[Removal]:
    """Single letters between two long lines; in a table or a list of short lines a letter may be a cell."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            rules.SPECK.search(line.key)
            and len(before.key) > len("12/10/2009")
            and len(after.key) >= _CELL_LENGTH
        ):
            yield Removal(line.span, rules.SPECK.id, "furniture")


def table_bars(lines: Sequence[Line]) -> Iterator[Removal]:
    """The bars between the cells of a table that was turned into text; the cells stay."""
    for line in lines:
        for match in rules.TABLE_BAR.pattern.finditer(line.key) if rules.TABLE_BAR.pattern else ():
            bar = match.start() + match.group().index("|")
            yield Removal(line.text.source_span(bar, bar + 1), rules.TABLE_BAR.id, "furniture")


def heading_marks(lines: Sequence[Line]) -> Iterator[Removal]:
    """The «###» that a converter sets before a heading; the heading stays."""
    for line in lines:
        if match := rules.HEADING_MARK.search(line.key):
            yield Removal(line.text.source_span(0, match.end() - 1), rules.HEADING_MARK.id, "furniture")


def party_stars(lines: Sequence[Line]) -> Iterator[Removal]:
    """The star before a name, «☆ Nguyễn Hữu Đông»; a star that labels a clause stays."""
    for line in lines:
        match = rules.STAR.search(line.key)
        if match and match.group()[0] != "*":
            yield Removal(line.text.source_span(0, 1), rules.STAR.id, "furniture")


def page_marks(lines: Sequence[Line]) -> Iterator[Removal]:
    """Page numbers, and the running headers that stand beside them or in mid-sentence."""
    numbers = _page_numbers(lines)
    for index in numbers:
        yield Removal(lines[index].span, rules.PAGE_NUMBER.id, "furniture")
    pages = numbers | {index for index, line in enumerate(lines) if rules.PAGE_BREAK.search(line.key)}
    for index in _running_headers(lines, pages):
        yield Removal(lines[index].span, rules.RUNNING_HEADER.id, "furniture")


def _page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Lone numbers that count pages: each a little larger than the one before, and none a table's cell."""
    found: set[int] = set()
    last = row = 0
    for index, line in enumerate(lines):
        if not rules.PAGE_NUMBER.search(line.key) or index == 0 or _is_cell(lines, index):
            continue
        number = int("".join(letter for letter in line.key if letter.isdigit()))
        if line.key == str(row + 1):  # no page bears the number 1: a lone 1 opens a table's rows
            row = number
        elif last < number <= last + _PAGES_SKIPPED:
            last = number
            found.add(index)
    return frozenset(found)


def _is_cell(lines: Sequence[Line], index: int) -> bool:
    """A number between bars or under a short line without a gap is a cell, not a page, unless that line runs on."""
    line, before = lines[index], lines[index - 1]
    if _may_run(before.key) and sum(one.key == before.key for one in lines) > 1:
        return False
    after = lines[index + 1] if index + 1 < len(lines) else before
    if rules.PAGE_BREAK.search(before.key) or rules.PAGE_BREAK.search(after.key):
        return False
    beside = [one for one in (before, after) if abs(one.number - line.number) == 1]
    return any("|" in one.key or "\t" in one.key for one in beside) or (
        not line.blank_before and len(before.key) < _CELL_LENGTH and not before.key.endswith((".", ";"))
    )


def _running_headers(lines: Sequence[Line], numbers: frozenset[int]) -> Iterator[int]:
    """Short lines that come back on page after page, most of them in mid-sentence or beside a page number."""
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if _may_run(line.key):
            places[_DIGITS.sub("0", line.key)].append(index)
    for indexes in places.values():
        beside = sum(index - 1 in numbers or index + 1 in numbers for index in indexes)
        breaks = sum(_breaks_sentence(lines, index) for index in indexes)
        if (len(indexes) > 1 and beside == len(indexes)) or (
            len(indexes) > 2 and breaks * 3 >= len(indexes) * 2
        ):
            yield from indexes


def _may_run(key: str) -> bool:
    """Whether a line can be a running header: no row of a table, no clause that articles share, «1. Phạm vi áp dụng»."""
    labelled = "|" in key or any(label.scheme != "bullet" for label in read_labels(key))
    return 8 <= len(key) <= _HEADER_LENGTH and not key.endswith((".", ";", ":", ",")) and not labelled


def _breaks_sentence(lines: Sequence[Line], index: int) -> bool:
    before = lines[index - 1].key if index else ""
    after = lines[index + 1].key if index + 1 < len(lines) else ""
    return bool(before) and not before.endswith((".", ";", ":", "!", "?")) and after[:1].islower()
