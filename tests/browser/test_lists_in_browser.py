"""Lists as a reader works them: filters by topic and issuer, and a list whose rows are not all on its page."""

import functools
import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from site_sample import write_sample

from pipeline.site import build_site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample as if a page held one row only."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.site.paging.MOST", 1)
        build_site(write_sample(folder / "package"), folder / "site")
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_list_filters_by_topic_and_issuer(page: Page, address: str) -> None:
    page.goto(address + "van-ban/?chu-de=khu-cach-ly")
    expect(page.locator(".list-table tbody tr")).to_have_count(1)
    expect(page.locator("output")).to_have_text("1 trong 3 văn bản")
    page.select_option("#loc-chu-de", "cach-ly")
    expect(page.locator(".list-table tbody tr")).to_have_count(3)
    page.select_option("#loc-ban-hanh", "Ban Thường vụ Tỉnh ủy")
    expect(page.locator(".list-table tbody tr")).to_have_count(1)
    assert "ban-hanh=Ban" in page.url


def test_a_long_list_fetches_the_rest_when_asked(browser: Browser, long_address: str) -> None:
    page = browser.new_page()
    page.goto(long_address + "van-ban/")
    expect(page.locator(".list-table tbody tr")).to_have_count(1)
    page.select_option("#loc-loai", "ket-luan")
    row = page.locator(".list-table tbody tr")
    expect(row).to_have_count(1)
    expect(row.locator("a")).to_have_text("về phòng, chống dịch")
    assert row.locator("a").evaluate("link => link.href") == long_address + "van-ban/son-la-mau/"
    expect(row.locator(".cell-name")).to_have_text("Kết luận 296-KL/TU")
    expect(row.locator(".cell-issuer")).to_have_text("Ban Thường vụ Tỉnh ủy Sơn La Đảng")
    expect(row.locator("time")).to_have_text("31/3/2020")
    page.locator("button[type=reset]").click()
    expect(page.locator(".list-table tbody tr")).to_have_count(3)
    page.get_by_role("button", name="Ngày").click()
    expect(page.locator(".list-table tbody tr").first).to_contain_text("Chưa rõ")
    page.close()


def test_a_long_list_can_be_shared_filtered(browser: Browser, long_address: str) -> None:
    page = browser.new_page()
    page.goto(long_address + "van-ban/?nam=2020&q=chong dich")
    expect(page.locator(".list-table .cell-title")).to_have_text(["về phòng, chống dịch"])
    page.close()


def test_a_long_list_can_be_walked_without_a_script(browser: Browser, long_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(long_address + "van-ban/")
    page.get_by_role("link", name="Chưa rõ ngày").click()
    expect(page.locator("h1")).to_have_text("Văn bản chưa rõ ngày")
    page.get_by_role("link", name="Không có trích yếu").click()
    expect(page.get_by_text("Một đoạn duy nhất.").first).to_be_visible()
    context.close()


def test_the_matrix_scrolls_inside_its_frame_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "chu-de/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('.strip path').getBoundingClientRect().height") > 10
    cell = page.get_by_role("row", name="Cách ly").first.get_by_role("cell").first
    expect(cell).to_contain_text("3")
    page.close()


def test_print_sets_the_address_of_each_clause_beside_it(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/")
    page.emulate_media(media="print")
    after = "getComputedStyle(document.getElementById('1.a'), '::after').content"
    assert page.evaluate(after) == '"#" "1.a"' or page.evaluate(after) == '"#1.a"'
    expect(page.locator(".tools").first).to_be_hidden()
    foot = "getComputedStyle(document.querySelector('.print-address'), '::after').content"
    assert "từng điều khoản" in page.evaluate(foot)


def test_cited_works_sort_by_need(page: Page, address: str) -> None:
    page.goto(address + "vien-dan/")
    page.get_by_role("button", name="Số lần").first.click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Số lần")
    expect(page.locator(".cell-count").last).to_have_text("1 lần")


@pytest.mark.parametrize("width", [1280, 360])
def test_pages_of_years_and_parts_shut_nobody_out(browser: Browser, long_address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    for place in (
        "van-ban/",
        "nam/2020/",
        "nam/khong-ro/",
        "chu-de/cach-ly/",
        "chu-de/cach-ly/2020/",
        "co-quan/so-y-te/2020/",
        "tinh/son-la/2021/",
        "thoi-han/",
        "thoi-han/dinh-ky/2/",
        "vien-dan/phan/2/",
    ):
        answer = page.goto(long_address + place)
        assert answer is not None
        assert answer.ok, place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        found = Axe().run(page, options=options).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], place
    page.close()
