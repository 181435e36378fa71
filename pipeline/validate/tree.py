"""Clauses form one tree a document, in reading order."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.errors import Problem
from pipeline.validate.contents import Contents, Row


def tree_problems(contents: Contents) -> Iterator[Problem]:
    """Problems of clauses among themselves, document by document."""
    clauses = contents.by_directive("clauses")
    for directive in contents.rows["directives"]:
        own = clauses.get(directive["directive_id"], [])
        if directive.integer("clause_count") != len(own):
            yield directive.problem("clause_count", f"should be {len(own)}, the rows in clauses.")
        yield from _order(own)
        yield from _family(own)


def _order(clauses: Sequence[Row]) -> Iterator[Problem]:
    for position, clause in enumerate(clauses, 1):
        if clause.integer("position") != position:
            yield clause.problem("position", f"should be {position}: positions count 1, 2, 3 …")
        if clause["clause_id"] != f"{clause['directive_id']}/{clause['path']}":
            yield clause.problem("clause_id", "is not directive_id/path.")


def _family(clauses: Sequence[Row]) -> Iterator[Problem]:
    """A parent stands before its children, in the same document, one level above."""
    before: dict[str, Row] = {}
    for clause in clauses:
        if complaint := _wrong_parent(clause, before):
            yield clause.problem(*complaint)
        before[clause["clause_id"]] = clause


def _wrong_parent(clause: Row, before: Mapping[str, Row]) -> tuple[str, str] | None:
    if not clause["parent_id"]:
        return None if clause["level"] == "1" else ("level", "should be 1, for it has no parent.")
    parent = before.get(clause["parent_id"])
    if parent is None:
        return "parent_id", f"{clause['parent_id']} does not come before it in this document."
    level = parent.integer("level") + 1
    if clause.integer("level") != level:
        return "level", f"should be {level}, one below its parent's."
    return None
