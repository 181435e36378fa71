"""One document through the four stages: the pure function that everything else maps over a corpus."""

from pipeline.clean import clean
from pipeline.enrich import enrich
from pipeline.records import Document, SourceText
from pipeline.structure import structure


def parse(source: SourceText) -> Document:
    """Clean, structure and enrich one source; raises `DataProblems` where a curated value contradicts it."""
    return enrich(structure(clean(source)))
