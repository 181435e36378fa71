"""The pages that gather rows over all documents: lists, agencies, deadlines, cited works, provinces, search."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from pipeline.site import words
from pipeline.site.corpus import Corpus, grouped
from pipeline.site.directive import Duty
from pipeline.site.phrases import deadline_phrase, work_name
from pipeline.site.shell import Page
from pipeline.site.templates import render
from pipeline.tables import Agency, Deadline, Directive, Province, Work

Choice = tuple[str, str]
Filter = tuple[str, str, list[Choice]]


def list_pages(corpus: Corpus) -> Iterator[Page]:
    """All pages of this module, lists before what they list."""
    yield _directives(corpus)
    yield _search(corpus)
    yield _deadlines(corpus)
    yield _agencies(corpus)
    yield from (_agency(corpus, agency) for agency in agencies_named(corpus))
    yield _works(corpus)
    yield from (_work(corpus, work) for work in corpus.package.works)
    yield _provinces(corpus)
    yield from (_province(corpus, province) for province in provinces_named(corpus))


def filters(corpus: Corpus) -> list[Filter]:
    """The filters of the list and of the search page: field, label, and the values that occur."""
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


def _directives(corpus: Corpus) -> Page:
    address = "van-ban/"
    body = render("directives.html", address, rows=corpus.directives, filters=filters(corpus))
    description = f"Danh sách {len(corpus.directives)} văn bản chỉ đạo, lọc theo loại, hệ thống, tỉnh và năm."
    return Page(address, "Văn bản", description, body, "list", scripts=("lists",))


def _search(corpus: Corpus) -> Page:
    body = render("search.html", "tim/", filters=filters(corpus))
    description = "Tìm từng điều khoản, không cần gõ dấu, theo cụm từ, số văn bản hoặc số điều khoản."
    return Page("tim/", "Tìm trong các chỉ thị", description, body, "search", scripts=("search-page",))


def _deadlines(corpus: Corpus) -> Page:
    dated = sorted(
        (row for row in corpus.package.deadlines if row.ends_on or row.starts_on),
        key=lambda row: (_when(row), row.deadline_id),
    )
    months = [
        (_month(first), merged(rows))
        for first, rows in groupby(dated, key=lambda row: _when(row).replace(day=1))
    ]
    undated = merged(row for row in corpus.package.deadlines if not (row.ends_on or row.starts_on))
    calendar = (corpus.package.folder / "deadlines.ics").is_file()
    body = render(
        "deadlines.html", "thoi-han/", months=months, undated=undated, corpus=corpus, calendar=calendar
    )
    return Page(
        "thoi-han/", "Thời hạn", "Hạn chót và việc định kỳ trong các văn bản chỉ đạo.", body, "deadlines"
    )


def merged(rows: Iterable[Deadline]) -> list[list[Deadline]]:
    """Deadlines with those of one clause that fall together brought together: «chậm nhất 10/2», «trước ngày 10/2»."""
    return list(grouped(rows, lambda row: f"{row.clause_id} {deadline_phrase(row)}").values())


def _when(row: Deadline) -> date:
    return row.ends_on or row.starts_on or date.min


def _month(day: date) -> str:
    return f"Tháng {day.month}/{day.year}"


def _agencies(corpus: Corpus) -> Page:
    counts = Counter(row.agency_id for row in corpus.package.assignments)
    by_level = grouped(agencies_named(corpus), lambda row: row.level)
    levels = [
        (
            name,
            sorted(((row, counts[row.agency_id]) for row in by_level[code]), key=lambda item: item[0].name),
        )
        for code, name in words.LEVELS.items()
        if code in by_level
    ]
    body = render("agencies.html", "co-quan/", levels=levels)
    return Page("co-quan/", "Cơ quan chịu trách nhiệm", "Cơ quan nào được giao việc gì.", body, "list")


def _agency(corpus: Corpus, agency: Agency) -> Page:
    address = f"co-quan/{agency.agency_id}/"
    by_document = grouped(corpus.assignments_to.get(agency.agency_id, []), lambda row: row.directive_id)
    groups = [
        (directive, [Duty(clause, (row,), tuple(corpus.deadlines_for(clause))) for row, clause in pairs])
        for directive in corpus.directives
        if directive.directive_id in by_document
        for pairs in [[(row, corpus.clause[row.clause_id]) for row in by_document[directive.directive_id]]]
    ]
    receives = {row.directive_id for row in corpus.package.recipients if row.agency_id == agency.agency_id}
    received = [row for row in corpus.directives if row.directive_id in receives]
    body = render("agency.html", address, agency=agency, groups=groups, received=received)
    return Page(address, agency.name, f"Việc mà các văn bản giao cho {agency.name}.", body, "list")


def _works(corpus: Corpus) -> Page:
    ranked = sorted(corpus.package.works, key=lambda row: (-row.citation_count, work_name(row), row.work_id))
    missing = [row for row in ranked if not row.directive_id]
    held = [row for row in ranked if row.directive_id]
    body = render("works.html", "vien-dan/", works=ranked, missing=missing, held=held)
    description = "Văn bản được viện dẫn, ai viện dẫn, có trong kho hay chưa."
    return Page("vien-dan/", "Văn bản được viện dẫn", description, body, "list", scripts=("lists",))


def _work(corpus: Corpus, work: Work) -> Page:
    address = f"vien-dan/{work.work_id}/"
    by_document = grouped(corpus.citations_to.get(work.work_id, []), lambda row: row.directive_id)
    groups: list[tuple[Directive, object]] = [
        (row, by_document[row.directive_id]) for row in corpus.directives if row.directive_id in by_document
    ]
    body = render(
        "work.html",
        address,
        work=work,
        groups=groups,
        corpus=corpus,
        held=corpus.directive.get(work.directive_id or ""),
        replaced_by=corpus.directive.get(work.replaced_by or ""),
    )
    return Page(
        address, work_name(work), f"Văn bản nào viện dẫn {work_name(work)}, ở điều khoản nào.", body, "list"
    )


def _provinces(corpus: Corpus) -> Page:
    rows = [(row, len(corpus.directives_in[row.name])) for row in provinces_named(corpus)]
    body = render("provinces.html", "tinh/", rows=rows)
    return Page("tinh/", "Tỉnh, thành phố", "Văn bản theo tỉnh, thành phố.", body, "list")


def _province(corpus: Corpus, province: Province) -> Page:
    address = f"tinh/{province.slug}/"
    body = render("province.html", address, province=province, rows=corpus.directives_in[province.name])
    return Page(address, province.name, f"Văn bản chỉ đạo của {province.name}.", body, "list")
