"""The whole corpus: every published row, in the order in which it is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.codelists.agencies import agencies
from pipeline.codelists.provinces import provinces
from pipeline.codelists.topics import topics
from pipeline.link import link
from pipeline.records import Document
from pipeline.rulebook import rule_rows
from pipeline.tables import Agency, Province, RuleRow, Table, Topic, Work
from pipeline.validity import settle


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, by id, and the tables that belong to no single document."""

    documents: tuple[Document, ...]
    works: tuple[Work, ...]
    rules: tuple[RuleRow, ...]
    agencies: tuple[Agency, ...]
    provinces: tuple[Province, ...]
    topics: tuple[Topic, ...]

    def rows(self, table: Table) -> Iterator[Any]:
        """The rows of a table: by document and in reading order, or in the order of their code list."""
        if table.name in ("works", "rules", "agencies", "provinces", "topics"):
            yield from getattr(self, table.name)
        elif table.name == "directives":
            yield from (document.directive for document in self.documents)
        else:
            for document in self.documents:
                yield from getattr(document, table.name)


def assemble(documents: Iterable[Document]) -> Corpus:
    """Join parsed documents to a corpus: citations resolved to works, validity settled, rules counted."""
    linked, works = link(sorted(documents, key=lambda document: document.directive.directive_id))
    settled = settle(linked, works)
    return Corpus(settled, tuple(works), rule_rows(settled), agencies(), provinces(), topics())
