"""Topics on the site: the matrix, a page a topic, and the strips that say when; worked out by hand."""

from datetime import date
from pathlib import Path

import pytest
from site_sample import HOSTILE, write_sample

from pipeline.site import build_site
from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.site.phrases import excerpt, slug
from pipeline.site.strip import axis_of, strip_of
from pipeline.site.topics import matrix, topic_table, voice_of


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def corpus(package: Path) -> Corpus:
    return Corpus(load_package(package))


@pytest.fixture(scope="module")
def site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("sites") / "site"
    build_site(package, output)
    return output


def test_the_matrix_counts_clauses_by_voice_the_loudest_first(corpus: Corpus) -> None:
    made = matrix(corpus)
    assert [voice.name for voice in made.voices] == ["Sơn La", "Chưa rõ"]
    ((scheme, rows),) = made.groups
    assert scheme.startswith("Biện pháp y tế công cộng")
    counts = {row.topic.topic_id: [cell.count if cell else 0 for cell in row.cells] for row in rows}
    assert counts == {"cach-ly": [3, 1], "khu-cach-ly": [1, 0]}
    assert [cell.span if cell else "" for cell in rows[0].cells] == ["3/2020\u20132/2021", "Chưa rõ ngày"]
    assert [topic.topic_id for topic in made.unused] == ["bau-cu"]


def test_voices_without_a_column_stand_together(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.site.topics.MOST_COLUMNS", 1)
    made = matrix(corpus)
    assert (len(made.voices), made.left_out) == (1, 1)
    assert [cell.count if cell else 0 for cell in made.groups[0][1][0].cells] == [3, 1]


def test_a_document_without_a_province_speaks_for_its_issuer(corpus: Corpus) -> None:
    assert voice_of(corpus.directive["son-la-mau"]).key == "son-la"
    assert voice_of(corpus.directive["khong-ro"]).name == "Chưa rõ"


def test_a_province_is_told_what_it_ordered(corpus: Corpus) -> None:
    lines = topic_table(corpus, corpus.directives_in["Sơn La"]).lines
    assert [(line.key, line.documents, line.strip.count) for line in lines] == [
        ("cach-ly", 2, 3),
        ("khu-cach-ly", 1, 1),
    ]


def test_a_topics_page_has_its_definition_and_the_words_that_gave_it(site: Path) -> None:
    html = (site / "chu-de/cach-ly/index.html").read_text(encoding="utf-8")
    assert "<h1>Cách ly</h1>" in html
    assert "<strong>Isolation.</strong>" in html
    assert 'href="../../chu-de/khu-cach-ly/"' in html
    assert 'tập trung <mark class="said">phòng, chống dịch</mark> trên đường biên giới' in html
    assert 'href="../../van-ban/son-la-mau/#1.a"' in html
    assert html.index("tinh-la/#1") < html.index("son-la-mau/#1") < html.index("khong-ro/#preamble")
    assert HOSTILE not in html
    assert "Chưa có điều khoản nào" in (site / "chu-de/bau-cu/index.html").read_text(encoding="utf-8")


def test_a_strip_has_a_stroke_a_month_and_counts_what_has_no_date() -> None:
    days = [date(2020, 3, 31), date(2020, 3, 1), date(2021, 12, 5), None]
    axis = axis_of(days)
    assert (axis.first, axis.last, axis.step, axis.ends) == (2020, 2021, 1, ("2020", "2021"))
    strip = strip_of(axis, days)
    assert strip.path == "M10.4 20v-17M97.9 20v-11"
    assert (strip.count, strip.span) == (4, "3/2020\u201312/2021, chưa rõ ngày")


@pytest.mark.parametrize(("last", "step"), [(2022, 1), (2023, 3), (2028, 3), (2029, 12)])
def test_strokes_stand_for_longer_spans_as_the_axis_grows(last: int, step: int) -> None:
    assert axis_of([date(2020, 1, 1), date(last, 1, 1)]).step == step


def test_an_axis_of_nothing_shows_nothing() -> None:
    strip = strip_of(axis_of([None]), [None])
    assert (strip.path, strip.span) == ("", "Chưa rõ ngày")


def test_an_excerpt_shows_words_in_their_place() -> None:
    found = excerpt("một hai ba bốn năm sáu bảy", "bốn", before=1, after=2)
    assert (found.before, found.said, found.after) == ("…\u00a0ba ", "bốn", " năm\u00a0…")
    assert excerpt("một hai", "ba").after == "một hai"
    assert excerpt("bốn năm", "bốn").before == ""


def test_a_name_becomes_an_anchor() -> None:
    assert slug("Thừa Thiên Huế") == "thua-thien-hue"
    assert slug("Điện Biên") == "dien-bien"
