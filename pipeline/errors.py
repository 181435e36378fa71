"""What can go wrong, said in one sentence.

ChithiError          anything the person who runs the program can mend; exit status 1
└── DataProblems     one or more problems in sources, sidecars or a package, all listed at once
A wrong command line is click's own UsageError; exit status 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place: where, what was expected, what to do.

    `where` is a file name with a line, column or field where there is one, e.g. `son-la.toml, [curated.province]`.
    """

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" {self.remedy}" if self.remedy else "")


class ChithiError(click.ClickException):
    """A mistake that the person at the keyboard can mend; shown without a traceback."""


class DataProblems(ChithiError):
    """Problems found in the input or in a package; every one is listed before the program gives up."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        noun = "problem" if len(self.problems) == 1 else "problems"
        super().__init__(f"{len(self.problems)} {noun}:\n{lines}")
