"""Footnotes: lines at a page's foot that a mark glued to the text above points to («va chạm[1]», «chuyên môn¹»)."""

import re
from collections.abc import Sequence

from pipeline.labels import read_labels
from pipeline.records import Line
from pipeline.structure.joins import ends_sentence

_GLUED = re.compile(r"(?<=[^\W_])(?:\[\d{1,3}\]|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\))")
_NOTE = re.compile(r"^(?P<mark>\[\d{1,3}\]|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\)|\*{1,3}\))\s?(?=\w)")

_RUNNING = 60
"""A line of running text has at least this many characters."""


def footnote_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that are footnotes: they begin with a mark that stands inside an earlier line, or cut a sentence in two."""
    found: list[Line] = []
    pointed_to: set[str] = set()
    notes = {
        index: match["mark"] for index, line in enumerate(lines) if (match := _NOTE.match(line.text.text))
    }
    for index, line in enumerate(lines):
        if notes.get(index) in pointed_to or _cuts_sentence(lines, index):
            found.append(line)
        elif notes:
            pointed_to.update(_GLUED.findall(line.text.text))
    return found


def _cuts_sentence(lines: Sequence[Line], index: int) -> bool:
    """«… thời hạn giữ / 1. Theo khoản 2, Điều 24 Điều lệ. / bản kiểm điểm»: a numbered sentence inside another one."""
    if not 0 < index < len(lines) - 1:
        return False
    before, key, after = lines[index - 1].key, lines[index].key, lines[index + 1].key
    return (
        key.endswith(".")
        and len(before) >= _RUNNING
        and not ends_sentence(before)
        and after[:1].islower()
        and not read_labels(after)
        and any(label.scheme == "number" for label in read_labels(key))
    )
