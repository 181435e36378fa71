"""A body or an annex as items, with the lines that are no clauses set aside: formulas, table headers, footnotes."""

from collections.abc import Sequence, Set

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
from pipeline.text import Span


def parts_of_body(source: str, lines: Sequence[Line]) -> tuple[list[Item], list[Block]]:
    """The items of a body in reading order, and its headings and footnotes as blocks."""
    # «CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH / QUYẾT ĐỊNH:» is a formula of two lines
    formula = [_is_formula(line.key) for line in lines]
    formulas = [
        line
        for line, is_one, opens_one in zip(lines, formula, [*formula[1:], False], strict=False)
        if is_one or (opens_one and _decides(line.key))
    ]
    notes = footnote_lines(lines)
    text = _apart(lines, formulas, {line.span for line in notes})
    marks = table_marks(source, text)
    blocks = [block(source, "heading", [line]) for line in (*formulas, *header_lines(text, marks))]
    blocks += [block(source, "footnote", [line]) for line in notes]
    return with_lead_ins(parted(source, items_of(text, marks))), blocks


def _is_formula(key: str) -> bool:
    return landmarks.FORMULA.search(key) is not None and is_capitals(key)


def _decides(key: str) -> bool:
    """Whether a line names in capitals who takes a decision."""
    named = is_authority(key) or landmarks.ISSUER_LINE.search(key) is not None
    return named and is_capitals(key)


def _apart(lines: Sequence[Line], formulas: Sequence[Line], notes: Set[Span]) -> list[Line]:
    """The lines without formulas and footnotes; what follows a formula begins anew."""
    text: list[Line] = []
    after_formula = False
    for line in lines:
        if line in formulas or line.span in notes:
            after_formula = line in formulas
            continue
        text.append(line._replace(blank_before=True) if after_formula else line)
        after_formula = False
    return text
