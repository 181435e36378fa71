"""Pages as a reader meets them: open, search by typing, follow links, narrow screens, no script, dark."""

import threading
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_sample import HOSTILE

from pipeline.serve import site_server
from pipeline.site.search import tokens

PLACES = (
    "",
    "van-ban/",
    "van-ban/son-la-mau/",
    "van-ban/son-la-mau/doi-chieu/",
    "van-ban/tinh-la/",
    "van-ban/tinh-la/doi-chieu/",
    "chu-de/",
    "chu-de/cach-ly/",
    "co-quan/",
    "co-quan/so-y-te/",
    "thoi-han/",
    "vien-dan/",
    "vien-dan/khac-la/",
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
PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("context", [PHONE], indirect=True)
def test_a_page_fits_a_phone_without_trouble(page: Page, address: str, place: str) -> None:
    page.goto(address + place)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def results(page: Page) -> list[str]:
    expect(page.locator("#ket-qua .result").first).to_be_visible()
    return page.locator("#ket-qua .result").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "first", "marked"),
    [
        ("chong dich", "về phòng, chống dịch", "chống dịch"),
        ("cap uy", "Các cấp uỷ tập trung", "cấp uỷ"),
        ("cấp ủy", "Các cấp uỷ tập trung", "cấp uỷ"),
        ("duong bien gioi", "trên đường biên giới", "đường biên giới"),
        ("so y te", "Sở Y tế", "Sở Y tế"),
        ("16 ct ttg", "Chỉ thị 16/CT-TTg", "16/CT-TTg"),
        ("16/CT-TTg", "Chỉ thị 16/CT-TTg", "16/CT-TTg"),
        ("chi thi 16", "Chỉ thị 16/CT-TTg", "Chỉ thị 16"),
        ('"như chống giặc"', "Tinh thần chống dịch như chống giặc", "như chống giặc"),
        ("giac chong nhu", "Tinh thần chống dịch như chống giặc", "giặc"),
    ],
)
def test_search_finds_what_is_meant(page: Page, address: str, typed: str, first: str, marked: str) -> None:
    page.goto(address + "tim/")
    page.locator("#tim-o").press_sequentially(typed, delay=5)
    page.keyboard.press("Enter")
    assert first in results(page)[0]
    assert marked in page.locator("#ket-qua .result mark").all_inner_texts()


def test_typed_accents_come_first(page: Page, address: str) -> None:
    page.goto(address + "tim/?q=đường")
    texts = results(page)
    assert "trên đường biên giới" in texts[0]
    assert "dương tính" in texts[-1]
    page.goto(address + "tim/?q=dương")
    assert "dương tính" in results(page)[0]


def test_a_phrase_in_quotes_stands_as_it_is(page: Page, address: str) -> None:
    page.goto(address + 'tim/?q="dịch chống"')
    expect(page.locator(".search-state")).to_contain_text("Thử bỏ bớt từ")


def test_a_clause_reference_leads_straight_there(page: Page, address: str) -> None:
    page.goto(address + "tim/?q=ket luan son la 1.a")
    assert "điểm a khoản 1" in results(page)[0]
    page.goto(address + "tim/?q=kết luận 296 điểm a khoản 1")
    assert "điểm a khoản 1" in results(page)[0]


def test_search_filters_and_the_back_button(page: Page, address: str) -> None:
    page.goto(address + "tim/?q=so")
    page.goto(address + "tim/?q=phong")
    before = len(results(page))
    page.select_option("#tim-loai", "chi-thi")
    expect(page.locator(".search-state")).to_contain_text("Không thấy gì")
    page.select_option("#tim-loai", "ket-luan")
    expect(page.locator("#ket-qua .result")).to_have_count(before)
    assert "loai=ket-luan" in page.url
    page.go_back()
    expect(page.locator("#tim-o")).to_have_value("so")


def test_the_box_in_the_masthead_leads_to_the_clause(page: Page, address: str) -> None:
    page.goto(address + "van-ban/khong-ro/")
    page.keyboard.press("/")
    page.keyboard.type("nhu chong giac", delay=5)
    expect(page.locator("#seek-results .result").first).to_contain_text("Tinh thần")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/son-la-mau/?q=nhu%20chong%20giac#1.a.bul1")
    assert "".join(page.locator(".clause mark").all_inner_texts()) == "như chống giặc"


@pytest.mark.parametrize(
    ("typed", "leads_to", "marked"),
    [
        ("ket luan 296", "van-ban/son-la-mau/?q=ket%20luan%20296", "Kết luận số\u00a0296"),
        (
            "ve phong chong dich",
            "van-ban/son-la-mau/?q=ve%20phong%20chong%20dich",
            "về phòng, chống dịch",
        ),
        ("16 ct ttg", "vien-dan/chi-thi-16-ct-ttg-2020/?q=16%20ct%20ttg", "16/CT-TTg"),
        ("so y te", "co-quan/so-y-te/?q=so%20y%20te", "Sở Y tế"),
    ],
)
def test_a_result_that_is_no_clause_opens_with_its_words_marked(
    page: Page, address: str, typed: str, leads_to: str, marked: str
) -> None:
    page.goto(address + "tim/?q=" + quote(typed))
    page.locator(f'#ket-qua .result a[href$="{leads_to}"]').click()
    page.wait_for_url(f"**/{leads_to}")
    assert "".join(page.locator(".page mark").all_text_contents()) == marked


def test_the_words_of_a_filter_are_not_marked_in_its_list(page: Page, address: str) -> None:
    page.goto(address + "van-ban/?q=" + quote("văn bản"))
    expect(page.locator("h1")).to_contain_text("Văn bản")
    expect(page.locator("mark")).to_have_count(0)


def test_hostile_words_in_results_are_words(page: Page, address: str) -> None:
    page.goto(address + "tim/?q=alert onclick")
    assert HOSTILE[:40] in results(page)[0]


def test_the_browser_and_the_index_part_words_alike(page: Page, address: str) -> None:
    texts = [
        "Chỉ thị số 16/CT-TTg",
        "UỶ BAN hoà bình, quý khoẻ",
        "QÐ–UBND 2m COVID-19",
        "một số việc",
        HOSTILE,
    ]
    page.goto(address)
    for text in texts:
        assert page.evaluate("text => chithi.tokens(text).map(token => token.word)", text) == tokens(text)


def test_a_permanent_link_opens_its_clause(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/#1.a")
    expect(page.locator('[id="1.a"]')).to_be_in_viewport()
    colour = page.evaluate("getComputedStyle(document.getElementById('1.a'), '::before').backgroundColor")
    assert colour == "rgb(143, 29, 29)"


def test_a_clause_can_be_cited_and_reported(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/#1.a")
    page.locator('[data-cite="1.a"]').click()
    texts = page.locator(".cite-form-text").all_inner_texts()
    assert texts[0].startswith(
        "Điểm a khoản 1 Kết luận số 296-KL/TU ngày 31/3/2020 của Ban Thường vụ Tỉnh ủy Sơn La"
    )
    assert texts[1].endswith(", điểm a khoản 1. " + address + "van-ban/son-la-mau/#1.a")
    assert "note = {điểm a khoản 1}" in texts[2]
    assert texts[3] == "Giao Sở Y tế rà soát, báo cáo trước ngày 10/4/2020."
    assert len(texts) == 4
    page.locator(".cite-dialog .cite-report").click()
    expect(page.locator(".cite-dialog")).to_be_hidden()
    report = page.locator(".report-dialog .cite-form-text").inner_text()
    assert report.startswith("Chỗ: điểm a khoản 1, Kết luận 296-KL/TU\nĐịa chỉ: " + address)
    page.keyboard.press("Escape")
    expect(page.locator(".report-dialog")).to_be_hidden()


def test_copying_gives_the_forms_to_the_clipboard(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + "van-ban/son-la-mau/")
    page.locator(".actions [data-cite]").click()
    page.locator(".cite-form button").first.click()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Kết luận số 296-KL/TU ngày 31/3/2020")


def test_keys_walk_through_the_clauses(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/")
    for _ in range(3):
        page.keyboard.press("j")
    assert page.locator(".is-current").get_attribute("id") == "1.a"
    page.keyboard.press("k")
    assert page.locator(".is-current").get_attribute("id") == "1"
    page.keyboard.press("?")
    expect(page.locator(".keys-dialog")).to_be_visible()


def test_the_list_filters_sorts_and_remembers_in_its_address(page: Page, address: str) -> None:
    page.goto(address + "van-ban/?loai=ket-luan")
    shown = page.locator(".list-table tbody tr:visible")
    expect(shown).to_have_count(1)
    page.locator("button[type=reset]").click()
    expect(shown).to_have_count(3)
    page.locator("#loc-chu").press_sequentially("phong chong")
    expect(shown).to_have_count(1)
    page.locator("#loc-chu").fill("")
    page.get_by_role("button", name="Ngày").click()
    expect(shown.last).to_contain_text("5/2/2021")
    assert "xep=date" in page.url
    page.locator("#loc-chu").press_sequentially("khongcogi")
    expect(page.locator(".empty")).to_be_visible()


def test_the_comparison_can_show_only_removals(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/doi-chieu/")
    before = page.locator(".compare-row:visible").count()
    page.locator("#chi-phan-loai-bo").check()
    assert page.locator(".compare-row:visible").count() == 1 < before


def test_light_and_dark(page: Page, address: str) -> None:
    page.goto(address)
    button = page.locator(".theme-button")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(253, 252, 249)"
    button.click()
    button.click()
    assert page.evaluate(paper) == "rgb(32, 30, 27)"
    page.reload()
    assert page.evaluate(paper) == "rgb(32, 30, 27)"


@pytest.mark.parametrize("context", [{"java_script_enabled": False, **PHONE}], indirect=True)
def test_everything_can_be_read_without_a_script(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/")
    expect(page.get_by_text("rà soát, báo cáo").last).to_be_visible()
    expect(page.locator(".contents a").first).to_be_visible()
    expect(page.locator("[data-cite]").first).to_be_hidden()
    page.goto(address + "van-ban/")
    assert page.locator(".list-table tbody tr:visible").count() == 3
    expect(page.locator(".filters")).to_be_hidden()


def test_the_contents_fold_on_a_phone(browser: Browser, address: str) -> None:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    opened.goto(address + "van-ban/son-la-mau/")
    expect(opened.locator("#muc-luc")).to_be_hidden()
    opened.locator(".contents-bar").click()
    opened.locator("#muc-luc a", has_text="Thay thế").click()
    expect(opened.locator("#muc-luc")).to_be_hidden()
    expect(opened.locator('[id="2"]')).to_be_in_viewport()
    opened.close()


def test_print_leaves_the_apparatus_out(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/")
    page.emulate_media(media="print")
    for part in (".masthead", ".contents", ".actions", ".colophon"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".provenance")).to_contain_text("SHA-256")
    expect(page.locator(".print-address")).to_have_text(address + "van-ban/son-la-mau/")


def test_pages_read_from_a_disk(browser: Browser, site: Path) -> None:
    opened = browser.new_page()
    opened.goto((site / "index.html").as_uri())
    opened.get_by_role("link", name="về phòng, chống dịch").click()
    expect(opened.locator("h1")).to_have_text("về phòng, chống dịch")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 249)"
    opened.get_by_role("link", name="Đối chiếu với bản gốc").click()
    expect(opened.locator("h1")).to_have_text("Đối chiếu với bản gốc")
    opened.close()


def test_the_downloaded_site_is_read_and_searched_without_a_network(
    context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    """Unzipped anywhere and served as `chithi serve` does, with the machine cut off from everything else."""
    with zipfile.ZipFile(site / "tai-ve/chithi-site.zip") as archive:
        archive.extractall(tmp_path)
    server = site_server(tmp_path / "chithi-site", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/"
    context.route(lambda url: not url.startswith(home), lambda route: route.abort())
    opened, trouble = context.new_page(), list[str]()
    opened.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    opened.on(
        "request",
        lambda asked: trouble.append(asked.url) if not asked.url.startswith((home, "data:")) else None,
    )
    opened.on("response", lambda answer: trouble.append(answer.url) if answer.status >= 400 else None)
    opened.goto(home)
    opened.locator("#tim-nha").press_sequentially("nhu chong giac", delay=5)
    opened.keyboard.press("Enter")
    expect(opened.locator("#ket-qua .result").first).to_contain_text("chống dịch như chống giặc")
    opened.locator("#ket-qua .result a").first.click()
    expect(opened.locator('[id="1.a.bul1"]')).to_be_in_viewport()
    opened.goto(home + "tai-ve/")
    expect(opened.get_by_text("Đây chính là bản đã tải về")).to_be_visible()
    assert trouble == []
    server.shutdown()
    server.server_close()


def test_an_old_address_leads_to_the_clause_at_the_new_one(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-cu/#1.a")
    page.wait_for_url("**/van-ban/son-la-mau/#1.a")
    expect(page.locator('[id="1.a"]')).to_be_in_viewport()
