"""The records that travel between stages, from a file's bytes to one document's published rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pipeline.tables.audit import Anomaly, AnomalyKind, Evidence, Segment, SegmentKind, Stamp
from pipeline.tables.core import Clause, Directive, Medium
from pipeline.tables.meaning import Assignment, Citation, Deadline, Recipient
from pipeline.tables.topics import ClauseTopic
from pipeline.tables.validity import Validity
from pipeline.text import MappedText, Span, mapped_span, match_key


@dataclass(frozen=True, slots=True)
class Curated:
    """A fact that the maintainer states in the sidecar, with the reason for it."""

    value: str
    reason: str
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What `<directive_id>.toml` says of a source: where it came from, and curated facts by directive column."""

    medium: Medium | None = None
    retrieved_from: str | None = None
    retrieved_on: date | None = None
    curated: Mapping[str, Curated] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch of the source that a rule took out, and what it is."""

    span: Span
    rule_id: str
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source file, decoded: `text` is its characters less a byte order mark, line ends as they stand.

    `removals` are stretches of the text that reading it has shown to be no part of the document (a page's menus).
    """

    directive_id: str
    file_name: str
    sha256: str
    encoding: str
    text: str
    sidecar: Sidecar = field(default_factory=Sidecar)
    removals: tuple[Removal, ...] = ()


class Line(NamedTuple):
    """A stretch of one source line that is kept. Two pieces of one line have the same number.

    `number` counts source lines from 1; `span` has ink at both ends and holds emphasis marks, which `text` does
    not; `key` is the form of the text that patterns are matched on, without blanks at its end; `blank_before` tells
    that an empty line, or the start of the file, stands right above; `indent` counts the blanks that stand before it
    on its line.
    """

    number: int
    span: Span
    text: MappedText
    key: str
    blank_before: bool
    indent: int = 0

    @classmethod
    def of(cls, source: str, number: int, span: Span, blank_before: bool, indent: int) -> "Line":
        """The line that stands on a span of the source."""
        text = mapped_span(source, span)
        return cls(number, span, text, match_key(text.text).rstrip(), blank_before, indent)

    def piece(self, source: str, span: Span) -> "Line":
        """A part of the line, by its span in the source."""
        return Line.of(source, self.number, span, self.blank_before, self.indent)


@dataclass(frozen=True, slots=True)
class Finding:
    """An anomaly before it has its number: what is odd, where, and perhaps what was meant."""

    kind: AnomalyKind
    span: Span | None
    text: str | None = None
    suggestion: str | None = None
    clause_id: str | None = None


@dataclass(frozen=True, slots=True)
class CleanText:
    """A source text parted into kept lines and removals, both in reading order; nothing else has ink."""

    source: SourceText
    lines: tuple[Line, ...]
    removals: tuple[Removal, ...]
    findings: tuple[Finding, ...] = ()


class Block(NamedTuple):
    """One unit of front or back matter (a title, a recipient's line, a signature line) or a removed stamp.

    `spans` are its stretches of the source, `text` the same joined and normalised.
    """

    kind: SegmentKind
    text: MappedText
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Structure:
    """A document taken apart: its clauses, the matter around them, and the ledger of its characters.

    `bodies[clause_id]` is the clause's text (no label) with its source offsets; `clauses` are in reading order.
    """

    source: SourceText
    blocks: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    bodies: Mapping[str, MappedText]
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...] = ()

    def blocks_of(self, *kinds: SegmentKind) -> tuple[Block, ...]:
        """The blocks of the given kinds, in reading order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    def own_blocks_of(self, *kinds: SegmentKind) -> tuple[Block, ...]:
        """As `blocks_of`, without what follows the signature: an annex's headings name another document."""
        return tuple(block for block in self._own_blocks if block.kind in kinds)

    @cached_property
    def _own_blocks(self) -> tuple[Block, ...]:
        signed = next(
            (at for at, block in enumerate(self.blocks) if block.kind == "signature"), len(self.blocks)
        )
        until = next(
            (at for at in range(signed, len(self.blocks)) if self.blocks[at].kind == "heading"),
            len(self.blocks),
        )
        return self.blocks[:until]


@dataclass(frozen=True, slots=True)
class Document:
    """All published rows of one document; works are linked later, over the whole corpus."""

    directive: Directive
    clauses: tuple[Clause, ...]
    segments: tuple[Segment, ...]
    evidence: tuple[Evidence, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    citations: tuple[Citation, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    clause_topics: tuple[ClauseTopic, ...] = ()
    validity: tuple[Validity, ...] = ()
    source: SourceText | None = None
