"""Comparing every gold document with what the package says of it."""

import csv
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.errors import DataProblems, Problem
from pipeline.evaluate.assignments import compare_assignments, duties_found
from pipeline.evaluate.figures import Evaluation
from pipeline.evaluate.gold import GoldDocument, fold, is_ink, plain, read_gold

Cells = Mapping[str, str]

# Seals and handwritten signatures are not scored: a text seldom shows them.
_SCORED_STAMPS = ("received", "digital-signature")

# Of all relations those that change another document count; «cites» and «implements» are matters of degree.
_SCORED_RELATIONS = ("replaces", "amends", "repeals", "self")


@dataclass(frozen=True)
class Found:
    """What the package says of one document: its row in directives, if any, and its rows in other tables.

    `agency_ids` are the ids of the package's list of agencies by name in compare-form.
    """

    directive: Cells | None
    tables: Mapping[str, list[Cells]]
    agency_ids: Mapping[str, str]

    def path(self, row: Cells) -> str:
        """The path of the clause that a row belongs to; empty outside the clauses."""
        return self.paths.get(row["clause_id"], "")

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The path of each clause by its id."""
        return {clause["clause_id"]: clause["path"] for clause in self.tables["clauses"]}


def evaluate(source: Path, gold: Path, datapackage: Path) -> Evaluation:
    """Compare all gold of a folder with a data package; raises `DataProblems` where one of them is no such thing."""
    if not (datapackage / "datapackage.json").is_file():
        raise DataProblems(
            [Problem(str(datapackage), "holds no datapackage.json.", "Run `chithi package` first.")]
        )
    evaluation = Evaluation()
    found = _found(datapackage)
    for document in read_gold(gold, source):
        _compare(evaluation, document, found(document.directive_id))
    return evaluation


def _found(datapackage: Path) -> Callable[[str], Found]:
    directives = {row["directive_id"]: row for row in _rows(datapackage, "directives")}
    names = (
        "clauses",
        "citations",
        "deadlines",
        "recipients",
        "assignments",
        "stamps",
        "segments",
        "clause_topics",
    )
    tables: dict[str, dict[str, list[Cells]]] = {name: defaultdict(list) for name in names}
    for name, groups in tables.items():
        for row in _rows(datapackage, name):
            groups[row["directive_id"]].append(row)
    ids = {fold(row["name"]): row["agency_id"] for row in _rows(datapackage, "agencies")}
    return lambda key: Found(directives.get(key), {name: groups[key] for name, groups in tables.items()}, ids)


def _rows(datapackage: Path, table: str) -> list[Cells]:
    with (datapackage / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _compare(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    _fields(evaluation, document, found)
    _clauses(evaluation, document, found)
    optional = {
        "citations": _citations,
        "deadlines": _deadlines,
        "recipients": _recipients,
        "assignments": _assignments,
        "stamps": _stamps,
        "topics": _topics,
    }
    for name, compare in optional.items():
        if name in document.gold:
            compare(evaluation, document, found)
    _ledger(evaluation, document, found)
    if "removed_lines" in document.gold:
        gone = [number for number in _removed_lines(document, found) if number not in document.open_lines]
        evaluation.compare(document.directive_id, "removed lines", document.gold["removed_lines"], gone)


def _fields(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    for field, want in document.gold.get("directive", {}).items():
        got = (found.directive or {}).get(field) or ""
        right = found.directive is not None and fold(got) == fold(want)
        evaluation.fields_all[field] += 1
        evaluation.fields_right[field] += right
        if not right:
            evaluation.misses.append(
                f"{document.directive_id} directive.{field}: gold {want!r} found {got!r}"
            )


def _clauses(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    def node(clause: Mapping[str, Any]) -> tuple[str, ...]:
        return clause["path"], plain(clause["label"]), clause["kind"], clause["role"]

    gold, rows = document.gold["clauses"], found.tables["clauses"]
    evaluation.compare(document.directive_id, "clause tree", map(node, gold), map(node, rows))
    texts = [(clause["path"], document.clause_text(clause)) for clause in gold]
    by_path = {row["path"]: fold(row["text"]) for row in rows}
    evaluation.compare(document.directive_id, "clause text", texts, by_path.items())


def _citations(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    """Citations with a number or date, and the relations that change another document."""
    gold = document.gold["citations"]
    rows = [row for row in found.tables["citations"] if found.path(row)]
    evaluation.compare(
        document.directive_id,
        "citations",
        [
            _citation(row["path"], row["type"], row["number"], row["date"])
            for row in gold
            if row["number"] or row["date"]
        ],
        [
            _citation(found.path(row), row["cited_type"], row["cited_number"], row["cited_on"])
            for row in rows
            if row["cited_number"] or row["cited_on"]
        ],
    )
    evaluation.compare(
        document.directive_id,
        "relations",
        [(row["path"], fold(row["number"]), row["relation"]) for row in gold if row.get("relation")],
        [
            (found.path(row), fold(row["cited_number"]), row["relation"])
            for row in rows
            if row["relation"] in _SCORED_RELATIONS
        ],
    )


def _citation(path: str, kind: str, number: str | None, cited_on: str | None) -> tuple[str, ...]:
    return path, kind, fold(number), cited_on or ""


def _deadlines(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    gold, rows = document.gold["deadlines"], found.tables["deadlines"]
    evaluation.compare(
        document.directive_id,
        "deadlines",
        [(row["path"], row["kind"], row["starts_on"] or "", row["ends_on"] or "") for row in gold],
        [(found.path(row), row["kind"], row["starts_on"], row["ends_on"]) for row in rows],
    )


def _recipients(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    gold, rows = document.gold["recipients"], found.tables["recipients"]
    evaluation.compare(
        document.directive_id,
        "recipients",
        [(row["list"], document.recipient_name(row)) for row in gold],
        [(row["list"], fold(row["name"].strip(" ,.;"))) for row in rows],
    )


def _assignments(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    duties = duties_found(found.tables["assignments"], found.paths)
    compare_assignments(evaluation, document, duties, found.agency_ids)


def _stamps(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    gold, rows = document.gold["stamps"], found.tables["stamps"]
    evaluation.compare(
        document.directive_id,
        "stamps",
        [
            (row["kind"], row["number"] or "", row["stamped_on"] or "")
            for row in gold
            if row["kind"] in _SCORED_STAMPS
        ],
        [(row["kind"], row["number"], row["stamped_on"]) for row in rows if row["kind"] in _SCORED_STAMPS],
    )


def _topics(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    gold, rows = document.gold["topics"], found.tables["clause_topics"]
    evaluation.compare(
        document.directive_id,
        "topics",
        [(row["path"], topic) for row in gold for topic in row["topics"]],
        [(found.path(row), row["topic_id"]) for row in rows],
    )


def _ledger(evaluation: Evaluation, document: GoldDocument, found: Found) -> None:
    """Whether the segments cover the source exactly once."""
    spans = sorted((int(row["source_start"]), int(row["source_end"])) for row in found.tables["segments"])
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    exact = bool(spans) and starts == [0, *ends[:-1]] and ends[-1] == len(document.source)
    evaluation.ledgers_all += 1
    evaluation.ledgers_right += exact
    if not exact:
        evaluation.misses.append(
            f"{document.directive_id} ledger: the segments do not cover the source exactly once"
        )


def _removed_lines(document: GoldDocument, found: Found) -> list[int]:
    """The numbers of the source lines of which more than half of the ink is removed."""
    removed = [False] * len(document.source)
    for row in found.tables["segments"]:
        if row["disposition"] == "removed":
            start, end = int(row["source_start"]), int(row["source_end"])
            removed[start:end] = [True] * (end - start)
    at, numbers = 0, []
    for number, line in enumerate(document.source.split("\n"), 1):
        ink = [removed[at + index] for index, character in enumerate(line) if is_ink(character)]
        if sum(ink) * 2 > len(ink):
            numbers.append(number)
        at += len(line) + 1
    return numbers
