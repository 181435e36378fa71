"""The comparison page (đối chiếu): the source as it came beside what became of each stretch of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.site import words
from pipeline.site.corpus import Corpus
from pipeline.site.directive import address_of
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import Clause, Directive, RuleRow, Segment
from pipeline.text import normalise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source of one fate: its characters, and the clause, kind or rule that accounts for it."""

    raw: str
    text: str
    kind: str
    clause: Clause | None
    rule: RuleRow | None


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
    inked = [row for row in segments if row.disposition != "blank"]
    return [_stretch(corpus, source, list(rows)) for _, rows in groupby(inked, key=_fate)]


def _fate(row: Segment) -> tuple[str, str]:
    """What neighbours must share to stand in one row; a clause's label and text do."""
    return row.rule_id or "", row.clause_id or row.kind or ""


def _stretch(corpus: Corpus, source: str, rows: Sequence[Segment]) -> Stretch:
    first = rows[0]
    raw = source[first.source_start : rows[-1].source_end]
    kept = " ".join(source[row.source_start : row.source_end] for row in rows if row.kind != "label")
    return Stretch(
        raw.strip("\r\n"),
        normalise(kept),
        words.SEGMENT_KINDS.get(first.kind or "", ""),
        corpus.clause.get(first.clause_id or ""),
        corpus.rule.get(first.rule_id or "") if first.disposition == "removed" else None,
    )


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
