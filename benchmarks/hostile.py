"""Texts made to be slow: one endless line, or endless lines, of what patterns look for."""

import sys
from collections.abc import Iterator, Mapping
from time import process_time

from pipeline.clean import clean
from pipeline.enrich import enrich
from pipeline.markup import html_view
from pipeline.records import SourceText
from pipeline.structure import structure

UNITS: Mapping[str, str] = {
    "digits": "7", "dots": ".", "spaces": " ", "opening brackets": "(", "brackets": "()", "letters": "a",
    "capitals": "Đ", "words": "phòng chống ", "dashes": "- ", "bars": "| ", "stars": "* ", "bold words": "**a** ",
    "numbers": "1. ", "points": "a) ", "lists": "a) Giao. b) Giao. c) Giao. ", "counted": "{}. Giao Sở Y tế. ",
    "articles": "Điều 1. ", "dates": "ngày 1/1/2020 ", "days": "ngày ", "codes": "16/CT-TTg ", "số": "số: ",
    "bases": "Căn cứ ", "recipients": "Nơi nhận: ", "agencies": "Sở Y tế, ", "citations": "Quyết định số 16/QĐ-TTg ",
    "quotes": "“", "guillemets": "«", "misread": "nghành ", "mojibake": "Ä\u2018Æ\u00b0á»\u00a3c ",
    "combining marks": "\u0301\u0323", "marked letters": "a\u0301\u0323 ", "columns": "a   b   ",
    "prose": "Sở Y tế chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 15/6/2020. ",
    "numbered lines": "1. Giao\n", "counted lines": "{}. Giao Sở Y tế.\n", "short lines": "a\n", "empty lines": "\n",
    "headings": "Điều {}. Phạm vi\n", "chapters": "CHƯƠNG I\nQUY ĐỊNH CHUNG\n", "capital lines": "SỞ Y TẾ\n",
    "stamp lines": "ĐẾN Số:\n", "recipient lines": "- Sở Y tế;\n", "signatures": "KT. CHỦ TỊCH\n", "names": "Lê Văn An\n",
    "annexes": "PHỤ LỤC I\n", "tabs": "1\ta\n", "rows": "| {} | Sở Y tế | 5 |\n", "upright rows": "TT\nTên\n1\nA\n2\nB\n",
    "page numbers": "SAO Y BẢN CHÍNH\n{}\n", "quoted lines": "như sau:\n“a\n", "notes": "[1] a[1]\n",
    "controls": "Chia sẻ:\n1. Giao\n", "prose lines": "Sở Y tế chủ trì, phối hợp với Sở Tài chính trước ngày 15/6/2020.\n",
    "wrapped lines": "Sở Y tế chủ trì phối hợp với Sở Tài chính báo cáo trước\n", "bullets": "- a:\n+ b:\n* c\n",
}  # fmt: skip
"""What is repeated, by its name."""

PAGE_UNITS: Mapping[str, str] = {
    "open comments": "<!--", "open tags": "<a ", "open quotes": '<p title="', "cells": "<td>a", "entities": "&nbsp;",
    "lists": "<ol><li>", "open scripts": "<script>",
}  # fmt: skip


def text_times(length: int, kinds: Mapping[str, str] = UNITS) -> Iterator[tuple[str, float]]:
    """The seconds that clean and structure, then enrich, take for each kind of hostile text of a length in characters."""
    for name, unit in kinds.items():
        text = "CHỈ THỊ\n1. " + _repeated(unit, length)
        start = process_time()
        taken_apart = structure(clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text)))
        apart = process_time()
        yield name, apart - start
        enrich(taken_apart)
        yield f"  {name}, enrich", process_time() - apart


def _repeated(unit: str, length: int) -> str:
    """A unit over and over up to a length; «{}» in it is a number that counts up to 999 and begins anew."""
    if "{}" not in unit:
        return (unit * (length // len(unit) + 1))[:length]
    numbers = (unit.format(count % 999 + 1) for count in range(length // len(unit) + 1))
    return "".join(numbers)[:length]


def page_times(length: int) -> Iterator[tuple[str, float]]:
    """The seconds that laying out takes for each kind of hostile HTML page of a length in characters."""
    for name, unit in PAGE_UNITS.items():
        page = _repeated(unit, length)
        start = process_time()
        html_view(page)
        yield name, process_time() - start


def main() -> None:
    """Print the seconds for texts of a length in characters: all kinds, or those named after it."""
    length, *wanted = sys.argv[1:]
    kinds = {name: unit for name, unit in UNITS.items() if name in (wanted or UNITS)}
    for name, seconds in text_times(int(length), kinds):
        sys.stdout.write(f"{name:<28}{seconds:>8.2f}\n")


if __name__ == "__main__":
    main()
