"""Comparing who must act: by plain cases, and in full where the gold names every body made responsible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluate.figures import Evaluation
from pipeline.evaluate.gold import GoldDocument, fold


@dataclass(frozen=True, slots=True)
class Duty:
    """A body made responsible: the path of the clause that names it, its name in compare-form, its role.

    `printed` is the name as it stands in the text; `agency_id` the row of the code list, empty if it has none.
    """

    path: str
    agency: str
    role: str = ""
    agency_id: str = ""
    printed: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What counts as one thing found or missed."""
        return self.path, self.agency


def duties_found(rows: Sequence[Mapping[str, str]], paths: Mapping[str, str]) -> list[Duty]:
    """The rows of the table `assignments`, with the paths of their clauses by `clause_id`."""
    return [
        Duty(
            paths.get(row["clause_id"], ""),
            fold(row["agency"]),
            row["role"],
            row["agency_id"],
            fold(row["text"]),
        )
        for row in rows
    ]


def compare_assignments(
    evaluation: Evaluation, document: GoldDocument, found: Sequence[Duty], ids: Mapping[str, str]
) -> None:
    """Count the plain cases that are met and, where the gold is complete, what was invented and the roles too.

    `ids` gives the `agency_id` of each name of the code list, in compare-form.
    """
    gold = _wanted(document, "assignments", ids)
    met = [want.key for want in gold if any(_is_named(want, got) for got in found)]
    evaluation.compare(document.directive_id, "assignments (recall)", [want.key for want in gold], met)
    if document.gold.get("assignments_complete"):
        _compare_all(
            evaluation, document.directive_id, gold, _wanted(document, "assignments_either", ids), found
        )


def _wanted(document: GoldDocument, key: str, ids: Mapping[str, str]) -> list[Duty]:
    rows = [(row["path"], fold(row["agency"]), row.get("role", "")) for row in document.gold.get(key, [])]
    return [Duty(path, agency, role, ids.get(agency, "")) for path, agency, role in rows]


def _compare_all(
    evaluation: Evaluation, directive_id: str, gold: list[Duty], either: list[Duty], found: Sequence[Duty]
) -> None:
    """Count what was met and what was invented; a row that is open to either judgement is neither.

    Where the gold lets a body stand in a second role too («Đề nghị Công an tỉnh chủ trì»), both are right.
    """
    met = [want.key for want in gold if any(_is_met(want, got) for got in found)]
    extra = [got.key for got in found if not any(_is_met(want, got) for want in (*gold, *either))]
    evaluation.compare(directive_id, "assignments (complete)", [want.key for want in gold], met + extra)
    for got in found:
        roles = [want.role for want in gold if _is_met(want, got)]
        if roles and not _is_rather(got, either, gold):
            roles += [want.role for want in either if _is_met(want, got)]
            evaluation.judge(
                directive_id, "assignment roles", got.role in roles, f"{got.key} {roles}", got.role
            )


def _is_rather(got: Duty, either: list[Duty], gold: list[Duty]) -> bool:
    """Whether a row is by its exact name an open one, and meets the gold only by a part of a longer name."""
    return got.key in {want.key for want in either} and got.key not in {want.key for want in gold}


def _is_named(want: Duty, got: Duty) -> bool:
    """Whether the names meet: a short name meets the full canonical one, «Mặt trận Tổ quốc» its committee."""
    return want.path == got.path and _meets(want.agency, got.agency)


def _is_met(want: Duty, got: Duty) -> bool:
    """Whether names meet, canonical or as printed, or both are one row of the list: gold may name either."""
    if want.path != got.path:
        return False
    same_row = want.agency_id and _body(want.agency_id) == _body(got.agency_id)
    return _meets(want.agency, got.agency) or _meets(want.agency, got.printed) or bool(same_row)


def _meets(one: str, other: str) -> bool:
    return bool(other) and (one in other or other in one)


def _body(agency_id: str) -> str:
    """One row for all bodies of a level (`…-cap-huyen`) and for any one of them (`…-huyen`): the same body."""
    return agency_id.replace("-cap-", "-")
