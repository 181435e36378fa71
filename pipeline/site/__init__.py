"""The site: everything a reader sees, made from an emitted package and nothing else.

Pages come from Jinja2 templates as escaped HTML, laid into moulds that mkdocs made once (see `shell`). Links are
relative and end in a slash, as the permanent addresses do; on a disk, where no server turns `x/` into
`x/index.html`, a few lines of script do so, because a reader copies the address that a link shows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.site.compare import compare_page
from pipeline.site.corpus import Corpus
from pipeline.site.deadlines import deadline_pages
from pipeline.site.directive import directive_page
from pipeline.site.directives import ROWS_FILE, directive_pages, list_rows
from pipeline.site.downloads import directive_json, downloads_page, sitemap, write_downloads, write_whole_site
from pipeline.site.lists import list_pages
from pipeline.site.load import load_package
from pipeline.site.moved import moved_pages
from pipeline.site.search import write_index
from pipeline.site.shell import MOULD, Page, Shell, build_shell
from pipeline.site.slots import fill_slots
from pipeline.site.templates import render
from pipeline.site.topics import topic_pages

PROJECT = Path(__file__).parents[2]
"""The folder with `mkdocs.yml` and `site/`: the site is built from a checkout."""

MOVED = PROJECT / "site" / "moved.csv"
"""The ids that have changed, old and new."""


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was written: pages of HTML, documents among them, and units in the search index."""

    pages: int
    documents: int
    search_units: int


def build_site(
    datapackage: Path, output: Path, report: Callable[[str], None] = lambda _: None, site_url: str = ""
) -> SiteReport:
    """Write a whole site into the new or empty folder `output`.

    `datapackage` is a package's folder or its `datapackage.json`; `report` hears of each page's address as it is
    written; `site_url` is where the site will live (`https://example.org/chithi/`), for canonical addresses and
    the sitemap. Raises `ChithiError` where the package cannot be read.
    """
    corpus = Corpus(load_package(datapackage))
    output.mkdir(parents=True, exist_ok=True)
    shell = build_shell(PROJECT, output, site_url and site_url.rstrip("/") + "/")
    addresses = [*_write_pages(corpus, shell, output, report), *_write_hand_written(corpus, shell, output)]
    lost = Page("404.html", "Không có trang này", "Không có trang này", _lost(shell), "list")
    _write(output / "404.html", shell.render_lost(lost))
    _write(output / ROWS_FILE, list_rows(corpus))
    units = write_index(corpus, output / "tim")
    _write(output / "sitemap.xml", sitemap(shell.site_url, sorted(addresses)))
    _write(output / "robots.txt", _robots(shell.site_url))
    write_page(shell, output, downloads_page(corpus, output, write_whole_site(output)))
    return SiteReport(len(addresses) + 1, len(corpus.directives), units)


def data_pages(corpus: Corpus) -> Iterator[Page]:
    """Every page that the data make, one at a time: a page is forgotten once it is written."""
    for directive in corpus.directives:
        yield directive_page(corpus, directive)
        yield compare_page(corpus, directive)
    yield from directive_pages(corpus)
    yield from deadline_pages(corpus)
    yield from list_pages(corpus)
    yield from topic_pages(corpus)
    yield from moved_pages(corpus, MOVED)


def _write_pages(corpus: Corpus, shell: Shell, output: Path, report: Callable[[str], None]) -> Iterator[str]:
    for directive in corpus.directives:
        _write(
            output / "api" / "directives" / f"{directive.directive_id}.json",
            directive_json(corpus, directive),
        )
    write_downloads(corpus, output)
    for page in chain(data_pages(corpus), [downloads_page(corpus, output)]):
        write_page(shell, output, page)
        report(page.address)
        if page.kind != "moved":
            yield page.address


def _write_hand_written(corpus: Corpus, shell: Shell, output: Path) -> Iterator[str]:
    for address, parts in shell.moulds.items():
        if address != MOULD:
            slots = fill_slots(corpus, address, parts[1::2])
            _write(output / address / "index.html", shell.render_written(address, slots))
            yield address


def _robots(site_url: str) -> str:
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {site_url}sitemap.xml\n" if site_url else "")


def _lost(shell: Shell) -> str:
    return render("lost.html", "", root=shell.root)


def write_page(shell: Shell, output: Path, page: Page) -> None:
    """Write a page at its address."""
    _write(output / page.address / "index.html", shell.render(page))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
