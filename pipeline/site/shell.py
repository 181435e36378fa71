"""The frame round every page, made by mkdocs once: hand-written pages and a mould whose slots we fill.

mkdocs knows nothing of the data and runs once over a dozen small pages, so ten thousand data pages cost what it
takes to write them. A slot is written `%%name%%` in a page or theme file; a page is cut at its slots and the
values are laid between the cuts, so a value that looks like a slot, markup or a template stays what it is.
Another frame could take over by giving the same moulds.
"""

import base64
import hashlib
import logging
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from pipeline.site.sheets import style_sheet

MOULD = "khuon/"
SECTIONS = (
    "van-ban",
    "chu-de",
    "co-quan",
    "thoi-han",
    "vien-dan",
    "tinh",
    "du-lieu",
    "phuong-phap",
    "gioi-thieu",
)
_SECTION_OF = {"nam": "van-ban"}
"""Where the first part of an address is not its section: the documents by year."""
_ENGLISH_SECTIONS = {"en/data/": "du-lieu", "en/method/": "phuong-phap"}

_SLOT = re.compile(r"%%([a-z-]+)%%")
_SLOT_PARAGRAPH = re.compile(r"<p>(%%[a-z-]+%%)</p>")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Files of the theme that these pages use: its style sheet and our own assets, not its 500 KB of scripts.
_ASSETS = ("assets/*.*", "assets/fonts/*")
# Style sheets that every page needs before it can be shown are one file, so that a page waits for one answer.
_THEME_SHEET = "assets/stylesheets/main.*.css"
_OWN_SHEETS = ("type.css", "shell.css", "reading.css", "pages.css")
_SHEET = "assets/site.css"
# What a page can be made of: a rule of the theme that none of this can meet is left out.
_MAKERS = ("templates/*.html", "theme/assets/*.js")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: its permanent address (`van-ban/x/`), its words, and its body as safe HTML.

    `kind` names the page's layout, `head` holds extra safe HTML for the head, `scripts` extra script names.
    """

    address: str
    title: str
    description: str
    body: str
    kind: str
    head: str = ""
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shell:
    """The moulds of the site by address, and where it will live (`https://…/`, or empty if unknown)."""

    moulds: Mapping[str, tuple[str, ...]]
    site_url: str = ""
    _policies: dict[str, str] = field(default_factory=dict)
    _frames: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def render(self, page: Page) -> str:
        """A data page: the mould with the page laid in."""
        base = base_of(page.address)
        parts = self._frame(base, section_of(page.address)).copy()
        own = self._own_values(page, base)
        parts[1::2] = [own[name] for name in parts[1::2]]
        return "".join(parts)

    def _frame(self, base: str, section: str) -> list[str]:
        """The mould with all laid in that pages of one depth and section share; their own slots are left."""
        if (base, section) not in self._frames:
            self._frames[base, section] = _laid_in(self.mould, self._frame_values(MOULD, base, section))
        return self._frames[base, section]

    @property
    def mould(self) -> tuple[str, ...]:
        """The mould of data pages: what stands fast and the names of slots, in turn."""
        return self.moulds[MOULD]

    def slots(self, page: Page) -> dict[str, str]:
        """What is laid into the slots of the mould for a data page, all safe HTML."""
        return self._values(MOULD, page, base_of(page.address))

    def render_lost(self, page: Page) -> str:
        """The page for lost addresses; it answers at any depth, so its links start at the site's root."""
        return self._fill(MOULD, page, self.root)

    @property
    def root(self) -> str:
        """The path of the site's home on its server: `/chithi/`, or `/` if unknown."""
        return urlsplit(self.site_url).path or "/"

    def render_written(self, address: str, slots: Mapping[str, str]) -> str:
        """A hand-written page with data laid into its slots. Raises `KeyError` on a slot that has no value."""
        page = Page(address, "", "", "", kind="written", scripts=("lists",))
        return self._fill(address, page, base_of(address), slots)

    def canonical(self, address: str) -> str:
        """The tag by which a page names its own address, or nothing while nobody knows where the site will live."""
        return f'<link rel="canonical" href="{escape(self.site_url + address)}">' if self.site_url else ""

    def _fill(self, mould: str, page: Page, base: str, slots: Mapping[str, str] | None = None) -> str:
        values = self._values(mould, page, base) | dict(slots or {})
        parts = self.moulds[mould]
        return "".join(values[part] if index % 2 else part for index, part in enumerate(parts))

    def _values(self, mould: str, page: Page, base: str) -> dict[str, str]:
        return self._own_values(page, base) | self._frame_values(mould, base, section_of(page.address))

    def _own_values(self, page: Page, base: str) -> dict[str, str]:
        return {
            "title": escape(page.title),
            "description": escape(page.description),
            "canonical": self.canonical(page.address),
            "kind": page.kind,
            "head": page.head,
            "body": page.body,
            "scripts": "".join(_script(base, name) for name in page.scripts),
        }

    def _frame_values(self, mould: str, base: str, section: str) -> dict[str, str]:
        current = {f"nav-{name}": ' aria-current="true"' if name == section else "" for name in SECTIONS}
        return {"base": escape(base), "csp": self._policy(mould), **current}

    def _policy(self, mould: str) -> str:
        if mould not in self._policies:
            self._policies[mould] = content_security_policy("".join(self.moulds[mould][::2]))
        return self._policies[mould]


def base_of(address: str) -> str:
    """The relative path from a page back to the site's root: `van-ban/x/` → `../../`, the home page → `./`."""
    return "../" * address.count("/") or "./"


def section_of(address: str) -> str:
    """The section that a page belongs to, or the first part of its address where there is none of that name."""
    first = address.split("/", 1)[0]
    return _ENGLISH_SECTIONS.get(address) or _SECTION_OF.get(first, first)


def content_security_policy(html: str) -> str:
    """A policy that allows our own files and exactly the inline scripts that the page holds, by their hashes."""
    digests = (hashlib.sha256(body.encode()).digest() for body in _INLINE_SCRIPT.findall(html))
    hashes = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
    )


def build_shell(project: Path, output: Path, site_url: str = "") -> Shell:
    """Run mkdocs over the hand-written pages of a project, copy its assets to `output`, keep the moulds."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder)
        _run_mkdocs(project, built)
        _copy_assets(built, output)
        (output / _SHEET).write_text(_sheet(project, built), encoding="utf-8", newline="\n")
        moulds = {
            address: _cut(address, path.read_text(encoding="utf-8"))
            for path in sorted(built.rglob("index.html"))
            for address in [_address(path.relative_to(built))]
        }
    return Shell(moulds, site_url)


def _run_mkdocs(project: Path, folder: Path) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder), site_url="")
    build_with_mkdocs(config)


def _copy_assets(built: Path, output: Path) -> None:
    for pattern in _ASSETS:
        for path in sorted(path for path in built.glob(pattern) if path.name not in _OWN_SHEETS):
            target = output / path.relative_to(built)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def _sheet(project: Path, built: Path) -> str:
    pages = [
        *built.rglob("index.html"),
        *(path for each in _MAKERS for path in (project / "site").glob(each)),
    ]
    theme = "".join(path.read_text("utf-8") for path in built.glob(_THEME_SHEET))
    own = [(built / "assets" / name).read_text("utf-8") for name in _OWN_SHEETS]
    return style_sheet(theme, own, (path.read_text("utf-8") for path in pages))


def _address(path: Path) -> str:
    folder = path.parent.as_posix()
    return "" if folder == "." else folder + "/"


def _cut(address: str, html: str) -> tuple[str, ...]:
    """Cut a built page at its slots; links of the mould, which lies one folder deep, start from `%%base%%`."""
    if address == MOULD:
        html = html.replace('="../', '="%%base%%')
    if address.startswith("en/"):
        html = html.replace('<html lang="vi"', '<html lang="en"', 1)
    return tuple(_SLOT.split(_SLOT_PARAGRAPH.sub(r"\1", html)))


def _laid_in(mould: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """A mould with some of its slots filled: what stands fast and the names of slots that are left, in turn."""
    left = [""]
    for index, part in enumerate(mould):
        if index % 2 and part not in values:
            left += [part, ""]
        else:
            left[-1] += values[part] if index % 2 else part
    return left


def _script(base: str, name: str) -> str:
    return f'<script defer src="{escape(base)}assets/{name}.js"></script>'
