"""Citations: readable cases, the five gold documents, and what must hold of any text."""

import json
import time
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import structure_of

from pipeline.enrich.citations import find_citations
from pipeline.records import Structure
from pipeline.tables import Citation
from pipeline.tables.core import DocumentType, Role
from pipeline.text import Span, mapped

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases/citations.toml").read_text(encoding="utf-8"))[
    "case"
]


def _structure(case: dict[str, Any]) -> Structure:
    if case.get("role") == "title":
        return structure_of("", title=case["text"])
    structure = structure_of(case["text"])
    role = cast(Role, case.get("role", "operative"))
    return replace(structure, clauses=tuple(replace(clause, role=role) for clause in structure.clauses))


def _found(case: dict[str, Any]) -> tuple[Citation, ...]:
    own = (cast(DocumentType, case.get("own", "chi-thi")), case.get("own_number"))
    return find_citations(_structure(case), own)


def _line(row: Citation) -> str:
    return f"{row.cited_type} | {row.cited_number or '-'} | {row.cited_on or '-'} | {row.relation}"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    rows = _found(case)
    assert [_line(row) for row in rows] == case["cites"]
    for column, values in (
        ("cited_issuer", "issuers"),
        ("cited_title", "titles"),
        ("cited_provision", "provisions"),
    ):
        if values in case:
            assert [getattr(row, column) or "" for row in rows] == case[values]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_value_is_found_where_its_row_points(case: dict[str, Any]) -> None:
    structure = _structure(case)
    for row in _found(case):
        said = structure.source.text[row.source_start : row.source_end]
        assert said == row.text
        for value in (row.cited_number, row.cited_issuer, row.cited_title, row.cited_provision):
            assert value is None or value in said


def test_a_line_end_inside_a_number_is_no_blank() -> None:
    text = "theo Công văn số 4869/UBND-\nSYT ngày 10/01/2022"
    structure = structure_of(text.replace("\n", " "))
    (clause,) = structure.clauses
    source = replace(structure.source, text=f"\n{text}")
    body = mapped(source.text, [Span(1, 1 + len(text))])
    (row,) = find_citations(
        replace(structure, source=source, bodies={clause.clause_id: body}), ("chi-thi", None)
    )
    assert row.cited_number == "4869/UBND-SYT"


GOLD = sorted((HERE / "gold/public").glob("*.json"))


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_gold(path: Path) -> None:
    """All citations of the real documents, and how the document stands to them where gold says so."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (HERE.parent / "source" / f"{path.stem}.txt").read_text(encoding="utf-8")
    own = (gold["directive"]["document_type"], gold["directive"]["number"])
    changing = ("replaces", "amends", "repeals", "self")
    found = [
        (
            row.cited_type,
            row.cited_number,
            str(row.cited_on or ""),
            row.relation if row.relation in changing else None,
        )
        for row in find_citations(structure_of(text), own)
    ]
    wanted = [
        (row["type"], row["number"], row["date"] or "", row.get("relation")) for row in gold["citations"]
    ]
    assert found == wanted


PIECES = st.sampled_from(
    ("Chỉ thị", "công văn", "số", " ", "16/CT-TTg", "ngày", "31/3/2020", "của", "Ủy ban nhân dân", "về", "việc", ",", ";", "và",
     "Luật", "Đất đai", "năm 2013", "thay thế", "(", ")", "“", "”", ".", "12", "-", "/", "Điều 5", "khoản", "này", "\n")
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_any_text_gives_rows_that_point_into_it(text: str) -> None:
    structure = structure_of(text)
    rows = find_citations(structure, ("chi-thi", None))
    starts = [row.source_start for row in rows]
    assert starts == sorted(starts)
    assert len({row.citation_id for row in rows}) == len(rows)
    for row in rows:
        body = structure.bodies[row.clause_id or ""]
        assert row.text in body.text
        assert row.cited_number is None or row.cited_number in row.text


@pytest.mark.parametrize(
    "unit",
    ["Chỉ thị số ", "1 0 ", "1/2-", "Luật Đất ", "khoản 1, ", "và số 1, ", "của Ủy ban ", "Quyết định của A ", "“", "thay thế (",
     "Nghị định số 1/NĐ-CP về việc ", "số 1, ", "Ngày 1/1/2020, A "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    """Four times the text takes about four times the time, whatever is repeated in it."""
    short, long = (_seconds(unit * (size // len(unit))) for size in (20_000, 80_000))
    assert long < 12 * max(short, 0.005)


def _seconds(text: str) -> float:
    structure = structure_of(text)
    start = time.process_time()
    find_citations(structure, ("chi-thi", None))
    return time.process_time() - start
