"""The emitted files: CSV as the contract says, and a description that comes from the tables' declarations."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tiny import ID, rows_of

from pipeline.package import csv_bytes, package_files, table_schema
from pipeline.package.rows import cell
from pipeline.tables import TABLES, Clause, Description, Table
from pipeline.tables.schema import column

FILES = dict(package_files(rows_of))


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A row for tests."""

    note_id: str = column("Mã", "Identifier", key=True, pattern="[a-z]+")
    text: str | None = column("Chữ", "Words", default=None)
    of: str | None = column("Của", "Of", references="notes.note_id", default=None)
    clause_id: str | None = column("Điều khoản", "Clause", references="clauses.clause_id", default=None)


NOTES = Table("notes", Note, Description("Ghi chú", "Notes"))


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        ("Sơn La", "Sơn La"),
        (12, "12"),
        (date(2021, 3, 4), "2021-03-04"),
        (1.0, "1.0"),
        (72 / 78, "0.923077"),
    ],
)
def test_cells_are_printed_in_one_way(value: str | int | float | date | None, printed: str) -> None:
    assert cell(value) == printed


def test_csv_quotes_only_where_needed_and_ends_lines_with_lf() -> None:
    rows = [
        Note(note_id="a", text="Giao Sở Y tế; theo dõi"),
        Note(note_id="b", text='Sở «Y tế», "nội vụ"'),
        Note(note_id="c", text="hai\ndòng\rlạ", of="a"),
    ]
    expected = (
        "note_id,text,of,clause_id\n"
        "a,Giao Sở Y tế; theo dõi,,\n"
        'b,"Sở «Y tế», ""nội vụ""",,\n'
        'c,"hai\ndòng\rlạ",a,\n'
    )
    assert csv_bytes(NOTES, rows) == expected.encode("utf-8")


def test_csv_comes_back_as_it_was() -> None:
    text = 'a,"b"\n\rc\n'
    stream = io.StringIO(csv_bytes(NOTES, [Note(note_id="a", text=text)]).decode(), newline="")
    assert next(csv.DictReader(stream))["text"] == text


def test_a_schema_says_all_that_is_declared() -> None:
    assert table_schema(NOTES) == {
        "fields": [
            {
                "name": "note_id",
                "type": "string",
                "title": "Mã",
                "description": "Identifier",
                "constraints": {"required": True, "unique": True, "pattern": "[a-z]+"},
            },
            {"name": "text", "type": "string", "title": "Chữ", "description": "Words"},
            {"name": "of", "type": "string", "title": "Của", "description": "Of"},
            {"name": "clause_id", "type": "string", "title": "Điều khoản", "description": "Clause"},
        ],
        "missingValues": [""],
        "primaryKey": ["note_id"],
        "foreignKeys": [
            {"fields": "of", "reference": {"resource": "", "fields": "note_id"}},
            {"fields": "clause_id", "reference": {"resource": "clauses", "fields": "clause_id"}},
        ],
    }


def test_enums_and_limits_are_declared() -> None:
    fields = {
        field["name"]: field for field in table_schema(Table("clauses", Clause, NOTES.description))["fields"]
    }
    assert fields["role"]["constraints"]["enum"] == ["preamble", "operative", "closing", "annex"]
    assert fields["level"]["constraints"]["minimum"] == 1


def test_the_package_holds_a_file_a_table_its_description_and_a_readme() -> None:
    assert set(FILES) == {
        *(f"data/{table.name}.csv" for table in TABLES),
        "deadlines.ics",
        "README.md",
        "datapackage.json",
    }
    readme = FILES["README.md"].decode()
    assert all(f"data/{table.name}.csv" in readme for table in TABLES)


def test_the_description_gives_each_files_size_and_digest() -> None:
    described = json.loads(FILES["datapackage.json"])
    assert [resource["name"] for resource in described["resources"]] == [
        *(table.name for table in TABLES),
        "calendar",
    ]
    for resource in described["resources"]:
        content = FILES[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_header_schema_and_declaration_are_one() -> None:
    described = json.loads(FILES["datapackage.json"])
    for table, resource in zip(TABLES, described["resources"][:-1], strict=True):
        names = [each.name for each in table.columns]
        assert FILES[resource["path"]].decode().split("\n", 1)[0].split(",") == names
        assert [field["name"] for field in resource["schema"]["fields"]] == names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_is_described_in_both_languages(table: Table) -> None:
    assert table.description.vi.strip()
    assert table.description.en.strip()
    assert table.key
    for each in table.columns:
        assert each.description.vi.strip(), each.name
        assert each.description.en.strip(), each.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_reference_leads_to_the_key_of_a_table(table: Table) -> None:
    keys = {f"{other.name}.{other.key[0]}" for other in TABLES if len(other.key) == 1}
    assert {each.references for each in table.columns if each.references} <= keys


def test_the_written_package_has_the_same_bytes(tiny_package: Path) -> None:
    written = {
        path.relative_to(tiny_package).as_posix(): path.read_bytes()
        for path in tiny_package.rglob("*")
        if path.is_file()
    }
    del written[f"source/{ID}.txt"]
    assert written == FILES
