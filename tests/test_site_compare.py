"""The comparison page of an HTML source: what its words prove is marked where a reader sees it."""

from pathlib import Path

import pytest

from pipeline.build import Way, build
from pipeline.site import words
from pipeline.site.compare import proofs_in
from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.tables import TABLES

PAGE = """<html><head><title>x</title><style>p { margin: 0 }</style></head><body>
<p><b>ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN</b></p><p>Số: 09/CT-UBND</p>
<p><i>Phú Yên, ngày 14 tháng 6 năm 2019</i></p><p><b>CHỈ THỊ</b></p><p>Về việc phòng cháy rừng</p>
<p><b>1.</b>&nbsp;Chi cục Kiểm lâm trực 24/24 giờ.</p>
<p>Chỉ thị này có hiệu lực từ ngày ký đến hết ngày 31/12/2019.</p></body></html>"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "source").mkdir()
    (folder / "source" / "phu-yen.html").write_text(PAGE, encoding="utf-8")
    build(folder / "source", folder / "package", folder / "site", Way())
    return folder


def test_offsets_of_evidence_lead_to_the_visible_words(built: Path) -> None:
    package = load_package(built / "package")
    seen = package.source_text(package.directives[0])
    (row,) = package.validity
    assert (row.state, row.evidence_start is None) == ("period-stated", False)
    assert seen[row.evidence_start : row.evidence_end] == row.reason
    number = next(row for row in package.evidence if row.field == "number")
    assert seen[number.source_start : number.source_end] == "09/CT-UBND"


def test_every_proof_is_marked_and_named(built: Path) -> None:
    corpus = Corpus(load_package(built / "package"))
    assert "hiệu lực" in [proof.name for proof in proofs_in(corpus, corpus.directives[0])]
    html = (built / "site/van-ban/phu-yen/doi-chieu/index.html").read_text(encoding="utf-8")
    assert '<span class="states">09/CT-UBND</span>' in html
    assert "31/12/2019" in html.split('<span class="states">')[-1].split("</span>")[0]
    assert "Cho biết: hiệu lực" in html


def test_every_value_that_a_source_can_state_has_its_name() -> None:
    computed = {"directive_id", "issued_not_before", "clause_count", "word_count", "character_coverage"}
    (table,) = [table for table in TABLES if table.name == "directives"]
    stated = {column.name for column in table.columns if not column.name.startswith("source_")} - computed
    assert set(words.FIELDS) == stated
