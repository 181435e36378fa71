"""A body or an annex as items, with the lines that are no clauses set aside: formulas, table headers, footnotes."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline import landmarks
from pipeline.landmarks import is_capitals
from pipeline.records import Block, Line
from pipeline.structure.footnotes import footnote_lines
from pipeline.structure.items import Item, items_of
from pipeline.structure.lead_ins import with_lead_ins
from pipeline.structure.pieces import block
from pipeline.structure.run_together import parted
from pipeline.structure.tables import header_lines, table_marks
from pipeline.structure.titles import is_authority


def parts_of_body(source: str, lines: Sequence[Line]) -> tuple[list[Item], list[Block]]:
    """The items of a body in reading order, and its headings and footnotes as blocks."""
    formulas = [
        line
        for index, line in enumerate(lines)
        if _is_formula(line.key) or _decides(lines[index : index + 2])
    ]
    notes = footnote_lines(lines)
    text = _apart(lines, formulas, notes)
    marks = table_marks(source, text)
    blocks = [block(source, "heading", [line]) for line in (*formulas, *header_lines(text, marks))]
    blocks += [block(source, "footnote", [line]) for line in notes]
    return with_lead_ins(parted(source, items_of(text, marks))), blocks


def _is_formula(key: str) -> bool:
    return landmarks.FORMULA.search(key) is not None and is_capitals(key)


def _decides(lines: Sequence[Line]) -> bool:
    """Whether the first of two lines names in capitals who takes the decision that the formula below it opens."""
    key = lines[0].key
    named = is_authority(key) or landmarks.ISSUER_LINE.search(key) is not None
    return named and is_capitals(key) and len(lines) > 1 and _is_formula(lines[1].key)


def _apart(lines: Sequence[Line], formulas: Sequence[Line], notes: Sequence[Line]) -> list[Line]:
    """The lines without formulas and footnotes; what follows a formula begins anew."""
    text: list[Line] = []
    after_formula = False
    for line in lines:
        if line in formulas or line in notes:
            after_formula = line in formulas
            continue
        text.append(replace(line, blank_before=True) if after_formula else line)
        after_formula = False
    return text
