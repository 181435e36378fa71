"""A text with its source's emphasis as CommonMark (spec 0.31), everything else escaped so that it reads as printed."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.text import MappedText, Span

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|]")
_LINE_START = re.compile(r"(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+#=])")


def markdown(body: MappedText, marks: Sequence[Span]) -> str:
    """The text with `*` and `**` where its source's marks open and close a run of it.

    `marks` are the source spans of the emphasis marks (`pipeline.text.emphasis_in`). A mark that CommonMark could
    not pair, since its other half stands in another block or touches a word's inside, is dropped as in `text`.
    """
    if not marks:
        return _escape_start(_escaped(body.text))
    out: list[str] = []
    done = 0
    for start, end, strength in _runs(body, marks):
        stars = "*" * strength
        out += [_escaped(body.text[done:start]), stars, _escaped(body.text[start:end]), stars]
        done = end
    return _escape_start("".join(out) + _escaped(body.text[done:]))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text) if _SPECIAL.search(text) else text


def _escape_start(text: str) -> str:
    """`1. x` or `- x` at the start would be a list: the mark is escaped."""
    match = _LINE_START.match(text)
    return f"{match['number'] or ''}\\{text[match.end() :]}" if match else text


def _runs(body: MappedText, marks: Sequence[Span]) -> list[tuple[int, int, int]]:
    """The emphasised stretches of the text, each with the number of stars at its ends; they never overlap."""
    found: list[tuple[int, int, int]] = []
    opened: Span | None = None
    for mark in marks:
        if opened is None or _strength(opened) != _strength(mark):
            opened = mark
            continue
        start, end = bisect_left(body.starts, opened.end), bisect_left(body.starts, mark.start)
        start, end = _without_blanks(body.text, start, end)
        if start < end and _flanks(body.text, start, end) and (not found or found[-1][1] < start):
            found.append((start, end, _strength(mark)))
        opened = None
    return found


def _strength(mark: Span) -> int:
    return 1 if mark.end - mark.start == 1 else 2


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _flanks(text: str, start: int, end: int) -> bool:
    """Whether marks at the two ends would open and close by CommonMark's rule on flanking runs."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = not _is_punctuation(text[start]) or before in ("", " ") or _is_punctuation(before)
    closes = not _is_punctuation(text[end - 1]) or after in ("", " ") or _is_punctuation(after)
    return opens and closes


def _is_punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"
