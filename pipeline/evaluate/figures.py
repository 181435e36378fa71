"""Counting what was found, what was missed and what was invented."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

_DECIMALS = 4


@dataclass(slots=True)
class Tally:
    """Counts of one kind of thing over all documents: found rightly, in the gold, found at all."""

    hit: int = 0
    gold: int = 0
    found: int = 0

    def add(self, gold: Iterable[Hashable], found: Iterable[Hashable]) -> tuple[list[Any], list[Any]]:
        """Count one document, each thing as often as it occurs; gives what was missed and what was extra."""
        wanted, got = Counter(gold), Counter(found)
        self.hit += (wanted & got).total()
        self.gold += wanted.total()
        self.found += got.total()
        return list(wanted - got), list(got - wanted)

    def figures(self) -> dict[str, float | int]:
        """Precision, recall and their harmonic mean, to four decimals, and how many the gold has."""
        precision = self.hit / self.found if self.found else float(not self.gold)
        recall = self.hit / self.gold if self.gold else 1.0
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        rounded = {"precision": precision, "recall": recall, "f1": f1}
        return {name: round(value, _DECIMALS) for name, value in rounded.items()} | {"gold": self.gold}


@dataclass(slots=True)
class Evaluation:
    """The tallies of an evaluation in the making, and every miss in words."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    fields_right: Counter[str] = field(default_factory=Counter)
    fields_all: Counter[str] = field(default_factory=Counter)
    judged: dict[str, Tally] = field(default_factory=dict)
    ledgers_right: int = 0
    ledgers_all: int = 0
    misses: list[str] = field(default_factory=list)

    def compare(
        self, directive_id: str, name: str, gold: Iterable[Hashable], found: Iterable[Hashable]
    ) -> None:
        """Count one document under a name, and note each thing missed or extra."""
        missed, extra = self.tallies.setdefault(name, Tally()).add(gold, found)
        self.misses += [f"{directive_id} {name}: missed {thing}" for thing in missed]
        self.misses += [f"{directive_id} {name}: extra {thing}" for thing in extra]

    def judge(self, directive_id: str, name: str, right: bool, gold: str, found: str) -> None:
        """Count one judgement under a name, right or wrong, and note what was wrong."""
        tally = self.judged.setdefault(name, Tally())
        tally.hit += right
        tally.found += 1
        if not right:
            self.misses.append(f"{directive_id} {name}: gold {gold} found {found}")

    def report(self) -> dict[str, Any]:
        """All figures by name, ready for JSON."""
        right, of = self.fields_right.total(), self.fields_all.total()
        by_field = {name: f"{self.fields_right[name]}/{count}" for name, count in self.fields_all.items()}
        accuracy = round(right / max(1, of), _DECIMALS)
        judged = {
            name: {"accuracy": round(tally.hit / tally.found, _DECIMALS), "of": tally.found}
            for name, tally in self.judged.items()
        }
        return (
            {name: tally.figures() for name, tally in self.tallies.items()}
            | judged
            | {
                "directive fields": {"accuracy": accuracy, "of": of, "by field": by_field},
                "ledger exact": f"{self.ledgers_right}/{self.ledgers_all}",
            }
        )
