"""A written package, read back: its rows as printed and the sources that its offsets point into."""

import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DataProblems, Problem
from pipeline.markup import View, view_of
from pipeline.read import decode
from pipeline.tables import TABLES

csv.field_size_limit(sys.maxsize if sys.maxsize < 1 << 31 else (1 << 31) - 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as printed; `number` counts the header as row 1."""

    table: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def integer(self, column: str) -> int:
        """A cell that the schema promises to be a whole number."""
        return int(self.cells[column])

    def problem(self, column: str, what: str) -> Problem:
        """Say what is wrong with one cell."""
        return Problem(f"data/{self.table}.csv, row {self.number}, {column}", what)


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of all tables, and the decoded source of each directive."""

    rows: Mapping[str, tuple[Row, ...]]
    sources: Mapping[str, str]

    def view(self, directive: Row) -> View:
        """What a reader sees of a directive's source: of an HTML page its visible text."""
        return view_of(self.sources[directive["directive_id"]], directive["source_path"])

    def by_directive(self, table: str) -> Mapping[str, list[Row]]:
        """A table's rows by the directive they belong to, in file order."""
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows[table]:
            groups[row["directive_id"]].append(row)
        return groups


def open_package(folder: Path) -> tuple[Contents, list[Problem]]:
    """Read all tables and sources; the problems are sources that are missing or not those described."""
    rows = {table.name: tuple(_rows(folder, table.name)) for table in TABLES}
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for row in rows["directives"]:
        text = _source(folder, row)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            sources[row["directive_id"]] = text
    return Contents(rows, sources), problems


def _rows(folder: Path, table: str) -> Iterator[Row]:
    with (folder / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream)
        names = next(lines)
        for number, cells in enumerate(lines, 2):
            yield Row(table, number, dict(zip(names, cells, strict=True)))


def _source(folder: Path, row: Row) -> str | Problem:
    """The decoded source of a directive, or what is wrong with it."""
    path = folder / row["source_path"]
    if not path.resolve().is_relative_to((folder / "source").resolve()):
        return row.problem("source_path", f"{row['source_path']} lies outside the package's source folder.")
    if not path.is_file():
        return row.problem("source_path", f"the package holds no file {row['source_path']}.")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != row["source_sha256"]:
        return row.problem("source_sha256", f"is not the digest of {row['source_path']}.")
    try:
        text, encoding = decode(data, path.name)
    except DataProblems as error:
        return row.problem("source_path", f"{error.problems[0]}")
    if encoding != row["source_encoding"]:
        return row.problem("source_encoding", f"should be {encoding}, by the source's bytes.")
    return text
