"""Rows to CSV: UTF-8 without byte order mark, LF, RFC 4180 quoting where it is needed and nowhere else."""

import re
from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Any

from pipeline.tables.schema import Table

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_DECIMALS = 6


def csv_bytes(table: Table, rows: Iterable[Any]) -> bytes:
    """The CSV file of a table: a header, then a line for each row of its row class, in the order given.

    Written here because the standard writer's quoting of a lone carriage return depends on Python's version.
    """
    names = [column.name for column in table.columns]
    cells = attrgetter(*names)
    lines = [",".join(names)]
    lines += [",".join([_quoted(cell(value)) for value in cells(row)]) for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def cell(value: str | int | float | date | None) -> str:
    """One value as the package prints it: empty for None, dates as 2021-03-04, at most six decimals."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(round(value, _DECIMALS))
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _quoted(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'
