"""Documents whose id has changed: `site/moved.csv` names them, and the old address leads to the new one."""

import csv
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import DataProblems, Problem
from pipeline.site.corpus import Corpus
from pipeline.site.shell import Page
from pipeline.site.templates import render


def moved_pages(corpus: Corpus, table: Path) -> Iterator[Page]:
    """A page at each old address that leads on, clause and all.

    `table` has a row `old_id,new_id` for each id that moved. Raises `DataProblems` where an old id is in use
    again or a new one is not in the corpus.
    """
    with table.open(encoding="utf-8", newline="") as file:
        rows = [(row["old_id"], row["new_id"]) for row in csv.DictReader(file)]
    if problems := [problem for old, new in rows for problem in _problems(corpus, table.name, old, new)]:
        raise DataProblems(problems)
    for old, new in rows:
        address = f"van-ban/{old}/"
        body = render("moved.html", address, directive=corpus.directive[new])
        # With a script the reader keeps the clause in the address; without one the page leads on at once.
        head = f'<noscript><meta http-equiv="refresh" content="0; url=../{new}/"></noscript>'
        yield Page(address, "Đã chuyển", "Văn bản này đã có địa chỉ mới.", body, "moved", head, ("moved",))


def _problems(corpus: Corpus, where: str, old: str, new: str) -> Iterator[Problem]:
    if old in corpus.directive:
        yield Problem(where, f"the moved id {old} is the id of a document.", "Remove its row.")
    if new not in corpus.directive:
        yield Problem(where, f"{old} moved to {new}, which is no document.", "Name the id it has now.")
