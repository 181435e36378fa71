"""Validity (hiệu lực): what a document says of its own end.

Only a sentence about the document itself counts («Chỉ thị này có hiệu lực … đến hết ngày 31/12/2021»), not the period
of one of its measures. What other documents say of it is added over the corpus.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.codelists import document_types
from pipeline.dates import date_at
from pipeline.records import Structure
from pipeline.rules import Rule
from pipeline.tables.validity import Validity, ValidityState
from pipeline.text import MappedText

_TYPES = "|".join(sorted({re.escape(entry.name) for entry in document_types()} | {"Văn bản"}))
# «Quyết định này», «Thời gian áp dụng Quy chế này»: at the start of a sentence, so that the document is what it is about.
_THIS = rf"(?:^|[.;:]\s)\W{{0,2}}(?:Thời gian (?:áp dụng|thực hiện|hiệu lực của) )?(?:{_TYPES})\snày\s"
_HOLDS = r"[^.;]{0,30}?(?:có hiệu lực|có giá trị|áp dụng|thực hiện)[^.;]{0,120}?"
_UNTIL = re.compile(rf"{_THIS}{_HOLDS}\sđến\s(?:hết\s)?(?=ngày\s|\d{{1,2}}/|tháng\s)")
_EXPIRES = re.compile(
    rf"{_THIS}(?:sẽ\s)?hết hiệu lực(?:\sthi hành)?\s(?P<from>(?:kể\s)?từ\s|vào\s|sau\s)?(?=ngày\s|\d{{1,2}}/)"
)
_UNTIL_NEWS = re.compile(
    rf"{_THIS}{_HOLDS}\sđến khi (?:có|được)\s(?:thông báo|văn bản|chỉ đạo|quyết định|quy định|hướng dẫn)[^.;]{{0,60}}"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "validity-until", "enrich", "recognise",
        "Văn bản nêu ngày cuối cùng có hiệu lực của chính nó; thời hạn của một việc trong đó thì không phải.",
        ("Chỉ thị này có hiệu lực từ ngày ký đến hết ngày 31/12/2021.",),
        ("Thực hiện giãn cách từ ngày 16/2 đến hết ngày 2/3.", "Chỉ thị này có hiệu lực kể từ ngày ký."), _UNTIL,
    ),
    Rule(
        "validity-expires", "enrich", "recognise", "Văn bản nêu ngày hết hiệu lực của chính nó; «kể từ ngày» thì ngày trước đó là ngày cuối.",
        ("Quyết định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.",),
        ("Quyết định số 15/QĐ-UBND hết hiệu lực kể từ ngày 01/3/2020.",), _EXPIRES,
    ),
    Rule(
        "validity-until-news", "enrich", "recognise", "Văn bản có hiệu lực đến khi có thông báo, văn bản khác.",
        ("Thông báo này có hiệu lực từ 0 giờ ngày 16/7/2021 cho đến khi có thông báo mới.",),
        ("Tạm dừng hoạt động cho đến khi có thông báo mới.",), _UNTIL_NEWS,
    ),
)  # fmt: skip


def find_validity(structure: Structure, issued_on: date | None) -> tuple[Validity, ...]:
    """Give the one row of a document: the first end that its text states, else `no-end-stated`.

    A year not printed is that of issue.
    """
    year = issued_on.year if issued_on else None
    for clause in structure.clauses:
        if clause.role != "preamble":
            for row in _stated(structure.source.directive_id, structure.bodies[clause.clause_id], year):
                return (row,)
    return (Validity(directive_id=structure.source.directive_id, state="no-end-stated"),)


def _stated(directive_id: str, body: MappedText, year: int | None) -> Iterator[Validity]:
    for pattern in (_EXPIRES, _UNTIL):
        if match := pattern.search(body.key):
            printed = date_at(body.key, match.end())
            if printed and (last := printed.last(year)):
                from_that_day = pattern is _EXPIRES and "từ" in (match["from"] or "")
                ends_on = last - timedelta(days=1) if from_that_day else last
                yield _row(directive_id, body, "period-stated", (match.start(), printed.end), ends_on)
    if match := _UNTIL_NEWS.search(body.key):
        yield _row(directive_id, body, "period-open", match.span())


def _row(
    directive_id: str,
    body: MappedText,
    state: ValidityState,
    span: tuple[int, int],
    ends_on: date | None = None,
) -> Validity:
    words = body.slice(*span)
    lead = len(words.text) - len(words.text.lstrip(".;: "))
    words = words.slice(lead)
    start, end = words.source_span(0, len(words.text))
    return Validity(
        directive_id=directive_id,
        state=state,
        ends_on=ends_on,
        reason=words.text,
        evidence_directive_id=directive_id,
        evidence_start=start,
        evidence_end=end,
    )
