"""All files of the package but the sources, each with its bytes."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.package.descriptor import data_path, descriptor
from pipeline.package.ics import PATH as CALENDAR
from pipeline.package.ics import calendar
from pipeline.package.readme import readme
from pipeline.package.rows import csv_bytes
from pipeline.tables import TABLES
from pipeline.tables.schema import Table


def package_files(rows_of: Callable[[Table], Iterable[Any]]) -> Iterator[tuple[str, bytes]]:
    """The package's files in the order of writing, given a function from a table to its rows.

    Each is a path relative to the package, with `/`, and its content. No clock, no machine's name: the same
    rows give the same bytes.
    """
    rows = {table.name: tuple(rows_of(table)) for table in TABLES}
    contents = {table.name: csv_bytes(table, rows[table.name]) for table in TABLES}
    for table in TABLES:
        yield data_path(table), contents[table.name]
    dates = calendar(*(rows[name] for name in ("deadlines", "clauses", "directives")))
    yield CALENDAR, dates
    yield "README.md", readme().encode("utf-8")
    text = json.dumps(descriptor(contents, dates), ensure_ascii=False, indent=2)
    yield "datapackage.json", f"{text}\n".encode()
