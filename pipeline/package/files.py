"""All files of the package but the sources, each with its bytes."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.package.descriptor import data_path, descriptor
from pipeline.package.readme import readme
from pipeline.package.rows import csv_bytes
from pipeline.tables import TABLES
from pipeline.tables.schema import Table


def package_files(rows_of: Callable[[Table], Iterable[Any]]) -> Iterator[tuple[str, bytes]]:
    """The package's files in the order of writing, given a function from a table to its rows.

    Each is a path relative to the package, with `/`, and its content. No clock, no machine's name: the same
    rows give the same bytes.
    """
    contents = {table.name: csv_bytes(table, rows_of(table)) for table in TABLES}
    for table in TABLES:
        yield data_path(table), contents[table.name]
    yield "README.md", readme().encode("utf-8")
    text = json.dumps(descriptor(contents), ensure_ascii=False, indent=2)
    yield "datapackage.json", f"{text}\n".encode()
