"""Who must do what: points that name nobody are the duty of those whom the clause above them names."""

from pathlib import Path

import pytest
from site_sample import write_sample

from pipeline.build import Way, build_package
from pipeline.site import build_site
from pipeline.site.corpus import Corpus
from pipeline.site.duties import Duty, duties
from pipeline.site.load import load_package

TEXT = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Sơn La, ngày 5 tháng 2 năm 2021
CHỈ THỊ
Về phòng, chống dịch
1. Giao Sở Y tế:
a) Đẩy nhanh tốc độ tiêm vắc xin trước ngày 10/3/2021.
b) Phối hợp với Công an tỉnh quản lý người nhập cảnh.
2. Giao Sở Tài chính bố trí kinh phí cho công tác phòng, chống dịch theo quy định hiện hành của pháp luật:
- Bảo đảm chế độ cho người làm nhiệm vụ.
3. Các việc khác:
a) Theo dõi tình hình.
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Duty]:
    folder = tmp_path_factory.mktemp("duties")
    (folder / "source").mkdir()
    (folder / "source" / "vi-du.txt").write_text(TEXT, encoding="utf-8")
    build_package(folder / "source", folder / "package", Way())
    corpus = Corpus(load_package(folder / "package"))
    return {row.clause.path: row for row in duties(corpus, corpus.directives[0])}


def test_points_have_rows_and_the_lead_in_that_names_the_agency_has_none(rows: dict[str, Duty]) -> None:
    assert list(rows) == ["1.a", "1.b", "2", "2.bul1"]


def test_a_point_that_names_nobody_inherits(rows: dict[str, Duty]) -> None:
    point = rows["1.a"]
    assert point.source is not None
    assert point.source.path == "1"
    assert point.assignments == ()
    assert [row.agency for row in point.inherited] == ["Sở Y tế"]
    assert [str(row.ends_on) for row in point.deadlines] == ["2021-03-10"]


def test_a_body_that_coordinates_does_not_relieve_those_above(rows: dict[str, Duty]) -> None:
    point = rows["1.b"]
    assert [(row.agency, row.role) for row in point.assignments] == [("Công an tỉnh", "coordinate")]
    assert [row.agency for row in point.everybody] == ["Công an tỉnh", "Sở Y tế"]


def test_a_clause_with_words_of_its_own_keeps_its_row(rows: dict[str, Duty]) -> None:
    assert rows["2"].source is None
    assert [row.agency for row in rows["2"].assignments] == ["Sở Tài chính"]
    assert [row.agency for row in rows["2.bul1"].inherited] == ["Sở Tài chính"]


def test_pages_say_where_a_duty_comes_from(tmp_path: Path) -> None:
    build_site(write_sample(tmp_path / "package"), tmp_path / "site")
    page = (tmp_path / "site/van-ban/son-la-mau/index.html").read_text(encoding="utf-8")
    link = '<a href="../../co-quan/so-y-te/">Sở Y tế</a>'
    assert f'theo <a href="#1.a">điểm a khoản 1</a>: {link}</span>' in page
    agency = (tmp_path / "site/co-quan/so-y-te/index.html").read_text(encoding="utf-8")
    assert 'href="../../van-ban/son-la-mau/#1.a.bul1"' in agency
    assert "· theo điểm a khoản 1: «Giao Sở Y tế rà soát, báo cáo trước\u00a0…»" in agency
