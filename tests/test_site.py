"""The site made from a small hand-written package: every promise of its addresses, links and escapes."""

import base64
import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from site_reader import Seen, read_pages
from site_sample import HOSTILE, write_sample

from pipeline.errors import ChithiError, DataProblems
from pipeline.site import build_site
from pipeline.site import words as site_words
from pipeline.site.cite import apa_form, bibtex_form, clause_reference, legal_form
from pipeline.site.corpus import Corpus
from pipeline.site.load import load_package
from pipeline.site.moved import moved_pages
from pipeline.site.phrases import clause_label, deadline_phrase, first_words
from pipeline.site.shell import base_of
from pipeline.tables import TABLES

ADDRESSES = (
    "",
    "van-ban/",
    "van-ban/son-la-mau/",
    "van-ban/son-la-mau/doi-chieu/",
    "van-ban/tinh-la/",
    "van-ban/khong-ro/",
    "chu-de/",
    "chu-de/cach-ly/",
    "co-quan/",
    "co-quan/so-y-te/",
    "thoi-han/",
    "vien-dan/",
    "vien-dan/chi-thi-16-ct-ttg-2020/",
    "tinh/",
    "tinh/son-la/",
    "du-lieu/",
    "phuong-phap/",
    "gioi-thieu/",
    "tim/",
    "tai-ve/",
    "en/",
    "en/data/",
    "en/method/",
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("sites") / "site"
    build_site(package, output)
    return output


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Seen]:
    return read_pages(site)


def page(pages: dict[str, Seen], address: str) -> Seen:
    return pages[address + "index.html"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_the_contract_has_its_page(site: Path, address: str) -> None:
    assert (site / address / "index.html").is_file()


def test_only_agencies_and_provinces_that_occur_have_pages(site: Path) -> None:
    assert not (site / "co-quan/khong-ai-goi").exists()
    assert not (site / "tinh/ha-noi").exists()


def test_each_clause_is_an_anchor_on_its_page(package: Path, pages: dict[str, Seen]) -> None:
    for clause in load_package(package).clauses:
        assert clause.path in page(pages, f"van-ban/{clause.directive_id}/").values("id")


def test_hostile_words_stay_words(pages: dict[str, Seen]) -> None:
    seen = page(pages, "van-ban/tinh-la/")
    assert seen.text.count(HOSTILE) >= 10
    for name, seen in pages.items():
        assert not any(
            "alert" in body for values, body in seen.scripts if "json" not in values.get("type", "")
        ), name
        assert not any(attribute.startswith("on") for _, values in seen.tags for attribute in values), name
        assert not any(value.startswith("javascript:") for value in seen.values("href")), name
        assert not any("example.org" in value for value in seen.values("src") + seen.values("href")), name
        assert "49 " not in seen.text.replace(HOSTILE, ""), name


def test_hostile_words_stay_words_in_data_blocks(site: Path) -> None:
    html = (site / "van-ban/tinh-la/index.html").read_text(encoding="utf-8")
    blocks = re.findall(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert len(blocks) == 2
    assert json.loads(blocks[0])["legislationIdentifier"] == HOSTILE
    assert HOSTILE in json.loads(blocks[1])["legal"]


def test_the_policy_allows_no_inline_style_and_only_known_scripts(pages: dict[str, Seen]) -> None:
    for name, seen in pages.items():
        (policy,) = [
            values["content"]
            for tag, values in seen.tags
            if values.get("http-equiv") == "Content-Security-Policy"
        ]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert not any(tag == "style" or "style" in values for tag, values in seen.tags), name
        for values, body in seen.scripts:
            if not values.get("type"):
                digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
                assert f"'sha256-{digest}'" in policy, name


def test_two_builds_give_the_same_bytes(package: Path, site: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere"
    build_site(package, again)
    names = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (site / name).read_bytes() != (again / name).read_bytes()] == []


def test_no_slot_stays_open(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8").replace("%%body%%", "", HOSTILE.count("%%body%%") * 99)
        assert not re.search(r"%%[a-z-]+%%", html), path.name


def test_a_page_tells_what_is_known_and_what_is_not(pages: dict[str, Seen]) -> None:
    known = page(pages, "van-ban/son-la-mau/").text
    assert "Theo dấu đến" in known
    assert "Ban Thường vụ Tỉnh ủy Sơn La" in known
    assert "17 giờ thứ Sáu, 10/4/2020" in known
    assert "hằng tuần, thứ Sáu" in known
    assert "có thể là «dịch»" in known
    assert page(pages, "van-ban/khong-ro/").text.count("Chưa rõ") >= 4


def test_a_page_tells_what_ends_a_document(pages: dict[str, Seen]) -> None:
    assert "Có hiệu lực đến hết ngày 31/12/2021" in pages["van-ban/son-la-mau/index.html"].text
    assert "Đã bị bãi bỏ bởi" in pages["van-ban/tinh-la/index.html"].text
    assert "không suy đoán hiệu lực" in pages["van-ban/khong-ro/index.html"].text


def test_clauses_keep_emphasis_and_link_what_they_cite(site: Path) -> None:
    html = (site / "van-ban/son-la-mau/index.html").read_text(encoding="utf-8")
    assert "Tinh thần <em>chống dịch như chống giặc</em>." in html
    link = '<a class="cites" href="../../vien-dan/chi-thi-16-ct-ttg-2020/">Chỉ thị số 16/CT-TTg ngày 31/3/2020</a>'
    assert f"Thực hiện {link}, Ban Thường vụ" in html
    assert 'Giao <span class="who">Sở Y tế</span> rà soát' in html
    assert '<span class="due">trước ngày 10/4/2020</span>.' in html


def test_the_comparison_strikes_what_was_removed_and_names_the_rule(site: Path) -> None:
    html = (site / "van-ban/son-la-mau/doi-chieu/index.html").read_text(encoding="utf-8")
    assert "<del>Trang chủ | Tin tức | Liên hệ</del>" in html
    assert 'href="../../../phuong-phap/#web-menu"' in html
    assert 'href="../#1.a"' in html


def test_the_sitemap_lists_every_page(package: Path, tmp_path: Path) -> None:
    build_site(package, tmp_path / "site", site_url="https://example.org/chithi")
    text = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    for address in ADDRESSES:
        assert f"<loc>https://example.org/chithi/{address}</loc>" in text
    html = (tmp_path / "site/van-ban/son-la-mau/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/chithi/van-ban/son-la-mau/">' in html
    assert "Sitemap: https://example.org/chithi/sitemap.xml" in (tmp_path / "site/robots.txt").read_text()
    lost = (tmp_path / "site/404.html").read_text(encoding="utf-8")
    assert 'action="/chithi/tim/"' in lost
    assert 'href="/chithi/assets/site.css"' in lost


def test_downloads_hold_the_package(package: Path, site: Path) -> None:
    with zipfile.ZipFile(site / "tai-ve/chithi.zip") as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("chithi/data/clauses.csv") == (package.parent / "data/clauses.csv").read_bytes()
    assert len(names) == 1 + len(TABLES) + 3
    assert (site / "tai-ve/source/son-la-mau.txt").read_bytes() == (
        package.parent / "source/son-la-mau.txt"
    ).read_bytes()


def test_the_whole_site_is_one_zip_that_does_not_hold_itself(site: Path) -> None:
    path = site / "tai-ve/chithi-site.zip"
    with zipfile.ZipFile(path) as archive:
        entries = {entry.filename.removeprefix("chithi-site/"): entry for entry in archive.infolist()}
        own = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        assert entries.keys() == own - {
            path.relative_to(site).as_posix(),
            "tai-ve/chithi-site.zip.sha256",
        } | {"README.txt"}
        for name in entries.keys() - {"README.txt", "tai-ve/index.html"}:
            assert archive.read(entries[name]) == (site / name).read_bytes(), name
        copy = archive.read(entries["tai-ve/index.html"]).decode()
    assert {entry.date_time for entry in entries.values()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries.values()} == {0o100644}
    assert list(entries)[1:] == sorted(entries.keys() - {"README.txt"})
    assert "Đây chính là bản đã tải về" in copy
    assert "chithi-site.zip" not in copy


def test_the_checksums_are_right_and_shown(site: Path) -> None:
    page = (site / "tai-ve/index.html").read_text(encoding="utf-8")
    for name in ("chithi.zip", "chithi-site.zip"):
        digest = hashlib.sha256((site / "tai-ve" / name).read_bytes()).hexdigest()
        assert (site / f"tai-ve/{name}.sha256").read_text(encoding="ascii") == f"{digest}  {name}\n"
        assert f'href="{name}.sha256"' in page
    assert digest in page


def test_each_document_is_also_json(site: Path) -> None:
    document = json.loads((site / "api/directives/son-la-mau.json").read_text(encoding="utf-8"))
    assert document["issued_on"] == "2020-03-31"
    assert [clause["path"] for clause in document["clauses"]] == [
        "preamble.par1",
        "1",
        "1.a",
        "1.a.bul1",
        "2",
        "closing.par1",
    ]
    assert document["citations"][0]["work_id"] == "chi-thi-16-ct-ttg-2020"


def test_citing_forms(package: Path) -> None:
    corpus = Corpus(load_package(package))
    directive = corpus.directive["son-la-mau"]
    assert legal_form(directive) == (
        "{clause}Kết luận số 296-KL/TU ngày 31/3/2020 của Ban Thường vụ Tỉnh ủy Sơn La về phòng, chống dịch"
    )
    assert apa_form(directive).startswith(
        "Ban Thường vụ Tỉnh ủy Sơn La. (2020, 31 tháng 3). Kết luận số 296-KL/TU"
    )
    assert "year = {2020}" in bibtex_form(directive)
    assert r"\%\%body\%\%" in bibtex_form(corpus.directive["tinh-la"])


@pytest.mark.parametrize(
    ("clause_id", "reference", "label"),
    [
        ("son-la-mau/preamble.par1", "đoạn 1 phần mở đầu", "Mở đầu"),
        ("son-la-mau/1", "khoản 1", "1"),
        ("son-la-mau/1.a", "điểm a khoản 1", "1.a"),
        ("son-la-mau/1.a.bul1", "gạch đầu dòng thứ 1 điểm a khoản 1", "1.a gạch 1"),
        ("tinh-la/1.par1", "đoạn 1 khoản 1", "1 đoạn 1"),
    ],
)
def test_clauses_are_called_by_their_place(package: Path, clause_id: str, reference: str, label: str) -> None:
    corpus = Corpus(load_package(package))
    clause = corpus.clause[clause_id]
    said = clause_reference(clause, corpus.clause)
    assert said.endswith(reference) if clause_id != "tinh-la/1.par1" else said.startswith("đoạn 1 khoản")
    assert clause_label(clause) == label


def test_deadlines_in_words(package: Path) -> None:
    due, recurring, event = load_package(package).deadlines
    assert deadline_phrase(due) == "17 giờ thứ Sáu, 10/4/2020"
    assert deadline_phrase(recurring) == "hằng tuần, thứ Sáu"
    assert deadline_phrase(event) == HOSTILE


def test_small_words() -> None:
    assert base_of("van-ban/x/doi-chieu/") == "../../../"
    assert base_of("") == "./"
    assert site_words.vietnamese_number(12716) == "12.716"
    assert site_words.recurrence("FREQ=MONTHLY;BYMONTHDAY=20") == "hằng tháng, ngày 20"
    assert site_words.recurrence("FREQ=DAILY;INTERVAL=2") == "2 ngày một lần"
    assert site_words.tied("số 16 ngày 31") == "số\u00a016 ngày\u00a031"
    assert first_words("một hai ba bốn", 2) == "một hai\u00a0…"


def test_every_code_has_its_word() -> None:
    """A code that the tables allow and the site cannot name would show as an error on some later document."""
    named = {
        ("directives", "document_type"): site_words.DOCUMENT_TYPES,
        ("directives", "issuer_branch"): site_words.BRANCHES,
        ("directives", "issued_on_basis"): site_words.DATE_BASES,
        ("directives", "signing_capacity"): site_words.CAPACITIES,
        ("directives", "urgency"): site_words.URGENCIES,
        ("directives", "confidentiality"): site_words.CONFIDENTIALITIES,
        ("directives", "source_medium"): site_words.MEDIA,
        ("segments", "kind"): site_words.SEGMENT_KINDS,
        ("validity", "state"): site_words.VALIDITY_STATES,
        ("rules", "stage"): site_words.STAGES,
        ("rules", "action"): site_words.ACTIONS,
        ("anomalies", "kind"): site_words.ANOMALIES,
        ("stamps", "kind"): site_words.STAMPS,
        ("citations", "relation"): site_words.RELATIONS,
        ("assignments", "role"): site_words.ROLES,
        ("agencies", "level"): site_words.LEVELS,
        ("deadlines", "kind"): site_words.DEADLINE_KINDS,
    }
    columns = {(table.name, column.name): column for table in TABLES for column in table.columns}
    for key, names in named.items():
        assert set(columns[key].enum) == set(names), key


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        ("data/deadlines.csv", ("2020-04-10", "soon"), "ends_on is no date: 'soon'"),
        ("data/clauses.csv", ("text_markdown", "text_marked"), "text_markdown"),
        ("datapackage.json", ('"rules"', '"ruled"'), "'rules'"),
        ("datapackage.json", ("{", "["), "is not JSON"),
    ],
)
def test_a_broken_package_gets_one_sentence(
    tmp_path: Path, file: str, change: tuple[str, str], message: str
) -> None:
    write_sample(tmp_path / "package")
    path = tmp_path / "package" / file
    path.write_text(path.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(ChithiError, match=re.escape(message)):
        build_site(tmp_path / "package", tmp_path / "site")


def test_a_missing_package_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ChithiError, match="cannot be read"):
        build_site(tmp_path / "nowhere", tmp_path / "site")


def test_a_moved_document_leaves_a_page_that_leads_on(package: Path, tmp_path: Path) -> None:
    table = tmp_path / "moved.csv"
    table.write_text("old_id,new_id\nson-la-cu,son-la-mau\n", encoding="utf-8")
    (page,) = moved_pages(Corpus(load_package(package)), table)
    assert page.address == "van-ban/son-la-cu/"
    assert 'href="../son-la-mau/"' in page.body
    assert "url=../son-la-mau/" in page.head


def test_a_document_cannot_move_to_nowhere_or_from_an_id_in_use(package: Path, tmp_path: Path) -> None:
    table = tmp_path / "moved.csv"
    table.write_text("old_id,new_id\nkhong-ro,mat-tich\n", encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        list(moved_pages(Corpus(load_package(package)), table))
    assert [problem.what for problem in caught.value.problems] == [
        "khong-ro moved to mat-tich, which is no document.",
        "the moved id khong-ro is the id of a document.",
    ]
