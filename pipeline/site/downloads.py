"""What can be downloaded: the package as it is, as one zip, and each document as JSON; and the sitemap."""

import json
import shutil
from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from pipeline.site.archive import Archive, write_archive
from pipeline.site.corpus import Corpus
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import TABLES, Directive

ARCHIVE = "chithi.zip"
WHOLE = "chithi-site.zip"
FOLDER = "tai-ve"

_HOW_TO_READ = """\
Cả trang, để đọc không cần mạng. Mở index.html là đọc được; để tìm kiếm, cần một máy chủ tĩnh, chẳng hạn
chạy một trong hai lệnh này trong thư mục này rồi mở http://127.0.0.1:8000/

    python -m http.server --bind 127.0.0.1
    chithi serve --site .

The whole site, to be read without a network. Pages open straight from index.html; searching needs any static
server, such as one of the two commands above, run in this folder.
"""

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


def write_downloads(corpus: Corpus, output: Path) -> None:
    """Write `tai-ve/` into a site: the package's files, and all of them as one zip."""
    target = output / FOLDER
    paths = published_files(corpus.package.folder)
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(corpus.package.folder / path, target / path)
    write_archive(target / ARCHIVE, "chithi", ((path, target / path) for path in paths))


def downloads_page(corpus: Corpus, output: Path, whole: Archive | None = None) -> Page:
    """The page that lists what was written, with the archive of the site where there is one already."""
    target = output / FOLDER
    paths = published_files(corpus.package.folder)
    body = render(
        "downloads.html",
        f"{FOLDER}/",
        files=[(path, _description(path), _size((target / path).stat().st_size)) for path in paths],
        archive_size=_size((target / ARCHIVE).stat().st_size),
        whole=whole,
        whole_size=_size(whole.size) if whole else "",
    )
    description = "Cả gói dữ liệu, từng bảng CSV, các bản gốc, và cả trang này để đọc không cần mạng."
    return Page(f"{FOLDER}/", "Tải dữ liệu", description, body, "list")


def write_whole_site(output: Path) -> Archive:
    """Pack a finished site into one zip for reading without a network, in `tai-ve/`, where the zip itself stays out.

    In it stands the downloads page as it is before there is this archive, for it cannot tell its own checksum.
    """
    archive = output / FOLDER / WHOLE
    paths = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    entries: list[tuple[str, Path | str]] = [(path, output / path) for path in paths]
    return write_archive(archive, "chithi-site", [("README.txt", _HOW_TO_READ), *entries])


def _description(path: str) -> str:
    if path.endswith(".toml"):
        return "Xuất xứ của bản gốc và điều do người phụ trách xác định"
    return _DESCRIPTIONS.get(
        path.removeprefix("data/"), "Bản gốc, từng byte" if path.startswith("source/") else ""
    )


def _size(count: int) -> str:
    """A number of bytes in thousands, or in millions from a million on: `812 KB`, `4,6 MB`."""
    return f"{count / 1e6:.1f} MB".replace(".", ",") if count >= 1e6 else f"{max(1, round(count / 1000))} KB"


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
    return {name: getattr(row, name) for name in row.__slots__}


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
