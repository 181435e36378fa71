"""Typography and pages: rules, table bars, stars, page numbers and running headers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.clean.paging import PAGE_OF_TEXT, PAGES_SKIPPED, evenly_counted, evenly_spread, value_of
from pipeline.labels import BULLETS, read_labels
from pipeline.records import Line, Removal
from pipeline.signatories import person_name
from pipeline.text import UPPER

_HEADER_LENGTH = 80
_CELL_LENGTH = 40
_FIRST_WORD = re.compile(r"\S{1,30}")
_PAGE_IN_HEADER = re.compile(r"^\d{1,4}\b|\b\d{1,4}\W{0,3}$")
"""A running header may bear the page's number at either end; other digits tell «Phụ lục 16a» from «Phụ lục 17a»."""
_CELL_RULE = re.compile(r"^[-_=* ]{3,400}$")
"""Under an issuer's name, «**BỘ TÀI CHÍNH** / -------** | **CỘNG HÒA …»; a lone dash is a table's empty cell."""
_LIST_MARK = re.compile(
    rf"(?:[-*+•]\s{{1,3}}(?=(?:[a-zđ]\)|\d{{1,2}}\.)\s{{1,3}}\S)|\d{{1,2}}\.\s{{1,3}}(?=(?:[A-HK]|[IVX]{{1,5}})\.\s{{1,4}}[{UPPER}]{{2}}))"
)
_PATH_NEAR = 4
_DIGIT = re.compile(r"\d")
_PAGE_OF = re.compile(r"^\d{1,3}/\d{1,3}$")
_MOMENT = re.compile(r"^(?:\d|about:)")
"""An address may be the issuer's own: only a moment, «2/10/26, 6:06 PM», or «about:blank» proves that a browser printed."""
_FORM = (
    landmarks.ANNEX, landmarks.ISSUED_WITH, landmarks.NATION, landmarks.ISSUER_LINE,
    landmarks.SIGNED, landmarks.OFFICE_TITLE,
)  # fmt: skip
"""What an annex opens and a form closes with may stand at the edge of one page after another: each takes a new one."""


def rule_lines(lines: Sequence[Line]) -> Iterator[Removal]:
    """Lines that hold only dashes, stars or marks, and page breaks."""
    labels = _bullets_alone(lines)
    for index, line in enumerate(lines):
        if index in labels:
            continue
        if not line.key.strip() or rules.RULE_LINE.search(line.key):
            yield Removal(line.span, rules.RULE_LINE.id, "furniture")
        elif rules.PAGE_BREAK.search(line.key):
            yield Removal(line.span, rules.PAGE_BREAK.id, "furniture")


def cell_rules(lines: Sequence[Line]) -> Iterator[Removal]:
    """Rules of dashes, and marks of emphasis alone, that were left of a table's cell when its bars went."""
    for line in lines:
        if not line.key or _CELL_RULE.match(line.key):
            yield Removal(line.span, rules.RULE_LINE.id, "furniture")


def _bullets_alone(lines: Sequence[Line]) -> Set[int]:
    """Bullets that a converter set on lines of their own, «- / Sở Y tế báo cáo; / - / Công an tỉnh …»: two at least."""
    found = {
        index
        for index, (line, after) in enumerate(pairwise(lines))
        if line.key in BULLETS
        and after.key[:1].isalnum()
        and any(map(str.islower, after.key))
        and not (landmarks.is_capitals(after.key) or read_labels(after.key))
    }
    return found if len(found) > 1 else frozenset()


def browser_prints(lines: Sequence[Line]) -> Iterator[Removal]:
    """What a browser prints at the edges of its pages, with the count of pages that stands beside: «about:blank / 1/14»."""
    marks = {index for index, line in enumerate(lines) if rules.BROWSER_PRINT.search(line.key)}
    if not any(_MOMENT.match(lines[index].key) for index in marks):
        return
    counts = {at for index in marks for at in (index - 1, index + 1) if 0 <= at < len(lines)}
    for index in sorted(marks | {at for at in counts if _PAGE_OF.match(lines[at].key)}):
        yield Removal(lines[index].span, rules.BROWSER_PRINT.id, "furniture")


def gazette_heads(lines: Sequence[Line]) -> Iterator[Removal]:
    """The gazette's running heads; they go after the page's ends, which they help to tell: what bears one was printed."""
    for line in lines:
        if rules.GAZETTE.search(line.key):
            yield Removal(line.span, rules.GAZETTE.id, "furniture")


def specks(lines: Sequence[Line]) -> Iterator[Removal]:
    """Single letters in mid-sentence, or small ones right above a clause; in a table a letter is a row's label or a cross."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if not rules.SPECK.search(line.key) or len(after.key) < _CELL_LENGTH:
            continue
        ended = before.key.endswith((".", ";", ":"))
        runs_over = not ended and len(before.key) >= _CELL_LENGTH and after.key[:1].islower()
        labelled = any(label.scheme != "bullet" for label in read_labels(after.key))
        letter = next(one for one in line.key if one.isalpha())
        if runs_over or (ended and labelled and letter.islower() and letter != "x"):
            yield Removal(line.span, rules.SPECK.id, "furniture")


def table_bars(lines: Sequence[Line]) -> Iterator[Removal]:
    """The bars between the cells of a table that was turned into text; the cells stay."""
    for line in lines:
        for match in (
            rules.TABLE_BAR.pattern.finditer(line.key) if rules.TABLE_BAR.pattern and "|" in line.key else ()
        ):
            bar = match.start() + match.group().index("|")
            yield Removal(line.text.source_span(bar, bar + 1), rules.TABLE_BAR.id, "furniture")


def heading_marks(lines: Sequence[Line]) -> Iterator[Removal]:
    """The «###» that a converter sets before a heading; the heading stays."""
    for line in lines:
        if match := rules.HEADING_MARK.search(line.key):
            yield Removal(line.text.source_span(0, match.end() - 1), rules.HEADING_MARK.id, "furniture")


def list_marks(lines: Sequence[Line]) -> Iterator[Removal]:
    """The marks of a converter's lists before labels of the text's own, where several items bear one: «- a) …; - b) …»."""
    found = [(line, match) for line in lines if (match := _LIST_MARK.match(line.key))]
    if len(found) > 1:
        for line, match in found:
            yield Removal(line.text.source_span(0, match.end() - 1), rules.LIST_MARK.id, "furniture")


def file_paths(lines: Sequence[Line]) -> Iterator[Removal]:
    """Paths of files that the typist's word processor printed under the file code, the last of those who receive a copy."""
    for index, line in enumerate(lines):
        if line.key[1:3] in (":\\", ":/") and line.key[0].isalpha():
            near = lines[max(0, index - _PATH_NEAR) : index + 1 + _PATH_NEAR]
            if any("Lưu" in one.key for one in near):
                yield Removal(line.span, rules.FILE_PATH.id, "furniture")


def party_stars(lines: Sequence[Line]) -> Iterator[Removal]:
    """The star before a name or a date line, «☆ Nguyễn Hữu Đông», «*   Hà Nội, ngày …»; one that labels a clause stays."""
    for line in lines:
        match = rules.STAR.search(line.key)
        if match and (match.group()[0] != "*" or landmarks.is_dateline(line.key[match.end() :])):
            yield Removal(line.text.source_span(0, 1), rules.STAR.id, "furniture")


def page_marks(lines: Sequence[Line]) -> Iterator[Removal]:
    """Page numbers, and the running headers that stand beside them or in mid-sentence."""
    heads = [index for index, line in enumerate(lines) if rules.GAZETTE.search(line.key)]
    numbers = frozenset(_beside_heads(lines, heads)) if heads else _page_numbers(lines)
    for index in numbers:
        yield Removal(lines[index].span, rules.PAGE_NUMBER.id, "furniture")
    breaks = {index for index, line in enumerate(lines) if rules.PAGE_BREAK.search(line.key)}
    running = () if heads else _running_headers(lines, numbers | breaks)
    for index in sorted({*running, *_copy_marks(lines)}):
        yield Removal(lines[index].span, rules.RUNNING_HEADER.id, "furniture")


def _page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Lone numbers that count pages: each a little larger than the one before, and none a table's cell."""
    lone = [index for index, line in enumerate(lines) if rules.PAGE_NUMBER.search(line.key) and index]
    times = Counter(line.key for line in lines) if lone else {}
    found = set(evenly_counted(lines, lone))
    counted = bool(lines) and lines[0].key == "1"  # a number over the first line: every page bears one
    last = row = 0
    cell = (0, 0)
    for index in lone:
        line = lines[index]
        number = value_of(line.key)
        if index in found:
            last = number
        elif _is_cell(lines, index, times, counted) or _is_next_row(number, line, cell):
            cell = (number, line.span.start)
        elif line.key == str(row + 1):  # no page bears the number 1: a lone 1 opens a table's rows
            row = number
        elif last < number <= last + PAGES_SKIPPED:
            last = number
            found.add(index)
    return frozenset(found)


def _is_next_row(number: int, line: Line, cell: tuple[int, int]) -> bool:
    """Whether the number before this one is a cell too near above to stand on another page: rows 1, 2, 3 of a table."""
    return number == cell[0] + 1 and line.span.start - cell[1] < PAGE_OF_TEXT


def _beside_heads(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[int]:
    """The page numbers that stand beside the gazette's running head, some of them printed twice: «81 / 81».

    Every page of the gazette has that head and no other, so what stands alike on its pages elsewhere is a table's.
    """
    for head in heads:
        for step in (-1, 1):
            index, number = head + step, ""
            while 0 <= index < len(lines) and rules.PAGE_NUMBER.search(lines[index].key):
                if number and lines[index].key != number:
                    break
                yield index
                index, number = index + step, lines[index].key


def _is_cell(lines: Sequence[Line], index: int, times: Mapping[str, int], counted: bool) -> bool:
    """A number between bars or under a short line without a gap is a cell, not a page, unless that line runs on."""
    line, before = lines[index], lines[index - 1]
    if times[before.key] > 1 and _may_run(before.key):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else before
    if "|" not in line.key and _is_between_pages(lines, index, after.key, counted):
        return False
    if rules.PAGE_BREAK.search(before.key) or rules.PAGE_BREAK.search(after.key):
        return False
    if len(after.key) >= _HEADER_LENGTH and any(
        label.scheme != "bullet" for label in read_labels(before.key)
    ):
        return False  # «2. Các huyện ủy, thành ủy / 2 / Tăng cường …»: a page ends after a heading
    beside = [one for one in (before, after) if abs(one.number - line.number) == 1]
    return any("|" in one.key or "\t" in one.key for one in beside) or (
        not line.blank_before and len(before.key) < _CELL_LENGTH and not before.key.endswith((".", ";"))
    )


def _is_between_pages(lines: Sequence[Line], index: int, after: str, counted: bool) -> bool:
    """Whether the text itself runs over from one page to the next at a lone number, however short its last line is.

    «… trong khu / dân cư có ngõ sâu trên / 2 / 200 m»: the last line goes on with one as long as the page is wide;
    «sao đen, / 2 / hồi, trám»: a sentence runs over; «Lê Văn An / 4 / PHỤ LỤC»: an annex begins a page;
    «+ Huyện Mù Cang Chải: / 2 / 118 nhà;»: where each page bears its number, a clause runs over.
    """
    before = lines[index - 1].key
    if before.endswith((".", ";")):
        return False
    if before.endswith(",") and after[:1].islower():
        return True
    if person_name(before) and landmarks.ANNEX.search(after):
        return True
    above = lines[index - 2].key if index > 1 else ""
    wraps = len(above) >= _HEADER_LENGTH and not above.endswith((".", ";", ":"))
    return (wraps and before[:1].islower()) or (counted and bool(read_labels(before)))


def _running_headers(lines: Sequence[Line], pages: frozenset[int]) -> Iterator[int]:
    """Short lines that come back on page after page, most of them in mid-sentence or beside a page number."""
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if _stands_alone(line.key):
            places[_without_page(line.key)].append(index)
    for alike in places.values():
        if len(alike) > 1:
            indexes = [index for index in alike if _may_run(lines[index].key)]
            if _is_running(lines, indexes, pages):
                yield from indexes


def _without_page(key: str) -> str:
    """A running header less the page's number, which it may bear at either end."""
    return _PAGE_IN_HEADER.sub("", key) if _DIGIT.search(key) else key


def _is_running(lines: Sequence[Line], indexes: Sequence[int], pages: frozenset[int]) -> bool:
    """Whether lines that read alike are running headers: each at a page's break, or all far apart in mid-sentence.

    Where the breaks of pages are marked, a line elsewhere is text: in hard-wrapped text and in a table's columns
    any line may stand in mid-sentence («Dùng để giảng dạy / và trình bày các»).
    """
    beside = sum(index - 1 in pages or index + 1 in pages for index in indexes)
    if len(indexes) > 1 and beside == len(indexes):
        return True
    starts = [lines[index].span.start for index in indexes]
    if len(indexes) < 3 or min(b - a for a, b in pairwise(starts)) < PAGE_OF_TEXT:
        return False
    breaks = sum(_breaks_sentence(lines, index) for index in indexes)
    if breaks and evenly_spread(lines, indexes):
        return True
    return (beside if len(pages) > 1 else breaks) * 3 >= len(indexes) * 2


def _copy_marks(lines: Sequence[Line]) -> Iterator[int]:
    """«SAO Y BẢN CHÍNH» stamped into running text; under the signature it is the copy's own heading and stays."""
    for index, line in enumerate(lines[1:-1], 1):
        if landmarks.COPY.search(line.key) and (
            _breaks_sentence(lines, index) or len(lines[index + 1].key) >= _HEADER_LENGTH
        ):
            yield index


def _stands_alone(key: str) -> bool:
    """Whether a line is short and neither sentence nor row of a table."""
    return (
        8 <= len(key) <= _HEADER_LENGTH
        and not key[0].islower()
        and not key.endswith((".", ";", ":", ","))
        and "|" not in key
    )


def _may_run(key: str) -> bool:
    """Whether a line can be a running header: no row of a table, no clause that articles share, «1. Phạm vi áp dụng»."""
    if not _stands_alone(key):
        return False
    labelled = any(label.scheme != "bullet" for label in read_labels(key))
    return not labelled and not any(rule.search(key) for rule in _FORM)


def _breaks_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands in mid-sentence and ends too early to be part of it: the next word had room on it."""
    before = lines[index - 1].key if index else ""
    after = lines[index + 1].key if index + 1 < len(lines) else ""
    word = _FIRST_WORD.match(after)
    fits = word is not None and len(lines[index].key) + len(word.group()) < len(before)
    return fits and not before.endswith((".", ";", ":", "!", "?")) and after[:1].islower()
