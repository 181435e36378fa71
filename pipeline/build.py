"""From sources to outputs: the only module that writes. Gather everything, check it, then swap it in."""

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pipeline.cache import Cache
from pipeline.corpus import Corpus, assemble
from pipeline.errors import DataProblems, Problem
from pipeline.output import replacing
from pipeline.package import package_files
from pipeline.parsing import Progress, executor_for, parse_all
from pipeline.read import SourceFile, find_sources
from pipeline.validate import validate

Report = Callable[[str], None]
"""Told in one line what is going on."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    documents: int
    clauses: int
    removed_characters: int
    anomalies: int


@dataclass(frozen=True, slots=True)
class Way:
    """How a build works, none of which changes its result; `page` hears of each page of the site."""

    executor: Executor | None = None
    workers: int | None = None
    cache: Path | None = None
    progress: Progress = lambda done, total: None
    report: Report = lambda line: None
    page: Report = lambda address: None


def build_package(source: Path, output: Path, way: Way) -> Summary:
    """Write the data package of a folder of sources, validated, in place of an earlier one.

    Raises `DataProblems` for bad sources and `ChithiError` for an unwritable output; then nothing changed.
    """
    files, corpus = _gather(source, way)
    with replacing(output) as folder:
        _write_package(corpus, files, folder, way.report)
    return summarise(corpus)


def build_site_only(datapackage: Path, output: Path, way: Way, site_url: str = "") -> None:
    """Write the site of a data package in place of an earlier one; raises as `build_package` does.

    `site_url` is the address that the site will have, for its sitemap and canonical addresses.
    """
    if not (datapackage / "datapackage.json").is_file():
        where, remedy = str(datapackage), "Run `chithi package` first."
        raise DataProblems([Problem(where, "holds no datapackage.json.", remedy)])
    with replacing(output) as folder:
        _write_site(datapackage, folder, way, site_url)


def build(source: Path, datapackage: Path, site: Path, way: Way, site_url: str = "") -> Summary:
    """Write package and site; swapped in when both are complete. Raises as `build_package` does."""
    files, corpus = _gather(source, way)
    with ExitStack() as outputs:
        site_folder = outputs.enter_context(replacing(site))
        package_folder = outputs.enter_context(replacing(datapackage))
        _write_package(corpus, files, package_folder, way.report)
        _write_site(package_folder, site_folder, way, site_url)
    return summarise(corpus)


def summarise(corpus: Corpus) -> Summary:
    """Count what a corpus holds; removed characters include blanks between removed words."""
    removed = sum(
        segment.source_end - segment.source_start
        for document in corpus.documents
        for segment in document.segments
        if segment.disposition == "removed"
    )
    return Summary(
        documents=len(corpus.documents),
        clauses=sum(len(document.clauses) for document in corpus.documents),
        removed_characters=removed,
        anomalies=sum(len(document.anomalies) for document in corpus.documents),
    )


def _gather(source: Path, way: Way) -> tuple[list[SourceFile], Corpus]:
    files = find_sources(source)
    way.report(f"Reading {len(files)} documents from {source}")
    with ExitStack() as own:
        executor = way.executor or own.enter_context(executor_for(len(files), way.workers))
        documents = parse_all(files, executor, Cache(way.cache), way.progress)
    return files, assemble(documents)


def _write_package(corpus: Corpus, files: list[SourceFile], folder: Path, report: Report) -> None:
    for name, content in package_files(corpus.rows):
        _write(folder / name, content)
    for file in files:
        for path in (file.path, file.sidecar):
            if path:
                _write(folder / "source" / path.name, path.read_bytes())
    report("Validating the data package")
    if problems := validate(folder):
        raise DataProblems(problems)


def _write_site(datapackage: Path, folder: Path, way: Way, site_url: str) -> None:
    from pipeline.site import build_site  # costs most of a second to import

    way.report("Writing the site")
    build_site(datapackage, folder, way.page, site_url)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
