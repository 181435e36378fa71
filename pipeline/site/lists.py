"""The pages that gather rows over all documents: agencies, cited works, provinces, search."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.site import words
from pipeline.site.corpus import Corpus, grouped, newest_first
from pipeline.site.duties import Duty, duties
from pipeline.site.paging import numbered, paged, titled
from pipeline.site.phrases import work_name
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.site.topics import topic_table
from pipeline.tables import Agency, Assignment, Directive, Province, Work

_MOST_RECEIVED = 60
"""Documents named on an agency's page that only send it a copy: the newest."""

Choice = tuple[str, str]
Filter = tuple[str, str, list[Choice]]


@dataclass(frozen=True, slots=True)
class Task:
    """One duty of one agency: the document, the clause, and the assignment that names the agency."""

    directive: Directive
    duty: Duty
    assignment: Assignment

    @property
    def is_inherited(self) -> bool:
        """Whether a clause above the duty's own names the agency."""
        return self.assignment.clause_id != self.duty.clause.clause_id


def list_pages(corpus: Corpus) -> Iterator[Page]:
    """All pages of this module, lists before what they list."""
    yield search_page(corpus)
    tasks = _tasks_of(corpus)
    yield _agencies(corpus, tasks)
    for agency in agencies_named(corpus):
        yield from _agency(corpus, agency, tasks.get(agency.agency_id, []))
    yield from _works(corpus)
    for work in corpus.package.works:
        yield from _work(corpus, work)
    yield _provinces(corpus)
    for province in provinces_named(corpus):
        yield from _province(corpus, province)


def filters(corpus: Corpus) -> list[Filter]:
    """The filters of the search page: field, label, and the values that occur."""
    rows = corpus.directives
    types = {row.document_type for row in rows}
    branches = {row.issuer_branch for row in rows}
    years = sorted({row.issued_on.year for row in rows if row.issued_on}, reverse=True)
    provinces = sorted({row.province for row in rows if row.province})
    return [
        ("loai", "Loại", [(code, name) for code, name in words.DOCUMENT_TYPES.items() if code in types]),
        ("he", "Hệ thống", [(code, name) for code, name in words.BRANCHES.items() if code in branches]),
        ("tinh", "Tỉnh", [(name, name) for name in provinces]),
        ("nam", "Năm", [(str(year), str(year)) for year in years]),
    ]


def agencies_named(corpus: Corpus) -> list[Agency]:
    """The agencies of the code list that some document charges or sends itself to."""
    named = {row.agency_id for row in corpus.package.assignments} | {
        row.agency_id for row in corpus.package.recipients
    }
    return [row for row in corpus.package.agencies if row.agency_id in named]


def provinces_named(corpus: Corpus) -> list[Province]:
    """The provinces that have a document in the corpus."""
    return [row for row in corpus.package.provinces if row.name in corpus.directives_in]


def search_page(corpus: Corpus) -> Page:
    """The page of results with its filters."""
    body = render("search.html", "tim/", filters=filters(corpus))
    description = "Tìm từng điều khoản, không cần gõ dấu, theo cụm từ, số văn bản hoặc số điều khoản."
    return Page("tim/", "Tìm trong các chỉ thị", description, body, "search", scripts=("search-page",))


def _agencies(corpus: Corpus, tasks: Mapping[str, Sequence[Task]]) -> Page:
    by_level = grouped(agencies_named(corpus), lambda row: row.level)
    levels = [
        (
            name,
            sorted(
                ((row, len(tasks.get(row.agency_id, ()))) for row in by_level[code]),
                key=lambda item: item[0].name,
            ),
        )
        for code, name in words.LEVELS.items()
        if code in by_level
    ]
    body = render("agencies.html", "co-quan/", levels=levels)
    return Page("co-quan/", "Cơ quan chịu trách nhiệm", "Cơ quan nào được giao việc gì.", body, "list")


def _tasks_of(corpus: Corpus) -> Mapping[str, list[Task]]:
    """What each agency must do over all documents, the newest first."""
    found: dict[str, list[Task]] = {}
    for directive in corpus.directives:
        for duty in duties(corpus, directive):
            for agency, rows in grouped(duty.everybody, lambda row: row.agency_id or "").items():
                found.setdefault(agency, []).append(Task(directive, duty, rows[0]))
    return found


def _agency(corpus: Corpus, agency: Agency, tasks: Sequence[Task]) -> Iterator[Page]:
    receives = {row.directive_id for row in corpus.recipients_named.get(agency.agency_id, [])}
    received = [row for row in corpus.directives if row.directive_id in receives]
    pages = paged(tasks, f"co-quan/{agency.agency_id}/", lambda task: task.directive.issued_on)
    for part in pages.parts:
        body = render(
            "agency.html",
            part.address,
            agency=agency,
            groups=grouped(part.rows, lambda task: task.directive.directive_id),
            received=received[:_MOST_RECEIVED] if part.year is None else [],
            received_count=len(received),
            corpus=corpus,
            pages=pages,
            part=part,
        )
        title = titled(agency.name, part)
        yield Page(part.address, title, f"Việc mà các văn bản giao cho {title}.", body, "list")


def _works(corpus: Corpus) -> Iterator[Page]:
    """Those that the corpus does not hold first, the most cited first: what to look for next."""
    ranked = sorted(
        corpus.package.works,
        key=lambda row: (bool(row.directive_id), -row.citation_count, work_name(row), row.work_id),
    )
    pages = numbered(ranked, "vien-dan/", "vien-dan/phan/")
    for part in pages:
        body = render("works.html", part.address, total=len(ranked), rows=part.rows, parts=pages, part=part)
        title = "Văn bản được viện dẫn" + (f", phần {part.number}" if part.number > 1 else "")
        description = f"{title}: ai viện dẫn, có trong kho hay chưa."
        yield Page(part.address, title, description, body, "list", scripts=("lists",))


def _work(corpus: Corpus, work: Work) -> Iterator[Page]:
    by_document = grouped(corpus.citations_to.get(work.work_id, []), lambda row: row.directive_id)
    groups = [
        (corpus.directive[key], rows)
        for key, rows in sorted(by_document.items(), key=lambda item: newest_first(corpus.directive[item[0]]))
    ]
    pages = paged(groups, f"vien-dan/{work.work_id}/", lambda group: group[0].issued_on)
    for part in pages.parts:
        body = render(
            "work.html",
            part.address,
            work=work,
            groups=part.rows,
            corpus=corpus,
            held=corpus.directive.get(work.directive_id or ""),
            replaced_by=corpus.directive.get(work.replaced_by or ""),
            pages=pages,
            part=part,
        )
        title = titled(work_name(work), part)
        yield Page(part.address, title, f"Văn bản nào viện dẫn {title}, ở điều khoản nào.", body, "list")


def _provinces(corpus: Corpus) -> Page:
    rows = [(row, len(corpus.directives_in[row.name])) for row in provinces_named(corpus)]
    body = render("provinces.html", "tinh/", rows=rows)
    return Page("tinh/", "Tỉnh, thành phố", "Văn bản theo tỉnh, thành phố.", body, "list")


def _province(corpus: Corpus, province: Province) -> Iterator[Page]:
    rows = corpus.directives_in[province.name]
    pages = paged(rows, f"tinh/{province.slug}/", lambda row: row.issued_on)
    for part in pages.parts:
        body = render(
            "province.html",
            part.address,
            province=province,
            total=len(rows),
            table=topic_table(corpus, rows) if part.year is None else None,
            pages=pages,
            part=part,
        )
        title = titled(province.name, part)
        yield Page(part.address, title, f"Văn bản chỉ đạo: {title}.", body, "list")
