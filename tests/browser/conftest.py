"""A browser and the sample site behind a small server, for the tests that read pages as a reader does."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from site_sample import write_sample

from pipeline.site import build_site

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing; the test's own messages count."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    package = write_sample(folder / "package")
    moved = folder / "moved.csv"
    moved.write_text("old_id,new_id\nson-la-cu,son-la-mau\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.site.MOVED", moved)
        build_site(package, folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def published(site: Path) -> str:
    """The site of the published package, beside that of the sample on the same server: its path from there."""
    build_site(Path(__file__).parents[2] / "datapackage", site.parent / "published")
    return "../published/"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/site/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("These tests need Chromium: apt-get install chromium, or playwright install chromium.")
    with sync_playwright() as playwright:
        flags = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
        ]
        running = playwright.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


class Trouble(list[str]):
    """What a page complained of: errors, and requests to other hosts."""


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    options = {"viewport": {"width": 1280, "height": 800}, **getattr(request, "param", {})}
    made = browser.new_context(**options)
    made.set_default_timeout(8000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page; when the test ends it must have complained of nothing and asked no other host."""
    trouble = Trouble()
    opened = context.new_page()
    opened.on(
        "console",
        lambda message: trouble.append(message.text) if message.type in {"error", "warning"} else None,
    )
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda asked: trouble.append(asked.url) if _foreign(asked.url, address) else None)
    yield opened
    assert trouble == []


def _foreign(url: str, address: str) -> bool:
    return url.startswith(("http:", "https:", "ws:", "wss:")) and not url.startswith(
        address.removesuffix("site/")
    )
