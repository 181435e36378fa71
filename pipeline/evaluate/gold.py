"""A gold file, and the texts that its line numbers stand for.

A gold file `<directive_id>.json` holds `directive_id`, `directive` (columns of directives), `clauses` (path, label,
kind, role, first and last line) and, where they were annotated, `citations`, `deadlines`, `recipients`, `assignments`,
`stamps`, `topics`, `removed_lines`. Optional details: a clause's `cut`, [start, end) in its joined lines, where several clauses
share a line; a recipient's `name`, where its line is not just the name; `either_lines`, which a program may keep or
remove. Lines removed or open inside a clause's range are no part of its text.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import DataProblems, Problem
from pipeline.read import decode
from pipeline.text import INVISIBLE, fold_tones

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_BULLET = re.compile(r"^\s*[-–+•]\s*")
_BAR = re.compile(r"(?<!\S)\|(?!\S)")
"""A bar between the cells of a table: the contract joins a row's cells by one space."""
_BRACE = re.compile(r"\s*}\s*(\(.*?\))?\s*$")


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document: its gold and its source, whole and by lines."""

    directive_id: str
    gold: Mapping[str, Any]
    source: str
    lines: Sequence[str]

    @property
    def open_lines(self) -> set[int]:
        """Lines that may be kept or removed."""
        return set(self.gold.get("either_lines", []))

    def clause_text(self, clause: Mapping[str, Any]) -> str:
        """A gold clause's text in compare-form, without its label."""
        skipped = self.open_lines | set(self.gold.get("removed_lines", []))
        text = plain(self._joined(clause["lines"], skipped))
        if "cut" in clause:
            start, end = clause["cut"]
            text = text[start:end].strip()
        text = text.replace("*", "").strip()
        return fold(_BAR.sub(" ", text).strip().removeprefix(clause["label"]))

    def recipient_name(self, recipient: Mapping[str, Any]) -> str:
        """A gold recipient's name in compare-form: the one given, or its line without bullet and brace."""
        if recipient.get("name"):
            return fold(recipient["name"])
        line = _BULLET.sub("", plain(self.lines[recipient["line"] - 1]))
        return fold(_BRACE.sub("", line).strip(" ,.;"))

    def _joined(self, span: Sequence[int], skipped: Collection[int]) -> str:
        first, last = span
        return " ".join(self.lines[number - 1] for number in range(first, last + 1) if number not in skipped)


def plain(text: str | None) -> str:
    """NFC, no invisible characters, single spaces: the contract's normalisation less emphasis marks."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text or "")).split())


def fold(text: str | None) -> str:
    """The form in which texts are compared: plain, no emphasis, small letters, tone marks in new places."""
    return fold_tones(plain(plain(text).replace("*", "")).casefold())


def is_ink(character: str) -> bool:
    """Whether a character is neither white space nor invisible."""
    return not (character.isspace() or _INVISIBLE.match(character))


def read_gold(gold_folder: Path, source_folder: Path) -> list[GoldDocument]:
    """All gold documents by file name; raises `DataProblems` where there are none, or one lacks its source."""
    paths = sorted(gold_folder.glob("*.json"))
    if not paths:
        raise DataProblems([Problem(str(gold_folder), "holds no gold (<directive_id>.json).")])
    return [_read(path, source_folder) for path in paths]


def _read(path: Path, source_folder: Path) -> GoldDocument:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        directive_id = gold["directive_id"]
    except (ValueError, KeyError, TypeError) as error:
        raise DataProblems([Problem(path.name, f"is not gold: {error!r}.")]) from error
    source_path = source_folder / f"{directive_id}.txt"
    if not source_path.is_file():
        raise DataProblems([Problem(path.name, f"its source {directive_id}.txt is not in {source_folder}.")])
    source, _ = decode(source_path.read_bytes(), source_path.name)
    return GoldDocument(directive_id, gold, source, source.replace("\r\n", "\n").split("\n"))
