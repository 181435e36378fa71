"""Footnotes: lines at a page's foot that a mark glued to the text above points to («va chạm[1]», «chuyên môn¹»)."""

import re
from collections.abc import Sequence

from pipeline.records import Line

_GLUED = re.compile(r"(?<=[^\W_])(?:\[\d{1,3}\]|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\))")
_NOTE = re.compile(r"^(?P<mark>\[\d{1,3}\]|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\)|\*{1,3}\))\s?(?=\w)")


def footnote_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that are footnotes: they begin with a mark that stands inside an earlier line."""
    if not any(_NOTE.match(line.text.text) for line in lines):
        return []
    found: list[Line] = []
    pointed_to: set[str] = set()
    for line in lines:
        match = _NOTE.match(line.text.text)
        if match and match["mark"] in pointed_to:
            found.append(line)
        else:
            pointed_to.update(_GLUED.findall(line.text.text))
    return found
