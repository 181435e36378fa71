"""References between tables: every value of a column that refers to another stands there."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.errors import Problem
from pipeline.tables import TABLES


def reference_problems(folder: Path) -> Iterator[Problem]:
    """Broken references of a package whose tables are sound in themselves, in the order of its files.

    It is the rule of Table Schema's `foreignKeys`: an empty cell refers to nothing. frictionless has it too, but reads
    a table anew for each one that refers to it, which takes as long as all else that it checks.
    """
    wanted = {column.references for table in TABLES for column in table.columns if column.references}
    known = {reference: _values(folder, *reference.split(".")) for reference in sorted(wanted)}
    for table in TABLES:
        referring = {column.name: column.references for column in table.columns if column.references}
        for number, cells in enumerate(_cells(folder, table.name, list(referring)), 2):
            for (name, reference), value in zip(referring.items(), cells, strict=True):
                if value and value not in known[reference]:
                    where = f"data/{table.name}.csv, row {number}, {name}"
                    yield Problem(where, f"{value!r} does not stand in {reference}.")


def _values(folder: Path, table: str, column: str) -> set[str]:
    return {value for (value,) in _cells(folder, table, [column])}


def _cells(folder: Path, table: str, names: Sequence[str]) -> Iterator[list[str]]:
    """The cells of some columns, row by row."""
    with (folder / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream)
        header = next(lines)
        places = [header.index(name) for name in names]
        for line in lines if places else ():
            yield [line[place] for place in places]
