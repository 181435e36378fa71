"""What Data Package and Table Schema can say: types, keys, enums, patterns, hashes by frictionless, references by us."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import Problem
from pipeline.package import table_schema
from pipeline.tables import TABLES
from pipeline.validate.references import reference_problems

DESCRIPTOR = "datapackage.json"


def schema_problems(folder: Path) -> list[Problem]:
    """Problems of the descriptor, or else of the files against it."""
    path = folder / DESCRIPTOR
    if not path.is_file():
        return [Problem(str(folder), f"holds no {DESCRIPTOR}.", "Give the folder of a data package.")]
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return [Problem(DESCRIPTOR, f"is not valid JSON: {error}.")]
    return (
        list(_undeclared(described))
        or list(_frictionless(described, folder))
        or list(reference_problems(folder))
    )


def _undeclared(described: Any) -> Iterator[Problem]:
    """Differences between the package's own description and the tables that this program declares."""
    resources = described.get("resources") if isinstance(described, dict) else None
    if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
        yield Problem(DESCRIPTOR, "describes no resources.")
        return
    schemas = {resource.get("name"): resource.get("schema") for resource in resources}
    for table in TABLES:
        if table.name not in schemas:
            yield Problem(DESCRIPTOR, f"does not describe the table {table.name}.")
        elif schemas[table.name] != table_schema(table):
            what = f"describes the table {table.name} otherwise than this version of chithi declares it."
            yield Problem(DESCRIPTOR, what, "Build the package again.")


def _frictionless(described: Any, folder: Path) -> Iterator[Problem]:
    """What frictionless finds in the files, references aside: those it takes as long for as for all else."""
    from frictionless import Package, system  # costs half a second to import

    alone = {**described, "resources": [_alone(resource) for resource in described["resources"]]}
    with system.use_context(trusted=True):  # the package's folder may be given by an absolute path
        report = Package(alone, basepath=str(folder)).validate()
    for error in report.errors:
        yield Problem(DESCRIPTOR, f"{error.message}.")
    for task in report.tasks:
        for error in task.errors:
            yield _sentence(task.place, error.to_dict())


def _alone(resource: dict[str, Any]) -> dict[str, Any]:
    """A table's description without its references to others."""
    schema = resource.get("schema")
    if not isinstance(schema, dict):
        return resource
    return resource | {"schema": {name: value for name, value in schema.items() if name != "foreignKeys"}}


def _sentence(place: str, error: dict[str, Any]) -> Problem:
    """One frictionless error as a problem: its file, row and column, and what is wrong with the cell."""
    rows = error.get("rowNumber") or next(iter(error.get("rowNumbers", [])), None)
    column = error.get("fieldName") or ", ".join(error.get("fieldNames", []))
    where = place + (f", row {rows}" if rows else "") + (f", {column}" if column else "")
    cell = f"{error['cell']!r}: " if error.get("cell") else ""
    return Problem(where, f"{error['title']}: {cell}{error.get('note') or error['message']}.")
