"""Nothing lost: segments partition each source, and each clause's text is rebuilt from its segments."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.errors import Problem
from pipeline.markup import View
from pipeline.text import INVISIBLE, normalise
from pipeline.validate.contents import Contents, Row

_BLANK = re.compile(rf"[\s{INVISIBLE}]*")
_OF_A_CLAUSE = ("label", "text")


def ledger_problems(contents: Contents) -> Iterator[Problem]:
    """Problems of the segments, document by document."""
    segments, clauses = contents.by_directive("segments"), contents.by_directive("clauses")
    for row in contents.rows["directives"]:
        directive_id = row["directive_id"]
        source, own = contents.view(row), segments.get(directive_id, [])
        broken = list(_partition(row, own, len(contents.sources[directive_id])))
        yield from broken
        for segment in own:
            yield from _disposition(segment, source)
        if not broken:
            yield from _coverage(row, own, source)
            yield from _texts(clauses.get(directive_id, []), own, source)


def _partition(directive: Row, segments: Sequence[Row], length: int) -> Iterator[Problem]:
    """Segments follow each other without gap or overlap, from the first character to the last."""
    at = 0
    for position, segment in enumerate(segments, 1):
        if segment.integer("position") != position:
            yield segment.problem("position", f"should be {position}: positions count 1, 2, 3 …")
        if segment.integer("source_start") != at:
            yield segment.problem("source_start", f"should be {at}, where the segment before it ends.")
        if segment.integer("source_end") <= segment.integer("source_start"):
            yield segment.problem("source_end", "is not after source_start.")
        at = segment.integer("source_end")
    if at != length:
        last = segments[-1] if segments else directive
        column = "source_end" if segments else "directive_id"
        yield last.problem(column, f"segments end at {at}, but the source has {length} characters.")


def _disposition(segment: Row, source: View) -> Iterator[Problem]:
    """A removal names its rule, a blank has no ink, and only labels and texts belong to clauses."""
    if segment["disposition"] == "removed" and not segment["rule_id"]:
        yield segment.problem("rule_id", "is empty, but a removed segment names the rule that removed it.")
    if segment["disposition"] == "blank" and not _BLANK.fullmatch(_stretch(segment, source)):
        yield segment.problem("disposition", "is blank, but the source has characters there.")
    if segment["disposition"] != "blank" and not segment["kind"]:
        yield segment.problem("kind", "is empty, but only a blank segment has no kind.")
    if (segment["kind"] in _OF_A_CLAUSE and segment["disposition"] == "kept") != bool(segment["clause_id"]):
        yield segment.problem("clause_id", "must be given for a kept label or text, and for nothing else.")


def _coverage(directive: Row, segments: Sequence[Row], source: View) -> Iterator[Problem]:
    """Of the visible characters that are no white space, the share that is kept and not removed."""
    ink = Counter[str]()
    for segment in segments:
        if segment["kind"] == "markup":
            continue
        ink[segment["disposition"]] += len("".join(_stretch(segment, source).split()))
    total = ink["kept"] + ink["removed"]
    share = round(ink["kept"] / total, 6) if total else 1.0
    if abs(float(directive["character_coverage"]) - share) > 1e-6:
        yield directive.problem("character_coverage", f"should be {share}, by the segments.")


def _texts(clauses: Sequence[Row], segments: Sequence[Row], source: View) -> Iterator[Problem]:
    """A clause's text is its label and text segments, joined and normalised, less the label."""
    own: dict[str, list[Row]] = defaultdict(list)
    for segment in segments:
        own[segment["clause_id"]].append(segment)
    for clause in clauses:
        whole, label = normalise(_joined(own[clause["clause_id"]], source)), clause["label"]
        if not whole.startswith(label) or whole.removeprefix(label).strip() != clause["text"]:
            yield clause.problem("text", f"is not what its segments give: {whole[:80]!r}.")


def _joined(segments: Sequence[Row], source: View) -> str:
    """The segments' text, a space wherever something stands between two: «**3.|** Giao» is «**3.** Giao»."""
    text, at = "", None
    for segment in segments:
        gap = "" if segment["source_start"] == at else " "
        text += gap + _stretch(segment, source)
        at = segment["source_end"]
    return text


def _stretch(segment: Row, source: View) -> str:
    return source.stretch(segment.integer("source_start"), segment.integer("source_end"))
