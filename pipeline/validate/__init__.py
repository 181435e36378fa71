"""Whether a written data package keeps its promises: the schema by frictionless, the rest by our own checks.

The two come one after the other: checks across columns read a package whose every cell already has its type.
"""

from pathlib import Path

from pipeline.errors import Problem
from pipeline.validate.contents import open_package
from pipeline.validate.ledger import ledger_problems
from pipeline.validate.schema import schema_problems
from pipeline.validate.tree import tree_problems
from pipeline.validate.values import value_problems


def validate(folder: Path) -> list[Problem]:
    """All problems of the data package in a folder, in the order of its files; empty where it is sound.

    Each names its file, its row (the header is row 1) and its column.
    """
    if problems := schema_problems(folder):
        return problems
    contents, problems = open_package(folder)
    if problems:
        return problems
    return [*ledger_problems(contents), *tree_problems(contents), *value_problems(contents)]


__all__ = ["validate"]
