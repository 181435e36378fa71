"""What can be downloaded: the package as it is, as one zip, and each document as JSON; and the sitemap."""

import json
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from pipeline.errors import ChithiError
from pipeline.site.corpus import Corpus
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import TABLES, Directive

ARCHIVE = "chithi.zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The one date of every file in the archive (the first that zip knows): the same data give the same bytes."""

_DESCRIPTIONS = {f"{table.name}.csv": table.description.vi for table in TABLES}


def package_files(corpus: Corpus) -> list[str]:
    """The files of the package that are published: its descriptor, its tables and its sources, as relative paths."""
    folder = corpus.package.folder
    data = sorted(path.relative_to(folder).as_posix() for path in corpus.package.files.values())
    sources = [row.source_path for row in corpus.package.directives]
    return ["datapackage.json", *data, *sorted(sources)]


def write_downloads(corpus: Corpus, output: Path) -> Page:
    """Write `tai-ve/` (files and zip) into a site; the answer is the page that lists them."""
    target = output / "tai-ve"
    paths = package_files(corpus)
    for path in paths:
        _copy(corpus.package.folder / path, target / path, target)
    _write_archive(target / ARCHIVE, target, paths)
    files = [(path, _description(path), _size(target / path)) for path in paths]
    body = render("downloads.html", "tai-ve/", files=files, archive_size=_size(target / ARCHIVE))
    description = "Cả gói dữ liệu, từng bảng CSV và các bản gốc để tải về."
    return Page("tai-ve/", "Tải dữ liệu", description, body, "list")


def _copy(source: Path, target: Path, root: Path) -> None:
    if not target.resolve().is_relative_to(root.resolve()):
        raise ChithiError(f"{source}: the package names a file outside itself.")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write_archive(archive: Path, folder: Path, paths: Iterable[str]) -> None:
    with zipfile.ZipFile(archive, "w") as file:
        for path in paths:
            entry = zipfile.ZipInfo(f"chithi/{path}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, (folder / path).read_bytes())


def _description(path: str) -> str:
    if path == "datapackage.json":
        return "Mô tả mọi bảng và cột (Data Package)"
    return _DESCRIPTIONS.get(path.rsplit("/", 1)[-1], "Bản gốc, từng byte")


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
    document = asdict(directive) | {name: [asdict(row) for row in rows] for name, rows in tables.items()}
    return json.dumps(document, ensure_ascii=False, indent=1, default=_plain) + "\n"


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
