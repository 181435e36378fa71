"""A corpus made of the gold documents, over and over, each time a little different, and the same pages as HTML."""

import hashlib
import html
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.variation import bodies_of, parts_of, vary
from pipeline.build import Way, build_package
from pipeline.cache import program_digest
from pipeline.read import decode
from pipeline.text import normalise

ROOT = Path(__file__).parents[1]
FOLDERS = (
    (ROOT / "source", "public"),
    (ROOT / "tests/gold/shaped", "shaped"),
    (ROOT / "tests/gold/opened", "opened"),
    (ROOT / "tests/gold/opened-later", "opened-later"),
    (ROOT / "tests/gold/opened-third", "opened-third"),
    (ROOT / "tests/gold/unseen", "unseen"),
    (ROOT / "tests/gold/unseen-second", "unseen-second"),
)
_NUMBER = re.compile(r"\d+(?=/)")
_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<link rel="stylesheet" href="style.css"><script>window.dataLayer = [];</script></head>
<body><header><nav><ul>
{above}
</ul></nav></header>
<main><article><div class="content">
{body}
</div></article></main>
<footer><ul>
{below}
</ul></footer><script src="site.js"></script></body></html>
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, its numbered lines that have ink, and which of them gold keeps; open lines are left out of both."""

    name: str
    text: str
    kept: frozenset[int]
    removed: frozenset[int]

    @property
    def lines(self) -> dict[int, str]:
        """The normalised lines by number, counted from 1; blank ones are left out."""
        numbered = enumerate(self.text.split("\n"), 1)
        return {number: plain for number, line in numbered if (plain := normalise(line))}

    @property
    def page(self) -> str:
        """The lines as a web page that carries the document: what gold removes above and below it is menu and footer.

        So an extractor has the signs that it has on a real page; in a bare text we have none of them.
        """
        first, last = min(self.kept, default=0), max(self.kept, default=0)
        parts: tuple[tuple[str, str, Callable[[int], bool]], ...] = (
            ("li><a href='#'", "a></li", lambda number: number < first and number in self.removed),
            ("p", "p", lambda number: first <= number <= last or number not in self.removed),
            ("li><a href='#'", "a></li", lambda number: number > last and number in self.removed),
        )
        above, body, below = (
            "\n".join(
                f"<{tag}>{html.escape(line)}</{close}>" for number, line in self.lines.items() if fits(number)
            )
            for tag, close, fits in parts
        )
        return _PAGE.format(title=html.escape(self.name), above=above, body=body, below=below)


def gold_samples() -> list[Sample]:
    """One sample for each gold document, in the order of their names."""
    return [
        _sample(path, source)
        for source, name in FOLDERS
        for path in sorted((ROOT / "tests/gold" / name).glob("*.json"))
    ]


def _sample(path: Path, source: Path) -> Sample:
    text, gold = _text_and_gold(path, source)
    removed, either = set(gold.get("removed_lines", [])), set(gold.get("either_lines", []))
    inked = {number for number, line in enumerate(text.split("\n"), 1) if normalise(line)} - either
    return Sample(gold["directive_id"], text, frozenset(inked - removed), frozenset(inked & removed))


def varied(samples: list[Sample], count: int) -> Iterator[Sample]:
    """The samples over and over up to a count; the numbers of documents differ at each turn."""
    for index in range(count):
        turn, place = divmod(index, len(samples))
        sample = samples[place]
        text = _NUMBER.sub(partial(_plus, turn), sample.text) if turn else sample.text
        yield Sample(f"{sample.name}-{turn}", text, sample.kept, sample.removed)


def _plus(turn: int, match: re.Match[str]) -> str:
    return str(int(match[0][-6:]) + turn)


def write_sources(folder: Path, count: int, seed: int = 0) -> None:
    """Write so many directives of varied wording, `ban-00000.txt` and on, with their sidecars, into a new folder.

    They come from the gold that everyone may read: who looks at their pages must not see the blind set. The same
    count and seed give the same bytes.
    """
    shapes = [
        (parts_of(*_text_and_gold(path, source)), sidecar.read_text(encoding="utf-8").split("\n\n")[0])
        for source, name in FOLDERS[:2]
        for path in sorted((ROOT / "tests/gold" / name).glob("*.json"))
        for sidecar in [source / f"{path.stem}.toml"]
    ]
    foreign = bodies_of(parts for parts, _ in shapes)
    folder.mkdir(parents=True)
    for index in range(count):
        parts, sidecar = shapes[index % len(shapes)]
        text = vary(parts, foreign, Random(f"{seed} {index}"))  # noqa: S311 (no secret)
        (folder / f"ban-{index:05}.txt").write_text(text, encoding="utf-8")
        (folder / f"ban-{index:05}.toml").write_text(sidecar + "\n", encoding="utf-8")


def write_package(folder: Path, count: int, seed: int = 0) -> Path:
    """Write those directives into `folder/source` and their data package into `folder/datapackage`, given back."""
    write_sources(folder / "source", count, seed)
    build_package(folder / "source", folder / "datapackage", Way())
    return folder / "datapackage"


def _text_and_gold(path: Path, source: Path) -> tuple[str, dict[str, Any]]:
    file = source / f"{path.stem}.txt"
    text, gold = decode(file.read_bytes(), file.name)[0], json.loads(path.read_text(encoding="utf-8"))
    return text.replace("\r\n", "\n"), gold


def kept_package(count: int) -> Path:
    """The data package of so many varied directives under `build/`, made where it is not there yet.

    Its folder is named by the program, the makers and the gold, so that a change of any of them makes another.
    """
    digest = hashlib.sha256(program_digest().encode())
    makers = [
        *(Path(__file__).parent / name for name in ("corpus.py", "variation.py", "wording.py")),
        *(ROOT / "tests/gold").glob("[ps]*/*"),
        *(ROOT / "source").iterdir(),
    ]
    for path in sorted(makers):
        digest.update(path.read_bytes())
    folder = ROOT / "build" / "benchmark-corpora" / f"{count}-{digest.hexdigest()[:16]}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as unfinished:
            write_package(Path(unfinished) / "made", count)
            (Path(unfinished) / "made").rename(folder)
    return folder / "datapackage"
