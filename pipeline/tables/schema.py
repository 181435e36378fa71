"""How a published table is declared: a frozen dataclass a row, its columns described where they stand.

The CSV header, `datapackage.json` and the data dictionary are all read from these declarations
(Data Package v1, Table Schema v1), so a column cannot exist in one of them and not in the others.
"""

import types
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"

_JSON_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", date: "date"}


@dataclass(frozen=True, slots=True)
class Description:
    """One text in the two languages of the data dictionary."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, as declared on its row class.

    `references` names the table and column that a value must exist in, e.g. `"directives.directive_id"`.
    `enum` holds the only values allowed; it is read off a `Literal` annotation.
    """

    name: str
    type: str
    description: Description
    key: bool
    required: bool
    references: str | None
    pattern: str | None
    minimum: float | None
    maximum: float | None
    enum: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One published table: its file name, its row class and what it holds."""

    name: str
    row: type
    description: Description

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the CSV header."""
        return columns_of(self.row)

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that identify a row."""
        return tuple(column.name for column in self.columns if column.key)


def column(
    vi: str,
    en: str,
    *,
    key: bool = False,
    required: bool = False,
    references: str | None = None,
    pattern: str | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    default: Any = ...,
) -> Any:
    """Declare a column on a row class; keys are always required, other columns are empty unless given.

    Example: `number: str | None = column("Số, ký hiệu", "Number as printed", default=None)`.
    """
    metadata = {
        "description": Description(vi, en),
        "key": key,
        "required": required or key,
        "references": references,
        "pattern": pattern,
        "minimum": minimum,
        "maximum": maximum,
    }
    if default is ...:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


@cache
def columns_of(row: type) -> tuple[Column, ...]:
    """The columns of a row class; a field that was not declared with `column` raises `KeyError`."""
    hints = get_type_hints(row)
    return tuple(_column(item.name, hints[item.name], dict(item.metadata)) for item in fields(row))


def _column(name: str, hint: Any, metadata: dict[str, Any]) -> Column:
    bare = _without_none(hint)
    if get_origin(bare) is Literal:
        return Column(name=name, type="string", enum=get_args(bare), **metadata)
    return Column(name=name, type=_JSON_TYPES[bare], enum=(), **metadata)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (types.UnionType, Union):
        (bare,) = (part for part in get_args(hint) if part is not type(None))
        return bare
    return hint
