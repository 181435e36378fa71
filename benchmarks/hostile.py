"""Texts made to be slow: one endless line, or endless lines, of what patterns look for."""

from collections.abc import Iterator, Mapping
from time import process_time

from pipeline.clean import clean
from pipeline.markup import html_view
from pipeline.records import SourceText
from pipeline.structure import structure

UNITS: Mapping[str, str] = {
    "digits": "7", "dots": ".", "spaces": " ", "opening brackets": "(", "brackets": "()", "letters": "a",
    "capitals": "Đ", "words": "phòng chống ", "dashes": "- ", "bars": "| ", "stars": "* ", "bold words": "**a** ",
    "numbers": "1. ", "points": "a) ", "articles": "Điều 1. ", "dates": "ngày 1/1/2020 ", "codes": "16/CT-TTg ",
    "agencies": "Sở Y tế, ", "quotes": "“", "numbered lines": "1. Giao\n", "short lines": "a\n",
    "stamp lines": "ĐẾN Số:\n", "recipient lines": "- Sở Y tế;\n", "tabs": "1\ta\n",
}  # fmt: skip
"""What is repeated, by its name."""

PAGE_UNITS: Mapping[str, str] = {
    "open comments": "<!--", "open tags": "<a ", "open quotes": '<p title="', "cells": "<td>a", "entities": "&nbsp;",
    "lists": "<ol><li>", "open scripts": "<script>",
}  # fmt: skip


def text_times(length: int) -> Iterator[tuple[str, float]]:
    """The seconds that clean and structure take for each kind of hostile text of a length in characters."""
    for name, unit in UNITS.items():
        text = "CHỈ THỊ\n1. " + (unit * (length // len(unit) + 1))[:length]
        start = process_time()
        structure(clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text)))
        yield name, process_time() - start


def page_times(length: int) -> Iterator[tuple[str, float]]:
    """The seconds that laying out takes for each kind of hostile HTML page of a length in characters."""
    for name, unit in PAGE_UNITS.items():
        page = (unit * (length // len(unit) + 1))[:length]
        start = process_time()
        html_view(page)
        yield name, process_time() - start
