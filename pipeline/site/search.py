"""The search index: static files that a browser asks for piece by piece, made for Vietnamese as people type it.

A unit is what a result can be: a document, a cited work, an agency, or a clause. The first three («heads») come
first in the numbering and clauses follow in the order of their documents, newest first, so the natural order of
a posting list is also the order in which results are shown.

Every unit is indexed under its words, its pairs and its triples of neighbouring words without accents
(`bare`), and under its words and pairs as written (`match_key`, small letters) where that differs. So a query
without accents needs no guess, typed accents narrow it, and a phrase costs one look-up a word. «số» before a
number is filed both as written and left out.

Files under `tim/`:

- `muc-luc.json`: number of units, heads and shards; how many clauses each document has.
- `bo-loc.json`: by what documents are filtered. Per field its values, and the place of each document's value among them.
- `chi-muc/<n>.bin`: the shard of all terms with `crc32(term) % shards == n`. Per term, in order of the hash: four
  bytes of hash, length of the list in a varint, the list. A list is a byte 0 and varint gaps, or, where that is
  shorter, a byte 1 and a bitmap.
- `loi-van/<n>.json`: the words and addresses of eight neighbouring units, for the results shown. Clauses of equal
  words («Quyết định này có hiệu lực kể từ ngày ký.») are one result: the first of them lists the numbers of the
  others, each of the others names the first.

A hash may stand for two terms: the browser checks each result it shows against its words.
"""

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import sub
from pathlib import Path
from zlib import crc32

from pipeline.site import words
from pipeline.site.cite import clause_reference
from pipeline.site.corpus import Corpus
from pipeline.site.lists import agencies_named
from pipeline.site.phrases import work_name
from pipeline.tables import Agency, Clause, Directive, Work
from pipeline.text import bare, match_key

UNITS_A_CHUNK = 8
SHARD_BYTES = 8_192
"""What a shard should weigh on average; a query reads one shard a word."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to find: what it is called, its words, its address, and its path if it is a clause."""

    name: str
    text: str
    address: str
    path: str = ""

    @property
    def indexed(self) -> str:
        """The words by which it is found: a clause by its text, anything else also by its name."""
        return self.text if self.path else f"{self.name}. {self.text}"


def tokens(text: str) -> list[str]:
    """The words of a text as written, in small letters: runs of letters, runs of digits."""
    return _TOKEN.findall(match_key(text).lower())


def without_so(written: Sequence[str]) -> list[str]:
    """The words without «số» before a number, since people leave it out: chỉ thị số 16 → chỉ thị 16."""
    skipped = [after.isdigit() and bare(word) == "so" for word, after in pairwise([*written, ""])]
    return [word for word, skip in zip(written, skipped, strict=True) if not skip]


def hashes(unit: Unit) -> set[int]:
    """The CRC-32 of all terms under which a unit is found; of `#1.3` for a clause's path."""
    whole = tokens(unit.indexed)
    lean = without_so(whole)
    found: set[int] = set()
    for written in (whole,) if lean == whole else (whole, lean):
        text = " ".join(written)
        found.update(_grams(bare(text), 3), _grams(text, 2))
    if unit.path:
        found.add(crc32(b"#" + unit.path.lower().encode()))
    return found


def _grams(text: str, longest: int) -> Iterator[int]:
    """The hashes of all runs of one to `longest` neighbouring words.

    A longer run's hash goes on from the shorter one's (`crc32(b"ab") == crc32(b"b", crc32(b"a"))`), so no run is
    ever put together.
    """
    words_of = text.encode().split()
    after = [b" " + word for word in words_of]
    runs = list(map(crc32, words_of))
    yield from runs
    for start in range(1, longest):
        runs = list(map(crc32, after[start:], runs))
        yield from runs


def write_index(corpus: Corpus, folder: Path) -> int:
    """Write the index of a corpus into a folder; the answer is the number of units."""
    heads = _heads(corpus)
    units = [*heads, *_clauses(corpus)]
    shards = _shards(_postings(units), len(units))
    _write_shards(shards, folder / "chi-muc")
    _write_chunks(units, alike(units), folder / "loi-van")
    overview = {
        "units": len(units),
        "heads": len(heads),
        "shards": len(shards),
        "chunk": UNITS_A_CHUNK,
        "clauses": [len(corpus.clauses_of.get(row.directive_id, [])) for row in corpus.directives],
    }
    (folder / "muc-luc.json").write_text(_json(overview), encoding="utf-8")
    (folder / "bo-loc.json").write_text(_json(_filters(corpus.directives)), encoding="utf-8")
    return len(units)


def _filters(directives: Sequence[Directive]) -> dict[str, dict[str, list[str] | list[int]]]:
    columns: dict[str, list[str]] = {
        "loai": [row.document_type for row in directives],
        "he": [row.issuer_branch or "" for row in directives],
        "tinh": [row.province or "" for row in directives],
        "nam": [str(row.issued_on.year) if row.issued_on else "" for row in directives],
    }
    found: dict[str, dict[str, list[str] | list[int]]] = {}
    for name, column in columns.items():
        values = sorted(set(column))
        place = {value: index for index, value in enumerate(values)}
        found[name] = {"values": values, "of": [place[value] for value in column]}
    return found


def alike(units: Sequence[Unit]) -> dict[int, list[int] | int]:
    """Clauses of equal words: at the first of them the numbers of the others, at each of those the first's number."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.path and unit.text:
            groups[" ".join(tokens(unit.text))].append(number)
    found: dict[int, list[int] | int] = {}
    for first, *others in groups.values():
        if others:
            found[first] = others
            found.update(dict.fromkeys(others, first))
    return found


def _heads(corpus: Corpus) -> list[Unit]:
    """Documents first, so that head `n` is the document whose clauses are the `n`-th run of clauses."""
    held = [_document(row) for row in corpus.directives]
    cited = [_work(row) for row in corpus.package.works if not row.directive_id]
    return held + cited + [_agency(row) for row in agencies_named(corpus)]


def _document(row: Directive) -> Unit:
    day = f" {words.vietnamese_date(row.issued_on)}" if row.issued_on else ""
    return Unit(
        words.short_name(row),
        f"{words.issuer_name(row)}{day}. {words.subject(row)}",
        f"van-ban/{row.directive_id}/",
    )


def _work(row: Work) -> Unit:
    said = (row.issuer, words.vietnamese_date(row.issued_on), row.title)
    return Unit(work_name(row), ", ".join(part for part in said if part), f"vien-dan/{row.work_id}/")


def _agency(row: Agency) -> Unit:
    return Unit(row.name, (row.aliases or "").replace(";", "; "), f"co-quan/{row.agency_id}/")


def _clauses(corpus: Corpus) -> Iterator[Unit]:
    for directive in corpus.directives:
        for row in corpus.clauses_of.get(directive.directive_id, []):
            yield _clause(corpus, directive, row)


def _clause(corpus: Corpus, directive: Directive, row: Clause) -> Unit:
    name = f"{words.short_name(directive)}, {clause_reference(row, corpus.clause)}"
    return Unit(name, row.text or "", f"van-ban/{row.directive_id}/", row.path)


def _postings(units: Iterable[Unit]) -> Iterator[tuple[int, list[int]]]:
    """The hash of each term and the numbers of its units, both rising.

    There are tens of millions of pairs, so each is one number of eight bytes, laid out by the hash's first byte.
    """
    parts = [array("Q") for _ in range(256)]
    for number, unit in enumerate(units):
        for term in hashes(unit):
            parts[term >> 24].append(term << 32 | number)
    for part in parts:
        yield from _gathered(sorted(part))
        del part[:]


def _gathered(pairs: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Pairs in order as each term with all its numbers."""
    last, numbers = -1, list[int]()
    for pair in pairs:
        term, number = pair >> 32, pair & 0xFFFFFFFF
        if term == last:
            numbers.append(number)
            continue
        if numbers:
            yield last, numbers
        last, numbers = term, [number]
    if numbers:
        yield last, numbers


def _shards(postings: Iterable[tuple[int, list[int]]], units: int) -> list[bytes]:
    """The postings parted by hash into shards of about `SHARD_BYTES`; their number is a power of two."""
    packed, ends, hashes = bytearray(), array("Q"), array("L")
    for term, numbers in postings:
        data = encode_list(numbers, units)
        packed += term.to_bytes(4, "little") + varint(len(data)) + data
        ends.append(len(packed))
        hashes.append(term)
    count = 1
    while count * SHARD_BYTES < len(packed):
        count *= 2
    shards = [bytearray() for _ in range(count)]
    for term, (start, end) in zip(hashes, pairwise(chain([0], ends)), strict=True):
        shards[term % count] += packed[start:end]
    return [bytes(shard) for shard in shards]


def encode_list(numbers: Sequence[int], units: int) -> bytes:
    """A rising list of unit numbers: a 0 and varint gaps, or a 1 and a bitmap, whichever is shorter."""
    if len(numbers) == 1:  # as are two lists of three
        return b"\0" + varint(numbers[0] + 1)
    longest = units // 8 + 1
    if len(numbers) <= longest:
        steps = list(map(sub, numbers, [-1, *numbers]))
        gaps = bytes(steps) if max(steps) < 128 else b"".join(map(varint, steps))
        if len(gaps) <= longest:
            return b"\0" + gaps
    bits = bytearray(longest)
    for number in numbers:
        bits[number // 8] |= 1 << number % 8
    return b"\1" + bytes(bits)


def varint(number: int) -> bytes:
    """A number in bytes of seven bits, the low ones first, the high bit set on all but the last (LEB128)."""
    return _SHORT[number] if number < len(_SHORT) else _long(number)


def _long(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


_SHORT = tuple(map(_long, range(1 << 14)))
"""The numbers of one and two bytes, which most gaps are."""


def _write_shards(shards: Sequence[bytes], folder: Path) -> None:
    folder.mkdir(parents=True)
    for number, shard in enumerate(shards):
        (folder / f"{number}.bin").write_bytes(shard)


def _write_chunks(units: Sequence[Unit], same: Mapping[int, list[int] | int], folder: Path) -> None:
    folder.mkdir(parents=True)
    for start in range(0, len(units), UNITS_A_CHUNK):
        rows = [
            _row(unit, same.get(start + at)) for at, unit in enumerate(units[start : start + UNITS_A_CHUNK])
        ]
        (folder / f"{start // UNITS_A_CHUNK}.json").write_text(_json(rows), encoding="utf-8")


def _row(unit: Unit, same: list[int] | int | None) -> list[str | int | list[int]]:
    row: list[str | int | list[int]] = [unit.name, unit.text, unit.address, unit.path]
    return row if same is None else [*row, same]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
