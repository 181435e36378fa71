"""From an HTML file to its view: lines as the `innerText` of the HTML standard gives them.

A paragraph stands between empty lines, any other block on lines of its own; the cells of a table's row stand on
one line, parted by tabs, unless one of them has several lines: then they stand under one another, as the two
halves of a document's head do. White space is one blank, entities are the characters that they name, the items
of a numbered list have their numbers. Bold text stands between the marks `**`, as in sources converted to text.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.markup.regions import Region, hides, removals_of, sets_aside
from pipeline.markup.tokens import Token, tokens_of
from pipeline.markup.view import View
from pipeline.text import Span

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote table ul ol dl pre figure".split())  # noqa: SIM905
_BLOCKS = frozenset(
    "html body div li tr section article header footer main nav aside form fieldset legend dt dd figcaption "  # noqa: SIM905
    "address center caption thead tbody tfoot hr details summary option button select br".split()
)
_CELLS = ("td", "th")
_BOLD = ("b", "strong")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PIECE = re.compile(rf"(?P<space>[ \t\n\r\f]+)|(?P<entity>{_ENTITY.pattern})|(?P<plain>[^ \t\n\r\f&]+|&)")
_LIST_TYPE = re.compile(r"\btype\s{0,3}=\s{0,3}[\"']?([1aAiI])\b")
_LIST_START = re.compile(r"\bstart\s{0,3}=\s{0,3}[\"']?(\d{1,4})\b")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class _Numbering:
    """A numbered list: how it counts and the number of its next item; None counts nothing (a bulleted list)."""

    style: str | None
    next: int = 1


@dataclass(slots=True)
class _Row:
    """A table's row while it is read: where its cells' gaps stand in the output, and whether a cell has lines.

    `table` counts the tables around it, `cell_start` is the output's length where the present cell began.
    """

    table: int
    cell_start: int
    gaps: list[int] = field(default_factory=list)
    tall: bool = False


class _Page:
    """The view under construction. Breaks are kept until text follows, so that none doubles or trails."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.spans: list[Span] = []
        self.hidden: list[Span] = []
        self.regions: list[Region] = []
        self.lists: list[_Numbering] = []
        self.rows: list[_Row] = []
        self._tables = 0
        self._break: tuple[int, Span] | None = None
        self._pre = 0
        self._bold = 0
        self._opening: Span | None = None
        self._numbered = -1

    def put(self, letters: str, span: Span) -> None:
        """Append characters that all stand for one stretch, after the break that is due."""
        self._flush()
        for letter in letters:
            self._append(letter, span)

    def put_run(self, letters: str, start: int) -> None:
        """Append characters as they stand in the file, as one piece."""
        self._flush()
        self._append(letters, Span(start, start + len(letters)))

    def break_line(self, lines: int, span: Span) -> None:
        """Ask for a line's end (1) or an empty line (2) before the next text; the greater request counts.

        A paragraph right behind its list item's number stands on the number's line.
        """
        if len(self.out) == self._numbered:
            return
        if self.out and (self._break is None or self._break[0] < lines):
            self._break = (lines, span)

    def _flush(self) -> None:
        """Write what is due before text: a break, unless the text is a cell's first, and a mark of emphasis."""
        row = self.rows[-1] if self.rows else None
        if self._break and not (row and row.gaps and len(self.out) == row.cell_start):
            lines, span = self._break
            if row and len(self.out) > row.cell_start:
                row.tall = True
            self._append("\n" * lines, span)
            self._opening = self._opening and max(self._opening, span)
        self._break = None
        if self._opening:
            self._append("**", self._opening)
            self._opening = None

    def _append(self, piece: str, span: Span) -> None:
        self.out.append(piece)
        self.spans.append(span)

    def text(self, token: Token) -> None:
        """Add a text token's characters: blanks collapsed, entities decoded."""
        for match in _PIECE.finditer(self.source, *token.span):
            if match["space"] and not self._pre:
                if self.out and not self.out[-1][-1:].isspace() and self._break is None:
                    self.put(" ", Span(*match.span()))
            elif match["entity"]:
                self.put(html.unescape(match["entity"]), Span(*match.span()))
            else:
                self.put_run(match.group(), match.start())

    def start(self, token: Token) -> None:
        """Open an element."""
        name, span = token.name, token.span
        self._pre += name == "pre"
        self._tables += name == "table"
        if name == "tr":
            self._end_rows(self._tables)
            self.break_line(1, span)
            self.rows.append(_Row(self._tables, len(self.out)))
        elif name in _CELLS:
            self._next_cell(span)
        elif name in _BOLD:
            self._open_bold(span)
        else:
            self._block(name, span)
        if name in ("ol", "ul"):
            self.lists.append(_numbering(self.source[span.start : span.end], name))
        elif name == "li" and self.lists and self.lists[-1].style:
            self.put(_label(self.lists[-1]), span)
            self._numbered = len(self.out)

    def end(self, token: Token) -> None:
        """Close an element; an end that closes nothing changes nothing but the line."""
        name, span = token.name, token.span
        self._pre = max(0, self._pre - (name == "pre"))
        if name in ("tr", "table"):
            self._end_rows(self._tables)
            self._tables = max(0, self._tables - (name == "table"))
        if name in _BOLD:
            self._close_bold(span)
        elif name not in _CELLS:
            self._block(name, span)
        if name in ("ol", "ul") and self.lists:
            self.lists.pop()

    def _block(self, name: str, span: Span) -> None:
        if name in _PARAGRAPHS:
            self.break_line(2, span)
        elif name in _BLOCKS:
            self.break_line(1, span)

    def _open_bold(self, span: Span) -> None:
        """The mark is written with the text that follows; one that meets the last one's end undoes that."""
        self._bold += 1
        if self._bold > 1:
            return
        if self.out and self.out[-1] == "**" and self._break is None:
            self.out[-1] = ""
        else:
            self._opening = span

    def _close_bold(self, span: Span) -> None:
        """The mark stands at the end of the text before it, even where a line has ended since."""
        if self._bold != 1:
            self._bold = max(0, self._bold - 1)
            return
        self._bold = 0
        if self._opening is None and self.out:
            self._append("**", span)
            self._break = self._break and (self._break[0], span)
        self._opening = None

    def _next_cell(self, span: Span) -> None:
        """The gap before a cell that is not its row's first."""
        if not self.rows or len(self.out) == self.rows[-1].cell_start:
            return
        self._break = None
        self._append("\t", span)
        self.rows[-1].gaps.append(len(self.out) - 1)
        self.rows[-1].cell_start = len(self.out)

    def _end_rows(self, table: int) -> None:
        """End the rows of a table and of those inside it; cells stand under one another where one has lines."""
        while self.rows and self.rows[-1].table >= table:
            row = self.rows.pop()
            for gap in row.gaps if row.tall else ():
                self.out[gap] = "\n"
            if self.rows:
                self.rows[-1].tall = True


def html_view(source: str) -> View:
    """The view of an HTML file; takes time linear in its length."""
    page = _Page(source)
    inside: Region | None = None
    for token in tokens_of(source):
        inside = _step(page, token, inside)
    starts, ends = _flat(page.out, page.spans)
    text = "".join(page.out)
    offsets = _positions(page.out)
    regions = [(Span(offsets[one.start], offsets[one.end]), one.rule) for one in page.regions]
    return View(text, starts, ends, tuple(page.hidden), removals_of(text, regions))


def _step(page: _Page, token: Token, inside: Region | None) -> Region | None:
    """Take one token; gives back the element that is no part of the page's subject, while inside one."""
    if token.kind == "hidden":
        page.hidden.append(token.span)
        return inside
    if inside is not None:
        if inside.closes(token, page.source):
            inside.end = len(page.out)
            page.regions.append(inside)
            inside = None
    elif token.kind == "start" and token.name not in _VOID:
        rule = hides(token, page.source) or sets_aside(token)
        inside = Region(token.name, rule, len(page.out), len(page.out)) if rule else None
    if token.kind == "text":
        if inside is not None and inside.rule == "html-invisible" and inside.name == "head":
            page.hidden.append(token.span)
        else:
            page.text(token)
    elif token.kind == "start":
        page.start(token)
    else:
        page.end(token)
    return inside


def _flat(out: Iterable[str], spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    """Where each character stands: one by one in a piece as long as its stretch, else all in the whole stretch."""
    starts: list[int] = []
    ends: list[int] = []
    for letters, (start, end) in zip(out, spans, strict=True):
        if len(letters) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts += [start] * len(letters)
            ends += [end] * len(letters)
    return starts, ends


def _positions(out: Iterable[str]) -> list[int]:
    """For each piece of the output, and for its end, where it begins in the joined text."""
    positions = [0]
    for letters in out:
        positions.append(positions[-1] + len(letters))
    return positions


def _numbering(tag: str, name: str) -> _Numbering:
    if name == "ul":
        return _Numbering(None)
    style, first = _LIST_TYPE.search(tag), _LIST_START.search(tag)
    return _Numbering(style[1] if style else "1", int(first[1]) if first else 1)


def _label(numbering: _Numbering) -> str:
    """The next item's number as a browser prints it: «1. », «a. », «IV. »."""
    number, numbering.next = numbering.next, numbering.next + 1
    style = numbering.style or "1"
    if style in "aA" and number <= 26:
        return f"{chr(ord(style) + number - 1)}. "
    if style in "iI" and number < 40:
        roman = "".join(_roman(number))
        return f"{roman.upper() if style == 'I' else roman}. "
    return f"{number}. "


def _roman(number: int) -> Iterator[str]:
    for value, letters in _ROMAN:
        while number >= value:
            yield letters
            number -= value
