"""Issuers by the end of a document's number (Nghị định 30/2020/NĐ-CP, Phụ lục VI; Hướng dẫn 36-HD/VPTW)."""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from pipeline.codelists import read_csv
from pipeline.tables.core import Branch
from pipeline.tables.meaning import AgencyLevel


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that numbers documents: its abbreviation, canonical name, branch and level."""

    suffix: str
    name: str
    branch: Branch
    level: AgencyLevel


@cache
def issuers() -> dict[str, Issuer]:
    """All issuers by their abbreviation in capitals."""
    return {
        row["suffix"].upper(): Issuer(
            row["suffix"], row["issuer"], cast(Branch, row["branch"]), cast(AgencyLevel, row["level"])
        )
        for row in read_csv("issuers.csv")
    }


def issuer_of_number(number: str) -> Issuer | None:
    """The body that a number's code names: `16/CT-TTg` → Thủ tướng Chính phủ, `1246/UBND-VX` → UBND.

    The issuer stands last in `KH-UBND`, first in a letter's `UBND-VX`; a term of the National Assembly
    (`QH14`) is dropped. None where no part is an issuer's.
    """
    parts = [part for part in re.split(r"[\s/.-]+", number)[1:] if part]
    for part in reversed(parts):
        found = issuers().get(re.sub(r"\d+$", "", part).upper())
        if found:
            return found
    return None
