"""The pieces of data that hand-written pages hold in their slots."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from pipeline.site.corpus import Corpus, grouped
from pipeline.site.deadlines import due
from pipeline.site.figures import gold_sets, percent
from pipeline.site.picture import picture
from pipeline.site.templates import render
from pipeline.site.words import ANOMALIES, CODES, FIGURES, FIGURES_EN, vietnamese_number
from pipeline.tables import TABLES

_NEWEST = 6
_DUE = 4
_EXAMPLES = 3

Maker = Callable[[Corpus, str], str]


def fill_slots(corpus: Corpus, address: str, names: Iterable[str]) -> dict[str, str]:
    """The values of those slots, among the names given, that hold data."""
    return {name: _MAKERS[name](corpus, address) for name in names if name in _MAKERS}


def _number(address: str, number: int) -> str:
    """A number with the thousands mark of the page's language."""
    return f"{number:,}" if address.startswith("en/") else vietnamese_number(number)


def _newest(corpus: Corpus, address: str) -> str:
    return render("newest.html", address, rows=corpus.directives[:_NEWEST])


def _due(corpus: Corpus, address: str) -> str:
    """What is due next and was due, seen from the newest document; a reader's own clock sorts them anew."""
    return render("due.html", address, due=due(corpus), shown=_DUE, corpus=corpus)


def _picture(corpus: Corpus, address: str) -> str:
    return render("picture.html", address, picture=picture(corpus))


def _dictionary(language: str) -> Maker:
    def make(corpus: Corpus, address: str) -> str:
        rows = {table.name: len(getattr(corpus.package, table.name)) for table in TABLES}
        return render("dictionary.html", address, tables=TABLES, rows=rows, en=language == "en", codes=CODES)

    return make


def _rules(language: str) -> Maker:
    def make(corpus: Corpus, address: str) -> str:
        stages = grouped(corpus.package.rules, lambda row: row.stage)
        return render("rules.html", address, stages=stages, en=language == "en")

    return make


def _figures(language: str) -> Maker:
    def make(_corpus: Corpus, address: str) -> str:
        names = FIGURES_EN if language == "en" else FIGURES
        sets = gold_sets()
        return render("figures.html", address, sets=sets, names=names, percent=percent, en=language == "en")

    return make


def _anomalies(corpus: Corpus, address: str) -> str:
    by_kind = grouped(corpus.package.anomalies, lambda row: row.kind)
    kinds = [
        (ANOMALIES[kind], len(rows), list(islice(rows, _EXAMPLES))) for kind, rows in sorted(by_kind.items())
    ]
    return render("anomalies.html", address, kinds=kinds, corpus=corpus)


def _count(table: str) -> Maker:
    def make(corpus: Corpus, address: str) -> str:
        return _number(address, len(getattr(corpus.package, table)))

    return make


def _characters(disposition: str | None) -> Maker:
    def make(corpus: Corpus, address: str) -> str:
        return _number(
            address,
            sum(
                row.source_end - row.source_start
                for row in corpus.package.segments
                if disposition in (None, row.disposition)
            ),
        )

    return make


def _used_rules(corpus: Corpus, address: str) -> str:
    return _number(address, sum(row.hit_count != 0 for row in corpus.package.rules))


_MAKERS: Mapping[str, Maker] = {
    "newest": _newest,
    "due": _due,
    "picture": _picture,
    "dictionary": _dictionary("vi"),
    "dictionary-en": _dictionary("en"),
    "figures": _figures("vi"),
    "figures-en": _figures("en"),
    "rules": _rules("vi"),
    "rules-en": _rules("en"),
    "anomalies": _anomalies,
    "removed-characters": _characters("removed"),
    "all-characters": _characters(None),
    "used-rules": _used_rules,
    **{f"count-{table.name}": _count(table.name) for table in TABLES},
}
