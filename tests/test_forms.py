"""The same documents in other forms: what a page, a word processor or a scan does to a text must not change what it says.

Each invented document is read as it stands and again in another form; its clauses (path, label, text) should be the same.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.records import SourceText
from pipeline.structure import structure

GOLD = Path(__file__).parent / "gold"
SETS = ("shaped", "opened", "opened-later", "unseen")
"""The sets on which the floors below were measured; those that joined the gold later are not among them."""
MENU_ABOVE = "Trang chủ\nGiới thiệu\nTin tức - Sự kiện\nVăn bản pháp luật\nLiên hệ\nĐăng nhập\n\n"
MENU_BELOW = "\n\nCác tin khác\nKhai mạc giải bóng đá thiếu niên (10/03/2021)\nĐang truy cập: 12\nTổng lượt truy cập: 1.234.567\n"
_PROSE = 100
_WIDTH = 76

Clauses = frozenset[tuple[str, str, str]]


def texts() -> dict[str, str]:
    """The invented documents in UTF-8 without a carriage return, by set and name."""
    found = {}
    for path in sorted(path for name in SETS for path in (GOLD / name).glob("*.txt")):
        raw = path.read_bytes()
        if b"\r" not in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
            found[path.stem] = raw.decode("utf-8", errors="ignore")
    return found


def clauses_of(text: str) -> Clauses:
    found = structure(clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text)))
    return frozenset((one.path, one.label or "", one.text or "") for one in found.clauses)


@cache
def as_they_stand() -> Mapping[str, Clauses]:
    return {name: clauses_of(text) for name, text in texts().items()}


def each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(map(change, text.split("\n")))


def wrapped(line: str) -> str:
    """A line of running text cut at the width of a page; rows of tables stay."""
    if len(line) < _PROSE or "|" in line or "\t" in line or "   " in line.strip():
        return line
    return "\n".join(textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False))


def with_tab(line: str) -> str:
    return re.sub(r"^(\s*(?:-|\+|\d{1,2}[.)]|[a-zđ]\))) (?=\w)", r"\1" + "\t", line)


_LABEL = re.compile(
    r"^(\s*)(\**(?:Điều \d{1,3}[.:]|\d{1,2}(?:\.\d{1,2}){0,3}[.)-]|[a-zđ][.)]|[IVX]{1,5}[.-]|[-+•])\**) (?=\w)"
)
_PAGE = 2000
STAMP = "\nVĂN THƯ ĐẾN\nSố: 3187\nNgày: 06/07/2013\nChuyển: ........\n"
CONTROL = "\n\nChia sẻ Facebook Zalo\n\n"


def label_apart(below: str) -> Callable[[str], str]:
    """A form that sets each label on a line of its own, with a gap below it or none; rows of tables stay."""

    def apart(line: str) -> str:
        in_cells = "|" in line or "\t" in line or "   " in line.strip()
        return line if in_cells else _LABEL.sub(rf"\1\2{below}", line)

    return each_line(apart)


def paged(text: str) -> str:
    """The text with a number at the end of each of its pages, in mid-sentence and under headings too."""
    pages, size = [""], 0
    for line in each_line(wrapped)(text).split("\n"):
        pages[-1] += line + "\n"
        size += len(line)
        if size >= _PAGE and len(line) > _WIDTH // 2 and "|" not in line and "\t" not in line:
            pages.append("")
            size = 0
    return "".join(page + (f"{at}\n" if at < len(pages) else "") for at, page in enumerate(pages, 2))


def put_between(what: str) -> Callable[[str], str]:
    """A form with something between two clauses: above the first number or letter in the text's second half."""

    def put(text: str) -> str:
        place = re.compile(r"(?<=[.;])\n+(?=(?:\d{1,2}\.|[a-zđ]\)) )").search(text, len(text) // 2)
        return text[: place.start()] + what + text[place.end() :] if place else text

    return put


UNSEEN: Mapping[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "blanks at line ends": each_line(lambda line: line + "  "),
    "a blank more in mid-line": each_line(lambda line: re.sub(r"(?<=\w) (?=\w)", "  ", line, count=1)),
}
"""Forms that no reader sees: nothing at all may change."""

SEEN: Mapping[str, tuple[float, Callable[[str], str]]] = {
    "an empty line under each": (0.97, lambda text: text.replace("\n", "\n\n")),
    "a page's menus around it": (0.99, lambda text: MENU_ABOVE + text + MENU_BELOW),
    "wrapped to a page": (0.965, each_line(wrapped)),
    "wrapped and spaced": (0.96, lambda text: each_line(wrapped)(text).replace("\n", "\n\n")),
    "tabs after labels": (0.98, each_line(with_tab)),
    "tabs before and after labels": (0.97, each_line(lambda line: re.sub(_LABEL, r"\t\2\t", line))),
    "labels on lines of their own": (0.96, label_apart("\n")),
    "labels on lines of their own with gaps": (0.93, label_apart("\n\n")),
    "numbered pages": (0.965, paged),
    "a registry's stamp between two clauses": (0.99, put_between(STAMP)),
    "a page's control between two clauses": (0.99, put_between(CONTROL)),
}
"""Forms that leave room for doubt, with the least share of clauses that stay as they are."""


def kept_in(form: Callable[[str], str]) -> tuple[int, int]:
    """How many clauses stay as they are in another form, and how many there are in either."""
    same = every = 0
    for name, text in texts().items():
        before, after = as_they_stand()[name], clauses_of(form(text))
        same, every = same + len(before & after), every + len(before | after)
    return same, every


@pytest.mark.parametrize("name", UNSEEN)
def test_what_no_reader_sees_changes_no_clause(name: str) -> None:
    changed = [doc for doc, text in texts().items() if clauses_of(UNSEEN[name](text)) != as_they_stand()[doc]]
    assert changed == []


@pytest.mark.parametrize("name", SEEN)
def test_another_form_of_a_document_says_the_same(name: str) -> None:
    floor, form = SEEN[name]
    same, every = kept_in(form)
    assert same / every >= floor, f"{same} of {every} clauses are the same: {same / every:.4f}"
