"""Nothing invented: values agree with what states them, spans lie in sources, counts and dates fit."""

from collections import Counter
from collections.abc import Iterator

from pipeline.errors import Problem
from pipeline.tables import TABLES
from pipeline.validate.contents import Contents, Row

_WITH_SPAN = tuple(
    table.name
    for table in TABLES
    if table.name != "segments" and "source_start" in [column.name for column in table.columns]
)
_WITH_CLAUSE = ("anomalies", "citations", "assignments", "deadlines", "segments", "clause_topics")


def value_problems(contents: Contents) -> Iterator[Problem]:
    """Problems of values against the source, the evidence and each other."""
    for table in _WITH_SPAN:
        for row in contents.rows[table]:
            yield from _span(row, len(contents.sources[row["directive_id"]]))
    for table in _WITH_CLAUSE:
        for row in contents.rows[table]:
            if row["clause_id"] and row["clause_id"].split("/")[0] != row["directive_id"]:
                yield row.problem("clause_id", f"{row['clause_id']} is a clause of another document.")
    yield from _evidence(contents)
    yield from _validity(contents)
    yield from _dates(contents)
    yield from _counts(contents)


def _span(row: Row, length: int) -> Iterator[Problem]:
    start, end = row["source_start"], row["source_end"]
    if bool(start) != bool(end):
        yield row.problem("source_end" if start else "source_start", "is empty, but the other end is given.")
    elif start and not int(start) < int(end) <= length:
        yield row.problem("source_end", f"{start} to {end} is no stretch of a source of {length} characters.")


def _evidence(contents: Contents) -> Iterator[Problem]:
    """Each piece of evidence gives the value that the directive's row has."""
    directives = {row["directive_id"]: row for row in contents.rows["directives"]}
    for row in contents.rows["evidence"]:
        value = directives[row["directive_id"]].cells.get(row["field"])
        if value is None:
            yield row.problem("field", f"{row['field']} is no column of directives.")
        elif value != row["value"]:
            yield row.problem("value", f"{row['value']!r} is not the directive's {value!r}.")
        if row["basis"] == "stated" and not row["source_start"]:
            yield row.problem("source_start", "is empty, but a stated value has a place in the source.")
        if row["basis"] != "stated" and not row["reason"]:
            yield row.problem("reason", f"is empty, but a value that is {row['basis']} has a reason.")


def _validity(contents: Contents) -> Iterator[Problem]:
    """Each directive has one row, and a known end has words that say so in some source."""
    missing = {row["directive_id"]: row for row in contents.rows["directives"]}
    for row in contents.rows["validity"]:
        missing.pop(row["directive_id"], None)
        said, start, end = row["evidence_directive_id"], row["evidence_start"], row["evidence_end"]
        if (row["state"] == "no-end-stated") == bool(said):
            yield row.problem("evidence_directive_id", f"does not fit the state {row['state']}.")
        elif said and not (start and end and int(start) < int(end) <= len(contents.sources[said])):
            yield row.problem("evidence_end", f"{start} to {end} is no stretch of the source of {said}.")
    for row in missing.values():
        yield row.problem("directive_id", "has no row in validity.")


def _dates(contents: Contents) -> Iterator[Problem]:
    for row in contents.rows["deadlines"]:
        if row["starts_on"] and row["ends_on"] and row["starts_on"] > row["ends_on"]:
            yield row.problem("ends_on", f"{row['ends_on']} is before starts_on {row['starts_on']}.")
    for row in contents.rows["directives"]:
        if bool(row["issued_on"]) != bool(row["issued_on_basis"]):
            yield row.problem("issued_on_basis", "must be given with issued_on, and only with it.")


def _counts(contents: Contents) -> Iterator[Problem]:
    acted = ("segments", "evidence")
    hits = Counter(row["rule_id"] for table in acted for row in contents.rows[table])
    hits.update(f"topic-{row['topic_id']}" for row in contents.rows["clause_topics"])
    for row in contents.rows["rules"]:
        if (row["hit_count"] or hits[row["rule_id"]]) and row.integer("hit_count") != hits[row["rule_id"]]:
            yield row.problem(
                "hit_count", f"should be {hits[row['rule_id']]}, by segments, evidence and clause_topics."
            )
    cited = Counter(row["work_id"] for row in contents.rows["citations"])
    for row in contents.rows["works"]:
        if row.integer("citation_count") != cited[row["work_id"]]:
            yield row.problem("citation_count", f"should be {cited[row['work_id']]}, the rows in citations.")
