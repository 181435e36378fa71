"""Cleaning: SourceText → CleanText. Lines are kept with their source spans; every removal names its rule.

The steps run in this order, each on what the ones before left: stamps first, since they stand in mid-sentence;
then typography; then what pages and web sites add. Guarantees: kept lines and removals never overlap, and
together they hold every character of the source that has ink.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pipeline.clean import furniture, paging, stamps, web
from pipeline.clean.lines import parted, source_lines, without
from pipeline.clean.rules import RULES
from pipeline.clean.stamp_rules import RECEIVED_STAMP, SIGNATURE_BLOCK
from pipeline.records import CleanText, Line, Removal, SourceText
from pipeline.wrapping import without_spacing


class Step(NamedTuple):
    """One step: what it removes of the lines, and a sign that stands in each text of which it removes anything.

    Most documents have no bar, no star and no stamp at all: one search of the whole text then spares one of each line.
    """

    find: Callable[[Sequence[Line]], Iterable[Removal]]
    sign: re.Pattern[str] | None = None


STEPS: tuple[Step, ...] = (
    Step(stamps.received_stamps, RECEIVED_STAMP.hint),
    Step(stamps.digital_signatures, SIGNATURE_BLOCK.hint),
    Step(stamps.handwriting),
    Step(furniture.browser_prints, re.compile(r"[,a](?:(?<=,) \d{1,2}:|bout:blank)")),
    Step(paging.page_marks),
    Step(furniture.rule_lines),
    Step(furniture.specks),
    Step(furniture.table_bars, re.compile(r"\|")),
    Step(furniture.cell_rules, re.compile(r"\|")),
    Step(furniture.heading_marks, re.compile("#")),
    Step(furniture.list_marks),
    Step(furniture.file_paths, re.compile(r":[\\/]")),
    Step(furniture.party_stars, re.compile("[☆★✩✪*]")),
    Step(web.page_names, re.compile(r"\. [ĐCMPT]")),
    Step(web.page_head),
    Step(web.page_tail),
    Step(web.captions),
    Step(furniture.gazette_heads, re.compile("C(?:ÔNG BÁO|ông báo)")),
)

__all__ = ["RULES", "clean"]


def clean(source: SourceText) -> CleanText:
    """Part a source text into kept lines and removals."""
    removals = list(source.removals)
    lines = without(source.text, without_spacing(source_lines(source.text)), removals)
    text = "\n".join([line.key for line in lines])
    for step in STEPS:
        if step.sign and not step.sign.search(text):
            continue
        if found := list(step.find(lines)):
            removals += found
            lines = parted(without(source.text, lines, found), lines, found)
    return CleanText(source, lines, tuple(sorted(removals, key=lambda removal: removal.span)))
