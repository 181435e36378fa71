"""From the clause tree to published rows: paths, roles, texts and their offsets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.labels import Label
from pipeline.records import Finding
from pipeline.structure.pieces import touching_joined
from pipeline.structure.tree import Node
from pipeline.tables.core import Clause, Role
from pipeline.text import MappedText, Span, emphasis_in, mapped
from pipeline.text_markdown import markdown


class Written(NamedTuple):
    """One clause as published, its text with source offsets, and where its label and its text stand."""

    clause: Clause
    body: MappedText
    label_span: Span | None
    text_spans: tuple[Span, ...]


class Above(NamedTuple):
    """What a node stands under: the clause and its label, or only a prefix of paths («preamble», «annex1»)."""

    prefix: str = ""
    clause: Clause | None = None
    label: Label | None = None


@dataclass(slots=True)
class Writer:
    """Turns nodes into rows in reading order, and notes what is odd in their labels."""

    directive_id: str
    source: str
    annex: str = ""
    written: list[Written] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    taken: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def write(self, nodes: Iterable[Node], role: Role, above: Above) -> None:
        """Write sibling nodes and all that stands below them."""
        siblings: defaultdict[str, int] = defaultdict(int)
        for node in nodes:
            path = self._free(self._path(node.label, above, siblings))
            clause = self._write_one(node, role, path, above.clause)
            self._note(node, clause)
            if node.children:
                self.write(node.children, role, Above(path, clause, node.label))

    def _path(self, label: Label | None, above: Above, siblings: defaultdict[str, int]) -> str:
        prefix = self.annex if label and label.kind == "article" else above.prefix
        token = _token(label, above.label, siblings)
        return f"{prefix}.{token}" if prefix else token

    def _free(self, path: str) -> str:
        """A path of its own: the second `3` becomes `3~2`."""
        self.taken[path] += 1
        return path if self.taken[path] == 1 else self._free(f"{path}~{self.taken[path]}")

    def _write_one(self, node: Node, role: Role, path: str, parent: Clause | None) -> Clause:
        spans = touching_joined(node.item.spans)
        whole = node.item.text or mapped(self.source, spans)
        label_span, text_spans = _parted(self.source, spans, whole, node.label)
        body = whole.slice(node.label.end if node.label else 0)
        clause = Clause(
            clause_id=f"{self.directive_id}/{path}",
            directive_id=self.directive_id,
            parent_id=parent.clause_id if parent else None,
            position=len(self.written) + 1,
            level=parent.level + 1 if parent else 1,
            path=path,
            kind=node.label.kind if node.label else "paragraph",
            label=whole.text[: node.label.end].strip() if node.label else None,
            role=role,
            text=body.text or None,
            text_markdown=markdown(body, emphasis_in(self.source, spans)) or None,
            source_start=spans[0].start,
            source_end=spans[-1].end,
        )
        self.written.append(Written(clause, body, label_span, text_spans))
        return clause

    def _note(self, node: Node, clause: Clause) -> None:
        repeated = "~" in clause.path.rsplit(".", 1)[-1]
        kind = "numbering-repeat" if repeated and node.label else node.odd
        if kind and node.label:
            span = self.written[-1].label_span
            self.findings.append(Finding(kind, span, clause.label, clause_id=clause.clause_id))


def _token(label: Label | None, above: Label | None, siblings: defaultdict[str, int]) -> str:
    """The node's part of the path: its bare label, or its place among its kind (`bul2`, `par1`)."""
    if label is None or label.scheme == "bullet":
        kind = label.token if label else "par"
        siblings[kind] += 1
        return f"{kind}{siblings[kind]}"
    if above and above.scheme == "number" and label.numbers[: len(above.numbers)] == above.numbers:
        return ".".join(str(number) for number in label.numbers[len(above.numbers) :]) or label.token
    return label.token


def _parted(
    source: str, spans: Sequence[Span], whole: MappedText, label: Label | None
) -> tuple[Span | None, tuple[Span, ...]]:
    """The span of the label, emphasis marks before it included, and the spans of the text after it."""
    if label is None:
        return None, tuple(spans)
    end = whole.ends[len(whole.text[: label.end].rstrip()) - 1]
    start = end
    while start < spans[0].end and source[start].isspace():
        start += 1
    rest = (Span(start, spans[0].end),) if start < spans[0].end else ()
    return Span(spans[0].start, end), (*rest, *spans[1:])
