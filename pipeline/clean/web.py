"""Where a document begins and ends on the page that carried it, and what the page set in between.

The evidence is the document's own: its official lines (quốc hiệu, number, type, Nơi nhận, signature, «./.») bound
it. Outside them stands what the page added; inside, only a caption or a control that cannot be official text goes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.clean.below import PROSE, continues, is_cell
from pipeline.clean.document_end import (
    document_end,
    is_official_text,
    opens_prose,
    paragraphs,
)
from pipeline.labels import read_labels, starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.mending import mended
from pipeline.records import Line, Removal
from pipeline.rules import Rule
from pipeline.text import UPPER

_NATION_SQUEEZED = "cộnghòaxãhội"
"""Recognition loses spaces in widely set capitals: «CỘNGHOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM»."""
_ISSUER_AND_NUMBER = re.compile(
    rf"^\W{{0,4}}[{UPPER}][{UPPER} ,–-]{{3,90}}\W{{0,40}}(?:(?:Nghị quyết|Bộ luật|Luật|Pháp lệnh|Lệnh) )?[Ss]ố\s?:\s?\d"
)
"""«BỘ NGOẠI GIAO ------- Số: 12/2025/TT-BNG»: a cell of the heading that a conversion set on one line."""
_PAGE_NAME = re.compile(
    r"^(?P<name>[^.;:]{8,160})\.\s(?=(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục)"
    r"(?:\s(?:\d{1,3}[a-zđ]?(?!\w)|[IVXLC]{1,7}(?!\w)|thứ )|$))"
)
_GROUND = re.compile(r"^[*_ ]{0,4}Căn cứ .{20,600}[;,.]$")
"""A ground on which a decision rests: a document's preamble, never a page's menu."""
_IN_FULL = re.compile(
    r"(?:toàn văn|nguyên văn|toàn bộ nội dung)\s[^.;]{0,80}[.:]$|(?:toàn văn|nguyên văn)(?: như sau)?\s?:$"
)
_SALUTATION = re.compile(r"^(?:Kính )?(?:[Tt]hưa|[Gg]ửi|chào) .{5,200}[!:,]$")
_WITHIN = (rules.CAPTION, rules.WIDGET)
"""What a page sets between the paragraphs of a document."""
_CLAUSE = 50
_CAPTION = 260
"""A caption is shorter than this."""
_LINK = 160
"""So is the title of a link."""
_RELATED = 60
"""The heading of a list of links, «Tin liên quan», is no longer than this."""
_HEADING_LINES = 10
"""A document's heading has at most this many lines above its quốc hiệu or number."""
_HEADING_ON_LINE = 300
"""A heading on one line is shorter than this."""
_CUT_HEADER = 20
_HEADLINES = 2
"""A page may repeat a headline that looks like a clause this often above the quốc hiệu."""


def page_names(lines: Sequence[Line]) -> Iterator[Removal]:
    """The page's name before the headings of a crawler's text, «Luật Cạnh tranh 2018. Điều 7. …»; the headings stay."""
    named = [(line, match) for line in lines if ". " in line.key and (match := _PAGE_NAME.match(line.key))]
    times = Counter(match["name"] for _, match in named)
    first = lines[0].key if lines else ""
    for line, match in named:
        if times[match["name"]] > 1 or match["name"] == first:
            span = line.text.source_span(0, match.end("name") + 1)
            yield Removal(span, rules.PAGE_NAME.id, "boilerplate")


def captions(lines: Sequence[Line]) -> Iterator[Removal]:
    """Captions and controls between the paragraphs of an article, and the titles under «Tin liên quan»."""
    listed, labelled = False, False
    for index, line in enumerate(lines):
        labelled = labelled or starts_with_label(line.key)
        if is_cell(lines, index) or continues(lines, index):
            listed = False
            continue
        listed = listed and _is_listed_title(line)
        named = (*_WITHIN, rules.POSTED_AT) if not labelled else _WITHIN
        rule = _named(line.key, named) or (rules.RELATED if listed else None)
        if rule:
            yield Removal(line.span, rule.id, "boilerplate")
        listed = listed or (len(line.key) <= _RELATED and rules.RELATED.search(line.key) is not None)


def _named(key: str, named: tuple[Rule, ...]) -> Rule | None:
    if len(key) < _CAPTION:
        for rule in named:
            if rule.search(key):
                return rule
    return None


def _is_listed_title(line: Line) -> bool:
    """A line of a list of links: short, without a full stop or a number of its own, right under the one before."""
    key = line.key
    labels = [label for label in read_labels(key) if label.scheme != "bullet"]
    return not line.blank_before and len(key) < _LINK and not labels and not key.endswith((".", ";", ":"))


def page_head(lines: Sequence[Line]) -> Iterator[Removal]:
    """What stands above the first official line of the document."""
    first = document_start(mended(lines))
    for line in _not_gazette(lines[:first]):
        yield _boilerplate(line, (rules.POSTED_AT, rules.BYLINE, rules.WIDGET), rules.HEAD)


def page_tail(lines: Sequence[Line]) -> Iterator[Removal]:
    """What stands below the last official line of the document."""
    last = document_end(mended(lines))
    rest = lines[last + 1 :]
    lone_note = len(rest) == 1 and len(rest[0].key.split()) <= 4 and len(lines[last].key) < PROSE
    for line in _not_gazette(rest):
        yield _boilerplate(
            line,
            (rules.POSTED_AT, rules.BYLINE, rules.WIDGET, rules.FOOTER, rules.PAGE_BLOCK, rules.SITE_NAME),
            rules.AFTER_SIGNATURE if lone_note else rules.TAIL,
        )


def _not_gazette(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not rules.GAZETTE.search(line.key)]


def _boilerplate(line: Line, named: tuple[Rule, ...], otherwise: Rule) -> Removal:
    rule = next((rule for rule in named if rule.search(line.key)), otherwise)
    return Removal(line.span, rule.id, "boilerplate")


def document_start(lines: Sequence[Line]) -> int:
    """The index of the document's first line; 0 where nothing proves that a page stands above it."""
    first = _header_start(lines, _first_official(lines))
    above = paragraphs(lines[:first])
    official = sum(is_official_text(text) or _GROUND.match(text) is not None for text in above)
    listed = sum(_is_clause(line.key) for line in lines[:first])
    sure = first < len(lines) and any(landmarks.NATION.search(line.key) for line in lines[first : first + 6])
    return 0 if official > (_HEADLINES if sure else 0) or listed > _HEADLINES else first


def _first_official(lines: Sequence[Line]) -> int:
    ended = next((i for i, line in enumerate(lines) if _ends(line.key)), len(lines))
    for finds in (landmarks.NATION.search, landmarks.number_of, landmarks.TYPE_LINE.search):
        for index, line in enumerate(lines[: ended + 1]):
            if finds(line.key):
                return index
    text, address = _first_text(lines), _first_address(lines)
    return address if address < len(lines) and _is_given_in_full(lines[text:address]) else min(text, address)


def _first_address(lines: Sequence[Line]) -> int:
    """Where a letter without a heading opens: «Kính gửi: …», «Kính thưa đồng bào!»; the number of lines if none does."""
    found = (
        index
        for index, line in enumerate(lines)
        if landmarks.ADDRESSEE.search(line.key) or _SALUTATION.match(line.key)
    )
    return next(found, len(lines))


def _is_given_in_full(lines: Sequence[Line]) -> bool:
    """Whether a lead says that the text below it is the document's own: «Báo … xin giới thiệu toàn văn:»."""
    return any(_IN_FULL.search(line.key) for line in lines)


def _ends(key: str) -> bool:
    """Whether a document ends or is signed here, or its annex begins: a quốc hiệu below heads a form."""
    signed = landmarks.signed_for(key) if len(key) < PROSE else None
    if signed and signed.start("mark") <= len("**"):
        return True
    ended = (
        landmarks.END_MARK.search(key) or landmarks.DISTRIBUTION.search(key) or landmarks.ANNEX.search(key)
    )
    return ended is not None


def _header_start(lines: Sequence[Line], first: int) -> int:
    """Go up over the lines of the heading that stand above its first sure line: issuer, number, date, marks.

    A line in capitals alone proves nothing («TRANG CHỦ»): it belongs only where a sure line stands above it.
    """
    start = first
    for index in range(first - 1, max(-1, first - 1 - _HEADING_LINES), -1):
        key = lines[index].key
        beside = lines[index].number == lines[first].number
        if _is_header(key) or beside or _is_cut_header(lines, index) or _is_small_issuer(lines, index):
            start = index  # «BỘ Y TẾ Số: 06/2026/TT-BYT | CỘNG HÒA …» is one line of two cells
        elif rules.WIDGET.search(key) or not (
            _is_rule_line(key) or is_capitals(key) or _is_subject(lines[max(0, index - 3) : index + 1])
        ):
            break
    return start


def _is_cut_header(lines: Sequence[Line], index: int) -> bool:
    """Whether a line holds only the first word of a header's line that goes on right below: «ỦY / BAN NHÂN DÂN», «Số: / 29/KH-UBND»."""
    key, below = lines[index].key, lines[index + 1]
    near = below.number == lines[index].number + 1 and not below.blank_before
    word = len(key) < _CUT_HEADER and (is_capitals(key) or key.endswith(":"))
    return near and word and _is_header(f"{key} {below.key}")


def _is_small_issuer(lines: Sequence[Line], index: int) -> bool:
    """«Ủy ban nhân dân xã Tân Phong» right over «Cộng hòa xã hội chủ nghĩa Việt Nam»: a heading typed in small letters."""
    key, below = lines[index].key, lines[index + 1]
    near = below.number == lines[index].number + 1 and landmarks.is_small_nation(below.key)
    return near and len(key) < _CLAUSE and not key.endswith((".", ";", ":")) and not starts_with_label(key)


def _is_rule_line(key: str) -> bool:
    """A rule under the issuer's name, «-------», or what the page leaves of a table."""
    return not any(letter.isalnum() for letter in key)


def _first_text(lines: Sequence[Line]) -> int:
    """Where no official line stands: the first label, or the first line of running text."""
    for index, line in enumerate(lines):
        if (
            opens_prose(lines, index)
            or (starts_with_label(line.key) and len(line.key) > 40)
            or landmarks.is_dateline(line.key)
        ):
            return _headings_above(lines, index)
    return 0


def _headings_above(lines: Sequence[Line], index: int) -> int:
    """The first of the short headings right above running text: «I. MỤC ĐÍCH, YÊU CẦU / 1. Mục đích», «Điều 1. …».

    A number alone proves nothing («1. Trang chủ»): it belongs under a roman numeral or a «Chương», «Điều».
    """
    start = index
    for above in range(index - 1, max(-1, index - 1 - _HEADING_LINES), -1):
        schemes = {label.scheme for label in read_labels(lines[above].key.lstrip('“"'))}
        if schemes & {"keyword", "roman"}:
            start = above
        elif "number" not in schemes:
            break
    return start


def _is_subject(lines: Sequence[Line]) -> bool:
    """Whether a letter's «V/v …» begins in these lines: it may run over three."""
    return any(line.key.startswith(("V/v", "v/v", "V/V")) for line in lines) and len(lines[-1].key) < PROSE


def _is_header(key: str) -> bool:
    if len(key) < _HEADING_ON_LINE and landmarks.NATION_NAME.search(key) and landmarks.DATELINE.search(key):
        return True  # «NGÂN HÀNG NHÀ NƯỚC ---- Số: 67/2018/TT-NHNN CỘNG HÒA … Hà Nội, ngày …»: all of it on one line
    if len(key) >= PROSE:
        return False
    sure = (landmarks.MARK, landmarks.ISSUER_LINE)
    if _NATION_SQUEEZED in key.replace(" ", "").casefold():
        return True
    if _ISSUER_AND_NUMBER.match(key):
        return True
    date = landmarks.DATELINE.search(key)
    if date and len(key) - date.end() <= 4 and (date.start() <= 3 or is_capitals(key[: date.start()])):
        return True
    return landmarks.number_of(key) is not None or any(rule.search(key) for rule in sure)


def _is_clause(key: str) -> bool:
    """A numbered line of some length, as wrapped text has them; a page's path has one at the most."""
    return len(key) >= _CLAUSE and any(
        label.scheme in ("number", "letter", "keyword") for label in read_labels(key)
    )
