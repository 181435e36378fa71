"""The figures of the method page: the floors that the evaluation against gold may not fall below.

`tests/gold/floors.toml` holds them, and a test measures every set at each change; so a page that names them names
what is true of the program that made it, without a figure that grows stale.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).parents[2] / "tests" / "gold"
"""The gold of a checkout; a site is built from one."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One set of documents that people annotated: its name, how many, and the floor of each figure (0 to 1)."""

    name: str
    documents: int
    floors: Mapping[str, float]


def gold_sets(gold: Path = GOLD) -> list[GoldSet]:
    """The sets in the order of the file."""
    floors = tomllib.loads((gold / "floors.toml").read_text(encoding="utf-8"))
    return [GoldSet(name, len(list((gold / name).glob("*.json"))), values) for name, values in floors.items()]


def percent(share: float, comma: str = ",") -> str:
    """A share as a percentage of at most one decimal: 0.945 → `94,5%`, 1.0 → `100%`; never rounded up."""
    tenths = int(share * 1000 + 1e-6)
    whole, part = divmod(tenths, 10)
    return f"{whole}{comma}{part}%" if part else f"{whole}%"
