"""A clause's words as HTML: the source's emphasis, and marks on what it cites, whom it charges, by when.

The text is never trusted: it reaches the page only through `escape`. `text_markdown` is read by a CommonMark
parser that knows emphasis and nothing else: no HTML, no links, no pictures.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from pipeline.tables import Clause, Segment
from pipeline.text import MappedText, Span, mapped

_PARSER = MarkdownIt("commonmark", {"html": False}).disable(
    ["link", "image", "autolink", "html_inline", "backticks", "linkify"], ignoreInvalid=True
)
_OPENERS = {"em_open": "em", "strong_open": "strong"}
_CLOSERS = {"em_close": "em", "strong_close": "strong"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a clause's text that means something: its class on the page and where it leads, if anywhere."""

    start: int
    end: int
    kind: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis; `tags` from the outside in."""

    start: int
    end: int
    tags: tuple[str, ...]


def body_of(clause: Clause, source: str, segments: Iterable[Segment]) -> MappedText | None:
    """The clause's text with its source offsets, or None where the segments do not rebuild it."""
    spans = [Span(row.source_start, row.source_end) for row in segments if row.kind == "text"]
    body = mapped(source, spans)
    return body if body.text == (clause.text or "") else None


def text_span(body: MappedText, start: int, end: int) -> Span:
    """Where the source characters `start` to `end` stand in a text; an empty span where none of them does."""
    return Span(bisect_left(body.starts, start), bisect_left(body.starts, end))


def render_clause(clause: Clause, marks: Sequence[Mark] = ()) -> Markup:
    """The clause's text (without its label) as HTML; of marks that overlap the first counts."""
    text = clause.text or ""
    if not marks and clause.text_markdown == text:  # as most clauses are
        return Markup(escape(text))  # noqa: S704 - it is escaped
    runs = emphasis(text, clause.text_markdown or "")
    out: list[str] = []
    done = 0
    for mark in _apart(marks, len(text)):
        out += [_slice(text, runs, done, mark.start), _open(mark)]
        out += [_slice(text, runs, mark.start, mark.end), "</a>" if mark.href else "</span>"]
        done = mark.end
    return Markup("".join([*out, _slice(text, runs, done, len(text))]))  # noqa: S704 - every part is escaped


def render_plain(text: str, marks: Sequence[Mark]) -> Markup:
    """Words without emphasis as HTML, with marks; of marks that overlap the first counts."""
    if not marks:
        return Markup(escape(text))  # noqa: S704 - it is escaped
    out: list[str] = []
    done = 0
    for mark in _apart(marks, len(text)):
        out += [escape(text[done : mark.start]), _open(mark), escape(text[mark.start : mark.end]), "</span>"]
        done = mark.end
    return Markup("".join([*out, escape(text[done:])]))  # noqa: S704 - every part is escaped


def emphasis(text: str, markdown: str) -> list[Run]:
    """The emphasis of a text, read from its CommonMark form; none where the two do not say the same words."""
    if markdown == text:
        return [Run(0, len(text), ())]
    runs: list[Run] = []
    open_tags: list[str] = []
    at = 0
    for token in _inline(markdown):
        if token.type in _OPENERS:
            open_tags.append(_OPENERS[token.type])
        elif token.type in _CLOSERS:
            open_tags.remove(_CLOSERS[token.type])
        elif not text.startswith(token.content, at):
            return [Run(0, len(text), ())]
        elif token.content:
            runs.append(Run(at, at + len(token.content), tuple(open_tags)))
            at += len(token.content)
    return runs if at == len(text) else [Run(0, len(text), ())]


def _inline(markdown: str) -> list[Token]:
    (token,) = _PARSER.parseInline(markdown)
    return token.children or []


def _apart(marks: Iterable[Mark], length: int) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < mark.end <= length and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return kept


def _open(mark: Mark) -> str:
    if mark.href:
        return f'<a class="{escape(mark.kind)}" href="{escape(mark.href)}">'
    return f'<span class="{escape(mark.kind)}">'


def _slice(text: str, runs: Sequence[Run], start: int, end: int) -> str:
    cuts = sorted({start, end, *(run.start for run in runs if start < run.start < end)})
    return "".join(_piece(text, runs, first, last) for first, last in pairwise(cuts))


def _piece(text: str, runs: Sequence[Run], start: int, end: int) -> str:
    tags = next((run.tags for run in runs if run.start <= start < run.end), ())
    opening = "".join(f"<{tag}>" for tag in tags)
    closing = "".join(f"</{tag}>" for tag in reversed(tags))
    return f"{opening}{escape(text[start:end])}{closing}"
