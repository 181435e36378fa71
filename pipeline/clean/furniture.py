"""Typography and what programs leave: rules, table bars, stars, browser prints, dirt."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.labels import BULLETS, read_labels
from pipeline.records import Line, Removal
from pipeline.text import UPPER

_MARK_LENGTH = 64
"""A line of marks that begins with a letter, «o0o», has at most so many characters."""
_CELL_LENGTH = 40
_CELL_RULE = re.compile(r"^[-_=* ]{3,400}$")
"""Under an issuer's name, «**BỘ TÀI CHÍNH** / -------** | **CỘNG HÒA …»; a lone dash is a table's empty cell."""
_LIST_MARK = re.compile(
    rf"(?:[-*+•]\s{{1,3}}(?=(?:[a-zđ]\)|\d{{1,2}}\.)\s{{1,3}}\S)|\d{{1,2}}\.\s{{1,3}}(?=(?:[A-HK]|[IVX]{{1,5}})\.\s{{1,4}}[{UPPER}]{{2}}))"
)
_PATH_NEAR = 4
_PAGE_OF = re.compile(r"^\d{1,3}/\d{1,3}$")
_MOMENT = re.compile(r"^(?:\d|about:)")
"""An address may be the issuer's own: only a moment, «2/10/26, 6:06 PM», or «about:blank» proves that a browser printed."""


def rule_lines(lines: Sequence[Line]) -> Iterator[Removal]:
    """Lines that hold only dashes, stars or marks, and page breaks."""
    labels = _bullets_alone(lines)
    for index, line in enumerate(lines):
        key = line.key
        if index in labels or (len(key) > _MARK_LENGTH and key[0].isalnum()):
            continue
        if not key.strip() or rules.RULE_LINE.search(key):
            yield Removal(line.span, rules.RULE_LINE.id, "furniture")
        elif rules.PAGE_BREAK.search(key):
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
