"""Validity: only a sentence about the document itself, or another document on the whole of it, says that it ends."""

from datetime import date
from pathlib import Path

import pytest
from support import structure_of

from pipeline.build import Way, build_package
from pipeline.enrich.validity import find_validity
from pipeline.tables import TABLES
from pipeline.validate.contents import open_package

ISSUED = date(2021, 7, 15)


@pytest.mark.parametrize(
    ("text", "state", "ends_on", "reason"),
    [
        (
            "Chỉ thị này có hiệu lực từ ngày ký đến hết ngày 31/12/2021.",
            "period-stated", date(2021, 12, 31), "Chỉ thị này có hiệu lực từ ngày ký đến hết ngày 31/12/2021",
        ),
        (
            "Công bố dịch. Thông báo này áp dụng từ 0 giờ ngày 16/7 đến hết ngày 30/7.",
            "period-stated", date(2021, 7, 30), "Thông báo này áp dụng từ 0 giờ ngày 16/7 đến hết ngày 30/7",
        ),
        (
            "Quyết định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.",
            "period-stated", date(2027, 2, 28), "Quyết định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027",
        ),
        (
            "Quyết định này hết hiệu lực sau ngày 30/6/2022.",
            "period-stated", date(2022, 6, 30), "Quyết định này hết hiệu lực sau ngày 30/6/2022",
        ),
        (
            "Công văn này có hiệu lực từ ngày 16/7/2021 cho đến khi có thông báo mới",
            "period-open", None, "Công văn này có hiệu lực từ ngày 16/7/2021 cho đến khi có thông báo mới",
        ),
    ],
)  # fmt: skip
def test_a_document_states_its_own_end(text: str, state: str, ends_on: date | None, reason: str) -> None:
    structure = structure_of(text)
    (row,) = find_validity(structure, ISSUED)
    assert (row.state, row.ends_on, row.reason) == (state, ends_on, reason)
    assert row.evidence_start is not None
    assert structure.source.text[row.evidence_start : row.evidence_end] == reason


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị này có hiệu lực kể từ ngày ký.",
        "Thực hiện giãn cách xã hội từ 0 giờ ngày 16/7/2021 đến hết ngày 30/7/2021.",
        "Giấy phép cấp trước ngày Quyết định này có hiệu lực được dùng đến hết ngày 31/12/2021.",
        "Quyết định số 15/QĐ-UBND hết hiệu lực kể từ ngày 01/8/2021.",
        "Quyết định này có hiệu lực. Thực hiện đến hết ngày 30/7/2021.",
    ],
)
def test_nothing_else_is_its_end(text: str) -> None:
    (row,) = find_validity(structure_of(text), ISSUED)
    assert (row.state, row.ends_on, row.reason, row.evidence_start) == ("no-end-stated", None, None, None)


OLD = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 24/CT-UBND
Sơn La, ngày 24 tháng 7 năm 2021
CHỈ THỊ
Về phòng, chống dịch
1. Các sở báo cáo.
Chỉ thị này có hiệu lực đến hết ngày 31/12/2021.
"""
NEW = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 30/CT-UBND
Sơn La, ngày 20 tháng 10 năm 2021
CHỈ THỊ
Về phòng, chống dịch trong tình hình mới
1. Các sở báo cáo.
Chỉ thị này {what} Chỉ thị số 24/CT-UBND ngày 24/7/2021 của Chủ tịch Ủy ban nhân dân tỉnh.
"""


def rows(tmp_path: Path, what: str) -> dict[str, dict[str, str]]:
    """The validity of the old directive and the new one that says something of it, as the package has it."""
    source, output = tmp_path / "source", tmp_path / "package"
    source.mkdir()
    for name, text in (("cu", OLD), ("moi", NEW.format(what=what))):
        (source / f"{name}.txt").write_text(text, encoding="utf-8")
        (source / f"{name}.toml").write_text(
            '[curated.province]\nvalue = "Sơn La"\nreason = "x"\n', encoding="utf-8"
        )
    build_package(source, output, Way())
    contents, _ = open_package(output)
    return {row["directive_id"]: dict(row.cells) for row in contents.rows["validity"]}


@pytest.mark.parametrize(("what", "state"), [("thay thế", "replaced"), ("bãi bỏ", "repealed")])
def test_another_document_ends_it(tmp_path: Path, what: str, state: str) -> None:
    old = rows(tmp_path, what)["cu"]
    assert (old["state"], old["since"], old["by_directive_id"]) == (state, "2021-10-20", "moi")
    assert old["ends_on"] == "2021-12-31"
    assert old["evidence_directive_id"] == "moi"
    said = NEW.format(what=what)[int(old["evidence_start"]) : int(old["evidence_end"])]
    assert said == old["reason"]
    assert "24/CT-UBND" in said


def test_a_provision_that_ends_leaves_the_rest(tmp_path: Path) -> None:
    found = rows(tmp_path, "bãi bỏ khoản 2")
    assert found["cu"]["state"] == "period-stated"
    assert found["moi"]["state"] == "no-end-stated"


def test_the_table_has_one_row_a_directive() -> None:
    table = next(table for table in TABLES if table.name == "validity")
    assert table.key == ("directive_id",)
