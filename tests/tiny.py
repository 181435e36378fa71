"""A document of seven lines with all its rows written by hand, and the package that holds it."""

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.package import package_files
from pipeline.tables import (
    Agency,
    Anomaly,
    Assignment,
    Citation,
    Clause,
    ClauseTopic,
    Deadline,
    Directive,
    Evidence,
    Province,
    Recipient,
    RuleRow,
    Segment,
    Stamp,
    Table,
    Topic,
    Validity,
    Work,
)

ID = "vi-du"

# Where each line begins and ends: 0-7, 8-13, 14-32, 33-66, 67-68 (a page number), 69-80, 81-99.
SOURCE = (
    "CHỈ THỊ\n"
    "-----\n"
    "Căn cứ Luật Thú y,\n"
    "1. Sở Y tế **báo cáo** trước ngày\n"
    "2\n"
    "05/02/2021.\n"
    "a) Giao khoa Dược."
)  # fmt: skip

DIRECTIVE = Directive(
    directive_id=ID, document_type="chi-thi", province="Sơn La", issued_on=date(2021, 2, 1),
    issued_on_basis="curated", clause_count=3, word_count=16, character_coverage=72 / 78,
    source_path=f"source/{ID}.txt", source_sha256=hashlib.sha256(SOURCE.encode()).hexdigest(),
    source_encoding="utf-8",
)  # fmt: skip

CLAUSES = (
    Clause(
        clause_id=f"{ID}/preamble.par1", directive_id=ID, position=1, level=1, path="preamble.par1",
        kind="paragraph", role="preamble", text="Căn cứ Luật Thú y,", text_markdown="Căn cứ Luật Thú y,",
        source_start=14, source_end=32,
    ),
    Clause(
        clause_id=f"{ID}/1", directive_id=ID, position=2, level=1, path="1", kind="clause", label="1.",
        role="operative", text="Sở Y tế báo cáo trước ngày 05/02/2021.",
        text_markdown="Sở Y tế **báo cáo** trước ngày 05/02/2021.", source_start=33, source_end=80,
    ),
    Clause(
        clause_id=f"{ID}/1.a", directive_id=ID, parent_id=f"{ID}/1", position=3, level=2, path="1.a",
        kind="point", label="a)", role="operative", text="Giao khoa Dược.", text_markdown="Giao khoa Dược.",
        source_start=81, source_end=99,
    ),
)  # fmt: skip


def _kept(start: int, end: int, kind: Any, clause: str | None = None) -> Segment:
    return Segment(
        directive_id=ID, position=1, source_start=start, source_end=end, disposition="kept", kind=kind,
        clause_id=clause and f"{ID}/{clause}",
    )  # fmt: skip


def _removed(start: int, end: int, rule_id: str) -> Segment:
    return Segment(
        directive_id=ID, position=1, source_start=start, source_end=end, disposition="removed",
        kind="furniture", rule_id=rule_id,
    )  # fmt: skip


def _segments() -> Iterable[Segment]:
    """Ink segments as listed, a blank one in each gap between them."""
    ink = (
        _kept(0, 7, "heading"), _removed(8, 13, "rule-line"), _kept(14, 32, "text", "preamble.par1"),
        _kept(33, 35, "label", "1"), _kept(36, 66, "text", "1"), _removed(67, 68, "page-number"),
        _kept(69, 80, "text", "1"), _kept(81, 83, "label", "1.a"), _kept(84, 99, "text", "1.a"),
    )  # fmt: skip
    for index, segment in enumerate(ink):
        if index:
            yield _blank(2 * index, ink[index - 1].source_end, segment.source_start)
        yield _at(segment, 2 * index + 1)


def _blank(position: int, start: int, end: int) -> Segment:
    return Segment(
        directive_id=ID, position=position, source_start=start, source_end=end, disposition="blank"
    )


def _at(segment: Segment, position: int) -> Segment:
    return Segment(
        directive_id=ID, position=position, source_start=segment.source_start, source_end=segment.source_end,
        disposition=segment.disposition, kind=segment.kind, rule_id=segment.rule_id,
        clause_id=segment.clause_id,
    )  # fmt: skip


ROWS: dict[str, tuple[Any, ...]] = {
    "directives": (DIRECTIVE,),
    "clauses": CLAUSES,
    "segments": tuple(_segments()),
    "rules": (
        RuleRow(
            rule_id="rule-line", stage="clean", action="remove", reason="No text", example="---", hit_count=1
        ),
        RuleRow(
            rule_id="page-number", stage="clean", action="remove", reason="No text", example="2", hit_count=1
        ),
    ),
    "evidence": (
        Evidence(directive_id=ID, field="document_type", value="chi-thi", basis="stated", source_start=0, source_end=7),
        Evidence(directive_id=ID, field="issued_on", value="2021-02-01", basis="curated", reason="Told by the office"),
        Evidence(directive_id=ID, field="province", value="Sơn La", basis="curated", reason="Told by the office"),
    ),
    "anomalies": (Anomaly(anomaly_id=f"{ID}/1", directive_id=ID, kind="missing-number"),),
    "stamps": (
        Stamp(stamp_id=f"{ID}/1", directive_id=ID, kind="seal", text="CHỈ THỊ", source_start=0, source_end=7),
    ),
    "recipients": (
        Recipient(recipient_id=f"{ID}/1", directive_id=ID, position=1, list="addressee", name="Sở Y tế"),
    ),
    "citations": (
        Citation(
            citation_id=f"{ID}/1", clause_id=f"{ID}/preamble.par1", directive_id=ID, cited_type="luat",
            cited_title="Luật Thú y", relation="based-on", text="Luật Thú y", work_id="luat-thu-y",
            source_start=21, source_end=31,
        ),
    ),
    "works": (Work(work_id="luat-thu-y", document_type="luat", title="Luật Thú y", citation_count=1),),
    "assignments": (
        Assignment(
            assignment_id=f"{ID}/1", clause_id=f"{ID}/1", directive_id=ID, agency="Sở Y tế",
            agency_id="so-y-te", role="assigned", text="Sở Y tế", source_start=36, source_end=43,
        ),
    ),
    "agencies": (
        Agency(agency_id="so-y-te", name="Sở Y tế", name_en="Department of Health", branch="state", level="province"),
    ),
    "deadlines": (
        Deadline(
            deadline_id=f"{ID}/1", clause_id=f"{ID}/1", directive_id=ID, kind="due",
            ends_on=date(2021, 2, 5), text="trước ngày 05/02/2021", source_start=56, source_end=79,
        ),
    ),
    "provinces": (Province(province_code="14", name="Sơn La", name_en="Son La", slug="son-la"),),
    "topics": (
        Topic(
            topic_id="to-chuc-thuc-hien", scheme="phsm-extension", name="Tổ chức thực hiện", name_en="Administration",
            definition="Báo cáo", definition_en="Reporting",
        ),
    ),
    "clause_topics": (
        ClauseTopic(
            clause_topic_id=f"{ID}/1", clause_id=f"{ID}/1", directive_id=ID, topic_id="to-chuc-thuc-hien",
            text="báo cáo", source_start=46, source_end=53,
        ),
    ),
    "validity": (Validity(directive_id=ID, state="no-end-stated"),),
}  # fmt: skip


def rows_of(table: Table) -> tuple[Any, ...]:
    """The tiny document's rows of a table."""
    return ROWS[table.name]


def write_tiny_package(folder: Path) -> None:
    """Write the tiny document's package into a folder."""
    for name, content in package_files(rows_of):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    source = folder / DIRECTIVE.source_path
    source.parent.mkdir()
    source.write_bytes(SOURCE.encode())
