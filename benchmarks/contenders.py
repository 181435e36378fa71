"""What takes part: this program on texts and on pages, and two well-known extractors on the same pages."""

from collections.abc import Callable, Mapping

import justext
import trafilatura

from benchmarks.corpus import Sample
from pipeline.clean import clean
from pipeline.markup import html_view
from pipeline.records import CleanText, SourceText
from pipeline.structure import structure
from pipeline.text import normalise

Kept = frozenset[str]
"""The lines that a contender keeps, normalised."""

_STOPWORDS = justext.get_stoplist("Vietnamese")


def on_text(sample: Sample) -> Kept:
    """Clean and structure the text, as a build does before it enriches."""
    return _kept(SourceText(sample.name, "a.txt", "0" * 64, "utf-8", sample.text))


def on_page(sample: Sample) -> Kept:
    """The same on the page: its visible text is laid out first."""
    view = html_view(sample.page)
    return _kept(SourceText(sample.name, "a.txt", "0" * 64, "utf-8", view.text, removals=view.removals))


def _kept(source: SourceText) -> Kept:
    cleaned = clean(source)
    structure(cleaned)
    return _lines_of(cleaned)


def _lines_of(cleaned: CleanText) -> Kept:
    """The source lines of which at least half is kept, as gold counts them."""
    lines = cleaned.source.text.split("\n")
    ink: dict[int, int] = {}
    for line in cleaned.lines:
        ink[line.number] = ink.get(line.number, 0) + len(line.text.text)
    plain = {number: normalise(lines[number - 1]) for number in ink}
    return frozenset(plain[number] for number, length in ink.items() if length * 2 > len(plain[number]))


def by_trafilatura(sample: Sample) -> Kept:
    """Trafilatura's main text, with tables, in its default balance of precision and recall."""
    text = (
        trafilatura.extract(sample.page, include_tables=True, include_comments=True, deduplicate=False) or ""
    )
    return frozenset(normalise(line) for line in text.split("\n"))


def by_justext(sample: Sample) -> Kept:
    """The paragraphs that jusText with its Vietnamese stop words takes for content."""
    paragraphs = justext.justext(sample.page.encode(), _STOPWORDS)
    return frozenset(normalise(each.text) for each in paragraphs if not each.is_boilerplate)


CONTENDERS: Mapping[str, Callable[[Sample], Kept]] = {
    "chithi, text": on_text,
    "chithi, HTML": on_page,
    "trafilatura, HTML": by_trafilatura,
    "jusText, HTML": by_justext,
}
