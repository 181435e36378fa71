"""The tags, comments and texts of an HTML file, each with its place in the file.

A reading after the tokenisation of the HTML standard, kept to what shows where text stands. The parser of the
standard library is not used: it takes time quadratic in the length of an unclosed comment (40,000 times `<!--`
take 20 seconds), and its reading of comments and scripts differs between versions of Python, while offsets
must not. This one takes linear time on any input and loses no text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.text import Span

TokenKind = Literal["start", "end", "text", "hidden"]

_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})")
_QUOTED_REST = re.compile(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_RAW_NAMES = ("script", "style", "title", "textarea", "iframe", "noembed", "xmp")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_NAMES}
"""Elements whose content is no markup."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an HTML file; `hidden` is a comment, a declaration or what no reader sees, such as a script."""

    kind: TokenKind
    span: Span
    name: str = ""


def tokens_of(source: str) -> Iterator[Token]:
    """The tokens of a file in order; together they are the whole file."""
    at, quotes_close = 0, True
    last_close = source.rfind(">")
    while at < len(source):
        start = source.find("<", at)
        if start < 0 or start > last_close:  # no tag can end any more: all the rest is text
            yield Token("text", Span(at, len(source)))
            return
        if start > at:
            yield Token("text", Span(at, start))
        token, quotes_close = _after_bracket(source, start, quotes_close)
        yield token
        at = token.span.end
        if token.kind == "start" and token.name in _RAW_END:
            match = _RAW_END[token.name].search(source, at)
            end = match.start() if match else len(source)
            if end > at:
                yield Token("hidden", Span(at, end))
            at = end


def _after_bracket(source: str, start: int, quotes_close: bool) -> tuple[Token, bool]:
    """What begins at a `<`; a bracket that opens nothing («t < 5») is text."""
    if source.startswith("<!--", start):
        return Token("hidden", Span(start, _end_of(source, "-->", start + 2))), quotes_close
    if source.startswith(("<!", "<?"), start):
        return Token("hidden", Span(start, _end_of(source, ">", start))), quotes_close
    tag = _TAG.match(source, start)
    if tag is None:
        return Token("text", Span(start, start + 1)), quotes_close
    end, quotes_close = _tag_end(source, tag.end(), quotes_close)
    kind: TokenKind = "end" if tag["slash"] else "start"
    return Token(kind, Span(start, end), tag["name"].lower()), quotes_close


def _end_of(source: str, mark: str, start: int) -> int:
    end = source.find(mark, start)
    return len(source) if end < 0 else end + len(mark)


def _tag_end(source: str, start: int, quotes_close: bool) -> tuple[int, bool]:
    """Where a tag ends; once a quote runs to the file's end without closing, quotes are no longer heeded."""
    if quotes_close:
        match = _QUOTED_REST.match(source, start)
        if match:
            return match.end(), True
    return _end_of(source, ">", start), False
