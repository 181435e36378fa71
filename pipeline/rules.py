"""What a rule is: one frozen object with its pattern, its reason, lines it must hit and near misses it must spare.

Every stage declares its rules as a tuple of these; the order of the tuple is the order of running. The published
`rules` table, the rules page and one test of all examples read the same objects.
"""

import re
from dataclasses import dataclass

from pipeline.tables.audit import Action, Stage
from pipeline.text import match_key, normalise


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of cleaning or recognition.

    `pattern` is searched in a line or clause in its `match_key` form; a rule of evidence without a pattern (for
    instance «text that stands after the signature») has None and only examples. Quantifiers are bounded, so that
    a pattern runs in linear time on any line. `matches` are lines that it must find, `spares` near misses.
    """

    id: str
    stage: Stage
    action: Action
    reason: str
    matches: tuple[str, ...]
    spares: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place at or after `start` where the pattern stands in a text already in `match_key` form."""
        return self.pattern.search(text, start) if self.pattern else None

    def finds(self, example: str) -> bool:
        """Whether the pattern stands in an example as printed."""
        return self.search(match_key(normalise(example))) is not None
