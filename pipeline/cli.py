"""The command line: the only module that prints or exits. Exit status 0 good, 1 problems, 2 wrong usage."""

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pipeline.build import Summary, Way, build, build_package, build_site_only
from pipeline.document import parse
from pipeline.errors import DataProblems
from pipeline.evaluate import evaluate
from pipeline.explain import explain
from pipeline.parsing import collect_seldom
from pipeline.read import read_source, source_file
from pipeline.serve import HOST, site_server
from pipeline.validate import validate
from pipeline.wanted import Wanted, works_cited

_BAR_AFTER_SECONDS = 1.0


def _examples(*commands: str) -> str:
    """The end of a help text: commands to try, kept on lines of their own by the backspace mark."""
    return "\b\nExamples:\n" + "\n".join(f"  {command}" for command in commands)


def _folder_option(name: str, help_text: str, default: str | None = None) -> Callable[..., Any]:
    """An option that names a folder: required, unless a default is given."""
    known: dict[str, Any] = {"default": default, "show_default": True} if default else {"required": True}
    return click.option(f"--{name}", type=click.Path(path_type=Path), metavar="DIR", help=help_text, **known)


_SITE_URL = click.option(
    "--site-url",
    default="",
    metavar="URL",
    help="Where the site will be published, for its sitemap and canonical links.",
)
_WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read documents; one for a small corpus, else one a core. The result is the same.",
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_examples(
        "chithi build",
        "chithi package --source my-texts --output my-data",
        "chithi explain source/son-la-2021-chi-thi.txt",
    ),
)
@click.version_option(package_name="chithi", message="%(prog)s %(version)s")
def main() -> None:
    """Turn Vietnamese official directives into open data and a readable site."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without Vietnamese letters shows \u1ecb for ị
            stream.reconfigure(errors="backslashreplace")


@main.command(
    "build", epilog=_examples("chithi build --source source --datapackage datapackage --site build/site")
)
@_folder_option("source", "Folder of source texts.", "source")
@_folder_option("datapackage", "Where the data package goes.", "datapackage")
@_folder_option("site", "Where the site goes.", "build/site")
@_folder_option("cache", "Where parsed documents are kept between builds.", "build/cache")
@_SITE_URL
@_WORKERS
def build_command(
    source: Path, datapackage: Path, site: Path, cache: Path, site_url: str, workers: int | None
) -> None:
    """Build the data package and the site from a folder of sources.

    Both replace the earlier ones when both are complete; on any problem the earlier ones stay as they are.
    """
    started = time.monotonic()
    summary = build(source, datapackage, site, _way(workers, cache), site_url)
    _echo_summary(summary, time.monotonic() - started)
    click.echo(f"Data: {datapackage / 'datapackage.json'}")
    click.echo(f"Site: {site / 'index.html'} (make serve, or chithi serve --site {site})")


@main.command("package", epilog=_examples("chithi package --source my-texts --output my-data"))
@_folder_option("source", "Folder of source texts.")
@_folder_option("output", "Where the data package goes.")
@click.option(
    "--cache",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where parsed documents are kept between builds; nowhere, if not given.",
)
@_WORKERS
def package_command(source: Path, output: Path, cache: Path | None, workers: int | None) -> None:
    """Build only the data package."""
    started = time.monotonic()
    summary = build_package(source, output, _way(workers, cache))
    _echo_summary(summary, time.monotonic() - started)
    click.echo(f"Data: {output / 'datapackage.json'}")


@main.command("validate", epilog=_examples("chithi validate datapackage"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def validate_command(folder: Path) -> None:
    """Check a data package: types, keys and references, and that nothing is lost or invented."""
    if problems := validate(folder):
        raise DataProblems(problems)
    click.echo(f"{folder}: the data package is sound.")


@main.command("site", epilog=_examples("chithi site --datapackage datapackage --output build/site"))
@_folder_option("datapackage", "Folder of the data package.")
@_folder_option("output", "Where the site goes.")
@_SITE_URL
def site_command(datapackage: Path, output: Path, site_url: str) -> None:
    """Build only the site, from a data package and nothing else."""
    build_site_only(datapackage, output, _way(), site_url)
    click.echo(f"Site: {output / 'index.html'}")


@main.command("explain", epilog=_examples("chithi explain source/son-la-2021-chi-thi.txt"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def explain_command(file: Path) -> None:
    """Tell for each line of a source what became of it, and which rule or clause it went to."""
    source = read_source(source_file(file))
    for fate in explain(source, parse(source)):
        click.echo(f"{fate.line:>5}  {fate.disposition:<7}  {fate.kind:<11}  {fate.because:<28}  {fate.text}")


@main.command(
    "evaluate",
    epilog=_examples(
        "chithi evaluate --source source --gold tests/gold/public --datapackage datapackage --misses"
    ),
)
@_folder_option("source", "Folder of source texts.")
@_folder_option("gold", "Folder of gold annotations, one <directive_id>.json a text.")
@_folder_option("datapackage", "Folder of the data package to judge.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--misses", is_flag=True, help="Also list everything missed or invented (on standard error).")
def evaluate_command(source: Path, gold: Path, datapackage: Path, as_json: bool, misses: bool) -> None:
    """Compare a data package with gold: how much is found, how much is right."""
    evaluation = evaluate(source, gold, datapackage)
    report = evaluation.report()
    for miss in evaluation.misses if misses else ():
        click.echo(miss, err=True)
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _echo_figures(report)


@main.command(
    "works", epilog=_examples("chithi works --missing", "chithi works --missing --limit 100 my-data")
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path), default="datapackage")
@click.option("--missing", is_flag=True, help="Only documents that the data package does not hold.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="How many to list.",
)
def works_command(folder: Path, missing: bool, limit: int) -> None:
    """List the documents that a data package cites, the most cited first: what to look for next.

    DIR is the folder of the data package, datapackage if not given.
    """
    works = works_cited(folder, missing=missing)
    click.echo(f"{'documents':>9}  {'citations':>9}  {'issued':<10}  document")
    for work in works[:limit]:
        _echo_work(work)
    if len(works) > limit:
        click.echo(f"{len(works) - limit:,} more: raise --limit to see them.")


@main.command("serve", epilog=_examples("chithi serve --port 8080"))
@_folder_option("site", "Folder of the built site.", "build/site")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one."
)
def serve_command(site: Path, port: int) -> None:
    """Show the built site in a browser on this machine, until interrupted."""
    with site_server(site, port) as server:
        click.echo(f"http://{HOST}:{server.server_address[1]}/ (stop with Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Stopped.")


def _echo_work(work: Wanted) -> None:
    """What it is, and below it who cites it (at most three by name)."""
    name = " ".join(filter(None, (work.document_type, work.number or work.title)))
    held = f" (held: {work.held_as})" if work.held_as else ""
    click.echo(f"{work.documents:>9}  {work.citations:>9}  {work.issued_on or '-':<10}  {name}{held}")
    more = f" and {len(work.cited_by) - 3} more" if len(work.cited_by) > 3 else ""
    click.echo(f"{'':<34}cited by {', '.join(work.cited_by[:3])}{more}")


class Bar:
    """A progress bar on standard error for work that takes longer than a second while a person watches."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show how many documents are done, of how many."""
        if not sys.stderr.isatty() or time.monotonic() - self._started < _BAR_AFTER_SECONDS:
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)
        if done == total:
            self._bar.render_finish()


class Pages:
    """A count of pages on standard error, likewise."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._count = 0

    def __call__(self, address: str) -> None:
        """Count one page more."""
        self._count += 1
        if sys.stderr.isatty() and time.monotonic() - self._started > _BAR_AFTER_SECONDS:
            click.echo(f"{self._count:,} pages\r", nl=False, err=True)


def _way(workers: int | None = None, cache: Path | None = None) -> Way:
    return Way(workers=workers, cache=cache, progress=Bar(), report=_report, page=Pages())


def _report(line: str) -> None:
    click.echo(line, err=True)


def _echo_summary(summary: Summary, seconds: float) -> None:
    counts = {
        "documents": summary.documents,
        "clauses": summary.clauses,
        "characters removed": summary.removed_characters,
        "anomalies": summary.anomalies,
    }
    click.echo(", ".join(f"{name}: {count:,}" for name, count in counts.items()) + f" ({seconds:.1f} s)")


def _echo_figures(report: dict[str, Any]) -> None:
    """One line a figure; the accuracy of directive fields is followed by each field's."""
    for name, figures in report.items():
        if isinstance(figures, str):
            click.echo(f"{name:<24}{figures}")
            continue
        by_field = figures.pop("by field", {})
        click.echo(f"{name:<24}" + "  ".join(f"{key} {value}" for key, value in figures.items()))
        for field, share in by_field.items():
            click.echo(f"  {field:<20}{share}")
