"""No page may shut anybody out: axe finds no violation of WCAG 2.2 AA in light or dark, on a desk or a phone."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
MODES = [
    {"viewport": viewport, "color_scheme": scheme}
    for viewport in (DESK, PHONE)
    for scheme in ("light", "dark")
]
every_mode = pytest.mark.parametrize(
    "context", MODES, indirect=True, ids=["desk", "desk-dark", "phone", "phone-dark"]
)


def violations(page: Page) -> list[str]:
    """What axe finds, one line for each element: the rule, the element, what would mend it."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{page.url}: {rule['id']}: {node['html'][:120]}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@every_mode
def test_no_page_of_the_site_shuts_anybody_out(page: Page, address: str, site: Path) -> None:
    """Each page of the sitemap, whatever its kind; the page fixture holds it to no error and no other host."""
    places = re.findall("<loc>(?:\\./)?(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert len(places) > 20
    found = []
    for place in places:
        page.goto(address + place)
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("context", MODES[::2], indirect=True, ids=["desk", "phone"])
def test_no_published_document_shuts_anybody_out(
    page: Page, address: str, site: Path, published: str
) -> None:
    """Real documents are longer than the sample's, and crowd what stands side by side."""
    documents = sorted(path.name for path in (site.parent / "published/api/directives").iterdir())
    assert len(documents) >= 5
    found = []
    for place in ["", *(f"van-ban/{name.removesuffix('.json')}/" for name in documents)]:
        page.goto(address + published + place)
        found += violations(page)
    assert found == []


@every_mode
def test_what_opens_on_a_page_shuts_nobody_out(page: Page, address: str) -> None:
    page.goto(address + "tim/?q=" + quote("chong dich"))
    expect(page.locator("#ket-qua .result").first).to_be_visible()
    found = violations(page)
    page.goto(address + "tim/?q=khongcogi")
    expect(page.locator(".search-state")).to_contain_text("Không thấy gì")
    found += violations(page)
    page.goto(address + "van-ban/?q=khongcogi")
    expect(page.locator(".empty")).to_be_visible()
    found += violations(page)
    page.goto(address + "van-ban/son-la-mau/?q=" + quote("nhu chong giac") + "#1.a.bul1")
    expect(page.locator(".clause mark").first).to_be_visible()
    found += violations(page)
    page.locator(".actions [data-cite]").click()
    expect(page.locator(".cite-dialog")).to_be_visible()
    found += violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator(".keys-dialog")).to_be_visible()
    found += violations(page)
    assert found == []


@pytest.mark.parametrize("context", MODES[:2], indirect=True, ids=["light", "dark"])
def test_the_box_of_quick_results_shuts_nobody_out(page: Page, address: str) -> None:
    page.goto(address + "van-ban/")
    page.keyboard.press("/")
    page.keyboard.type("chong dich", delay=5)
    expect(page.locator("#seek-results .result").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("context", MODES[2:], indirect=True, ids=["light", "dark"])
def test_what_folds_on_a_phone_shuts_nobody_out(page: Page, address: str) -> None:
    page.goto(address + "van-ban/son-la-mau/")
    page.locator(".contents-bar").click()
    expect(page.locator("#muc-luc")).to_be_visible()
    found = violations(page)
    page.goto(address)
    page.locator(".menu summary").click()
    expect(page.locator(".menu ul")).to_be_visible()
    assert found + violations(page) == []
