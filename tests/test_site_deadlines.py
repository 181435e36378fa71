"""Deadlines on the site: the timeline, what is due and was due, pages by year; and cited works in parts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from site_sample import write_sample

from pipeline.site import build_site
from pipeline.site.corpus import Corpus
from pipeline.site.deadlines import due
from pipeline.site.load import load_package
from pipeline.site.paging import numbered


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("package"))


def ends(corpus: Corpus, days: list[date]) -> Corpus:
    """The corpus with the sample's one due date on each of these days instead."""
    (row,) = [row for row in corpus.package.deadlines if row.kind == "due"]
    made = tuple(replace(row, deadline_id=f"x{day}", ends_on=day) for day in days)
    return Corpus(replace(corpus.package, deadlines=made))


def test_what_is_due_is_told_from_the_newest_document(package: Path) -> None:
    corpus = Corpus(load_package(package))
    days = [date(2021, 2, 4), date(2021, 2, 5), date(2022, 1, 1), date(2020, 4, 10)]
    told = due(ends(corpus, days))
    assert told.since == date(2021, 2, 5)
    assert [rows[0].ends_on for rows in told.ahead] == [date(2021, 2, 5), date(2022, 1, 1)]
    assert [rows[0].ends_on for rows in told.past] == [date(2021, 2, 4), date(2020, 4, 10)]


def test_the_page_of_deadlines_has_a_line_a_year(package: Path, tmp_path: Path) -> None:
    build_site(package, tmp_path / "site")
    html = (tmp_path / "site/thoi-han/index.html").read_text(encoding="utf-8")
    table = html.split('<table class="strips timeline">')[1].split("</table>")[0]
    assert '<th scope="row">2020</th>' in table
    assert 'd="M29.2 20v-17"' in table  # April, the fourth of twelve months
    assert "Định kỳ và theo sự kiện" in html


def test_rows_without_a_year_are_numbered() -> None:
    parts = numbered("abcde", "vien-dan/", "vien-dan/phan/", most=2)
    assert [(part.address, "".join(part.rows)) for part in parts] == [
        ("vien-dan/", "ab"),
        ("vien-dan/phan/2/", "cd"),
        ("vien-dan/phan/3/", "e"),
    ]
    assert [part.address for part in numbered("", "vien-dan/", "vien-dan/phan/", most=2)] == ["vien-dan/"]


def test_long_lists_of_deadlines_and_works_are_parted(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.site.paging.MOST", 1)
    build_site(package, tmp_path / "site")
    works = [tmp_path / "site/vien-dan" / part / "index.html" for part in ("", "phan/2", "phan/3")]
    texts = [path.read_text(encoding="utf-8") for path in works]
    assert ["chi-thi-16-ct-ttg-2020/" in text for text in texts] == [True, False, False]
    assert 'href="../../../vien-dan/phan/3/"' in texts[1]
    undated = (tmp_path / "site/thoi-han/dinh-ky/2/index.html").read_text(encoding="utf-8")
    assert "<h1>Định kỳ và theo sự kiện</h1>" in undated
