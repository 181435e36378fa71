"""Code lists as data: document types, provinces, agencies. One CSV each, read once, in file order."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class DocumentTypeEntry:
    """A type of official document (Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW) and how it is written.

    `codes` are the abbreviations in numbers (`CT` in `16/CT-TTg`), `aliases` other names printed for the type.
    """

    code: str
    name: str
    name_en: str
    codes: tuple[str, ...]
    aliases: tuple[str, ...]


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of one code list, e.g. `read_csv("provinces.csv")`."""
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def split_list(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def document_types() -> tuple[DocumentTypeEntry, ...]:
    """All document types, in the order of the data contract."""
    return tuple(
        DocumentTypeEntry(
            row["code"], row["name"], row["name_en"], split_list(row["codes"]), split_list(row["aliases"])
        )
        for row in read_csv("document_types.csv")
    )


@cache
def surnames() -> frozenset[str]:
    """Family names (họ) of Vietnam's peoples, in small letters: our own list, not a census; a name outside it still counts."""
    return frozenset(row["surname"].casefold() for row in read_csv("surnames.csv"))
