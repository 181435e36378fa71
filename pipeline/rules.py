"""What a rule is: one frozen object with its pattern, its reason, lines it must hit and near misses it must spare.

Every stage declares its rules as a tuple of these; the order of the tuple is the order of running. The published
`rules` table, the rules page and one test of all examples read the same objects.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.tables.audit import Action, Stage
from pipeline.text import match_key, normalise


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of cleaning or recognition.

    `pattern` is searched in a line or clause in its `match_key` form; a rule of evidence without a pattern (for
    instance «text that stands after the signature») has None and only examples. Quantifiers are bounded, so that
    a pattern runs in linear time on any line. `matches` are lines that it must find, `spares` near misses.

    `hint` is a plainer pattern that stands wherever `pattern` does, looked for first where that is slow to fail.
    `search(key)` gives the first place where the pattern stands in a text already in `match_key` form, or None;
    `search(key, start)` the first at or after `start`.
    """

    id: str
    stage: Stage
    action: Action
    reason: str
    matches: tuple[str, ...]
    spares: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    hint: re.Pattern[str] | None = None
    search: Callable[..., re.Match[str] | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "search", searcher(self.pattern, self.hint))

    def finds(self, example: str) -> bool:
        """Whether the pattern stands in an example as printed."""
        return self.search(match_key(normalise(example))) is not None


def searcher(
    pattern: re.Pattern[str] | None, hint: re.Pattern[str] | None = None
) -> Callable[..., re.Match[str] | None]:
    """The pattern's own method that finds where it stands; never any place without a pattern.

    Rules run on every line, so no call stands between. `^A|^B` can stand at the start alone, but `search` would try
    each character of the line; `match` does not.
    """
    if pattern is None:
        return lambda key, start=0: None
    find = pattern.match if opens_line(pattern.pattern) else pattern.search
    if hint is None:
        return find
    may = hint.search
    return lambda key, start=0: find(key, start) if may(key, start) else None


def opens_line(pattern: str) -> bool:
    """Whether each alternative of a pattern begins with `^`."""
    flat = re.sub(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.", "x", pattern.removeprefix("(?i)"))
    while flat != (inside := re.sub(r"\([^()]*\)", "x", flat)):
        flat = inside
    return all(alternative.startswith("^") for alternative in flat.split("|"))
