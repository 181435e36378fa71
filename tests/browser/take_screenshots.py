"""Take the pictures of each kind of page under site/screenshots/: `make screenshots`, then look at each of them.

They show the site of the published package, on a desk, in the dark and on a phone. The folder is made anew, so no
picture of a page that is gone stays. Pictures of the same site and Chromium are the same.
"""

import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, Route, sync_playwright

from pipeline.serve import site_server
from pipeline.site import PROJECT, build_site

FOLDER = PROJECT / "site" / "screenshots"
DIRECTIVE = "van-ban/son-la-2021-chi-thi/"
PLACES = {
    "home": "",
    "list": "van-ban/",
    "directive": DIRECTIVE,
    "comparison": f"{DIRECTIVE}doi-chieu/",
    "agencies": "co-quan/",
    "agency": "co-quan/so-y-te/",
    "deadlines": "thoi-han/",
    "works": "vien-dan/",
    "provinces": "tinh/",
    "province": "tinh/son-la/",
    "topics": "chu-de/",
    "topic": "chu-de/truyen-thong/",
    "search": "tim/?q=chong+dich",
    "data": "du-lieu/",
    "downloads": "tai-ve/",
    "method": "phuong-phap/",
    "about": "gioi-thieu/",
    "lost": "khong/co/",
}
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
MODES = {
    "desktop": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
}


def main() -> None:
    """Build the site, serve it, take every picture and put the folder in the place of the old one."""
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "screenshots"
        build_site(PROJECT / "datapackage", Path(name) / "site")
        server = site_server(Path(name) / "site", 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            _take(browser, f"http://127.0.0.1:{server.server_port}/", made)
            browser.close()
        server.shutdown()
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(made, FOLDER)


def _take(browser: Browser, home: str, folder: Path) -> None:
    for mode, options in MODES.items():
        context = browser.new_context(**options, reduced_motion="reduce")  # type: ignore[arg-type]
        context.route("**/assets/site.css", _with_our_letters)
        page = context.new_page()
        for name, place in PLACES.items():
            answer = page.goto(home + place, wait_until="networkidle")
            if answer is None or answer.ok == (name == "lost"):
                raise AssertionError(f"{place} is not what it should be.")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=folder / f"{name}-{mode}.png")
            sys.stdout.write(f"{name}-{mode}.png\n")
        context.close()


def _with_our_letters(route: Route) -> None:
    """Letters that come late are left for the next page; a picture shows them however slow this machine is."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("font-display: optional", "font-display: swap"))


if __name__ == "__main__":
    main()
