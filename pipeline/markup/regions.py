"""Elements that a page itself marks as no part of its subject: hidden ones, menus, side columns, buttons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.markup.tokens import Token
from pipeline.records import Removal
from pipeline.rules import Rule
from pipeline.text import Span

RULES = (
    Rule(
        id="html-markup",
        stage="read",
        action="remove",
        reason="Tags lay a page out; what they do to the text (lines, cells, bold) is done to the visible text.",
        matches=('<p class="MsoNormal">', "</td></tr>"),
    ),
    Rule(
        id="html-invisible",
        stage="read",
        action="remove",
        reason="Scripts, styles, comments, a page's head and elements that are not displayed are seen by no reader.",
        matches=("<script>var a = 1;</script>", '<div style="display: none">Thuộc tính</div>'),
    ),
    Rule(
        id="html-navigation",
        stage="read",
        action="remove",
        reason="The page marks this element as a menu, a side column, a footer or a control, not as its subject; "
        "an element that holds words of an official document or a good part of the page is kept.",
        matches=("<nav>Trang chủ</nav>", "<button>Tải về</button>"),
    ),
)

_NAVIGATION = ("nav", "aside", "footer", "button", "select", "menu")
_INVISIBLE = ("head", "noscript", "template", "svg", "object", "datalist")
_HIDDEN = re.compile(
    r"[\s\"'](?:hidden(?=[\s=/>])|style\s?=\s?[\"'][^\"'>]{0,300}display\s{0,3}:\s{0,3}none)", re.IGNORECASE
)
_BORDER = re.compile(r"(?i)(?:border|overflow|outline)[\w-]{0,20}\s{0,3}:[^;\"'>]{0,80}")
"""Where «hidden» is said of a line and not of the element: «style="border: 1px hidden rgb(255, 255, 255)"»."""
_UNCLOSED = ("p", "li", "td", "th", "tr", "dt", "dd", "option", "body", "html")
"""Elements whose end may be left out: that they are hidden cannot be told to end."""
_OFFICIAL = re.compile(
    r"Độc lập - Tự do|Nơi nhận|Kính gửi|Căn cứ |(?<!\w)Điều \d{1,3}\.|(?i:ĐẢNG CỘNG SẢN VIỆT NAM)|T/M |TM\. "
)
_GREATEST_SHARE = 0.3
"""Something that holds more than this share of the page's text is its subject, whatever its element says."""


@dataclass(slots=True)
class Region:
    """An element set aside, from its first piece of output to behind its last."""

    name: str
    rule: str
    start: int
    end: int
    depth: int = 1

    def closes(self, token: Token, source: str) -> bool:
        """Whether the token ends the element; elements of its name inside it are counted."""
        if self.name == "head" and token.kind == "start" and token.name == "body":
            return True
        if token.name == self.name:
            opens = token.kind == "start" and not source.endswith("/>", token.span.start, token.span.end)
            self.depth += 1 if opens else -1 if token.kind == "end" else 0
        return self.depth <= 0


def hides(token: Token, source: str) -> str:
    """The rule `html-invisible` where an element is not displayed, else an empty string."""
    if token.name in _INVISIBLE:
        return "html-invisible"
    if token.name in _UNCLOSED:
        return ""
    tag = source[token.span.start : token.span.end]
    return "html-invisible" if _HIDDEN.search(tag) and _HIDDEN.search(_BORDER.sub("", tag)) else ""


def sets_aside(token: Token) -> str:
    """The rule `html-navigation` where an element is no part of a page's subject, else an empty string."""
    return "html-navigation" if token.name in _NAVIGATION else ""


def removals_of(text: str, regions: Iterable[tuple[Span, str]]) -> tuple[Removal, ...]:
    """The regions of a view that are taken out: those with text that are neither large nor official."""
    found: list[Removal] = []
    whole = len(text.split())
    for span, rule in regions:
        inner = text[span.start : span.end]
        words = len(inner.split())
        if words and words <= whole * _GREATEST_SHARE and not _OFFICIAL.search(inner):
            start = span.start + len(inner) - len(inner.lstrip())
            found.append(Removal(Span(start, start + len(inner.strip())), rule, "boilerplate"))
    return tuple(found)
