"""Cleaning: SourceText → CleanText. Lines are kept with their source spans; every removal names its rule.

The steps run in this order, each on what the ones before left: stamps first, since they stand in mid-sentence;
then typography; then what pages and web sites add. Guarantees: kept lines and removals never overlap, and
together they hold every character of the source that has ink.
"""

from collections.abc import Callable, Iterable, Sequence

from pipeline.clean import furniture, paging, stamps, web
from pipeline.clean.lines import parted, source_lines, without
from pipeline.clean.rules import RULES
from pipeline.records import CleanText, Line, Removal, SourceText
from pipeline.wrapping import without_spacing

Step = Callable[[Sequence[Line]], Iterable[Removal]]

STEPS: tuple[Step, ...] = (
    stamps.received_stamps,
    stamps.digital_signatures,
    stamps.handwriting,
    furniture.browser_prints,
    paging.page_marks,
    furniture.rule_lines,
    furniture.specks,
    furniture.table_bars,
    furniture.cell_rules,
    furniture.heading_marks,
    furniture.list_marks,
    furniture.file_paths,
    furniture.party_stars,
    web.page_names,
    web.page_head,
    web.page_tail,
    web.captions,
    furniture.gazette_heads,
)

__all__ = ["RULES", "clean"]


def clean(source: SourceText) -> CleanText:
    """Part a source text into kept lines and removals."""
    removals = list(source.removals)
    lines = without(source.text, without_spacing(source_lines(source.text)), removals)
    for step in STEPS:
        if found := list(step(lines)):
            removals += found
            lines = parted(without(source.text, lines, found), lines, found)
    return CleanText(source, lines, tuple(sorted(removals, key=lambda removal: removal.span)))
