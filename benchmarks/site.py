"""Print the figures of the site: how fast its pages are written, in how much memory, and what it costs to open one.

Run as `python -m benchmarks.site [count]` in the environment of the tests; `count` directives of varied wording
(`corpus.kept_package`), 5,000 where none is given. Seconds are those of the processor, each in a process of its own.

- **The whole site** is all of `build_site`: reading the package, pages, search index, JSON, downloads, the zip.
- **Pages alone** reads the package and writes the pages, nothing else.
- **A bare Jinja2 loop** writes the same files, byte for byte (which is checked): the same templates, the frame too as
  a template, with every value ready at hand. It bounds from below what any generator on Jinja2 can do.
- **mkdocs-material** as it comes (its theme, its search) is given the finished bodies, each one block of HTML in a
  Markdown page outside `nav`: every n-th of our pages, at two sizes, for its pages a second hardly change with their
  number. It is spared what costs us most, to make the bodies from data, and the parsing of Markdown.

**Bytes** are what Chromium receives at a first visit, fonts and scripts too, from a host that compresses (gzip).
**Lighthouse** is optional, since it comes from npm: `npm install --prefix build/lighthouse lighthouse@13`. Where it is
there, the median of five runs is printed for a phone and for a desk; a busy machine lowers `performance`.
"""

import json
import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from jinja2 import Environment, Template
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from benchmarks.browser import chromium
from benchmarks.corpus import ROOT, kept_package
from benchmarks.host import static_host
from pipeline.site import build_site, data_pages, write_page
from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.site.shell import Page, Shell, build_shell

COUNT = 5000
STOCK_SIZES = (250, 1000)
LIGHTHOUSE = ROOT / "build/lighthouse/node_modules/.bin/lighthouse"
RUNS = 5
_FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run --disable-sync"


@dataclass(frozen=True, slots=True)
class Cost:
    """Pages written, processor seconds, and the most memory that the process held, in MB."""

    pages: int
    seconds: float
    memory: float = 0.0

    @property
    def speed(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


def main() -> None:
    """Print each figure as it is ready."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    package = kept_package(count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _say(f"The site of {count:,} directives")
        whole = _row("the whole site", _in_own_process(whole_site, package, folder / "whole"))
        pages = _row("pages alone", _in_own_process(pages_alone, package, folder / "pages"))
        bare = _row("bare Jinja2 loop", _in_own_process(bare_loop, package, folder / "bare"))
        for size in STOCK_SIZES:
            stock = _row(
                "mkdocs-material",
                _in_own_process(stock_site, package, folder / f"stock{size}", size, pages.pages),
            )
        _say(f"whole site against mkdocs-material: {whole.speed / stock.speed:.1f} times as fast")
        _say(f"pages alone against the bare loop: {pages.seconds / bare.seconds:.2f} times its time")
        with static_host(folder / "whole") as home:
            address = f"van-ban/{_middle(package)}/"
            _say(f"bytes at a first visit: home {_bytes(home):,}, a directive {_bytes(home + address):,}")
            _lighthouse(home + address)


def _row(name: str, cost: Cost) -> Cost:
    _say(
        f"{name:<18}{cost.pages:>8,} pages{cost.seconds:>9.1f} s{cost.speed:>9.0f} pages/s{cost.memory:>7.0f} MB"
    )
    return cost


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _in_own_process(work: Any, *given: Any) -> Cost:
    """Run a function in a process of its own, which begins with an empty memory and cold caches."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def whole_site(package: Path, folder: Path) -> Cost:
    """Build everything, as `chithi site` does."""
    start = process_time()
    report = build_site(package, folder)
    return Cost(report.pages, process_time() - start, _memory())


def pages_alone(package: Path, folder: Path) -> Cost:
    """Read the package and write the data pages."""
    start, count = process_time(), 0
    corpus, shell = _ready(package, folder)
    for page in data_pages(corpus):
        write_page(shell, folder, page)
        count += 1
    return Cost(count, process_time() - start, _memory())


def _ready(package: Path, folder: Path) -> tuple[Corpus, Shell]:
    folder.mkdir()
    return Corpus(load_package(package)), build_shell(ROOT, folder)


def bare_loop(package: Path, folder: Path) -> Cost:
    """Write the same pages by the templates alone; only rendering and writing are timed."""
    corpus, shell = _ready(package, folder)
    frame = _frame(shell)
    seconds, count = 0.0, 0
    for page, template, values in _recorded(corpus):
        slots = shell.slots(page)
        path = folder / page.address / "index.html"
        start = process_time()
        html = frame.render(slots=slots | {"body": template.render(values)})
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8", newline="\n")
        seconds += process_time() - start
        count += 1
        if html != shell.render(page):
            raise AssertionError(f"{page.address}: the bare loop wrote another page.")
    return Cost(count, seconds, _memory())


def _frame(shell: Shell) -> Template:
    """The mould as a template; its values are safe already."""
    parts = [f"{{{{ slots['{part}'] }}}}" if index % 2 else "{% raw %}" + part + "{% endraw %}"
             for index, part in enumerate(shell.mould)]  # fmt: skip
    return Environment(autoescape=False, keep_trailing_newline=True).from_string("".join(parts))  # noqa: S701


def _recorded(corpus: Corpus) -> Iterator[tuple[Page, Template, Mapping[str, Any]]]:
    """Each page with the template and the values that made its body."""
    calls: list[tuple[Template, dict[str, Any]]] = []
    render = Template.render

    def recording(template: Template, *given: Any, **values: Any) -> str:
        calls.append((template, values))
        return render(template, *given, **values)

    pages = data_pages(corpus)
    while True:
        calls.clear()
        with patch.object(Template, "render", recording):
            page = next(pages, None)
        if page is None:
            return
        yield page, *calls[-1]


def stock_site(package: Path, folder: Path, size: int, total: int) -> Cost:
    """Build about `size` of all pages with mkdocs-material as it comes."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    corpus = Corpus(load_package(package))
    (docs / "index.md").write_text("# Chithi\n", encoding="utf-8")
    for page in islice(data_pages(corpus), 0, None, max(1, total // size)):
        path = docs / page.address / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\ntitle: {json.dumps(page.title)}\n---\n\n{_one_block(page.body)}\n", encoding="utf-8"
        )
    settings = {
        "site_name": "Chithi",
        "docs_dir": "docs",
        "theme": {"name": "material"},
        "nav": [{"Home": "index.md"}],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    start = process_time()
    build_with_mkdocs(load_config(str(folder / "mkdocs.yml")))
    seconds = process_time() - start
    return Cost(len(list((folder / "site").rglob("index.html"))), seconds, _memory())


def _one_block(body: str) -> str:
    """A body as Markdown keeps it: one block of HTML, which no blank line may end."""
    return "<div>" + "\n".join(line for line in body.split("\n") if line.strip()) + "</div>"


def _middle(package: Path) -> str:
    """The id of a directive of middling length."""
    rows = sorted((row.word_count, row.directive_id) for row in load_package(package).directives)
    return rows[len(rows) // 2][1]


def _bytes(address: str) -> int:
    """What a browser with nothing kept receives until the page is quiet: bytes of all answers, heads left out."""
    with chromium() as browser:
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[int] = []
        session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
        page.goto(address, wait_until="networkidle")
        return sum(sizes)


def _lighthouse(address: str) -> None:
    if not LIGHTHOUSE.exists():
        _say("Lighthouse left out: npm install --prefix build/lighthouse lighthouse@13 puts it in its place.")
        return
    for name, options in (("phone", []), ("desk", ["--preset=desktop"])):
        scores = [_scores(address, options) for _ in range(RUNS)]
        middle = {key: statistics.median(each[key] for each in scores) for key in scores[0]}
        _say(f"Lighthouse, {name}: " + ", ".join(f"{key} {score:.0f}" for key, score in middle.items()))


def _scores(address: str, options: list[str]) -> dict[str, float]:
    """The points of each category, of 100."""
    wanted = "--only-categories=performance,accessibility,best-practices,seo"
    command = [
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        wanted,
        f"--chrome-flags={_FLAGS}",
        *options,
    ]
    chrome = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    answer = subprocess.run(  # noqa: S603 (our own words)
        command, env={**os.environ, "CHROME_PATH": chrome}, check=True, capture_output=True, text=True
    )
    return {key: 100 * row["score"] for key, row in json.loads(answer.stdout)["categories"].items()}


if __name__ == "__main__":
    main()
