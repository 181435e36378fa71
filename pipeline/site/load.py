"""Read an emitted package back into rows: all that the site knows comes from here."""

import csv
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.encodings import decode_as
from pipeline.errors import ChithiError
from pipeline.markup import HTML_ENDING, View, view_of
from pipeline.tables import (
    TABLES,
    Agency,
    Anomaly,
    Assignment,
    Citation,
    Clause,
    ClauseTopic,
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
    Topic,
    Validity,
    Work,
)

# A row's offsets stand in the source of the document that it names: its own, and the one whose words prove it.
_OFFSETS = (
    ("directive_id", "source_start", "source_end"),
    ("evidence_directive_id", "evidence_start", "evidence_end"),
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
    topics: tuple[Topic, ...]
    clause_topics: tuple[ClauseTopic, ...]
    validity: tuple[Validity, ...]

    def source_text(self, directive: Directive) -> str:
        """What a reader sees of a directive's source file, to which the offsets of these rows refer."""
        return self.view(directive).text

    def view(self, directive: Directive) -> View:
        """A directive's source file as a reader sees it."""
        return _view(self.folder, directive)


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
        tables = _on_views(folder, tables)
    except OSError as error:
        raise ChithiError(f"{error.filename}: cannot be read: {error.strerror}.") from error
    except json.JSONDecodeError as error:
        raise ChithiError(f"{descriptor_path.name}: is not JSON: {error}.") from error
    except KeyError as error:
        raise ChithiError(f"{descriptor_path.name}: has no {error}. Build the package anew.") from error
    return Package(folder=folder, descriptor=descriptor, files=files, **tables)


def _view(folder: Path, directive: Directive) -> View:
    data = (folder / directive.source_path).read_bytes()
    return view_of(decode_as(data, directive.source_encoding), directive.source_path)


def _on_views(folder: Path, tables: dict[str, Any]) -> dict[str, Any]:
    """The rows of HTML sources with offsets into the visible text: a reader of the site sees no markup."""
    pages = [each for each in tables["directives"] if each.source_path.endswith(HTML_ENDING)]
    views = {each.directive_id: _view(folder, each) for each in pages}
    if not views:
        return tables
    return {
        name: tuple(_on_view(views, row) for row in rows if not _is_markup(row))
        for name, rows in tables.items()
    }


def _on_view(views: Mapping[str, View], row: Any) -> Any:
    for document, first, last in _OFFSETS:
        view = views.get(getattr(row, document, None) or "")
        if view is not None and getattr(row, first, None) is not None:
            start, end = view.inward(getattr(row, first), getattr(row, last))
            row = replace(row, **{first: start, last: end})
    return row


def _is_markup(row: Any) -> bool:
    return isinstance(row, Segment) and row.kind == "markup"


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
