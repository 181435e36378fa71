"""A small web server for looking at a built site on this machine."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.errors import ChithiError

HOST = "127.0.0.1"


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files with the types that a site needs, whatever this machine's own list of types says."""

    extensions_map = {  # noqa: RUF012 - the base class has it so
        "": "application/octet-stream",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".webmanifest": "application/manifest+json",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".ico": "image/x-icon",
        ".woff2": "font/woff2",
        ".wasm": "application/wasm",
        ".xml": "application/xml",
        ".txt": "text/plain; charset=utf-8",
        ".md": "text/markdown; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".zip": "application/zip",
        ".pdf": "application/pdf",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing of each request: a page asks for dozens of files."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page for it, as a published site does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def site_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of a built site on this machine only; port 0 takes any free one.

    Raises `ChithiError` where no site is built or the port is taken.
    """
    if not (site / "index.html").is_file():
        raise ChithiError(f"{site}: holds no site. Run `chithi build` first.")
    try:
        return ThreadingHTTPServer((HOST, port), partial(SiteHandler, directory=str(site)))
    except OSError as error:
        raise ChithiError(
            f"Port {port} cannot be used: {error.strerror}. Choose another with --port."
        ) from error
