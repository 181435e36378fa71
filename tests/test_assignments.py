"""Who must act: clauses and the rows they give (cases/assignments.toml)."""

import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import structure_of

from pipeline.clean import clean
from pipeline.codelists.agencies import agencies
from pipeline.enrich.assignments import RULES, find_assignments
from pipeline.records import Block, SourceText, Structure
from pipeline.rules import Rule
from pipeline.structure import structure
from pipeline.text import Span, mapped

CASES = tomllib.loads((Path(__file__).parent / "cases" / "assignments.toml").read_text("utf-8"))["case"]


def structure_for(case: dict[str, Any]) -> Structure:
    """The heading's lines (or a table's header) as blocks, then the clause, then its points as its children."""
    heading, lines = case.get("heading", []), [case["text"], *case.get("children", [])]
    heading = [case["table"]] if "table" in case else heading
    made = structure_of("\n".join(lines), title=" ".join(heading))
    first, *points = made.clauses
    clauses = [replace(first, role=case.get("part", "operative"), kind=case.get("kind", first.kind))]
    clauses += [replace(point, parent_id=first.clause_id) for point in points]
    return replace(made, blocks=tuple(_heading(heading)), clauses=tuple(clauses))


def _heading(lines: list[str]) -> list[Block]:
    text, at, blocks = " ".join(lines), 0, []
    for line in lines:
        span = Span(at, at + len(line))
        blocks.append(Block("heading", mapped(text, [span]), (span,)))
        at += len(line) + 1
    return blocks


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_clause_names_who_must_act(case: dict[str, Any]) -> None:
    rows = find_assignments(structure_for(case))
    assert [f"{row.role}: {row.agency}" for row in rows] == case["rows"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_row_points_at_the_words_that_say_it(case: dict[str, Any]) -> None:
    structure = structure_for(case)
    ids = {agency.agency_id for agency in agencies()}
    for number, row in enumerate(find_assignments(structure), 1):
        assert structure.source.text[row.source_start : row.source_end] == row.text
        assert row.agency_id is None or row.agency_id in ids
        assert row.assignment_id == f"vi-du/as{number}"


def test_a_table_with_one_cell_a_line_gives_each_of_its_columns_a_role() -> None:
    cells = [
        "STT",
        "Nội dung",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian",
        "1",
        "Phát dọn đường băng cản lửa",
    ]
    cells += [
        "Sở Nội vụ",
        "Sở Tài chính",
        "Tháng 2",
        "2",
        "Sửa chữa chòi canh",
        "Sở Y tế",
        "Công an tỉnh",
        "Tháng 3",
    ]
    head = [
        "KẾ HOẠCH",
        "Về phòng cháy rừng",
        "1. Chủ động phòng cháy.",
        "2. Nhiệm vụ giao các đơn vị như sau:",
    ]
    text = "\n".join([*head, *cells, "3. Kinh phí lấy từ nguồn chi thường xuyên.", ""])
    rows = find_assignments(structure(clean(SourceText("vi-du", "vi-du.txt", "0" * 64, "utf-8", text))))
    assert [f"{row.role}: {row.agency}" for row in rows] == [
        "lead: Sở Nội vụ",
        "coordinate: Sở Tài chính",
        "lead: Sở Y tế",
        "coordinate: Công an tỉnh",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_finds_its_examples_and_spares_its_near_misses(rule: Rule) -> None:
    assert [text for text in rule.matches if not _finds(rule, text)] == []
    assert [text for text in rule.spares if _finds(rule, text)] == []


def _finds(rule: Rule, example: str) -> bool:
    """Rules on what follows a body begin with a blank, which normalisation would drop."""
    return rule.search(example) is not None


@pytest.mark.parametrize(
    "unit",
    [
        "Giao Sở ",
        "phối hợp với các ",
        "Sở Y tế, ",
        "; Ban Quản lý rừng ",
        "các huyện, ",
        "Căn cứ Sở Y tế, Bộ Y tế gửi. ",
        "Theo đó, yêu cầu ",
    ],
)
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        structure = structure_of(unit * (length // len(unit)))
        started = time.process_time()
        find_assignments(structure)
        return time.process_time() - started

    seconds(1_000)
    assert min(seconds(32_000) for _ in range(2)) < 40 * max(seconds(4_000), 0.02)


def _families() -> Iterator[tuple[str, str, list[str]]]:
    """The heading, the sentence and the rows of each line of cases/who-acts.txt."""
    heading = ""
    for line in (Path(__file__).parent / "cases" / "who-acts.txt").read_text("utf-8").splitlines():
        if line.startswith("# H "):
            heading = line.removeprefix("# H ")
        elif line and not line.startswith("#"):
            text, *rows = line.split(" | ")
            yield heading, text, rows


@pytest.mark.parametrize(("heading", "text", "rows"), list(_families()), ids=lambda value: str(value)[:60])
def test_a_sentence_of_a_family_names_who_must_act(heading: str, text: str, rows: list[str]) -> None:
    found = find_assignments(structure_for({"heading": [heading], "text": text}))
    assert [f"{row.role}: {row.agency}" for row in found] == rows


# With a comma between them two bodies may be a department and its ministry, of which only the first acts: so «và».
SENTENCES = (
    ("Giao {} chủ trì, phối hợp với {} tổ chức thực hiện.", ("lead", "coordinate")),
    ("{} có trách nhiệm tham mưu, báo cáo kết quả.", ("assigned",)),
    ("Trong thời hạn 15 ngày, {} gửi báo cáo về tiến độ.", ("assigned",)),
    ("Đề nghị {} và {} tăng cường tuyên truyền.", ("requested", "requested")),
    ("Sau khi có kế hoạch được duyệt, {} chủ trì triển khai.", ("lead",)),
    ("Việc này do {} thực hiện.", ("assigned",)),
    ("Kiểm tra định kỳ hằng quý ({} chủ trì).", ("lead",)),
    ("Tăng cường kiểm tra; {} theo dõi, {} báo cáo kết quả.", ("assigned", "assigned")),
)
USUAL = ("Sở Tài chính", "Thanh tra tỉnh")
USUAL_IDS = ("so-tai-chinh", "thanh-tra-tinh")


@pytest.mark.parametrize(("sentence", "roles"), SENTENCES)
@pytest.mark.parametrize("place", [0, 1])
def test_any_listed_body_may_stand_in_the_place_of_another(
    sentence: str, roles: tuple[str, ...], place: int
) -> None:
    others = [agency for agency in agencies()[place::3] if agency.agency_id not in USUAL_IDS]
    for other in others if place < len(roles) else ():
        names, ids = list(USUAL), list(USUAL_IDS)
        names[place], ids[place] = other.name, other.agency_id
        text = sentence.format(*names)
        found = find_assignments(structure_for({"heading": ["VĂN BẢN"], "text": text}))
        assert [(row.role, row.agency_id) for row in found] == list(zip(roles, ids, strict=False)), text
