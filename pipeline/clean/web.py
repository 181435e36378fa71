"""Where a document begins and ends on the page that carried it, and what the page set in between.

The evidence is the document's own: its official lines (quốc hiệu, number, type, Nơi nhận, signature, «./.») bound
it. Outside them stands what the page added; inside, only a caption or a control that cannot be official text goes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.labels import read_labels, starts_with_label
from pipeline.landmarks import is_capitals, person_name
from pipeline.records import Line, Removal
from pipeline.rules import Rule

_NO_PERSON = (
    landmarks.TYPE_LINE,
    landmarks.FORMULA,
    landmarks.OFFICE_TITLE,
    landmarks.ISSUER_LINE,
    landmarks.NATION,
)
_BARE_PROVISION = re.compile(r"^(?:Khoản \d{1,3}[a-zđ]?|Điểm [a-zđ]\d?)$")
_SIGNED_LINE = re.compile(r"(?i)^\W{0,3}(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s?.{3,120}\(?đã ký")
_NATION_SQUEEZED = "cộnghòaxãhội"
"""Recognition loses spaces in widely set capitals: «CỘNGHOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM»."""
_PROSE = 100
"""A line of at least this many characters is running text."""
_CLAUSE = 50
_CAPTION = 160
"""A caption or a link's title is shorter than this."""
_SENTENCES, _ROWS = 3, 6
"""So many sentences, and rows of a table, prove an annex that has no heading."""
_HEADING_LINES = 10
"""A document's heading has at most this many lines above its quốc hiệu or number."""
_HEADLINES = 2
"""A page may repeat a headline that looks like a clause this often above the quốc hiệu."""
_SIGNATURE_LINES = 6
"""The signatory's name stands at most this many lines under the office."""


def captions(lines: Sequence[Line]) -> Iterator[Removal]:
    """Captions and controls between the paragraphs of an article, and the titles under «Tin liên quan»."""
    listed = False
    for line in lines:
        listed = listed and _is_listed_title(line)
        rule = _named(line.key, (rules.CAPTION, rules.WIDGET)) or (rules.RELATED if listed else None)
        if rule:
            yield Removal(line.span, rule.id, "boilerplate")
        listed = listed or rules.RELATED.search(line.key) is not None


def _named(key: str, named: tuple[Rule, ...]) -> Rule | None:
    return next((rule for rule in named if rule.search(key)), None) if len(key) < _CAPTION else None


def _is_listed_title(line: Line) -> bool:
    """A line of a list of links: short, without a full stop or a number of its own, right under the one before."""
    key = line.key
    labels = [label for label in read_labels(key) if label.scheme != "bullet"]
    return not line.blank_before and len(key) < _CAPTION and not labels and not key.endswith((".", ";", ":"))


def page_head(lines: Sequence[Line]) -> Iterator[Removal]:
    """What stands above the first official line of the document."""
    first = document_start(lines)
    for line in lines[:first]:
        yield _boilerplate(line, (rules.POSTED_AT, rules.BYLINE, rules.WIDGET), rules.HEAD)


def page_tail(lines: Sequence[Line]) -> Iterator[Removal]:
    """What stands below the last official line of the document."""
    last = document_end(lines)
    rest = lines[last + 1 :]
    lone_note = len(rest) == 1 and len(rest[0].key.split()) <= 4
    for line in rest:
        yield _boilerplate(
            line,
            (rules.POSTED_AT, rules.BYLINE, rules.WIDGET, rules.FOOTER),
            rules.AFTER_SIGNATURE if lone_note else rules.TAIL,
        )


def _boilerplate(line: Line, named: tuple[Rule, ...], otherwise: Rule) -> Removal:
    rule = next((rule for rule in named if rule.search(line.key)), otherwise)
    return Removal(line.span, rule.id, "boilerplate")


def document_start(lines: Sequence[Line]) -> int:
    """The index of the document's first line; 0 where nothing proves that a page stands above it."""
    first = _header_start(lines, _first_official(lines))
    official = sum(_is_official_text(line.key) for line in lines[:first])
    listed = sum(_is_clause(line.key) for line in lines[:first])
    sure = first < len(lines) and any(landmarks.NATION.search(line.key) for line in lines[first : first + 6])
    return 0 if official > (_HEADLINES if sure else 0) or listed > _HEADLINES else first


def _first_official(lines: Sequence[Line]) -> int:
    ended = next((i for i, line in enumerate(lines) if landmarks.END_MARK.search(line.key)), len(lines))
    for rule in (landmarks.NATION, landmarks.NUMBER, landmarks.TYPE_LINE):
        for index, line in enumerate(lines[: ended + 1]):
            if rule.search(line.key):
                return index
    return _first_text(lines)


def _header_start(lines: Sequence[Line], first: int) -> int:
    """Go up over the lines of the heading that stand above its first sure line: issuer, number, date, marks.

    A line in capitals alone proves nothing («TRANG CHỦ»): it belongs only where a sure line stands above it.
    """
    start = first
    for index in range(first - 1, max(-1, first - 1 - _HEADING_LINES), -1):
        key = lines[index].key
        if _is_header(key):
            start = index
        elif rules.WIDGET.search(key) or not (
            _is_rule_line(key) or is_capitals(key) or _is_subject(lines[max(0, index - 3) : index + 1])
        ):
            break
    return start


def _is_rule_line(key: str) -> bool:
    """A rule under the issuer's name, «-------», or what the page leaves of a table."""
    return not any(letter.isalnum() for letter in key)


def _first_text(lines: Sequence[Line]) -> int:
    """Where no official line stands: the first label, or the first line of running text."""
    for index, line in enumerate(lines):
        if (
            len(line.key) >= _PROSE
            or (starts_with_label(line.key) and len(line.key) > 40)
            or landmarks.is_dateline(line.key)
        ):
            return index
    return 0


def _is_subject(lines: Sequence[Line]) -> bool:
    """Whether a letter's «V/v …» begins in these lines: it may run over three."""
    return any(line.key.startswith(("V/v", "v/v", "V/V")) for line in lines) and len(lines[-1].key) < _PROSE


def _is_header(key: str) -> bool:
    if len(key) >= _PROSE:
        return False
    sure = (landmarks.NUMBER, landmarks.MARK, landmarks.ISSUER_LINE)
    if _NATION_SQUEEZED in key.replace(" ", "").casefold():
        return True
    date = landmarks.DATELINE.search(key)
    if date and len(key) - date.end() <= 4 and (date.start() <= 3 or is_capitals(key[: date.start()])):
        return True
    return any(rule.search(key) for rule in sure)


def _is_clause(key: str) -> bool:
    """A numbered line of some length, as wrapped text has them; a page's path has one at the most."""
    return len(key) >= _CLAUSE and any(
        label.scheme in ("number", "letter", "keyword") for label in read_labels(key)
    )


def _is_official_text(key: str) -> bool:
    """Text that only a document has: a labelled sentence with its full stop, or the mark of the end."""
    labelled = starts_with_label(key) and len(key) >= _PROSE and key.endswith((".", ";", ":"))
    return labelled or landmarks.END_MARK.search(key) is not None


def document_end(lines: Sequence[Line]) -> int:
    """The index of the document's last line: its signature, its «./.» or, failing these, its last running text."""
    lines = lines[: contents_start(lines)]
    marks = [index for index in range(len(lines)) if _ends_document(lines, index)]
    if not marks:
        return _last_text(lines, -1)
    end = _through_signature(lines, marks[-1])
    return _through_annexes(lines, end)


def contents_start(lines: Sequence[Line]) -> int:
    """Where a contents list that echoes the articles begins at the foot of a page; the number of lines if none does.

    «Điều 1. Phạm vi điều chỉnh / Khoản 1 / Điểm a …»: bare names of provisions, which no document prints so.
    """
    bare = [index for index, line in enumerate(lines) if _BARE_PROVISION.match(line.key)]
    if len(bare) < _SENTENCES:
        return len(lines)
    start = bare[0]
    while start > 0 and _is_echo(lines, start - 1):
        start -= 1
    return start


def _is_echo(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading («Điều 1. …», «Chương I …», «Mục lục») stands in the text above once more."""
    key = lines[index].key
    if key in ("Mục lục", "MỤC LỤC") or _BARE_PROVISION.match(key):
        return True
    labels = [label for label in read_labels(key) if label.scheme == "keyword"]
    return bool(labels) and any(line.key.startswith(labels[0].printed) for line in lines[:index])


def _ends_document(lines: Sequence[Line], index: int) -> bool:
    key = lines[index].key
    ends = (landmarks.END_MARK, landmarks.DISTRIBUTION, landmarks.SIGNED_FOR, landmarks.SIGNED)
    if any(rule.search(key) for rule in ends) or _SIGNED_LINE.search(key):
        return True
    return landmarks.OFFICE_TITLE.search(key) is not None and _is_signed_below(lines, index)


def _is_signed_below(lines: Sequence[Line], office: int) -> bool:
    """Whether a signature follows an office in capitals: «THỦ TƯỚNG CHÍNH PHỦ» at a document's head is its issuer."""
    for line in lines[office + 1 : office + 1 + _SIGNATURE_LINES]:
        if landmarks.SIGNED.search(line.key) or landmarks.signed_name(line.key):
            return True
        if len(line.key) >= _PROSE or any(label.scheme != "bullet" for label in read_labels(line.key)):
            return False
        if person_name(line.key) and not any(rule.search(line.key) for rule in _NO_PERSON):
            return True
    return False


def _through_signature(lines: Sequence[Line], end: int) -> int:
    """The end of the list of recipients, or of the signatory's name, that begins at `end`."""
    if landmarks.DISTRIBUTION.search(lines[end].key) or lines[end].key.startswith("-"):
        while near := [i for i in (end + 1, end + 2) if i < len(lines) and _is_recipient(lines[i].key)]:
            end = near[0]
    if landmarks.END_MARK.search(lines[end].key):
        return end
    for index in range(end + 1, min(len(lines), end + 1 + _SIGNATURE_LINES)):
        if _is_page_text(lines[index].key) or landmarks.ANNEX.search(lines[index].key):
            return end
        if person_name(lines[index].key):
            return index
    return end


def _is_recipient(key: str) -> bool:
    return key.startswith(("-", "+", "•", "*")) or (len(key) < _PROSE and key.endswith((";", ",")))


def _through_annexes(lines: Sequence[Line], end: int) -> int:
    """The end of the annexes that follow `end`, if any do; an annex ends where a page's own lists begin."""
    opens = (landmarks.ANNEX, landmarks.ISSUED_WITH, landmarks.TYPE_LINE, landmarks.NATION)
    known = {line.key for line in lines[: end + 1]}
    last = _annex_end(lines, end)
    for line in lines[end + 1 : last + 1]:
        if any(rule.search(line.key) for rule in opens) and line.key not in known:
            return last
    return last if _reads_on(lines[end + 1 : last + 1], known) else end


def _reads_on(lines: Sequence[Line], known: set[str]) -> bool:
    """Whether an annex without a heading follows: several sentences, and labels or rows of a table among them."""
    sentences = [line for line in lines if len(line.key) >= _PROSE and line.key.endswith((".", ";", ":"))]
    rows = sum(a.number == b.number for a, b in pairwise(lines))
    labelled = any(starts_with_label(line.key) for line in sentences)
    return sum(line.key not in known for line in sentences) >= _SENTENCES and (labelled or rows >= _ROWS)


def _annex_end(lines: Sequence[Line], start: int) -> int:
    """The last line before the first control or imprint of the page that no official text follows."""
    for index in range(start + 1, len(lines)):
        if _is_page_text(lines[index].key) and not any(_is_official_text(line.key) for line in lines[index:]):
            return index - 1
    return len(lines) - 1


def _is_page_text(key: str) -> bool:
    return any(rule.search(key) for rule in (rules.WIDGET, rules.FOOTER, rules.POSTED_AT))


def _last_text(lines: Sequence[Line], otherwise: int) -> int:
    """The last line that is official text, at or after `otherwise`; the last line of all where none can be told."""
    for index in range(len(lines) - 1, otherwise, -1):
        key = lines[index].key
        if len(key) >= _PROSE or starts_with_label(key) or key.endswith((".", ";")):
            return index
    return otherwise if otherwise >= 0 else len(lines) - 1
