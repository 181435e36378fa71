"""The method page's figures: the floors that tests/test_gold.py holds every set to, each named in words."""

import re
import tomllib
from pathlib import Path

import pytest
from site_sample import write_sample

from pipeline.site import build_site, words
from pipeline.site.corpus import Corpus
from pipeline.site.figures import GOLD, gold_sets, percent
from pipeline.site.load import load_package
from pipeline.site.slots import fill_slots

ROOT = Path(__file__).parents[1]

FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))


def test_every_floor_has_its_words_in_both_languages() -> None:
    named = {figure for floors in FLOORS.values() for figure in floors}
    assert named == set(words.FIGURES) == set(words.FIGURES_EN)


def test_sets_count_their_documents() -> None:
    sets = {each.name: each for each in gold_sets()}
    assert set(sets) == set(FLOORS)
    assert sets["public"].documents == 5
    assert sets["unseen"].floors == FLOORS["unseen"]


@pytest.mark.parametrize(
    ("share", "said"), [(1.0, "100%"), (0.945, "94,5%"), (0.94, "94%"), (0.9969, "99,6%"), (0.29, "29%")]
)
def test_shares_are_never_rounded_up(share: float, said: str) -> None:
    assert percent(share) == said


def test_the_method_pages_show_every_floor(tmp_path: Path) -> None:
    build_site(write_sample(tmp_path / "package"), tmp_path / "site")
    for address, comma in (("phuong-phap", ","), ("en/method", ".")):
        html = (tmp_path / "site" / address / "index.html").read_text(encoding="utf-8")
        shown = html.split('<table class="figures">')[1].split("</table>")[0]
        for floors in FLOORS.values():
            for floor in floors.values():
                assert re.search(rf"[>]{re.escape(percent(floor, comma))}</td>", shown)


def test_numbers_have_the_thousands_mark_of_the_language() -> None:
    corpus = Corpus(load_package(ROOT / "datapackage"))
    length = sum(row.source_end - row.source_start for row in corpus.package.segments)
    assert fill_slots(corpus, "phuong-phap/", ["all-characters"]) == {
        "all-characters": f"{length:,}".replace(",", ".")
    }
    assert fill_slots(corpus, "en/method/", ["all-characters"]) == {"all-characters": f"{length:,}"}
