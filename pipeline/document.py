"""One document through the four stages: the pure function that everything else maps over a corpus."""

from dataclasses import replace

from pipeline.clean import clean
from pipeline.enrich import enrich
from pipeline.markup import on_file, view_of
from pipeline.records import Document, SourceText
from pipeline.structure import structure


def parse(source: SourceText) -> Document:
    """Clean, structure and enrich one source; raises `DataProblems` where a curated value contradicts it.

    The stages read what a reader sees; the rows' offsets are those of the file.
    """
    view = view_of(source.text, source.file_name)
    if view.is_plain:
        return enrich(structure(clean(source)))
    visible = replace(source, text=view.text, removals=view.removals)
    return on_file(enrich(structure(clean(visible))), view, source)
