"""Parsed documents kept between builds, so that an unchanged document costs only its reading.

An entry's name is a digest of everything that its content depends on: the source's bytes, the sidecar's, and
the program's own code and code lists. Entries are JSON of the published rows, safe to share; a damaged one
counts as absent. Warm and cold builds give the same bytes.
"""

import hashlib
import json
import os
import shutil
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import ChithiError
from pipeline.read import SourceFile
from pipeline.records import Document
from pipeline.tables import TABLES
from pipeline.tables.schema import Column, columns_of

_ROW_CLASSES = {table.name: table.row for table in TABLES}
_ROW_FIELDS = tuple(item.name for item in fields(Document) if item.name in _ROW_CLASSES)
_PROGRAM_ENDINGS = (".py", ".csv", ".toml")


class Cache:
    """A folder of parsed documents; None for the folder keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "chithi-parsed" / program_digest()[:16] if folder else None

    def get(self, file: SourceFile) -> Document | None:
        """The document parsed from these very files by this very program, if it is kept."""
        if self._folder is None:
            return None
        try:
            return decode_document(json.loads(self._entry(self._folder, file).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None  # absent or damaged: it will be parsed again

    def put(self, file: SourceFile, document: Document) -> None:
        """Keep a document and drop those of other versions; raises `ChithiError` on a full disk."""
        if self._folder is None:
            return
        try:
            self._write(self._folder, file, json.dumps(encode_document(document), ensure_ascii=False))
        except OSError as error:
            raise ChithiError(f"{self._folder}: cannot be written: {error.strerror}.") from error

    def _write(self, folder: Path, file: SourceFile, text: str) -> None:
        if not folder.is_dir():
            shutil.rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(parents=True)
        entry = self._entry(folder, file)
        unfinished = entry.with_suffix(f".{os.getpid()}")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(entry)

    @staticmethod
    def _entry(folder: Path, file: SourceFile) -> Path:
        digest = hashlib.sha256(file.path.name.encode())
        for path in (file.path, file.sidecar):
            content = path.read_bytes() if path else b""
            digest.update(b"%d\0" % len(content) + content)
        return folder / f"{digest.hexdigest()}.json"


@cache
def program_digest() -> str:
    """SHA-256 over the code and code lists of this package and the version of Unicode that Python knows."""
    root = Path(__file__).parent
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for path in sorted(root.rglob("*")):
        if path.suffix in _PROGRAM_ENDINGS:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def encode_document(document: Document) -> dict[str, Any]:
    """A document's rows as lists of JSON values, by table; dates in ISO form. The source is left out."""
    rows = {name: getattr(document, name) for name in _ROW_FIELDS}
    encoded = {name: [_encode_row(row) for row in table] for name, table in rows.items()}
    return encoded | {"directive": _encode_row(document.directive)}


def decode_document(encoded: Mapping[str, Any]) -> Document:
    """The document that `encode_document` wrote down; raises `KeyError` or `TypeError` on anything else."""
    tables: dict[str, Any] = {
        name: tuple(_decode_row(_ROW_CLASSES[name], row) for row in encoded[name]) for name in _ROW_FIELDS
    }
    return Document(directive=_decode_row(_ROW_CLASSES["directives"], encoded["directive"]), **tables)


def _encode_row(row: Any) -> list[Any]:
    row_class: type = type(row)
    values = (getattr(row, column.name) for column in columns_of(row_class))
    return [value.isoformat() if isinstance(value, date) else value for value in values]


def _decode_row(row_class: type, values: list[Any]) -> Any:
    columns = columns_of(row_class)
    pairs = zip(columns, values, strict=True)
    return row_class(**{column.name: _decode_value(column, value) for column, value in pairs})


def _decode_value(column: Column, value: Any) -> Any:
    return date.fromisoformat(value) if column.type == "date" and value is not None else value
