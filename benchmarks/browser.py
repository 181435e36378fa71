"""A browser and a server that counts what it is asked for."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from pipeline.serve import HOST, SiteHandler

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine. Raises `FileNotFoundError` where there is none."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise FileNotFoundError("This benchmark needs Chromium: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class CountingServer(ThreadingHTTPServer):
    """Serves a folder and counts the bytes of scripts and data; nothing may be kept by the browser."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bytes = 0
        super().__init__((HOST, 0), _Handler)

    @property
    def address(self) -> str:
        """Where the folder is served."""
        return f"http://{HOST}:{self.server_port}/"


class _Handler(SiteHandler):
    protocol_version = "HTTP/1.1"
    server: CountingServer

    def __init__(self, request: Any, client: Any, server: CountingServer) -> None:
        super().__init__(request, client, server, directory=str(server.folder))

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, value)
        if keyword == "Content-Length" and self.path.split("?")[0].endswith((".js", ".json", ".bin")):
            self.server.bytes += int(value)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@contextmanager
def counting_server(folder: Path) -> Iterator[CountingServer]:
    """A server of a folder for as long as the block lasts."""
    server = CountingServer(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
