"""Print the figures of the search, at 5, 500 and 5,000 directives: what it finds, and what that costs.

Run as `python -m benchmarks.search [count …]` in the environment of the tests, since it drives Chromium. The 5 are
the published data package, the others are directives of varied wording (`corpus.write_package`). All queries go
through the scripts that a reader's browser runs, over HTTP from a server on this machine; no search is imitated.

**Known items.** 1,000 times a random clause with at least three words gives 3–6 consecutive ones of them, asked once
without accents and once as written. A query is right if

- at least one result comes, and each of the first three holds the words in that order, without regard to accents or
  to the letter: «words in order»;
- and, where it has five or more words, the clause is among the first three. Clauses of equal words are one result,
  which names all of them, so it counts for each of them: «clause found».

A run of words can stand in more than three clauses of different wording («Chủ tịch Ủy ban nhân dân các huyện»): then
no list of three can promise one of them. The table says how often («in more than three»), gives «clause found» for the
other queries, which is what the search answers for, and beside it for all queries. The made-up directives are kinder
than life: of 120,000 clauses of 575 real pages of a law portal, 43% of the runs of five or six words stand in more
than three.

**Bytes** are those of scripts and index as they lie on the disk, before a host compresses them, with nothing cached.
«First» is all that a fresh page asks for until it shows a result: scripts, overview, shards, texts.
«Later» is what 300 of the queries without accents each ask for that know the overview alone; the largest counts.
"""

import json
import multiprocessing
import re
import resource
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.browser import CountingServer, chromium, counting_server
from benchmarks.corpus import ROOT, kept_package
from pipeline.site.corpus import Corpus
from pipeline.site.lists import search_page
from pipeline.site.load import load_package
from pipeline.site.search import tokens, without_so, write_index
from pipeline.site.shell import build_shell
from pipeline.text import bare

COUNTS = (5, 500, 5000)
DRAWS = 1000
SAMPLED = 300
TIMED = 20
SHOWN = 10
"""Results on the first page of an answer."""

_QUOTES = re.compile(r"[\"“”«»]")
Words = tuple[str, ...]

_FIRST_THREE = """async (queries) => {
  const index = new chithi.Index(new URL("./", location.href).href);
  const answers = [];
  for (const query of queries) {
    const rows = [];
    for await (const unit of index.search(query)) {
      rows.push([unit.number, unit.path ? unit.text : `${unit.name}. ${unit.text}`, unit.others]);
      if (rows.length === 3) break;
    }
    answers.push(rows);
  }
  return answers;
}"""
_FRESH = (
    "async () => { window.fresh = new chithi.Index(new URL('./', location.href).href); await fresh.load(); }"
)
_ANSWER = """async ([query, count]) => {
  for await (const unit of fresh.search(query)) if (!--count) break;
}"""
_WATCH = """() => {
  const list = document.getElementById("ket-qua");
  addEventListener("keydown", (event) => { if (event.key === "Enter") window.asked = performance.now(); }, true);
  new MutationObserver(() => {
    if (window.asked && list.querySelector(".result")) window.shown ??= performance.now();
  }).observe(list, { childList: true });
}"""


@dataclass(frozen=True, slots=True)
class Draw:
    """Words taken from a clause, as written, and the number of the clause in the index."""

    unit: int
    query: str
    long: bool


@dataclass(frozen=True, slots=True)
class Kinds:
    """How words are compared: without accents, or to the letter (capitals and the place of tone marks aside)."""

    name: str
    accents: bool

    def words(self, text: str) -> Words:
        """The words of a text as compared."""
        found = tokens(text)
        return tuple(found) if self.accents else tuple(bare(" ".join(found)).split())

    def query(self, text: str) -> str:
        """What is typed."""
        return text if self.accents else bare(text)


def main() -> None:
    """Print a row for each size and each way of typing, then one for each size."""
    counts = [int(each) for each in sys.argv[1:]] or COUNTS
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for count in counts:
            _report(count, Path(folder) / str(count), browser)


def _report(count: int, folder: Path, browser: Browser) -> None:
    package = ROOT / "datapackage" if count <= 5 else kept_package(count)
    seconds, memory = _in_own_process(_write_site, package, folder)
    corpus = Corpus(load_package(package))
    texts = [
        row.text or "" for each in corpus.directives for row in corpus.clauses_of.get(each.directive_id, [])
    ]
    heads = _units(folder) - len(texts)
    with counting_server(folder) as server:
        page = browser.new_page()
        page.goto(server.address + "tim/")
        draws = _draws(texts, heads)
        _say(f"\n{len(corpus.directives):,} directives, {len(texts):,} clauses, {DRAWS:,} draws of 3–6 words")
        for kinds in (Kinds("without accents", False), Kinds("accents typed", True)):
            _say(_known_items(page, kinds, draws, texts, heads))
        later = sorted(_later(page, server, each) for each in draws[:SAMPLED])
        page.close()
        first = [_first(browser, server, each) for each in draws[:TIMED]]
        _say(_costs(first, later, seconds, memory))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _in_own_process(work: Any, *given: Any) -> tuple[float, int]:
    """Run a function in a process of its own; its answer, and the most memory that the process held, in bytes."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, *given))


def _measured(work: Any, *given: Any) -> tuple[float, int]:
    return work(*given), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _write_site(package: Path, folder: Path) -> float:
    """Write what the search page needs, and the index; the answer is the processor's seconds that the index took."""
    folder.mkdir()
    corpus = Corpus(load_package(package))
    start = process_time()
    write_index(corpus, folder / "tim")
    seconds = process_time() - start
    page = build_shell(ROOT, folder).render(search_page(corpus))
    (folder / "tim" / "index.html").write_text(page, encoding="utf-8")
    return seconds


def _units(folder: Path) -> int:
    return int(json.loads((folder / "tim" / "muc-luc.json").read_text(encoding="utf-8"))["units"])


def _draws(texts: Sequence[str], heads: int) -> list[Draw]:
    rng = Random(0)  # noqa: S311 (no secret)
    long_enough = [number for number, text in enumerate(texts) if len(text.split()) >= 3]
    return [_draw(rng, number + heads, texts[number].split()) for number in rng.choices(long_enough, k=DRAWS)]


def _draw(rng: Random, unit: int, words: Sequence[str]) -> Draw:
    count = rng.randint(3, min(6, len(words)))
    start = rng.randrange(len(words) - count + 1)
    return Draw(unit, _QUOTES.sub(" ", " ".join(words[start : start + count])), count >= 5)


def _known_items(page: Page, kinds: Kinds, draws: Sequence[Draw], texts: Sequence[str], heads: int) -> str:
    """One line: how many draws are right in which way."""
    answers = page.evaluate(_FIRST_THREE, [kinds.query(draw.query) for draw in draws])
    spread = _spread([kinds.words(draw.query) for draw in draws], [kinds.words(text) for text in texts])
    ordered = sum(_in_order(kinds, draw, rows) for draw, rows in zip(draws, answers, strict=True))
    long = [
        (draw, rows, spread[kinds.words(draw.query)])
        for draw, rows in zip(draws, answers, strict=True)
        if draw.long
    ]
    found = [(_is_found(draw, rows), clauses) for draw, rows, clauses in long]
    narrow = [hit for hit, clauses in found if clauses <= 3]
    return (
        f"  {kinds.name}: words in order {ordered / len(draws):.1%}; of {len(long)} with five or six words "
        f"{1 - len(narrow) / len(long):.1%} stand in more than three clauses of different wording; "
        f"clause found: {statistics.mean(narrow):.1%} of the others, "
        f"{statistics.mean(hit for hit, _ in found):.1%} of all"
    )


def _in_order(kinds: Kinds, draw: Draw, rows: Sequence[Any]) -> bool:
    """Whether something was found and all that was found holds the words side by side."""
    wanted = kinds.words(draw.query)
    return bool(rows) and all(_holds(kinds.words(text), wanted) for _, text, _ in rows)


def _holds(words: Words, wanted: Words) -> bool:
    """Whether a run of words stands in a text; «số» before a number may be left out of the query."""
    return any(
        each[at : at + len(wanted)] == wanted
        for each in (words, tuple(without_so(words)))
        for at in range(len(each) - len(wanted) + 1)
    )


def _is_found(draw: Draw, rows: Sequence[Any]) -> bool:
    return any(draw.unit == number or draw.unit in others for number, _, others in rows)


def _spread(wanted: Iterable[Words], texts: Iterable[Words]) -> dict[Words, int]:
    """In how many clauses of different wording each run of words stands."""
    by_start = defaultdict[Words, set[Words]](set)
    for run in wanted:
        by_start[run[:2]].add(run)
    counts = dict.fromkeys((run for runs in by_start.values() for run in runs), 0)
    for text in set(texts):
        starts = ((at, run) for at in range(len(text)) for run in by_start.get(text[at : at + 2], ()))
        for run in {run for at, run in starts if text[at : at + len(run)] == run}:
            counts[run] += 1
    return counts


def _later(page: Page, server: CountingServer, draw: Draw) -> int:
    """The bytes of one more query, with nothing but the overview at hand."""
    page.evaluate(_FRESH)
    before = server.bytes
    page.evaluate(_ANSWER, [bare(draw.query), SHOWN])
    return server.bytes - before


def _first(browser: Browser, server: CountingServer, draw: Draw) -> tuple[float, int]:
    """Seconds from Enter to the first result on a page just opened, and the bytes until then."""
    page = browser.new_page()
    before = server.bytes
    page.goto(server.address + "tim/")
    page.evaluate(_WATCH)
    page.keyboard.type(bare(draw.query))
    page.keyboard.press("Enter")
    page.locator("#ket-qua .result").first.wait_for()
    used = server.bytes - before
    seconds = float(page.evaluate("shown - asked")) / 1000
    page.close()
    return seconds, used


def _costs(first: Sequence[tuple[float, int]], later: Sequence[int], seconds: float, memory: int) -> str:
    times, sizes = [each for each, _ in first], [each for _, each in first]
    return (
        f"  first result in {statistics.median(times):.2f} s (slowest {max(times):.2f} s), "
        f"{max(sizes) / 1000:.0f} KB at most; later query {statistics.median(later) / 1000:.0f} KB, "
        f"{later[-1] / 1000:.0f} KB at most; index in {seconds:.1f} s, {memory / 1e6:.0f} MB"
    )


if __name__ == "__main__":
    main()
