"""Pages of a built site as a parser sees them, for the tests that look at a whole site."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Seen(HTMLParser):
    """What a parser sees of a page; `titles` holds the page's own under "" and those of drawings by their ids."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    scripts: list[tuple[dict[str, str], str]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    text: str = ""
    _title: str | None = None
    _script: dict[str, str] | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append((tag, values))
        if tag == "script":
            self._script = values
        if tag == "title":
            self._title = values.get("id", "")
            self.titles.setdefault(self._title, "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None
        if tag == "title":
            self._title = None

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self.scripts.append((self._script, data))
        else:
            self.text += data
        if self._title is not None:
            self.titles[self._title] += data

    def values(self, attribute: str) -> list[str]:
        return [values[attribute] for _, values in self.tags if attribute in values]


def read_pages(site: Path) -> dict[str, Seen]:
    """Every page of a built site by its file's relative path."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        seen = Seen()
        seen.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = seen
    return found
