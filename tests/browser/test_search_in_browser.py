"""The search as a reader types it, over three short directives that the program itself has read."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from pipeline.build import Way, build_package
from pipeline.serve import site_server
from pipeline.site import build_site

DIRECTIVE = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH {province} | Độc lập - Tự do - Hạnh phúc
---|---
Số: {number}/CT-UBND | {place}, ngày 05 tháng 8 năm {year}

CHỈ THỊ
Về {title}

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. {first}
2. {second}
Tổ chức thực hiện nghiêm Chỉ thị này.

CHỦ TỊCH
Nguyễn Văn Thử
"""
TEXTS = {
    "son-la-thu": DIRECTIVE.format(
        province="SƠN LA",
        place="Sơn La",
        number="12",
        year=2021,
        title="tuần tra đường biên giới",
        first="Công an tỉnh tuần tra đường mòn, lối mở; thực hiện Điều 5 Quy chế bảo vệ đường biên giới.",
        second="Sở Y tế báo cáo kết quả trước ngày 20 hằng tháng.",
    ),
    "dien-bien-thu": DIRECTIVE.format(
        province="ĐIỆN BIÊN",
        place="Điện Biên",
        number="7",
        year=2022,
        title="xét nghiệm người dương tính",
        first="Uỷ ban nhân dân các huyện lập danh sách người dương tính theo Chỉ thị số 16/CT-TTg.",
        second="Sở Y tế báo cáo kết quả trước ngày 20 hằng tháng.",
    ),
    "hoa-binh-thu": DIRECTIVE.format(
        province="HÒA BÌNH",
        place="Hòa Bình",
        number="9",
        year=2022,
        title="phòng, chống cháy rừng",
        first="Tuần tra rừng phòng hộ, kể cả trên đường băng cản lửa của tỉnh, trước mùa khô và trong mùa khô.",
        second="Ủy ban nhân dân xã trực ban; tuần tra đường rừng.",
    ),
}
PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    (folder / "source").mkdir()
    for name, text in TEXTS.items():
        (folder / "source" / f"{name}.txt").write_text(text, encoding="utf-8")
    build_package(folder / "source", folder / "datapackage", Way())
    build_site(folder / "datapackage", folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def address(library: Path) -> Iterator[str]:
    server = site_server(library, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def search(page: Page, address: str, typed: str) -> list[str]:
    """What the search page shows for words typed into it, each result as its text."""
    page.goto(address + "tim/")
    page.locator("#tim-o").press_sequentially(typed, delay=2)
    page.keyboard.press("Enter")
    expect(page.locator("#ket-qua .result").first).to_be_visible()
    expect(page.locator(".search-state")).to_contain_text("kết quả")
    return page.locator("#ket-qua .result").all_inner_texts()


def box(page: Page, typed: str) -> Locator:
    """The results that the box in the masthead shows."""
    page.keyboard.type(typed, delay=2)
    found = page.locator("#seek-results .result")
    expect(found.first).to_be_visible()
    return found


def test_clauses_of_the_same_words_are_one_result_that_leads_to_each(page: Page, address: str) -> None:
    results = search(page, address, "bao cao ket qua truoc ngay 20")
    assert len(results) == 1
    assert "khoản 2" in results[0]
    page.get_by_text("và 1 điều khoản khác cùng lời văn").click()
    page.locator(".result-others a").click()
    page.wait_for_url("**/van-ban/son-la-thu/?q=bao%20cao%20ket%20qua%20truoc%20ngay%2020#2")
    assert "".join(page.locator(".clause mark").all_inner_texts()) == "báo cáo kết quả trước ngày 20"


def test_a_filter_leaves_the_same_words_of_the_document_asked_for(page: Page, address: str) -> None:
    search(page, address, "bao cao ket qua truoc ngay 20")
    page.select_option("#tim-tinh", "Sơn La")
    expect(page.locator("#ket-qua .result")).to_contain_text("Chỉ thị 12/CT-UBND, khoản 2")
    expect(page.locator(".result-others")).to_have_count(0)
    assert "tinh=S%C6%A1n+La" in page.url
    page.select_option("#tim-nam", "2022")
    expect(page.locator(".search-state")).to_contain_text("Không thấy gì")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("đường", "đường", "dương"),
        ("dương", "dương", "đường"),
        ("duong bien", "đường biên", "đường biên"),
    ],
)
def test_accents_that_are_typed_count(page: Page, address: str, typed: str, first: str, last: str) -> None:
    search(page, address, typed)
    marks = page.locator("#ket-qua .result-text mark").all_inner_texts()
    assert marks[0] == first
    assert marks[-1] == last


@pytest.mark.parametrize("typed", ["uỷ ban", "ủy ban", "uy ban", "UY BAN"])
def test_both_places_of_a_tone_mark_are_the_same(page: Page, address: str, typed: str) -> None:
    search(page, address, typed)
    assert {"Uỷ ban", "Ủy ban"} <= set(page.locator("#ket-qua mark").all_inner_texts())


def test_without_accents_all_are_found(page: Page, address: str) -> None:
    search(page, address, "duong")
    assert {"đường", "dương"} <= set(page.locator("#ket-qua mark").all_inner_texts())


def test_of_few_clauses_the_shortest_comes_first(page: Page, address: str) -> None:
    results = [text for text in search(page, address, "mua kho") if "khoản" in text]
    assert len(results) == 1
    first, second, *_ = [text for text in search(page, address, "tuan tra") if "khoản" in text]
    assert "trực ban" in first
    assert "lối mở" in second


@pytest.mark.parametrize(
    "typed",
    ["12/CT-UBND", "12 ct ubnd", "chi thi 12", "chỉ thị số 12", "CHI THI 12/CT-UBND SON LA", "12/ct-ubnd"],
)
def test_a_number_in_any_spelling_leads_to_its_document(page: Page, address: str, typed: str) -> None:
    page.goto(address + "van-ban/")
    page.keyboard.press("/")
    expect(box(page, typed).first).to_contain_text(
        "Chỉ thị 12/CT-UBND"
    )  # results for the first keys may come before


@pytest.mark.parametrize("typed", ["chi thi son la khoan 2", "chỉ thị 12 khoản 2", "12/ct-ubnd khoan 2"])
def test_a_reference_leads_to_its_clause(page: Page, address: str, typed: str) -> None:
    assert search(page, address, typed)[0].startswith("Chỉ thị 12/CT-UBND, khoản 2\n")


@pytest.mark.parametrize("typed", ["thuc hien dieu 5", "thực hiện Điều 5", "dieu 5 quy che"])
def test_words_that_look_like_a_reference_are_words(page: Page, address: str, typed: str) -> None:
    assert "Điều 5 Quy chế" in search(page, address, typed)[0]


def test_all_words_are_required_and_those_apart_are_offered(page: Page, address: str) -> None:
    results = search(page, address, "rung tuan tra")
    assert all("rừng" in text.lower() and "tuần tra" in text.lower() for text in results)
    expect(page.locator(".search-state")).to_contain_text("kết quả")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_keys_of_the_theme_open_the_box_and_escape_closes_it(page: Page, address: str, key: str) -> None:
    page.goto(address + "van-ban/son-la-thu/")
    output = page.locator(".md-search__output")
    expect(output).to_be_hidden()
    page.keyboard.press(key)
    expect(page.locator("#seek")).to_be_focused()
    expect(output).to_be_visible()
    box(page, "tuan tra")
    expect(page.locator(".md-search-result__meta")).to_contain_text("kết quả")
    page.keyboard.press("Escape")
    expect(output).to_be_hidden()
    expect(page.locator("#seek")).to_have_value("tuan tra")
    page.keyboard.type(" d")
    expect(output).to_be_visible()


def test_arrows_walk_through_the_box_and_round(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#seek").click()
    found = box(page, "tuan tra")
    page.keyboard.press("ArrowDown")
    expect(found.first.locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#seek")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search-result__all")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim/?q=tuan%20tra")


def test_enter_opens_the_page_of_results_and_leaving_closes_the_box(page: Page, address: str) -> None:
    page.goto(address + "van-ban/")
    page.keyboard.press("s")
    box(page, "tuan tra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim/?q=tuan+tra")
    page.go_back()
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.locator("#seek").click()
    page.locator(".md-search__overlay").click(position={"x": 10, "y": 500})
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_the_box_can_be_cleared(page: Page, address: str) -> None:
    page.goto(address + "van-ban/")
    page.keyboard.press("/")
    found = box(page, "tuan tra")
    page.get_by_role("button", name="Xóa ô tìm").click()
    expect(found).to_have_count(0)
    expect(page.locator("#seek")).to_be_focused()
    expect(page.locator(".md-search-result__meta")).to_contain_text("Không cần gõ dấu")


@pytest.mark.parametrize("context", [PHONE], indirect=True)
def test_on_a_phone_the_box_takes_the_screen_and_gives_it_back(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-thu/")
    expect(page.locator("#seek")).to_be_hidden()
    page.get_by_role("link", name="Tìm", exact=True).click()
    expect(page.locator("#seek")).to_be_focused()
    found = box(page, "tuan tra")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Đóng ô tìm").click()
    expect(page.locator("#seek")).to_be_hidden()
    expect(page.locator(".md-search__open")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#seek")).to_be_focused()
    found.filter(has_text="lối mở").click()
    page.wait_for_url("**/van-ban/son-la-thu/?q=tuan%20tra#1")
    assert page.locator(".clause mark").all_inner_texts() == ["tuần tra"]


@pytest.mark.parametrize("options", [PHONE, {"viewport": {"width": 1280, "height": 800}}])
def test_without_a_script_the_box_is_a_form(browser: Browser, address: str, options: Any) -> None:
    context = browser.new_context(java_script_enabled=False, **options)
    page = context.new_page()
    page.goto(address + "van-ban/")
    page.locator("#seek").fill("tuan tra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim/?q=tuan+tra")
    assert "Trang tìm kiếm cần JavaScript" in page.locator("noscript").inner_html()
    expect(page.locator("noscript")).to_be_visible()
    context.close()


def test_from_a_disk_the_search_says_what_it_needs(browser: Browser, library: Path) -> None:
    page = browser.new_page()
    page.goto((library / "van-ban" / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("tuan tra", delay=2)
    expect(page.locator(".md-search-result__meta")).to_contain_text("chithi serve")
    page.keyboard.press("Enter")
    expect(page.locator(".search-state")).to_contain_text("chithi serve")
    page.close()
