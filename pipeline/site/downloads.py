"""What can be downloaded: the package as it is, as one zip, and each document as JSON; and the sitemap."""

import json
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from pipeline.site.corpus import Corpus
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import TABLES, Directive

ARCHIVE = "chithi.zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The one date of every file in the archive (the first that zip knows): the same data give the same bytes."""

_DESCRIPTIONS = {
    "README.md": "Giới thiệu gói dữ liệu",
    "datapackage.json": "Mô tả mọi bảng và cột (Data Package)",
    "deadlines.ics": "Lịch các thời hạn có ngày (iCalendar)",
    **{f"{table.name}.csv": table.description.vi for table in TABLES},
}


def published_files(folder: Path) -> list[str]:
    """The files of a package as relative paths: all but hidden ones, the descriptor and the tables first."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    shown = sorted(path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts))
    return sorted(shown, key=lambda path: (path.startswith("source/"), path.startswith("data/")))


def write_downloads(corpus: Corpus, output: Path) -> Page:
    """Write `tai-ve/` (files and zip) into a site; the answer is the page that lists them."""
    target = output / "tai-ve"
    paths = published_files(corpus.package.folder)
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(corpus.package.folder / path, target / path)
    _write_archive(target / ARCHIVE, target, paths)
    files = [(path, _description(path), _size(target / path)) for path in paths]
    body = render("downloads.html", "tai-ve/", files=files, archive_size=_size(target / ARCHIVE))
    description = "Cả gói dữ liệu, từng bảng CSV và các bản gốc để tải về."
    return Page("tai-ve/", "Tải dữ liệu", description, body, "list")


def _write_archive(archive: Path, folder: Path, paths: Iterable[str]) -> None:
    with zipfile.ZipFile(archive, "w") as file:
        for path in paths:
            entry = zipfile.ZipInfo(f"chithi/{path}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, (folder / path).read_bytes())


def _description(path: str) -> str:
    if path.endswith(".toml"):
        return "Xuất xứ của bản gốc và điều do người phụ trách xác định"
    return _DESCRIPTIONS.get(
        path.removeprefix("data/"), "Bản gốc, từng byte" if path.startswith("source/") else ""
    )


def _size(path: Path) -> str:
    return f"{max(1, round(path.stat().st_size / 1000))} KB"


def directive_json(corpus: Corpus, directive: Directive) -> str:
    """One document and all rows that belong to it, with the names of the tables and columns."""
    key = directive.directive_id
    tables: dict[str, Iterable[Any]] = {
        "clauses": corpus.clauses_of.get(key, []),
        "citations": corpus.citations_of.get(key, []),
        "assignments": corpus.assignments_of.get(key, []),
        "deadlines": corpus.deadlines_of.get(key, []),
        "recipients": corpus.recipients_of.get(key, []),
        "stamps": corpus.stamps_of.get(key, []),
        "anomalies": corpus.anomalies_of.get(key, []),
    }
    document = _cells(directive) | {name: [_cells(row) for row in rows] for name, rows in tables.items()}
    return json.dumps(document, ensure_ascii=False, default=_plain) + "\n"


def _cells(row: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {value!r}")


def sitemap(site_url: str, addresses: Iterable[str]) -> str:
    """A sitemap of all pages (sitemaps.org 0.9); its addresses are absolute where the site's home is known."""
    lines = "".join(
        f"  <url><loc>{escape(site_url + address or './')}</loc></url>\n" for address in addresses
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
