"""How a clause is cited: the Vietnamese legal form, APA and BibTeX.

The legal form goes from the smallest unit outwards, «điểm a khoản 2 Điều 4 Quyết định số …» (Nghị định
30/2020/NĐ-CP, Phụ lục I, on naming a document: type, number, date, issuer, subject).
"""

import re
from collections.abc import Mapping

from pipeline.site.words import issuer_name, type_name, vietnamese_date
from pipeline.tables import Clause, Directive

CLAUSE_SLOT = "{clause}"
URL_SLOT = "{url}"

_UNITS = {"part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục", "article": "Điều"}
_ROLES = {"preamble": "phần mở đầu", "closing": "phần kết", "annex": "phụ lục"}
_LAST_NUMBER = re.compile(r"[0-9]+$")
_EDGES = re.compile(r"^\W+|\W+$")
_BIBTEX_SPECIAL = re.compile(r"[\\{}%&$#_^~]")


def clause_reference(clause: Clause, clauses: Mapping[str, Clause]) -> str:
    """Where a clause stands, from the smallest unit outwards: `điểm a khoản 2 Điều 4`, `đoạn 1 phần mở đầu`."""
    units: list[str] = []
    at: Clause | None = clause
    top = clause
    while at is not None:
        parent = clauses.get(at.parent_id or "")
        units.append(_unit(at, parent))
        top, at = at, parent
    if top.role in _ROLES:
        units.append(_ROLES[top.role])
    return " ".join(units)


def _unit(clause: Clause, parent: Clause | None) -> str:
    token = clause.path.rsplit(".", 1)[-1].split("~")[0]
    count = _LAST_NUMBER.search(token)
    bare = _EDGES.sub("", (clause.label or "").split(" ")[-1])
    if clause.kind in _UNITS:
        return f"{_UNITS[clause.kind]} {bare or token}"
    if clause.kind == "bullet":
        return f"gạch đầu dòng thứ {count.group() if count else token}"
    if clause.kind == "paragraph":
        return f"đoạn {count.group() if count else token}"
    inside = clause.kind == "point" or (parent is not None and parent.kind == "clause")
    return f"{'điểm' if inside else 'khoản'} {bare or token}"


def legal_form(directive: Directive) -> str:
    """The legal form of a whole document, with a slot for the clause before it."""
    parts = [type_name(directive)]
    if directive.number:
        parts.append(f"số {directive.number}")
    if directive.issued_on:
        parts.append(f"ngày {vietnamese_date(directive.issued_on)}")
    if directive.issuer:
        parts.append(f"của {issuer_name(directive)}")
    if directive.title:
        parts.append(directive.title)
    return CLAUSE_SLOT + " ".join(parts)


def apa_form(directive: Directive) -> str:
    """APA 7 for a legal document in Vietnamese: author, date, title, unit, address."""
    day = directive.issued_on
    dated = f"{day.year}, {day.day} tháng {day.month}" if day else "không rõ ngày"
    name = f"{type_name(directive)} số {directive.number}" if directive.number else type_name(directive)
    title = f"{name}: {directive.title}" if directive.title else name
    return f"{issuer_name(directive)}. ({dated}). {title}{CLAUSE_SLOT}. {URL_SLOT}"


def bibtex_form(directive: Directive) -> str:
    """A BibTeX entry, its key the document's id; letters keep their accents (biber, or BibTeX with UTF-8)."""
    fields = [
        ("author", "{" + _bibtex(issuer_name(directive)) + "}"),
        ("title", _bibtex(directive.title or "")),
    ]
    if day := directive.issued_on:
        fields += [("year", str(day.year)), ("month", str(day.month)), ("day", str(day.day))]
    fields += [
        ("type", _bibtex(type_name(directive))),
        ("number", _bibtex(directive.number or "")),
        ("note", CLAUSE_SLOT),
        ("url", URL_SLOT),
    ]
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@misc{{{directive.directive_id},\n{lines}\n}}"


def _bibtex(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(
        lambda match: "\\" + match.group() if match.group() in "{}%&$#_" else " ", text
    )
