"""A sound package passes, and each kind of error planted in it is named with its file, row and column."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package

from pipeline.validate import validate

Rows = list[dict[str, str]]


def test_the_tiny_package_is_sound(tiny_package: Path) -> None:
    assert validate(tiny_package) == []


def test_frictionless_alone_accepts_it_too(tiny_package: Path) -> None:
    assert Package(str(tiny_package / "datapackage.json")).validate().valid


def spoil(package: Path, table: str, change: Callable[[Rows], None]) -> list[str]:
    """Change a table's rows, mend size and digest in the descriptor, and give validation's sentences."""
    path = package / "data" / f"{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_mended(package, table, out.getvalue().encode())
    return [str(problem) for problem in validate(package)]


def write_mended(package: Path, table: str, content: bytes) -> None:
    (package / "data" / f"{table}.csv").write_bytes(content)
    path = package / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    for resource in described["resources"]:
        if resource["name"] == table:
            resource["bytes"] = len(content)
            resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    path.write_text(json.dumps(described), encoding="utf-8")


def cell(row: int, column: str, value: str) -> Callable[[Rows], None]:
    """A change of one cell; rows count from 0."""

    def change(rows: Rows) -> None:
        rows[row][column] = value

    return change


def doubled(rows: Rows) -> None:
    rows.append(dict(rows[-1]))


def swapped(rows: Rows) -> None:
    rows[1], rows[2] = rows[2], rows[1]


def replaced_by_words_at(start: str, end: str) -> Callable[[Rows], None]:
    """A directive that is said to be replaced, by words at this place of its own source."""

    def change(rows: Rows) -> None:
        said = {"evidence_directive_id": "vi-du", "evidence_start": start, "evidence_end": end}
        rows[0].update({"state": "replaced", **said})

    return change


SCHEMA_ERRORS = {
    "broken reference": ("citations", cell(0, "work_id", "luat-khac"), "data/citations.csv, row 2, work_id"),
    "broken self-reference": (
        "clauses",
        cell(2, "parent_id", "vi-du/9"),
        "data/clauses.csv, row 4, parent_id",
    ),
    "duplicate key": ("clauses", doubled, "data/clauses.csv, row 5"),
    "duplicate composite key": ("segments", doubled, "data/segments.csv, row 19"),
    "empty key": ("segments", cell(0, "position", ""), "data/segments.csv, row 2, position"),
    "bad enum": ("clauses", cell(0, "kind", "verse"), "data/clauses.csv, row 2, kind"),
    "bad date": ("deadlines", cell(0, "ends_on", "2021-02-30"), "data/deadlines.csv, row 2, ends_on"),
    "bad pattern": (
        "directives",
        cell(0, "source_sha256", "0xyz"),
        "data/directives.csv, row 2, source_sha256",
    ),
    "empty required": ("recipients", cell(0, "name", ""), "data/recipients.csv, row 2, name"),
    "not an integer": ("clauses", cell(0, "level", "one"), "data/clauses.csv, row 2, level"),
    "below minimum": ("clauses", cell(0, "level", "0"), "data/clauses.csv, row 2, level"),
    "above maximum": ("directives", cell(0, "character_coverage", "1.5"), "row 2, character_coverage"),
}

CROSS_ERRORS = {
    "an end without words": (
        "validity",
        cell(0, "state", "replaced"),
        "data/validity.csv, row 2, evidence_directive_id: does not fit the state replaced.",
    ),
    "words outside their source": (
        "validity",
        replaced_by_words_at("90", "120"),
        "data/validity.csv, row 2, evidence_end: 90 to 120 is no stretch of the source of vi-du.",
    ),
    "a topic's words outside their source": (
        "clause_topics",
        cell(0, "source_end", "5"),
        "data/clause_topics.csv, row 2, source_end: 46 to 5 is no stretch",
    ),
    "gap between segments": ("segments", cell(2, "source_start", "9"), "row 4, source_start: should be 8"),
    "segments stop early": (
        "segments",
        cell(16, "source_end", "98"),
        "row 18, source_end: segments end at 98",
    ),
    "segment positions": ("segments", cell(16, "position", "18"), "row 18, position: should be 17"),
    "removed without rule": ("segments", cell(2, "rule_id", ""), "row 4, rule_id: is empty"),
    "ink called blank": ("segments", cell(2, "disposition", "blank"), "row 4, disposition: is blank"),
    "text of no clause": ("segments", cell(4, "clause_id", ""), "row 6, clause_id: must be given"),
    "kept without kind": ("segments", cell(0, "kind", ""), "row 2, kind: is empty"),
    "coverage": (
        "directives",
        cell(0, "character_coverage", "0.5"),
        "character_coverage: should be 0.923077",
    ),
    "text not of its segments": (
        "clauses",
        cell(1, "text", "Sở Y tế"),
        "row 3, text: is not what its segments",
    ),
    "label not at the front": ("clauses", cell(2, "label", "b)"), "data/clauses.csv, row 4, text"),
    "clause count": ("directives", cell(0, "clause_count", "4"), "clause_count: should be 3"),
    "reading order": ("clauses", swapped, "data/clauses.csv, row 3, position: should be 2"),
    "child before its parent": ("clauses", swapped, "row 3, parent_id: vi-du/1 does not come before"),
    "level": ("clauses", cell(2, "level", "3"), "row 4, level: should be 2"),
    "level at the top": ("clauses", cell(0, "level", "2"), "row 2, level: should be 1"),
    "id and path": ("clauses", cell(0, "path", "1"), "row 2, clause_id: is not directive_id/path"),
    "evidence against the row": ("evidence", cell(2, "value", "Lai Châu"), "row 4, value: 'Lai Châu' is not"),
    "evidence of no column": ("evidence", cell(2, "field", "tinh"), "row 4, field: tinh is no column"),
    "stated nowhere": ("evidence", cell(2, "basis", "stated"), "row 4, source_start: is empty"),
    "inferred without reason": ("evidence", cell(2, "reason", ""), "row 4, reason: is empty"),
    "period that ends before it starts": ("deadlines", cell(0, "starts_on", "2021-03-01"), "row 2, ends_on"),
    "date without basis": ("directives", cell(0, "issued_on_basis", ""), "row 2, issued_on_basis"),
    "span outside the source": ("stamps", cell(0, "source_end", "100"), "row 2, source_end: 0 to 100"),
    "half a span": ("evidence", cell(0, "source_end", ""), "data/evidence.csv, row 2, source_end: is empty"),
    "rule hits": ("rules", cell(0, "hit_count", "7"), "row 2, hit_count: should be 1"),
    "citation count": ("works", cell(0, "citation_count", "7"), "row 2, citation_count: should be 1"),
    "other source": (
        "directives",
        cell(0, "source_sha256", "0" * 64),
        "row 2, source_sha256: is not the digest",
    ),
    "no such source": (
        "directives",
        cell(0, "source_path", "source/x.txt"),
        "row 2, source_path: the package",
    ),
    "source outside": ("directives", cell(0, "source_path", "../x.txt"), "row 2, source_path: ../x.txt lies"),
    "encoding": (
        "directives",
        cell(0, "source_encoding", "ascii"),
        "row 2, source_encoding: should be utf-8",
    ),
}


@pytest.mark.parametrize(("table", "change", "sentence"), SCHEMA_ERRORS.values(), ids=list(SCHEMA_ERRORS))
def test_errors_against_the_schema(
    tiny_package: Path, table: str, change: Callable[[Rows], None], sentence: str
) -> None:
    assert any(sentence in problem for problem in spoil(tiny_package, table, change))


@pytest.mark.parametrize(("table", "change", "sentence"), CROSS_ERRORS.values(), ids=list(CROSS_ERRORS))
def test_errors_across_columns(
    tiny_package: Path, table: str, change: Callable[[Rows], None], sentence: str
) -> None:
    assert any(sentence in problem for problem in spoil(tiny_package, table, change))


def test_a_clause_of_another_document(tiny_package: Path) -> None:
    def add_document(rows: Rows) -> None:
        rows.append(rows[0] | {"directive_id": "khac", "clause_count": "0"})

    spoil(tiny_package, "directives", add_document)
    problems = spoil(tiny_package, "citations", cell(0, "directive_id", "khac"))
    assert any("row 2, clause_id: vi-du/preamble.par1 is a clause of another" in each for each in problems)


def test_a_missing_column(tiny_package: Path) -> None:
    text = (tiny_package / "data/provinces.csv").read_text(encoding="utf-8")
    lines = [line.rsplit(",", 1)[0] for line in text.splitlines()]
    write_mended(tiny_package, "provinces", "\n".join([*lines, ""]).encode())
    assert any("data/provinces.csv" in str(each) and "slug" in str(each) for each in validate(tiny_package))


def test_a_column_missing_from_data_and_description_alike(tiny_package: Path) -> None:
    path = tiny_package / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["resources"][0]["schema"]["fields"].pop()
    path.write_text(json.dumps(described), encoding="utf-8")
    assert [problem.where for problem in validate(tiny_package)] == ["datapackage.json"]


def test_a_table_that_is_not_described(tiny_package: Path) -> None:
    path = tiny_package / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["resources"] = [each for each in described["resources"] if each["name"] != "validity"]
    path.write_text(json.dumps(described), encoding="utf-8")
    assert [problem.what for problem in validate(tiny_package)] == ["does not describe the table validity."]


def test_a_file_that_is_not_the_one_described(tiny_package: Path) -> None:
    with (tiny_package / "data/provinces.csv").open("ab") as stream:
        stream.write("15,Yên Bái,Yen Bai,,yen-bai\n".encode())
    assert any("hash" in str(problem).lower() for problem in validate(tiny_package))


def test_a_missing_file(tiny_package: Path) -> None:
    (tiny_package / "data/provinces.csv").unlink()
    assert any("provinces.csv" in str(problem) for problem in validate(tiny_package))


@pytest.mark.parametrize("content", ["{", "[]", '{"resources": [1]}'])
def test_a_broken_description(tiny_package: Path, content: str) -> None:
    (tiny_package / "datapackage.json").write_text(content, encoding="utf-8")
    assert [problem.where for problem in validate(tiny_package)] == ["datapackage.json"]


def test_no_package_at_all(tmp_path: Path) -> None:
    assert [problem.what for problem in validate(tmp_path)] == ["holds no datapackage.json."]
