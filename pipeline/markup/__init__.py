"""HTML sources: what a reader sees of them, with the place of every character in the file."""

from pipeline.markup.layout import html_view
from pipeline.markup.outward import on_file
from pipeline.markup.regions import RULES
from pipeline.markup.view import View, plain_view

HTML_ENDING = ".html"


def view_of(text: str, name: str) -> View:
    """The view of a decoded source, by the ending of its file's name."""
    return html_view(text) if name.endswith(HTML_ENDING) else plain_view(text)


__all__ = ["HTML_ENDING", "RULES", "View", "html_view", "on_file", "plain_view", "view_of"]
