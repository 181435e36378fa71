"""Print the benchmark: speed beside two extractors and a finder of citations, then time against length for hostile texts."""

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from time import process_time

from benchmarks import citations
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.corpus import Sample, gold_samples, varied
from benchmarks.hostile import page_times, text_times

DOCUMENTS = 500
PASSES = 3
LENGTHS = (312_500, 1_250_000, 5_000_000)
"""Each four times the one before, so that linear steps take four times as long and quadratic ones sixteen."""

Row = Sequence[str]


def main() -> None:
    """Run all and print each table as it is ready; a length in characters as argument limits the hostile texts."""
    longest = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTHS[-1]
    samples = gold_samples()
    corpus = list(varied(samples, DOCUMENTS))
    size = sum(len(sample.text.encode()) for sample in corpus)
    _print(f"{len(samples)} gold documents, repeated to {len(corpus)}, {size / 1e6:.1f} MB of text, one core")
    _print(f"{_repeated(corpus):.0%} of the lines stand in an earlier document; no cache reaches so far back")
    _print()
    _table(("", "documents/s", "MB/s", "line precision", "line recall"), _quality(samples, corpus, size))
    _print("Citations found in plain text, beside eyecite on English texts of the same lengths and densities")
    _table(("", "citations/s", "MB/s", "citations", "characters"), _citations(corpus))
    lengths = [length for length in LENGTHS if length <= longest]
    head = ("", *(f"{length / 1e6:.2f} MB" for length in lengths), "growth")
    _print(
        "Seconds for one hostile text: clean and structure, then enrich; four times the length in each column"
    )
    _table(head, _growth(text_times, lengths))
    _print("Seconds for one hostile HTML page (layout)")
    _table(head, _growth(page_times, lengths))


def _quality(samples: Sequence[Sample], corpus: Sequence[Sample], size: int) -> Iterator[Row]:
    """Precision and recall of the kept lines over the gold documents, then, warm, the speed over the whole corpus.

    The best of three passes counts, so that what else the machine does falls on none of them.
    """
    for contender in CONTENDERS:
        precision, recall = _lines(samples, contender)
        given = [contender.given(sample) for sample in corpus]
        seconds = min(_seconds(contender, given) for _ in range(PASSES))
        speed = f"{len(corpus) / seconds:.0f}", f"{size / 1e6 / seconds:.2f}"
        yield contender.name, *speed, f"{precision:.4f}", f"{recall:.4f}"


def _seconds(contender: Contender, given: Sequence[object]) -> float:
    start = process_time()
    for each in given:
        contender.run(each)
    return process_time() - start


def _repeated(corpus: Sequence[Sample]) -> float:
    """The share of the lines that stand word for word in an earlier document: what a cache could profit from."""
    seen: set[str] = set()
    lines = again = 0
    for sample in corpus:
        own = list(sample.lines.values())
        lines += len(own)
        again += sum(line in seen for line in own)
        seen.update(own)
    return again / lines


def _citations(corpus: Sequence[Sample]) -> Iterator[Row]:
    for each in citations.timed(corpus):
        speed = f"{each.found / each.seconds:,.0f}", f"{each.characters / 1e6 / each.seconds:.2f}"
        yield each.name, *speed, f"{each.found:,}", f"{each.characters:,}"


def _lines(samples: Sequence[Sample], contender: Contender) -> tuple[float, float]:
    """Of the lines kept those that gold keeps, and of those that gold keeps the ones kept."""
    right = wrong = missed = 0
    for sample in samples:
        kept, lines = contender.kept(contender.run(contender.given(sample))), sample.lines
        right += sum(lines[number] in kept for number in sample.kept)
        missed += sum(lines[number] not in kept for number in sample.kept)
        wrong += sum(lines[number] in kept for number in sample.removed)
    return right / (right + wrong), right / (right + missed)


def _growth(measure: Callable[[int], Iterator[tuple[str, float]]], lengths: Sequence[int]) -> Iterator[Row]:
    """A row for each kind of text; growth is the last time over the one before."""
    for columns in zip(*(measure(length) for length in lengths), strict=True):
        times = [seconds for _, seconds in columns]
        growth = f"{times[-1] / times[-2]:.1f}" if len(times) > 1 else ""
        yield columns[0][0], *(f"{seconds:.2f}" for seconds in times), growth


def _table(head: Row, rows: Iterator[Row]) -> None:
    for row in chain((head,), rows):
        _print(row[0].ljust(22) + "".join(cell.rjust(16) for cell in row[1:]))
    _print()


def _print(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
