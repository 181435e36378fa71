"""Whole sites, looked at page by page: the one of the hand-written sample and the one of the published package."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from site_reader import Seen, read_pages
from site_sample import write_sample

from pipeline.site import build_site

PUBLISHED = Path(__file__).parents[1] / "datapackage"
HOME = "https://example.org/chithi/"


@pytest.fixture(scope="module", params=["sample", "published"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    package = PUBLISHED if request.param == "published" else write_sample(folder / "package")
    moved = folder / "moved.csv"
    moved.write_text(
        f"old_id,new_id\nten-cu,{'son-la-2020-03-31-ket-luan' if package == PUBLISHED else 'son-la-mau'}\n",
        encoding="utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.site.MOVED", moved)
        build_site(package, folder / "site", site_url=HOME)
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Seen]:
    return read_pages(site)


def broken(site: Path, pages: dict[str, Seen], name: str, link: str) -> bool:
    """Whether a link of a page leads to no file, or to no anchor of a page."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith("/"):
        assert name == "404.html", f"{name} links to {link}, which ties the site to one place"
        target = site / path.removeprefix(urlsplit(HOME).path)
    else:
        target = ((site / name).parent / path).resolve() if path else site / name
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return True
    return bool(parts.fragment) and unquote(parts.fragment) not in pages[
        target.relative_to(site).as_posix()
    ].values("id")


def test_every_link_and_anchor_inside_the_site_resolves(site: Path, pages: dict[str, Seen]) -> None:
    links = {
        (name, link)
        for name, seen in pages.items()
        for link in seen.values("href")
        + seen.values("src")
        + seen.values("action")
        + seen.values("data-index")
        if not urlsplit(link).scheme
    }
    assert ("index.html", "tim/") in links
    assert sorted(pair for pair in links if broken(site, pages, *pair)) == []


def test_every_result_of_a_search_leads_somewhere(site: Path, pages: dict[str, Seen]) -> None:
    """The index holds addresses from the site's root and, for a clause, the anchor on that page."""
    chunks = sorted((site / "tim/loi-van").iterdir())
    rows = [row for chunk in chunks for row in json.loads(chunk.read_text(encoding="utf-8"))]
    assert len(rows) > 10
    for _, _, address, path, *_ in rows:
        seen = pages[f"{address}index.html"]
        assert not path or path in seen.values("id"), (address, path)


def test_every_file_that_a_style_sheet_names_is_there(site: Path) -> None:
    own = sorted((site / "assets").glob("*.css"))
    named = [
        (path, url) for path in own for url in re.findall(r'url\("?([^")]+)"?\)', path.read_text("utf-8"))
    ]
    assert len(named) >= 8
    for path, url in named:
        assert url.startswith("data:") or (path.parent / url).is_file(), (path.name, url)


def test_the_sitemap_lists_every_page_and_nothing_else(site: Path, pages: dict[str, Seen]) -> None:
    """All but the page for lost addresses and those that only lead on."""
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    leads_on = {name for name, seen in pages.items() if "refresh" in seen.values("http-equiv")}
    assert leads_on == {"van-ban/ten-cu/index.html"}
    there = {HOME + name.removesuffix("index.html") for name in pages.keys() - leads_on - {"404.html"}}
    assert Counter(listed) == Counter(there)


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, Seen]) -> None:
    for name, seen in pages.items():
        for tag, values in seen.tags:
            is_loaded = tag == "link" and values.get("rel") != "canonical"
            loaded = values.get("src", "") or (values.get("href", "") if is_loaded else "")
            assert not urlsplit(loaded).netloc, (name, loaded)


def test_ids_are_unique_and_headings_in_order(pages: dict[str, Seen]) -> None:
    for name, seen in pages.items():
        assert [key for key, count in Counter(seen.values("id")).items() if count > 1] == [], name
        levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, name
        after_h1 = levels[levels.index(1) :]
        assert all(after <= before + 1 for before, after in pairwise(after_h1)), (name, levels)


def test_every_picture_has_a_text(pages: dict[str, Seen]) -> None:
    """A drawing is hidden from those who cannot see it, or named by a title of its own that says something."""
    drawn = 0
    for name, seen in pages.items():
        assert all(values.get("alt") for tag, values in seen.tags if tag == "img"), name
        for values in (values for tag, values in seen.tags if tag == "svg"):
            drawn += 1
            named = values.get("aria-labelledby", "")
            assert values.get("aria-hidden") == "true" or (
                values.get("role") == "img" and len(seen.titles.get(named, "")) > 20
            ), (name, values)
    assert drawn > len(pages)


def test_every_page_says_what_it_is(pages: dict[str, Seen]) -> None:
    """A title of its own, a description, the language, one main heading; so a list of results tells pages apart."""
    titles = Counter(seen.titles[""] for name, seen in pages.items() if name != "404.html")
    assert [title for title, count in titles.items() if count > 1 or len(title) < 5] == []
    for name, seen in pages.items():
        (description,) = [values["content"] for _, values in seen.tags if values.get("name") == "description"]
        assert len(description) > 15, name
        languages = [values.get("lang") for tag, values in seen.tags if tag == "html"]
        assert languages == ["en" if name.startswith("en/") else "vi"], name


def test_a_page_that_leads_on_does_so_at_once(pages: dict[str, Seen]) -> None:
    """WCAG 2.2.1: a reader may not be carried off after some seconds."""
    (values,) = [
        values
        for tag, values in pages["van-ban/ten-cu/index.html"].tags
        if values.get("http-equiv") == "refresh"
    ]
    assert values["content"].startswith("0;")
