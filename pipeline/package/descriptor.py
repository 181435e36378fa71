"""`datapackage.json`: Data Package v1 and Table Schema v1, read off the declarations of the tables."""

import hashlib
from collections.abc import Mapping
from typing import Any

from pipeline.package.ics import PATH as CALENDAR
from pipeline.tables import TABLES
from pipeline.tables.schema import Column, Table

NAME = "chithi"
TITLE = "Chỉ thị mở: official directives of Vietnam as open data"
DESCRIPTION = (
    "Vietnamese official directives, conclusions, notices and telegrams: their clauses, what they cite, who "
    "must act and by when, with the source characters that state each value."
)
LICENCE = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "Creative Commons Zero 1.0 Universal",
}
SOURCES = (
    {
        "title": (
            "Official documents of Vietnamese Party and state bodies; not protected by copyright "
            "(Luật Sở hữu trí tuệ 50/2005/QH11, Điều 15)"
        )
    },
)


def data_path(table: Table) -> str:
    """Where a table's CSV stands in the package, e.g. `data/clauses.csv`."""
    return f"data/{table.name}.csv"


def descriptor(contents: Mapping[str, bytes], dates: bytes) -> dict[str, Any]:
    """The whole of `datapackage.json` for the CSV files given by table name, and the calendar of deadlines."""
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "licenses": [LICENCE],
        "sources": list(SOURCES),
        "resources": [*(_resource(table, contents[table.name]) for table in TABLES), _calendar(dates)],
    }


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table; each field's title is Vietnamese, its description English."""
    foreign_keys = [_foreign_key(column, table) for column in table.columns if column.references]
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    return schema | ({"foreignKeys": foreign_keys} if foreign_keys else {})


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": data_path(table),
        "title": table.description.vi,
        "description": table.description.en,
        "format": "csv",
        "mediatype": "text/csv",
        **_file(content),
        "schema": table_schema(table),
    }


def _calendar(content: bytes) -> dict[str, Any]:
    return {
        "profile": "data-resource",
        "name": "calendar",
        "path": CALENDAR,
        "title": "Lịch thời hạn",
        "description": "The dated deadlines as a calendar (RFC 5545), made from the table deadlines",
        "format": "ics",
        "mediatype": "text/calendar",
        **_file(content),
    }


def _file(content: bytes) -> dict[str, Any]:
    digest = hashlib.sha256(content).hexdigest()
    return {"encoding": "utf-8", "bytes": len(content), "hash": f"sha256:{digest}"}


def _field(column: Column, table: Table) -> dict[str, Any]:
    field = {
        "name": column.name,
        "type": column.type,
        "title": column.description.vi,
        "description": column.description.en,
    }
    constraints = _constraints(column, alone=table.key == (column.name,))
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column, *, alone: bool) -> dict[str, Any]:
    """The constraints of a column; a key of one column is also declared unique."""
    declared = {
        "required": column.required or None,
        "unique": (column.key and alone) or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "enum": list(column.enum) or None,
    }
    return {name: value for name, value in declared.items() if value is not None}


def _foreign_key(column: Column, table: Table) -> dict[str, Any]:
    """A reference to another table; Table Schema names a table's own self by the empty string."""
    resource, field = str(column.references).split(".")
    own = resource == table.name
    return {"fields": column.name, "reference": {"resource": "" if own else resource, "fields": field}}
