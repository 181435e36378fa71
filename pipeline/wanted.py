"""Which cited documents a corpus does not hold, the most cited first: what to look for next."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DataProblems, Problem


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cited document: how many documents cite it and how often, what is known of it, and who cites it."""

    documents: int
    citations: int
    document_type: str
    number: str
    issued_on: str
    title: str
    cited_by: tuple[str, ...]
    held_as: str


def works_cited(datapackage: Path, *, missing: bool) -> list[Wanted]:
    """The works that a data package cites, by the number of documents that do, then of mentions, then by id.

    With `missing`, only those that the package does not hold. Raises `DataProblems` where the folder is no package.
    """
    if not (datapackage / "datapackage.json").is_file():
        where, remedy = str(datapackage), "Run `chithi package` first."
        raise DataProblems([Problem(where, "holds no datapackage.json.", remedy)])
    citing: dict[str, list[str]] = defaultdict(list)
    for row in _rows(datapackage, "citations"):
        citing[row["work_id"]].append(row["directive_id"])
    found = [
        (row["work_id"], _wanted(row, citing[row["work_id"]]))
        for row in _rows(datapackage, "works")
        if not (missing and row["directive_id"])
    ]
    found.sort(key=lambda item: (-item[1].documents, -item[1].citations, item[0]))
    return [work for _, work in found]


def _wanted(row: dict[str, str], citing: list[str]) -> Wanted:
    cited_by = tuple(dict.fromkeys(citing))
    return Wanted(
        documents=len(cited_by),
        citations=len(citing),
        document_type=row["document_type"],
        number=row["number"],
        issued_on=row["issued_on"],
        title=row["title"],
        cited_by=cited_by,
        held_as=row["directive_id"],
    )


def _rows(datapackage: Path, table: str) -> Iterator[dict[str, str]]:
    with (datapackage / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
