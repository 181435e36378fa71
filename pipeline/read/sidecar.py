"""The file beside a source: `<directive_id>.toml`, where the text came from and what is known of it.

All keys may be left out. An example:

    medium = "scan"                      # scan, web or digital
    retrieved_from = "https://example.gov.vn/van-ban/1"
    retrieved_on = 2021-03-04

    [curated.province]                   # any column of CURATED_COLUMNS
    value = "Hòa Bình"
    reason = "Not named in the text; the page's side column names a commune of this province."
    overrides = true                     # only where the text says otherwise
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, cast, get_args

from pipeline.codelists.provinces import provinces
from pipeline.errors import DataProblems, Problem
from pipeline.records import Curated, Sidecar
from pipeline.tables.core import Directive, Medium
from pipeline.tables.schema import Column, columns_of
from pipeline.text import normalise

_COMPUTED = (
    "directive_id", "issued_on_basis", "issued_not_before", "clause_count", "word_count",
    "character_coverage", "source_path", "source_sha256", "source_medium", "source_encoding",
)  # fmt: skip

CURATED_COLUMNS: Mapping[str, Column] = {
    column.name: column for column in columns_of(Directive) if column.name not in _COMPUTED
}
"""The columns of `directives` that a maintainer may state; the others are computed."""

_KEYS = ("medium", "retrieved_from", "retrieved_on", "curated")
_CURATED_KEYS = ("value", "reason", "overrides")

Complaint = tuple[str, str]
"""A field of the sidecar, e.g. `[curated.province] reason`, and what is wrong there."""


def parse_sidecar(data: bytes, name: str) -> Sidecar:
    """Parse and check a sidecar's bytes; `name` is the file's name, for messages.

    Raises `DataProblems` with every mistake: not TOML, unknown key, wrong type, a value that its column
    refuses, a curated value without a reason.
    """
    table = _toml(data, name)
    curated = table.get("curated", {})
    complaints = [*_unknown(table, _KEYS, ""), *_wrong_facts(table), *_wrong_curated(curated)]
    if complaints:
        raise DataProblems(Problem(f"{name}, {field}", what) for field, what in complaints)
    return Sidecar(
        medium=cast(Medium | None, table.get("medium")),
        retrieved_from=table.get("retrieved_from"),
        retrieved_on=_as_date(table.get("retrieved_on")),
        curated={field: _curated(entry) for field, entry in curated.items()},
    )


def _toml(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataProblems(
            [Problem(name, f"line {line} is not UTF-8.", "Save the file as UTF-8.")]
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise DataProblems([Problem(name, f"not valid TOML: {error}.")]) from error


def _unknown(table: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> Iterator[Complaint]:
    for key in table:
        if key not in known:
            yield f"{prefix}{key}", f"no such key. Known keys: {', '.join(known)}."


def _wrong_facts(table: Mapping[str, Any]) -> Iterator[Complaint]:
    media = get_args(Medium)
    if "medium" in table and table["medium"] not in media:
        yield "medium", f"{table['medium']!r} is none of {', '.join(media)}."
    if "retrieved_from" in table and not _is_text(table["retrieved_from"]):
        yield "retrieved_from", "must be a text, such as the address of a page."
    if "retrieved_on" in table and _as_date(table["retrieved_on"]) is None:
        yield "retrieved_on", f"{table['retrieved_on']!s} is not a date such as 2021-03-04."


def _wrong_curated(curated: Any) -> Iterator[Complaint]:
    if not isinstance(curated, dict):
        yield "curated", "must be tables such as [curated.province]."
        return
    for field, entry in curated.items():
        where = f"[curated.{field}]"
        if field not in CURATED_COLUMNS:
            yield where, f"no such column of directives. Known columns: {', '.join(CURATED_COLUMNS)}."
        elif not isinstance(entry, dict):
            yield where, "must be a table with value and reason."
        else:
            yield from _wrong_entry(entry, CURATED_COLUMNS[field], f"{where} ")


def _wrong_entry(entry: Mapping[str, Any], column: Column, prefix: str) -> Iterator[Complaint]:
    yield from _unknown(entry, _CURATED_KEYS, prefix)
    if not _is_text(entry.get("reason")):
        yield f"{prefix}reason", "missing: say in a sentence how this is known."
    if not isinstance(entry.get("overrides", False), bool):
        yield f"{prefix}overrides", "must be true or false."
    check = _wrong_date if column.type == "date" else _wrong_text
    if complaint := check(entry.get("value"), column):
        yield f"{prefix}value", complaint


def _wrong_date(value: Any, column: Column) -> str:
    return "" if _as_date(value) else f"{value!s} is not a date such as 2021-03-04."


def _wrong_text(value: Any, column: Column) -> str:
    if not _is_text(value):
        return "must be a text that is not empty."
    text = normalise(value)
    if column.enum and text not in column.enum:
        return f"{text!r} is none of {', '.join(column.enum)}."
    if column.references == "provinces.name" and text not in {province.name for province in provinces()}:
        return f"{text!r} is no name of the code list of provinces, such as Sơn La."
    return ""


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _as_date(value: Any) -> date | None:
    """Take a TOML date, or a text in the form 2021-03-04; None for anything else, a date with a time too."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar date has no zone
    except (TypeError, ValueError):
        return None


def _curated(entry: Mapping[str, Any]) -> Curated:
    value = entry["value"]
    text = value.isoformat() if isinstance(value, date) else normalise(value)
    return Curated(text, normalise(entry["reason"]), entry.get("overrides", False))
