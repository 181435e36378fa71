"""Labels that a crawler's line end cut off: «… THỊ PHẦN Điều / 9. Khái niệm» is the heading of Điều 9, «- / Sở Y tế» a bullet."""

import re
from collections.abc import Sequence

from pipeline.labels import BULLETS, read_labels
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.structure.pieces import split_line
from pipeline.text import UPPER, Span
from pipeline.wrapping import ends_sentence

_KEYWORD_LAST = re.compile(r"(?:^|\s)(?=(?:Điều|ĐIỀU)$)")
_NUMBER_FIRST = re.compile(rf"^\d{{1,3}}[a-zđ]?\.\s(?=[{UPPER}“])")
_HEADING_LAST = re.compile(r"(?<=[.;:])\s(?=(?:Chương [IVXLC]{1,7}|Mục \d{1,2}\.?)$)")


def whole_labels(source: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, each cut label whole on the line that it heads, a part's label parted from the clause before it."""
    found: list[Line] = []
    for line in lines:
        if found and found[-1].key in BULLETS and _is_next(found[-1], line):
            above = found.pop()
            whole = Span(above.span.start, line.span.end)
            found.append(Line.of(source, line.number, whole, above.blank_before, above.indent))
        elif found and (at := _cut_keyword(found[-1], line)) is not None:
            above = found.pop()
            if at:
                rest, above = split_line(source, above, at)
                found.append(rest)
            found.append(
                Line.of(source, line.number, Span(above.span.start, line.span.end), True, line.indent)
            )
        elif heading := _heading_last(line.key):
            found += split_line(source, line, heading)
        else:
            found.append(line)
    return found


def _is_next(above: Line, line: Line) -> bool:
    """Whether nothing but an empty line stands between two lines."""
    return line.number - above.number <= 1 + line.blank_before


def _cut_keyword(above: Line, line: Line) -> int | None:
    """Where «Điều» stands at the end of a line, a sentence or a title before it, whose number opens the next line."""
    if not above.key.endswith(("Điều", "ĐIỀU")) or line.number != above.number + 1:
        return None
    keyword = _KEYWORD_LAST.search(above.key)
    if not keyword or not _NUMBER_FIRST.match(line.key):
        return None
    head = above.key[: keyword.start()]
    titled = is_capitals(head) or any(label.scheme == "keyword" for label in read_labels(head))
    return keyword.end() if not head or titled or ends_sentence(head) else None


def _heading_last(key: str) -> int | None:
    """Where «Chương X» or «Mục 2.» begins at the end of a line, behind a full stop: its title stands on the next."""
    heading = (
        _HEADING_LAST.search(key, max(0, len(key) - len("x. Chương XXXVIII")))
        if key[-1:] in "IVXLC."
        else None
    )
    return heading.end() if heading else None
