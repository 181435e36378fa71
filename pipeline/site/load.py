"""Read an emitted package back into rows: all that the site knows comes from here."""

import csv
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.encodings import decode_as
from pipeline.errors import ChithiError
from pipeline.tables import (
    TABLES,
    Agency,
    Anomaly,
    Assignment,
    Citation,
    Clause,
    Column,
    Deadline,
    Directive,
    Evidence,
    Province,
    Recipient,
    RuleRow,
    Segment,
    Stamp,
    Table,
    Work,
)

_PARSERS: Mapping[str, Any] = {"string": str, "integer": int, "number": float, "date": date.fromisoformat}


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The rows of every published table, in the order of the files, and where the files lie."""

    folder: Path
    descriptor: Mapping[str, Any]
    files: Mapping[str, Path]
    directives: tuple[Directive, ...]
    clauses: tuple[Clause, ...]
    segments: tuple[Segment, ...]
    rules: tuple[RuleRow, ...]
    evidence: tuple[Evidence, ...]
    anomalies: tuple[Anomaly, ...]
    stamps: tuple[Stamp, ...]
    recipients: tuple[Recipient, ...]
    citations: tuple[Citation, ...]
    works: tuple[Work, ...]
    assignments: tuple[Assignment, ...]
    agencies: tuple[Agency, ...]
    deadlines: tuple[Deadline, ...]
    provinces: tuple[Province, ...]

    def source_text(self, directive: Directive) -> str:
        """The characters of a directive's source file, to which all offsets refer."""
        data = (self.folder / directive.source_path).read_bytes()
        return decode_as(data, directive.source_encoding)


def load_package(datapackage: Path) -> Package:
    """Read a package, given its folder or its `datapackage.json`.

    Raises `ChithiError` where a file, a table or a column is missing, or a cell has not its declared type.
    """
    descriptor_path = datapackage / "datapackage.json" if datapackage.is_dir() else datapackage
    try:
        descriptor = json.loads(descriptor_path.read_text(encoding="utf-8"))
        folder = descriptor_path.parent
        files = {resource["name"]: folder / resource["path"] for resource in descriptor["resources"]}
        tables: dict[str, Any] = {table.name: _read_table(table, files[table.name]) for table in TABLES}
    except OSError as error:
        raise ChithiError(f"{error.filename}: cannot be read: {error.strerror}.") from error
    except json.JSONDecodeError as error:
        raise ChithiError(f"{descriptor_path.name}: is not JSON: {error}.") from error
    except KeyError as error:
        raise ChithiError(f"{descriptor_path.name}: has no {error}. Build the package anew.") from error
    return Package(folder=folder, descriptor=descriptor, files=files, **tables)


def _read_table(table: Table, path: Path) -> tuple[Any, ...]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return tuple(_row(table, record, f"{path.name}, line {reader.line_num}") for record in reader)


def _row(table: Table, record: Mapping[str, str], where: str) -> Any:
    return table.row(**{column.name: _cell(column, record[column.name], where) for column in table.columns})


def _cell(column: Column, cell: str, where: str) -> Any:
    if cell == "":
        return None
    try:
        return _PARSERS[column.type](cell)
    except ValueError as error:
        raise ChithiError(f"{where}: {column.name} is no {column.type}: {cell!r}.") from error
