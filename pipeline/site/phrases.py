"""Short phrases that several pages share: a deadline in words, a cited work's name, a clause's first words."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.site import words
from pipeline.tables import Citation, Clause, Deadline, Work
from pipeline.text import bare, match_key

_TOKEN_NAMES = {
    "preamble": "Mở đầu",
    "closing": "Phần kết",
    "annex": "Phụ lục",
    "part": "Phần",
    "chap": "Chương",
    "sec": "Mục",
    "sub": "Tiểu mục",
    "art": "Điều",
    "bul": "gạch",
    "par": "đoạn",
}
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_NAMED_TOKEN = re.compile(rf"({'|'.join(_TOKEN_NAMES)})([0-9~]*)")


def deadline_phrase(row: Deadline) -> str:
    """A deadline in words: `17 giờ thứ Tư, 10/2/2021`, `từ 1/4/2020 đến 15/4/2020`, `hằng tuần, thứ Sáu`."""
    if row.kind == "recurrence" and row.recurrence:
        until = f", đến {words.vietnamese_date(row.ends_on)}" if row.ends_on else ""
        return _timed(row) + words.recurrence(row.recurrence) + until
    if row.kind == "due" and row.ends_on:
        return f"{_timed(row)}{words.weekday(row.ends_on)}, {words.vietnamese_date(row.ends_on)}"
    if row.starts_on or row.ends_on:
        time = _timed(row).strip()
        return _span(row.starts_on, row.ends_on) + (f" ({time})" if time else "")
    return row.text


def _timed(row: Deadline) -> str:
    if not row.at_time:
        return ""
    hour, minute = row.at_time.split(":")
    return f"{int(hour)} giờ{'' if minute == '00' else ' ' + minute} "


def _span(first: date | None, last: date | None) -> str:
    start = f"từ {words.vietnamese_date(first)}" if first else ""
    if last is None:
        return f"{start}, chưa rõ ngày kết thúc"
    return f"{start} đến {words.vietnamese_date(last)}".strip()


def work_name(work: Work) -> str:
    """How a cited document is called: type and number, else its title, else type and date."""
    kind = words.DOCUMENT_TYPES[work.document_type]
    if work.number:
        return f"{kind} {work.number}"
    if work.title:
        named = work.title[:1].upper() + work.title[1:]
        return named if named.startswith(kind) else f"{kind} {work.title}"
    return f"{kind} ngày {words.vietnamese_date(work.issued_on)}" if work.issued_on else f"{kind} chưa rõ số"


def work_subject(work: Work) -> str:
    """What a cited document is about, where its name does not say it already: one without a number is called by it."""
    return (work.title or "") if work.number else ""


def citation_name(row: Citation) -> str:
    """How a mention without a work names its document."""
    kind = words.DOCUMENT_TYPES[row.cited_type]
    return f"{kind} {row.cited_number or row.cited_title or words.vietnamese_date(row.cited_on)}".strip()


def first_words(text: str | None, count: int = 12) -> str:
    """The first words of a text, with an ellipsis where more follows."""
    parts = (text or "").split(" ")
    return " ".join(parts[:count]).rstrip(",;:.") + "\u00a0…" if len(parts) > count else " ".join(parts)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a text with those round them; `said` is empty where the text does not hold them as they are."""

    before: str
    said: str
    after: str


def excerpt(text: str, said: str, before: int = 14, after: int = 26) -> Excerpt:
    """The words `said` where a text first holds them, with so many words before and after."""
    at = text.find(said) if said else -1
    if at < 0:
        return Excerpt("", "", first_words(text, before + after))
    head = text[:at].split(" ")
    start = "…\u00a0" + " ".join(head[-before - 1 :]) if len(head) > before + 1 else text[:at]
    tail = text[at + len(said) :]
    return Excerpt(start, said, first_words(tail, after) if tail else "")


@cache
def slug(name: str) -> str:
    """A name as an anchor: `Thừa Thiên Huế` → `thua-thien-hue`."""
    return _NO_SLUG.sub("-", bare(match_key(name))).strip("-")


def clause_label(clause: Clause) -> str:
    """A clause's path as a reader would say it: `1.a`, `Điều 4.2.a`, `1.3 đoạn 1`, `Mở đầu`, `Phụ lục 1.2`."""
    said = _path_in_words(clause.path)
    return said.removesuffix(" đoạn 1") if clause.role in ("preamble", "closing") else said


@cache
def _path_in_words(path: str) -> str:
    return "".join(map(_said, path.split("."))).lstrip(". ")


def _said(token: str) -> str:
    match = _NAMED_TOKEN.fullmatch(token)
    if match is None:
        return f".{token}"
    name, number = match.groups()
    return f" {_TOKEN_NAMES[name]} {number}".rstrip()
