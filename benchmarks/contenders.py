"""What takes part: this program on texts and on pages, and two well-known extractors on the same pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import justext
import trafilatura

from benchmarks.corpus import Sample
from pipeline.clean import clean
from pipeline.enrich import enrich
from pipeline.markup import html_view
from pipeline.records import CleanText, SourceText
from pipeline.structure import structure
from pipeline.text import normalise

_STOPWORDS = justext.get_stoplist("Vietnamese")


@dataclass(frozen=True, slots=True)
class Contender:
    """One program: what it is given of a sample, what it does (this is timed), and the lines that it keeps of it."""

    name: str
    given: Callable[[Sample], Any]
    run: Callable[[Any], Any]
    kept: Callable[[Any], frozenset[str]]


def _on_text(text: str) -> CleanText:
    """Clean and structure the text, as a build does before it enriches."""
    return _cleaned(SourceText("a", "a.txt", "0" * 64, "utf-8", text))


def _clean_only(text: str) -> CleanText:
    """Clean alone, which is all that the extractors do."""
    return clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text))


def _all_stages(text: str) -> CleanText:
    """Clean, structure and enrich: all that a build does with one document before it is packaged."""
    cleaned = clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text))
    enrich(structure(cleaned))
    return cleaned


def _on_page(page: str) -> CleanText:
    """The same on the page: its visible text is laid out first."""
    view = html_view(page)
    return _cleaned(SourceText("a", "a.txt", "0" * 64, "utf-8", view.text, removals=view.removals))


def _cleaned(source: SourceText) -> CleanText:
    cleaned = clean(source)
    structure(cleaned)
    return cleaned


def _by_trafilatura(page: str) -> str:
    """Give trafilatura's main text, with tables, in its default balance of precision and recall."""
    return trafilatura.extract(page, include_tables=True) or ""


def _by_trafilatura_fast(page: str) -> str:
    """The same in its fast mode: without its fallbacks and without comments."""
    return trafilatura.extract(page, fast=True, include_comments=False, include_tables=True) or ""


def _by_justext(page: str) -> list[str]:
    """The paragraphs that jusText with its Vietnamese stop words takes for content."""
    return [each.text for each in justext.justext(page, _STOPWORDS) if not each.is_boilerplate]


def _kept_lines(cleaned: CleanText) -> frozenset[str]:
    """The source lines of which at least half is kept, as gold counts them."""
    lines = cleaned.source.text.split("\n")
    ink: dict[int, int] = {}
    for line in cleaned.lines:
        ink[line.number] = ink.get(line.number, 0) + len(line.text.text)
    plain = {number: normalise(lines[number - 1]) for number in ink}
    return frozenset(plain[number] for number, length in ink.items() if length * 2 > len(plain[number]))


CONTENDERS = (
    Contender("chithi, text", lambda sample: sample.text, _on_text, _kept_lines),
    Contender("chithi, clean alone", lambda sample: sample.text, _clean_only, _kept_lines),
    Contender("chithi, all stages", lambda sample: sample.text, _all_stages, _kept_lines),
    Contender("chithi, HTML", lambda sample: sample.page, _on_page, _kept_lines),
    Contender(
        "trafilatura, HTML",
        lambda sample: sample.page,
        _by_trafilatura,
        lambda text: frozenset(map(normalise, text.split("\n"))),
    ),
    Contender(
        "trafilatura, fast",
        lambda sample: sample.page,
        _by_trafilatura_fast,
        lambda text: frozenset(map(normalise, text.split("\n"))),
    ),
    Contender(
        "jusText, HTML",
        lambda sample: sample.page,
        _by_justext,
        lambda paragraphs: frozenset(map(normalise, paragraphs)),
    ),
)
