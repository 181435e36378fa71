"""What stands right below a document's last line: recipients out of place belong to it, the reporter's name does not."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.labels import read_labels, starts_with_label
from pipeline.records import Line
from pipeline.signatories import person_name

PROSE = 100
"""A line of at least this many characters is running text."""
SENTENCE = 50
"""A sentence, and a line of wrapped text, has at least this many characters; a page's menu and the cells of a table have fewer."""
_COURTESY = re.compile(
    r"(?:Xin )?(?:[Tt]rân trọng|[Cc]hân thành) (?:cảm ơn|kính chào|kính mời|đề nghị|thông báo)"
)
_HEADS = (landmarks.NATION, landmarks.NUMBER, landmarks.TYPE_LINE)
_HEADING_LINES = 12
_ROW_NUMBER = 3
"""The number of a table's row, alone on its line, has at most so many digits."""
_RECIPIENT = re.compile(r"^[-+•*] ?[^;]{3,90}[;.]$")


def is_text(key: str) -> bool:
    """A line that a page's links and controls are not: long, labelled, a sentence, or the courtesy that ends a letter."""
    return (
        len(key) >= PROSE
        or starts_with_label(key)
        or key.endswith((".", ";", "!"))
        or _COURTESY.match(key) is not None
    )


def through_bullets(lines: Sequence[Line], name: int) -> int:
    """The last of the recipients that a conversion set below the signatory's name; a page's links end without a mark."""
    while name + 1 < len(lines) and _RECIPIENT.match(lines[name + 1].key):
        name += 1
    return name


def is_byline(lines: Sequence[Line], index: int) -> bool:
    """Whether a line names the reporter: «M. TRÍ» where no other line is a section of such a list."""
    if not rules.BYLINE.search(lines[index].key):
        return False
    own = {label.style for label in read_labels(lines[index].key)}
    return own.isdisjoint(label.style for line in islice(lines, index) for label in read_labels(line.key))


def last_cell(lines: Sequence[Line], index: int) -> int:
    """The last of the names side by side in the cells of one line: «Lê Văn An | Trần Văn Bình»."""
    while (
        index + 1 < len(lines)
        and lines[index + 1].number == lines[index].number
        and person_name(lines[index + 1].key)
    ):
        index += 1
    return index


def last_sure(lines: Sequence[Line]) -> int:
    """The last line of running text, or the last number or heading: what a page sets below it are short lines and links.

    A sentence with its full stop is text as well («Công an tỉnh tăng cường kiểm tra, xử lý nghiêm các vi phạm.»): the
    titles of other pages have none.
    """
    for index in range(len(lines) - 1, 0, -1):
        key = lines[index].key
        labels = [label for label in read_labels(key) if label.scheme != "bullet"]
        if len(key) >= PROSE or labels:
            alone = any(label.end == len(key) for label in labels)  # the text of «b)» stands on the next line
            return min(index + alone, len(lines) - 1)
        if len(key) >= SENTENCE and key.endswith(".") and not rules.FOOTER.search(key):
            return index
    return 0


def is_cell(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one of several cells on a source line: «| Văn bản | 5,0 |» is a table's, not a page's control."""
    number = lines[index].number
    after = lines[index + 1].number if index + 1 < len(lines) else 0
    return after == number or (index > 0 and lines[index - 1].number == number)


def through_table(lines: Sequence[Line], index: int) -> int:
    """The last cell of a table right under the line that announces it: «Kinh phí giao các đơn vị: / TT | Đơn vị | …»."""
    while index + 1 < len(lines) and is_cell(lines, index + 1):
        index += 1
    return index


def signs_as_body(lines: Sequence[Line], index: int) -> bool:
    """Whether a body in capitals signs a document that has a heading: «BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN TỔ QUỐC …»."""
    if index >= len(lines) or not landmarks.ISSUER_LINE.search(lines[index].key):
        return False
    return any(rule.search(line.key) for line in lines[:_HEADING_LINES] for rule in _HEADS)


def labels_before(lines: Sequence[Line]) -> dict[int, int]:
    """For each line whose label goes on with a list, «2. Đoàn số 2», the last line above that bears the label before it.

    A caption or a control between the two does not end the document, however short its lines are: an annex's form.
    """
    found: dict[int, int] = {}
    latest: dict[tuple[str, tuple[int, ...]], int] = {}
    for index, line in enumerate(lines):
        marks = [(label.style, label.numbers) for label in read_labels(line.key) if label.numbers]
        if line.key.isdecimal() and len(line.key) <= _ROW_NUMBER:
            marks.append(("row", (int(line.key),)))
        for style, numbers in marks:
            above = (style, (*numbers[:-1], numbers[-1] - 1))
            if above in latest:
                found[index] = latest[above]
            latest[style, numbers] = index
    return found


def in_list(lines: Sequence[Line], index: int, stop: int, before: Mapping[int, int]) -> bool:
    """Whether a line stands inside a list that goes on below it, above `stop`, or opens there behind a colon."""
    if any(before.get(below, index) < index for below in range(index + 1, stop)):
        return True
    if not 0 < index < stop - 1 or not lines[index - 1].key.endswith(":"):
        return False
    return any(label.numbers == (1,) for label in read_labels(lines[index + 1].key))


def continues(lines: Sequence[Line], index: int) -> bool:
    """Whether a line only goes on with the one above: «bằng phiếu lấy ý kiến hoặc hình thức / văn bản khác.» is one sentence."""
    if not index or lines[index].blank_before or lines[index].key.startswith(("http", "www")):
        return False
    return lines[index].key[:1].islower() and not lines[index - 1].key.endswith((".", ";", ":"))


def ends_open(lines: Sequence[Line]) -> bool:
    """Whether a text that no page's control follows ends in a paragraph that lacks its full stop: one long line under text."""
    if len(lines) < 2 or len(lines[-1].key) < SENTENCE or is_byline(lines, len(lines) - 1):
        return False
    above = lines[-2].key
    return len(above) >= PROSE or above.endswith((".", ";"))


def last_text(lines: Sequence[Line], otherwise: int) -> int:
    """The last line that is official text, at or after `otherwise`; the last line of all where none can be told."""
    for index in range(len(lines) - 1, otherwise, -1):
        key = lines[index].key
        if is_byline(lines, index):
            continue
        if is_text(key):
            return through_table(lines, index) if key.endswith(":") else index
    return otherwise if otherwise >= 0 else len(lines) - 1
