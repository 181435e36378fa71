"""The folder of sources: one text a document, named by its permanent id, with perhaps a sidecar beside it."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DataProblems, Problem
from pipeline.markup import HTML_ENDING
from pipeline.read.decoding import decode
from pipeline.read.sidecar import parse_sidecar
from pipeline.records import Sidecar, SourceText
from pipeline.tables.schema import SLUG

TEXT_ENDINGS = (".txt", HTML_ENDING)
"""Endings of files that hold a document's text."""

SIDECAR_ENDING = ".toml"

# Gold annotations may lie beside the texts that they describe, and a folder may explain itself.
_ASIDE_ENDINGS = (".json",)
_ASIDE_NAMES = ("README.md",)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One document's files: its text and, where there is one, its sidecar."""

    directive_id: str
    path: Path
    sidecar: Path | None = None


def find_sources(folder: Path) -> list[SourceFile]:
    """All sources of a folder, sorted by id.

    Raises `DataProblems` listing every file that is misnamed, doubled or of another kind; hidden files,
    README.md and .json files are left aside.
    """
    files = _files(folder)
    texts = [path for path in files if path.suffix != SIDECAR_ENDING]
    sidecars = {path.stem: path for path in files if path.suffix == SIDECAR_ENDING}
    problems = [*_misnamed(texts), *_doubled(texts), *_lonely(sidecars, texts)]
    if not texts:
        problems.append(Problem(str(folder), f"holds no document ({_endings()})."))
    sources = [SourceFile(path.stem, path, sidecars.get(path.stem)) for path in texts]
    if problems:
        raise DataProblems([*problems, *_unreadable(sources)])
    return sources


def source_file(path: Path) -> SourceFile:
    """One source by its path, with the sidecar beside it; raises `DataProblems` where its name is no id."""
    if problems := list(_misnamed([path])):
        raise DataProblems(problems)
    sidecar = path.with_suffix(SIDECAR_ENDING)
    return SourceFile(path.stem, path, sidecar if sidecar.is_file() else None)


def read_source(file: SourceFile) -> SourceText:
    """Read and decode one source and its sidecar; raises `DataProblems` with all mistakes of both."""
    problems: list[Problem] = []
    data = _bytes(file.path)
    text, encoding, sidecar = "", "", Sidecar()
    try:
        text, encoding = decode(data, file.path.name)
    except DataProblems as error:
        problems += error.problems
    try:
        if file.sidecar:
            sidecar = parse_sidecar(_bytes(file.sidecar), file.sidecar.name)
    except DataProblems as error:
        problems += error.problems
    if problems:
        raise DataProblems(problems)
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(file.directive_id, file.path.name, digest, encoding, text, sidecar)


def _unreadable(sources: Sequence[SourceFile]) -> Iterator[Problem]:
    """What is wrong inside the files, so that a maintainer learns all mistakes of a folder at once."""
    for source in sources:
        if source.path.is_dir() or source.path.suffix not in TEXT_ENDINGS:
            continue
        try:
            read_source(source)
        except DataProblems as error:
            yield from error.problems


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        what = "is not a folder." if folder.exists() else "there is no such folder."
        raise DataProblems([Problem(str(folder), what, "Give the folder that holds the source texts.")])
    return sorted(path for path in folder.iterdir() if not _is_aside(path))


def _is_aside(path: Path) -> bool:
    return path.name.startswith(".") or path.name in _ASIDE_NAMES or path.suffix in _ASIDE_ENDINGS


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataProblems([Problem(path.name, f"cannot be read: {error.strerror}.")]) from error


def _misnamed(texts: Sequence[Path]) -> Iterator[Problem]:
    for path in texts:
        if path.is_dir():
            yield Problem(path.name, "is a folder.", "Sources lie side by side in one folder.")
        elif path.suffix not in TEXT_ENDINGS:
            yield Problem(path.name, f"is not a source: {_endings()}.", "Save its text so, or remove it.")
        elif not re.fullmatch(SLUG, path.stem):
            yield Problem(path.name, f"{path.stem!r} is no id.", "Use a-z, 0-9 and single hyphens.")


def _doubled(texts: Sequence[Path]) -> Iterator[Problem]:
    by_stem: dict[str, list[str]] = defaultdict(list)
    for path in texts:
        by_stem[path.stem].append(path.name)
    for stem, names in by_stem.items():
        if len(names) > 1:
            yield Problem(stem, f"{len(names)} files have this id: {', '.join(names)}.", "Keep one.")


def _lonely(sidecars: dict[str, Path], texts: Sequence[Path]) -> Iterator[Problem]:
    stems = {path.stem for path in texts}
    for stem, path in sidecars.items():
        if stem not in stems:
            yield Problem(path.name, f"no text stands beside it ({stem}{TEXT_ENDINGS[0]}).")


def _endings() -> str:
    return f"sources end in {' or '.join(TEXT_ENDINGS)}, their sidecars in {SIDECAR_ENDING}"
