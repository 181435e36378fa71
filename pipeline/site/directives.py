"""The list of documents: to filter and sort with a script, complete by year without one."""

import json
from collections.abc import Iterator, Sequence

from pipeline.site import words
from pipeline.site.corpus import Corpus
from pipeline.site.lists import Filter, filters
from pipeline.site.paging import Paged, paged, titled
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import Directive

ADDRESS = "van-ban/"
YEARS_AT = "nam/"
"""Where the documents of a year stand: below `van-ban/` their addresses could be taken by a document's id."""
ROWS_FILE = "van-ban/danh-sach.json"


def directive_pages(corpus: Corpus) -> Iterator[Page]:
    """The list at its own address and, where one page cannot hold it, the pages of its years."""
    pages = directives_paged(corpus)
    chosen = list_filters(corpus)
    for part in pages.parts:
        body = render(
            "directives.html",
            part.address,
            rows=part.rows,
            total=len(corpus.directives),
            topics={row.directive_id: topics_of(corpus, row) for row in part.rows},
            filters=chosen if part.year is None else [],
            pages=pages,
            part=part,
        )
        title = titled("Văn bản", part)
        description = f"{title}: văn bản chỉ đạo, lọc theo loại, hệ thống, nơi ban hành, tỉnh, năm và chủ đề."
        yield Page(part.address, title, description, body, "list", scripts=("lists",))


def directives_paged(corpus: Corpus) -> Paged[Directive]:
    """The documents cut into pages, newest first."""
    return paged(corpus.directives, ADDRESS, lambda row: row.issued_on, years_at=YEARS_AT)


def list_filters(corpus: Corpus) -> list[Filter]:
    """The filters of the search page, and among them issuers and topics."""
    issuers = sorted({row.issuer for row in corpus.directives if row.issuer})
    topics = [row for row in corpus.package.topics if row.topic_id in corpus.clauses_on]
    kind, branch, *others = filters(corpus)
    return [
        kind,
        branch,
        ("ban-hanh", "Ban hành", [(name, name) for name in issuers]),
        *others,
        ("chu-de", "Chủ đề", [(row.topic_id, row.name) for row in topics]),
    ]


def topics_of(corpus: Corpus, directive: Directive) -> list[str]:
    """The ids of the topics that a document's clauses are coded with, each once."""
    return list(dict.fromkeys(row.topic_id for row in corpus.topics_of.get(directive.directive_id, [])))


def list_rows(corpus: Corpus) -> str:
    """All rows of the list as JSON, for the script that filters a list too long for one page.

    `topics` names the ids that the last cell of a row points to by number; `rows` has, newest first: id, type,
    number, title, branch, issuer as shown, issuer, province, date of issue, earliest date, topics.
    """
    ids = [row.topic_id for row in corpus.package.topics]
    numbers = {topic: number for number, topic in enumerate(ids)}
    rows = [_cells(row, [numbers[topic] for topic in topics_of(corpus, row)]) for row in corpus.directives]
    return json.dumps({"topics": ids, "rows": rows}, ensure_ascii=False, separators=(",", ":"))


def _cells(row: Directive, topics: Sequence[int]) -> list[object]:
    return [
        row.directive_id,
        row.document_type,
        row.number or "",
        words.tied(words.subject(row)),
        row.issuer_branch or "",
        words.issuer_name(row) if row.issuer else "",
        row.issuer or "",
        row.province or "",
        row.issued_on.isoformat() if row.issued_on else "",
        row.issued_not_before.isoformat() if row.issued_not_before else "",
        topics,
    ]
