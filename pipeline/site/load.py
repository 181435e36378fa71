"""Read an emitted package back into rows: all that the site knows comes from here."""

import csv
import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
        known = {name: _Known(parse) for name, parse in _PARSERS.items()}
        with _uncollected():
            tables: dict[str, Any] = {
                table.name: _read_table(table, files[table.name], known) for table in TABLES
            }
        tables = _on_views(folder, tables)
    except OSError as error:
        raise ChithiError(f"{error.filename}: cannot be read: {error.strerror}.") from error
    except json.JSONDecodeError as error:
        raise ChithiError(f"{descriptor_path.name}: is not JSON: {error}.") from error
    except KeyError as error:
        raise ChithiError(f"{descriptor_path.name}: has no {error}. Build the package anew.") from error
    return Package(folder=folder, descriptor=descriptor, files=files, **tables)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Make rows without the garbage collector, which would go through all of them at each quarter more.

    It leaves alone for good what stands when the block ends: rows form no rings, and are many and long-lived.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()


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


class _Known(dict[str, Any]):
    """The values of cells by their text, each made once: ids and codes stand in tens of thousands of rows."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        super().__init__({"": None})
        self._parse = parse

    def __missing__(self, cell: str) -> Any:
        value = self[cell] = self._parse(cell)
        return value


def _read_table(table: Table, path: Path, known: Mapping[str, _Known]) -> tuple[Any, ...]:
    """The rows of a table; `known` holds a store of values for each type of column.

    A row's slots are filled one by one: to call its class with every value by its name takes twice as long.
    """
    csv.field_size_limit(sys.maxsize)
    make: Any = table.row.__new__
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        place = {name: index for index, name in enumerate(next(reader, []))}
        slots = [
            (getattr(table.row, column.name).__set__, known[column.type].__getitem__, place[column.name])
            for column in table.columns
        ]
        rows = []
        for record in reader:
            row = make(table.row)
            try:
                for fill, value_of, index in slots:
                    fill(row, value_of(record[index]))
            except (ValueError, IndexError) as error:
                raise _bad_row(table, place, record, f"{path.name}, line {reader.line_num}") from error
            rows.append(row)
    return tuple(rows)


def _bad_row(table: Table, place: Mapping[str, int], record: Sequence[str], where: str) -> ChithiError:
    """What is wrong with a row that cannot be read."""
    if len(record) < len(place):
        return ChithiError(f"{where}: has {len(record)} cells and not {len(place)}.")
    bad = next(column for column in table.columns if not _is_readable(column, record[place[column.name]]))
    return ChithiError(f"{where}: {bad.name} is no {bad.type}: {record[place[bad.name]]!r}.")


def _is_readable(column: Column, cell: str) -> bool:
    try:
        _Known(_PARSERS[column.type])[cell]
    except ValueError:
        return False
    return True
