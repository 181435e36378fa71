"""The comparison page (đối chiếu): the source as it came beside what became of each stretch of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from pipeline.site import words
from pipeline.site.corpus import Corpus
from pipeline.site.directive import address_of
from pipeline.site.prose import Mark, render_plain
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import Clause, Directive, RuleRow, Segment, Validity
from pipeline.text import normalise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source of one fate: its characters, and the clause, kind or rule that accounts for it.

    `raw` is the source as it came, with marks on the words that state a value; `states` names those values.
    """

    raw: Markup
    states: tuple[str, ...]
    text: str
    kind: str
    clause: Clause | None
    rule: RuleRow | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The characters of a source that state a value, and the value's name: `ngày ban hành`."""

    start: int
    end: int
    name: str


def compare_page(corpus: Corpus, directive: Directive) -> Page:
    """The comparison page of one document."""
    address = address_of(directive) + "doi-chieu/"
    segments = corpus.segments_of.get(directive.directive_id, [])
    body = render(
        "compare.html",
        address,
        directive=directive,
        rows=stretches(corpus, directive, segments),
        counts=_counts(segments),
        removed_by=_removed_by(corpus, segments),
    )
    title = f"Đối chiếu với bản gốc: {words.short_name(directive)}"
    description = f"Bản gốc của {words.short_name(directive)} bên cạnh văn bản đã làm sạch, từng ký tự."
    return Page(address, title, description, body, "compare")


def stretches(corpus: Corpus, directive: Directive, segments: Sequence[Segment]) -> list[Stretch]:
    """The source cut into rows: neighbours of one clause, kind or rule stand together, blanks with what they follow."""
    source = corpus.package.source_text(directive)
    proofs = proofs_in(corpus, directive)
    inked = [row for row in segments if row.disposition != "blank"]
    return [_stretch(corpus, source, proofs, list(rows)) for _, rows in groupby(inked, key=_fate)]


def proofs_in(corpus: Corpus, directive: Directive) -> list[Proof]:
    """What a source's words prove, in its order: values of its own row, and the end of a document, itself or another."""
    key = directive.directive_id
    stated = [
        Proof(row.source_start, row.source_end, words.FIELDS[row.field])
        for row in corpus.evidence_of.get(key, [])
        if row.source_start is not None and row.source_end is not None
    ]
    ended = [
        Proof(row.evidence_start, row.evidence_end, _ending(corpus, row, directive))
        for row in corpus.endings_told_by.get(key, [])
        if row.evidence_start is not None and row.evidence_end is not None
    ]
    return sorted(stated + ended, key=lambda proof: (proof.start, proof.end))


def _ending(corpus: Corpus, row: Validity, directive: Directive) -> str:
    if row.directive_id == directive.directive_id:
        return "hiệu lực"
    return f"hiệu lực của {words.short_name(corpus.directive[row.directive_id])}"


def _fate(row: Segment) -> tuple[str, str]:
    """What neighbours must share to stand in one row; a clause's label and text do."""
    return row.rule_id or "", row.clause_id or row.kind or ""


def _stretch(corpus: Corpus, source: str, proofs: Sequence[Proof], rows: Sequence[Segment]) -> Stretch:
    first = rows[0]
    raw = source[first.source_start : rows[-1].source_end].rstrip("\r\n")
    start = first.source_start + len(raw) - len(raw.lstrip("\r\n"))
    end = first.source_start + len(raw)
    here = [proof for proof in proofs if start <= proof.start < end]
    kept = " ".join(source[row.source_start : row.source_end] for row in rows if row.kind != "label")
    return Stretch(
        render_plain(source[start:end], [_mark(proof, start, end) for proof in here]),
        tuple(dict.fromkeys(proof.name for proof in here)),
        normalise(kept),
        words.SEGMENT_KINDS.get(first.kind or "", ""),
        corpus.clause.get(first.clause_id or ""),
        corpus.rule.get(first.rule_id or "") if first.disposition == "removed" else None,
    )


def _mark(proof: Proof, start: int, end: int) -> Mark:
    return Mark(proof.start - start, min(proof.end, end) - start, "states")


def _counts(segments: Sequence[Segment]) -> dict[str, int]:
    counts = Counter({"kept": 0, "removed": 0, "blank": 0})
    for row in segments:
        counts[row.disposition] += row.source_end - row.source_start
    return {**counts, "total": counts.total()}


def _removed_by(corpus: Corpus, segments: Sequence[Segment]) -> list[tuple[RuleRow, int]]:
    """Each rule that removed something here, with the number of characters, the greatest first."""
    counts: Counter[str] = Counter()
    for row in segments:
        if row.disposition == "removed" and row.rule_id:
            counts[row.rule_id] += row.source_end - row.source_start
    return [
        (corpus.rule[rule], count)
        for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
