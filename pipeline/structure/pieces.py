"""Kept lines cut and joined into the units of front and back matter."""

from collections.abc import Sequence

from pipeline import landmarks
from pipeline.records import Block, Line
from pipeline.tables.audit import SegmentKind
from pipeline.text import Span, mapped

_AS_PRINTED = ("title", "recipient", "addressee")


def split_line(source: str, line: Line, at: int) -> tuple[Line, Line]:
    """Cut a line in two at an offset of its text, «Số: 12/CT-UBND» | «Sơn La, ngày 05 tháng 6 năm 2020»."""
    cut = line.text.starts[at]
    end = line.text.ends[len(line.text.text[:at].rstrip()) - 1]
    return line.piece(source, Span(line.span.start, end)), line.piece(source, Span(cut, line.span.end))


def block(source: str, kind: SegmentKind, lines: Sequence[Line]) -> Block:
    """One unit of matter made of whole lines; a title or a name has its text as printed, however broken."""
    spans = tuple(line.span for line in lines)
    first = lines[0]
    read = kind not in _AS_PRINTED or landmarks.DISTRIBUTION.search(first.key) is not None
    printed = read or len(first.text.text) == first.span.end - first.span.start
    text = first.text if len(lines) == 1 and printed else mapped(source, spans)
    return Block(kind, text, spans)


def touching_joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of which none begins where the one before ends: a text has a space only where something stands between.

    «**… MÔ HÌNH****CỦA CƠ QUAN …**»: two bold lines that a page glued are two lines, but no space parts them.
    """
    if len(spans) == 1:
        return tuple(spans)
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
