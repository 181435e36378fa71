"""Citations a second beside eyecite's, on texts of equal length with about as many citations.

The two languages cite differently, so no text serves both: ours are the gold's, eyecite's are English ones written for
this (`benchmarks.english`), each as long as one of ours and with as many citations as we find in it. Both start from
plain text that is in memory; cleaning and structure are not timed, as eyecite has no such step. eyecite runs with its
default tokenizer; the Hyperscan one that its manual offers is faster once a large database is compiled, and needs a
library for one kind of processor.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Any

from eyecite import get_citations

from benchmarks.corpus import Sample
from benchmarks.english import english
from pipeline.clean import clean
from pipeline.enrich.citations import find_citations
from pipeline.records import SourceText, Structure
from pipeline.structure import structure

_PASSES = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """What one finder did: the citations it found, and the characters and seconds that it took them from."""

    name: str
    found: int
    characters: int
    seconds: float


def timed(corpus: Sequence[Sample]) -> Iterator[Timed]:
    """Time both finders, ours first: the best of three passes, so that tables built in the first count for neither."""
    ours = [_structured(sample.text) for sample in corpus]
    sizes = [len(" ".join(body.text for body in each.bodies.values())) for each in ours]
    counts = [len(find_citations(each, ("chi-thi", None))) for each in ours]
    yield _run("chithi", lambda each: find_citations(each, ("chi-thi", None)), ours, sum(sizes))
    theirs = [english(size, number) for size, number in zip(sizes, counts, strict=True)]
    yield _run("eyecite", get_citations, theirs, sum(map(len, theirs)))


def _structured(text: str) -> Structure:
    return structure(clean(SourceText("a", "a.txt", "0" * 64, "utf-8", text)))


def _run(name: str, find: Callable[[Any], Sequence[Any]], texts: Sequence[Any], characters: int) -> Timed:
    passes = [_pass(find, texts) for _ in range(_PASSES)]
    return Timed(name, passes[0][0], characters, min(seconds for _, seconds in passes))


def _pass(find: Callable[[Any], Sequence[Any]], texts: Sequence[Any]) -> tuple[int, float]:
    """The citations that one pass over all texts finds, and its seconds."""
    start = process_time()
    found = sum(len(find(text)) for text in texts)
    return found, process_time() - start
