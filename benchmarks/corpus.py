"""A corpus made of the gold documents, over and over, each time a little different, and the same pages as HTML."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.read import decode
from pipeline.text import normalise

ROOT = Path(__file__).parents[1]
FOLDERS = (
    (ROOT / "source", "public"),
    (ROOT / "tests/gold/shaped", "shaped"),
    (ROOT / "tests/gold/unseen", "unseen"),
)
_NUMBER = re.compile(r"\d+(?=/)")


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
        """The lines as the paragraphs of an HTML page."""
        body = "\n".join(f"<p>{html.escape(line)}</p>" for line in self.lines.values())
        head = f"<head><meta charset='utf-8'><title>{html.escape(self.name)}</title></head>"
        return f"<!DOCTYPE html>\n<html lang='vi'>{head}<body><div>\n{body}\n</div></body></html>\n"


def gold_samples() -> list[Sample]:
    """One sample for each gold document, in the order of their names."""
    return [
        _sample(path, source)
        for source, name in FOLDERS
        for path in sorted((ROOT / "tests/gold" / name).glob("*.json"))
    ]


def _sample(path: Path, source: Path) -> Sample:
    gold = json.loads(path.read_text(encoding="utf-8"))
    file = source / f"{gold['directive_id']}.txt"
    text = decode(file.read_bytes(), file.name)[0].replace("\r\n", "\n")
    removed, either = set(gold.get("removed_lines", [])), set(gold.get("either_lines", []))
    inked = {number for number, line in enumerate(text.split("\n"), 1) if normalise(line)} - either
    return Sample(gold["directive_id"], text, frozenset(inked - removed), frozenset(inked & removed))


def varied(samples: list[Sample], count: int) -> Iterator[Sample]:
    """The samples over and over up to a count; the numbers of documents differ at each turn."""
    for index in range(count):
        turn, place = divmod(index, len(samples))
        sample = samples[place]
        text = (
            _NUMBER.sub(lambda match, turn=turn: str(int(match[0][-6:]) + turn), sample.text)
            if turn
            else sample.text
        )
        yield Sample(f"{sample.name}-{turn}", text, sample.kept, sample.removed)
