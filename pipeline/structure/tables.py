"""Tables in text: rows whose cells are parted by tabs or by the bars that cleaning took out.

A labelled row is one clause, its cells joined by one space; the header row is heading (data contract, «Settled
cases»). A row without a label is a paragraph.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pipeline.labels import LETTERS, Label, read_labels, roman, roman_value
from pipeline.records import Line
from pipeline.text import match_key

SERIAL = re.compile(r"^(?:TT|STT|Stt|Số TT|SỐ TT|Số thứ tự)(?:$|\s)")
"""The first cell of a table's header: the running number (số thứ tự)."""
_CELL_LABEL = re.compile(r"^(?P<value>\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[a-zđ]|[A-Z])[.)]?$")
_BULLETS = tuple("-–—•●▪■◦○·~»→+*o\uf02d\uf0b7\uf0a7\uf0d8")
_GAP = re.compile(r"\S[ \u00a0]{3,}\S")
_CELL_END = re.compile(r"\t|[ \u00a0]{3,}")
_FIGURES = re.compile(r"^\d[\d.,%]{0,14}(?:\s\d[\d.,%]{0,14}){1,12}$")
_FIGURES_HEAD = 80
_OPERATOR = re.compile(r"^(?:[=+x×÷:–]|=.{0,80}|.{0,80}=)$")
"""A cell that holds a sign of arithmetic, or ends or begins with «=»."""
_HEADER_CELLS, _HEADER_CELL = 14, 80
_FIGURE = re.compile(r"\d")
_HEADER_ROWS = 3
_COLUMNS = 3
"""So many columns at least are counted: «1 | 2» may be a row and its figure."""
_SECTION = 2
"""A section's name and the row after it are the two lines below its numeral."""
TOTAL = re.compile(r"^(?:Tổng (?:cộng|số)|Cộng|TỔNG (?:CỘNG|SỐ)|CỘNG)(?!\w)")
"""«Tổng cộng: 570 trẻ», «Cộng»: the last row of a table, the sum of the others."""
_CELL = 200
"""A cell that stands alone on its line has at most this many characters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is in a table: the header, the first cell of a row with its label, or a further cell."""

    part: Literal["header", "row", "cell"]
    labels: tuple[Label, ...] = ()


def table_marks(source: str, lines: Sequence[Line]) -> dict[int, Mark]:
    """For the lines that belong to tables, by their index, what they are."""
    across = dict(_across(source, lines))
    return dict(_of_figures(lines)) | dict(_upright(lines, across)) | across


def _of_figures(lines: Sequence[Line]) -> Iterator[tuple[int, Mark]]:
    """Rows of figures alone, whose cells a conversion parted by one space: «Năm Kinh phí / 2011 300 / 2012 600»."""
    for filled, group in groupby(range(len(lines)), key=lambda index: bool(_FIGURES.match(lines[index].key))):
        rows = list(group)
        if not filled or len(rows) < 2:
            continue
        head = lines[rows[0] - 1].key if rows[0] else ""
        if head and len(head) <= _FIGURES_HEAD and head[-1].isalpha() | head.endswith(")"):
            yield rows[0] - 1, Mark("header")
        yield from ((index, Mark("row")) for index in rows)


def _across(source: str, lines: Sequence[Line]) -> Iterator[tuple[int, Mark]]:
    """Rows on one line each: at least two in a row, the first one the header unless it has a label."""
    for rows in _runs(source, lines):
        alone = len(rows) == 1
        if alone and not _is_lone_row(source, lines, rows[0]):
            continue
        headed = _header_rows(source, lines, rows)
        for number, row in enumerate(rows):
            labels = _cell_labels(_first_cell(source, lines, row))
            if not labels and _bars_before(source, lines[row[0]]) > _bars_before(source, lines[rows[0][0]]):
                labels = tuple(read_labels(lines[row[0]].key))
            head = not alone and (number < headed or (number == 0 and not labels))
            yield row[0], Mark("header" if head else "row", labels)
            yield from ((index, Mark("header" if head else "cell")) for index in row[1:])


def _is_lone_row(source: str, lines: Sequence[Line], row: Sequence[int]) -> bool:
    """A row without others: a formula, «Phụ cấp | = | Hệ số x | Mức lương cơ sở», or one with a number, «3.2 | Phí … | Bộ Y tế»."""
    if source.find("|", lines[row[0]].span.start, lines[row[-1]].span.end) < 0:
        return False
    cells = _cells(source, lines, row)
    return any(map(_OPERATOR.match, cells)) or (len(cells) >= _COLUMNS and bool(_cell_labels(cells[0])))


def _header_rows(source: str, lines: Sequence[Line], rows: Sequence[Sequence[int]]) -> int:
    """How many rows stand over the first one with a label, where none of them holds a figure or a sentence.

    «TT | Chức danh | Cục loại 1 | Cục loại 2 / Hệ số | Hệ số / 1 | Cục trưởng | …»; the columns may be counted:
    «(1) | (2) | (3)», «1 | 2 | 3».
    """
    labelled = [bool(_cell_labels(_first_cell(source, lines, row))) for row in rows[: _HEADER_ROWS + 2]]
    if labelled[0]:
        return 0
    for number, row in enumerate(rows[1 : len(labelled)], 1):
        cells = _cells(source, lines, row)
        if _counts_columns(cells):
            return number + 1
        if labelled[number]:
            return number
        if len(cells) < 2 or any(_FIGURE.search(cell) or cell.endswith((".", ";")) for cell in cells):
            break
    return 0


def _cells(source: str, lines: Sequence[Line], row: Sequence[int]) -> list[str]:
    """What stands in the cells of a row, without marks of emphasis."""
    parts = (
        part for at in row for part in _CELL_END.split(source[lines[at].span.start : lines[at].span.end])
    )
    return [part.strip("* ") for part in parts if part.strip("* ")]


def _counts_columns(cells: Sequence[str]) -> bool:
    """Whether the cells number the columns: 1, 2, 3 … or (1), (2), (3) …, or A, B, 1, 2 …; «3=1+2» is the third."""
    bare = [cell.strip("()[]. ").split("=")[0].strip("() ") for cell in cells]
    figures = [cell for cell in bare if cell.isdigit()]
    letters = bare[: len(bare) - len(figures)]
    counted = figures == [str(number) for number in range(1, len(figures) + 1)]
    return len(bare) >= _COLUMNS and bool(figures) and counted and all(len(cell) == 1 for cell in letters)


def _runs(source: str, lines: Sequence[Line]) -> Iterator[list[list[int]]]:
    """Neighbouring rows of two cells or more, each as the indexes of its pieces."""
    run: list[list[int]] = []
    for _, group in groupby(range(len(lines)), key=lambda index: lines[index].number):
        row = list(group)
        first = lines[row[0]]
        if run and _bars_before(source, first) > _bars_before(source, lines[run[0][0]]):
            if read_labels(first.key):
                run.append(row)
            else:
                run[-1] += row
        elif (
            len(row) > 1
            or _is_tabbed(source, first, begun=bool(run))
            or ((run or SERIAL.match(first.key)) and _GAP.search(source, *first.span))
        ):
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _bars_before(source: str, line: Line) -> int:
    """How many bars stand left of a cell on its line: one more than in the other rows where the first cell is empty."""
    return source.count("|", source.rfind("\n", 0, line.span.start) + 1, line.span.start)


def _is_tabbed(source: str, line: Line, *, begun: bool) -> bool:
    """Cells parted by tabs; a number with a tab behind it, «2.⇥Chi ngân sách», is a row only within a table."""
    if source.find("\t", *line.span) < 0:
        return False
    cells = [cell for cell in source[line.span.start : line.span.end].split("\t") if cell.strip()]
    return len(cells) > (1 if begun or not _is_label(cells[0].strip()) else 2)


def _is_label(cell: str) -> bool:
    """Whether a cell is a clause's label and nothing else: «2.», «a)», «Điều 4.», «-»; a bare «2» or «II» is a row's."""
    key = match_key(cell.strip("* "))
    return cell in _BULLETS or any(label.end == len(key) for label in read_labels(key))


def _first_cell(source: str, lines: Sequence[Line], row: Sequence[int]) -> str:
    span = lines[row[0]].span
    return _CELL_END.split(source[span.start : span.end])[0].strip("* ")


def _cell_labels(cell: str) -> tuple[Label, ...]:
    """The label that fills a first cell: `1`, `I`, `a)`, `2.1`."""
    match = _CELL_LABEL.match(cell)
    if not match:
        return ()
    value, end = match["value"], len(cell)
    if value[0].isdigit():
        numbers = tuple(int(part) for part in value.split("."))
        return (Label(cell, f"table-{len(numbers)}", "clause", "number", numbers, value, end),)
    if value.isupper():
        return (*_roman_cell(cell, value), *_capital_cell(cell, value))
    place = LETTERS.find(value) + 1
    return (
        (Label(cell, "table-a", "point", "letter", (place,), value.replace("đ", "dd"), end),) if place else ()
    )


def _roman_cell(cell: str, value: str) -> Iterator[Label]:
    numeral = roman_value(value) if set(value) <= set("IVXLC") else None
    if numeral:
        yield Label(cell, "table-I", "section", "roman", (numeral,), f"sec{numeral}", len(cell))


def _capital_cell(cell: str, value: str) -> Iterator[Label]:
    """`C` is the third letter where A and B stand above, else a hundred: its neighbours tell."""
    if len(value) == 1:
        yield Label(cell, "table-A", "section", "capital", (ord(value) - 64,), value, len(cell))


def _rows_across_below(lines: Sequence[Line], index: int, across: Mapping[int, Mark]) -> int:
    """Where the first row across stands under header cells one below another, «STT / Tên dự án / … / 1 | Luật …»; else 0."""
    if index in across or not SERIAL.match(lines[index].key + " "):
        return 0
    for row in range(index + 1, min(len(lines), index + _HEADER_CELLS)):
        if row in across:
            labels = across[row].labels
            return row if across[row].part == "row" and any(one.numbers == (1,) for one in labels) else 0
        if len(lines[row].key) > _HEADER_CELL or lines[row].key.endswith((".", ";", ":")):
            return 0
    return 0


def _upright(lines: Sequence[Line], across: Mapping[int, Mark]) -> Iterator[tuple[int, Mark]]:
    """Tables whose cells stand under one another: «TT / Họ và tên / … / 1 / … / 2 / …»; none of them a row's `across`."""
    index = 0
    while index < len(lines):
        if below := _rows_across_below(lines, index, across):
            yield from ((i, Mark("header")) for i in range(index, below))
            index = below
            continue
        first = _first_row(lines, index) if SERIAL.match(lines[index].key + " ") else None
        if first is None or any(one in across for one in range(index, first + 1)):
            index += 1
            continue
        yield from ((i, Mark("header")) for i in range(index, first))
        marks = list(_rows_below(lines, first, across, columns=first - index))
        yield from marks
        index = marks[-1][0] + 1


def _first_row(lines: Sequence[Line], header: int) -> int | None:
    """Where the header's cells end: the line «1», or «I» over the first section's name, within the next twelve."""
    for index in range(header + 2, min(len(lines), header + 13)):
        key = lines[index].key.rstrip(".")
        if key == "1" or (key == "I" and _is_section(lines, index, 1)):
            return index
        if len(lines[index].key) > _CELL:
            return None
    return None


def _rows_below(
    lines: Sequence[Line], first: int, across: Container[int], columns: int
) -> Iterator[tuple[int, Mark]]:
    """Each row begins with the next number; the last one has as many cells as the header.

    A section's numeral, «II» with its name on the next line, is a row too; the numbers go on under it or begin anew.
    """
    expected, section, cells, begun = 1, 1, 0, -1
    for index in range(first, len(lines)):
        if index in across:
            return
        key = lines[index].key.rstrip(".")
        opens = key == roman(section) and _is_section(lines, index, expected)
        if key == str(expected) or opens or (key == "1" and index - 2 == begun):
            yield index, Mark("row", _cell_labels(lines[index].key))
            begun, cells = index if opens else -1, 1
            expected, section = (expected, section + 1) if opens else (int(key) + 1, section)
        elif cells == columns and TOTAL.match(key):
            yield index, Mark("row")
            cells = 1
        elif cells < columns and len(key) <= _CELL:
            yield index, Mark("cell")
            cells += 1
        else:
            return


def _is_section(lines: Sequence[Line], index: int, expected: int) -> bool:
    """Whether the section's name follows a numeral, and then the next row's number or the first of a new count."""
    after = [line.key.rstrip(".") for line in lines[index + 1 : index + 3]]
    return len(after) == _SECTION and not after[0].isdigit() and after[1] in ("1", str(expected))


def header_lines(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[Line]:
    """The lines of the tables' header rows."""
    return [lines[index] for index, mark in sorted(marks.items()) if mark.part == "header"]
