"""Lists too long for a page: every row is on a page of its year, and the script's file holds them all."""

import json
from datetime import date
from pathlib import Path

import pytest
from site_sample import write_sample

from pipeline.site import build_site
from pipeline.site.paging import paged, titled

DAYS = [date(2021, 5, 1), date(2021, 4, 1), None, date(2021, 3, 1), date(2019, 1, 1)]


def same(day: date | None) -> date | None:
    return day


def test_a_short_list_is_one_page() -> None:
    pages = paged(DAYS, "tinh/son-la/", same, most=5)
    assert pages.is_whole
    assert [(part.address, part.rows) for part in pages.parts] == [("tinh/son-la/", tuple(DAYS))]
    assert pages.years == ()


def test_a_long_list_has_its_newest_rows_and_all_rows_by_year() -> None:
    pages = paged(DAYS, "tinh/son-la/", same, most=2)
    assert {part.address: part.rows for part in pages.parts} == {
        "tinh/son-la/": (DAYS[0], DAYS[1]),
        "tinh/son-la/2021/": (DAYS[0], DAYS[1]),
        "tinh/son-la/2021/2/": (DAYS[3],),
        "tinh/son-la/2019/": (DAYS[4],),
        "tinh/son-la/khong-ro/": (None,),
    }
    assert [(year.name, year.count) for year in pages.years] == [("2021", 3), ("2019", 1), ("", 1)]
    assert [part.number for part in pages.of_year(pages.parts[1])] == [1, 2]
    assert titled("Sơn La", pages.parts[2]) == "Sơn La, năm 2021, phần 2"


def test_years_may_stand_elsewhere_and_rows_may_count_more_than_once() -> None:
    pages = paged(
        DAYS, "van-ban/", same, most=4, size=lambda day: 4 if day == DAYS[1] else 1, years_at="nam/"
    )
    assert [part.address for part in pages.parts] == [
        "van-ban/",
        "nam/2021/",
        "nam/2021/2/",
        "nam/2021/3/",
        "nam/2019/",
        "nam/khong-ro/",
    ]


@pytest.fixture
def long_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("pipeline.site.paging.MOST", 1)
    build_site(write_sample(tmp_path / "package"), tmp_path / "site", site_url="https://example.org/")
    return tmp_path / "site"


def test_every_document_is_reached_through_the_pages_of_its_year(long_site: Path) -> None:
    front = (long_site / "van-ban/index.html").read_text(encoding="utf-8")
    for year, document in (("2021", "tinh-la"), ("2020", "son-la-mau"), ("khong-ro", "khong-ro")):
        assert f'href="../nam/{year}/"' in front
        page = (long_site / f"nam/{year}/index.html").read_text(encoding="utf-8")
        assert f'href="../../van-ban/{document}/"' in page
        assert '<a href="../../van-ban/" aria-current="true">Văn bản</a>' in page
        assert f"<loc>https://example.org/nam/{year}/</loc>" in (long_site / "sitemap.xml").read_text()


def test_long_topics_too_are_cut_by_year(long_site: Path) -> None:
    front = (long_site / "chu-de/cach-ly/index.html").read_text(encoding="utf-8")
    assert "tinh-la/#1" in front
    assert "khong-ro/#preamble" not in front
    unknown = (long_site / "chu-de/cach-ly/khong-ro/index.html").read_text(encoding="utf-8")
    assert "khong-ro/#preamble" in unknown


def test_the_file_of_rows_holds_every_document(long_site: Path) -> None:
    held = json.loads((long_site / "van-ban/danh-sach.json").read_text(encoding="utf-8"))
    assert [row[0] for row in held["rows"]] == ["tinh-la", "son-la-mau", "khong-ro"]
    son_la = held["rows"][1]
    assert son_la[1:3] == ["ket-luan", "296-KL/TU"]
    assert [held["topics"][number] for number in son_la[-1]] == ["cach-ly", "khu-cach-ly"]
