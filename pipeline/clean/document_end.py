"""Where a document ends on the page that carried it: after its signature, its recipients and its annexes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline import landmarks
from pipeline.clean import rules
from pipeline.clean.below import (
    PROSE,
    SENTENCE,
    continues,
    ends_open,
    in_list,
    is_cell,
    labels_before,
    last_cell,
    last_sure,
    last_text,
    signs_as_body,
    through_bullets,
)
from pipeline.clean.contents import contents_start
from pipeline.labels import read_labels, starts_with_label
from pipeline.landmarks import is_capitals
from pipeline.records import Line
from pipeline.signatories import (
    office_named,
    opens_in_capitals,
    opens_signature,
    person_name,
    several_names,
    signed_name,
)

_NO_PERSON = (
    landmarks.TYPE_LINE,
    landmarks.FORMULA,
    landmarks.OFFICE_TITLE,
    landmarks.ISSUER_LINE,
    landmarks.NATION,
)
_SIGNED_LINE = re.compile(
    rf"^(?:\W{{0,3}}(?i:(?:{landmarks.SIGNING})\s?.{{3,120}}\(?đã ký)"
    r"|(?=[^;]{6,150}$)[^;]{0,140}\(\s?[Đđ]ã ký\s?\))"
)
"""«THỐNG ĐỐC Phó Thống đốc (đã ký) Phạm Thanh Hà»: a signature that a page sets on one line."""
_ISSUED_WITHIN = re.compile(r"\s\((?:Ban hành )?[Kk]èm theo ")
"""«KT. CHỦ TỊCH … Lê Văn Minh PHỤ LỤC (Kèm theo Quyết định số …)»: the annex's heading on the signature's line."""
_SENTENCES, _ROWS = 3, 6
"""So many sentences, and rows of a table, prove an annex that has no heading."""
_SIGNATURE_LINES = 6
"""The signatory's name stands at most this many lines under the office."""
_WRAPPED_LINES = 4
_LEADS = re.compile(
    r"^(?:Ngày|Sáng|Chiều|Tối|Căn cứ|Thực hiện|Theo|Để|Nhằm|Trước|Sau|Hôm|Mới đây)\s|^\(|^[A-ZĐ]{2,8}\s?-\s"
)
"""A text's first words: the wide line above is a headline."""
_PARAGRAPH = 1000
_BULLETS = ("-", "–", "+", "•", "*")
_LISTED = 3
"""A recipient has at least this many characters: the star alone under «TỈNH ỦY NGHỆ AN» is the Party's, of an annex's heading."""


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The text of the lines with wrapped ones joined: each a paragraph, or a line that stands for itself.

    «3. Quyết định của Chính phủ phải được quá nửa / tổng số thành viên Chính phủ biểu quyết tán thành.» is one: a
    line as long as a page is wide runs on in the next one, unless a stop ends it or a gap or a label follows.
    """
    found: list[str] = []
    for index, line in enumerate(lines):
        if index and len(found[-1]) < _PARAGRAPH and _runs_over(lines[index - 1], line):
            found[-1] += f" {line.key}"
        else:
            found.append(line.key)
    return found


def opens_prose(lines: Sequence[Line], index: int) -> bool:
    """Whether running text begins here: a long line, or wrapped ones of which one begins in mid-sentence.

    «Ngày 12/9/2023, Chủ tịch UBND tỉnh ban hành Công điện số / 07/CĐ-UBND về việc tập trung khắc phục …»: a list of
    headlines has no line that begins in lower case or with a number.
    """
    joined, going_on = len(lines[index].key), False
    for before, after in pairwise(lines[index : index + _WRAPPED_LINES]):
        if going_on or not _runs_over(before, after) or _LEADS.match(after.key):
            break
        joined += len(after.key)
        going_on = going_on or not after.key[:1].isupper()
    return joined >= PROSE and (going_on or len(lines[index].key) >= PROSE)


def _runs_over(line: Line, after: Line) -> bool:
    wide = SENTENCE <= len(line.key) < PROSE and not line.key.endswith((".", ";", ":"))
    joins = not after.blank_before or after.key[:1].islower()
    return wide and joins and not starts_with_label(after.key)


def is_official_text(key: str) -> bool:
    """Text that only a document has: a labelled sentence with its full stop, or the mark of the end."""
    labelled = starts_with_label(key) and len(key) >= PROSE and key.endswith((".", ";", ":"))
    return labelled or landmarks.END_MARK.search(key) is not None


def document_end(lines: Sequence[Line]) -> int:
    """The index of the document's last line: its signature, its «./.» or, failing these, its last running text."""
    lines = lines[: contents_start(lines)]
    heads = [index for index, line in enumerate(lines) if rules.GAZETTE.search(line.key)]
    if len(heads) > 1:
        return _annex_end(
            lines, heads[-1]
        )  # the printed gazette, page after page: at most an imprint stands under it
    marks = [index for index in range(len(lines)) if _ends_document(lines, index)]
    if not marks:
        stop = _annex_end(lines, last_sure(lines)) + 1
        if stop == len(lines) and ends_open(lines):
            return stop - 1
        last = last_text(lines[:stop], -1)
        return last + signs_as_body(lines, last + 1)
    end = _through_signature(lines, marks[-1])
    while end + 1 < len(lines) and landmarks.COPY.search(lines[end + 1].key):
        end += 1
    return _through_annexes(lines, marks[0], end)


def _ends_document(lines: Sequence[Line], index: int) -> bool:
    key = lines[index].key
    if (
        landmarks.END_MARK.search(key)
        or landmarks.DISTRIBUTION.search(key)
        or landmarks.signed_for(key)
        or landmarks.SIGNED.search(key)
        or ("ký" in key.lower() and _SIGNED_LINE.match(key))
    ):
        return True
    if not opens_in_capitals(key):
        return False
    if office_named(key) or opens_signature(key):
        return True
    return landmarks.OFFICE_TITLE.search(key) is not None and _is_signed_below(lines, index)


def _is_signed_below(lines: Sequence[Line], office: int) -> bool:
    """Whether a signature follows an office in capitals: «THỦ TƯỚNG CHÍNH PHỦ» at a document's head is its issuer."""
    for line in lines[office + 1 : office + 1 + _SIGNATURE_LINES]:
        if landmarks.SIGNED.search(line.key) or signed_name(line.key):
            return True
        if len(line.key) >= PROSE or any(label.scheme != "bullet" for label in read_labels(line.key)):
            return False
        if person_name(line.key) and not any(rule.search(line.key) for rule in _NO_PERSON):
            return True
    return False


def _through_signature(lines: Sequence[Line], end: int) -> int:
    """The end of the list of recipients, or of the signatory's name, that begins at `end`."""
    if landmarks.DISTRIBUTION.search(lines[end].key) or lines[end].key.startswith(_BULLETS):
        while near := [i for i in (end + 1, end + 2) if i < len(lines) and _is_recipient(lines[i].key)]:
            end = near[0]
    if landmarks.END_MARK.search(lines[end].key):
        return end
    office, recipients = end, 0
    for index in range(end + 1, len(lines)):
        key = lines[index].key
        if _is_listed(lines, index, end):
            office, recipients = index, recipients + 1
            continue
        if index - recipients > end + _SIGNATURE_LINES or is_page_text(lines, index) or _opens_annex(key):
            return office
        if person_name(key) or several_names(key):
            return through_bullets(lines, last_cell(lines, index))
        if landmarks.OFFICE_TITLE.search(key):
            office = index
    return through_bullets(lines, office)


def _is_listed(lines: Sequence[Line], index: int, office: int) -> bool:
    """Whether a line is one of the recipients set beside a signature: «- Website tỉnh; |» under «Nơi nhận: | KT. CHỦ TỊCH»."""
    bullet = lines[index].key.startswith(_BULLETS) and _is_recipient(lines[index].key.rstrip("."))
    return bullet and any(
        landmarks.DISTRIBUTION.search(line.key) for line in lines[max(0, office - _SIGNATURE_LINES) : office]
    )


def _opens_annex(key: str) -> bool:
    """«PHỤ LỤC I», «(ban hành kèm theo …», «Chương I»: under the signature, yet none of it, and no person's name."""
    headed = any(label.scheme == "keyword" for label in read_labels(key))
    return headed or bool(landmarks.ANNEX.search(key) or landmarks.ISSUED_WITH.search(key))


def _is_recipient(key: str) -> bool:
    if len(key) < _LISTED:
        return False
    return key.startswith(_BULLETS) or (len(key) < PROSE and key.endswith((";", ",")))


def _through_annexes(lines: Sequence[Line], first: int, end: int) -> int:
    """The end of the annexes after the signature at `first`, where a page's own lists begin; a form in one may be signed too."""
    opens = (landmarks.ANNEX, landmarks.ISSUED_WITH, landmarks.TYPE_LINE, landmarks.NATION)
    known = {line.key for line in lines[: end + 1]}
    last = _annex_end(lines, end)
    if any(landmarks.ANNEX.search(line.key) for line in lines[first:end]) or _ISSUED_WITHIN.search(
        lines[end].key
    ):
        return last
    if last == len(lines) - 1 and any(len(text) >= PROSE for text in paragraphs(lines[end + 1 :])):
        return last  # nothing below is a page's: the footnotes of a consolidated text, or a signature set out of place
    for line in lines[end + 1 : last + 1]:
        if any(rule.search(line.key) for rule in opens) and line.key not in known:
            return last
    return last if _reads_on(lines[end + 1 : last + 1], known) else end


def _reads_on(lines: Sequence[Line], known: set[str]) -> bool:
    """Whether an annex without a known heading follows: several sentences, and labels, rows or a title in capitals."""
    sentences = [text for text in paragraphs(lines) if len(text) >= PROSE and text.endswith((".", ";", ":"))]
    rows = sum(a.number == b.number for a, b in pairwise(lines))
    labelled = any(starts_with_label(text) for text in sentences)
    titled = bool(lines) and is_capitals(lines[0].key) and not rules.SITE_NAME.search(lines[0].key)
    proven = labelled or titled or rows >= _ROWS
    return sum(text not in known for text in sentences) >= _SENTENCES and proven


def _annex_end(lines: Sequence[Line], start: int) -> int:
    """The last line before the first control or imprint of the page that no text or numbering of the document follows."""
    stop = len(lines)
    before: dict[int, int] = {}
    for index in range(len(lines) - 1, start, -1):
        if is_page_text(lines, index):
            below = lines[index:stop]
            before = before or labels_before(lines)
            if in_list(lines, index, stop, before) or any(map(_names_annex, below)):
                break
            if any(map(is_official_text, paragraphs(below))):
                break
            stop = index
    named = start + 1 < stop < len(lines) and rules.SITE_NAME.search(lines[stop - 1].key) is not None
    return stop - 1 - named


def _names_annex(line: Line) -> bool:
    """«(Ban hành kèm theo Quyết định số …)» stands under an annex's title and nowhere on a page."""
    return line.key.startswith("(") and landmarks.ISSUED_WITH.search(line.key) is not None


def is_page_text(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a page's control or imprint: no cell, and no sentence that runs on from the line above."""
    key = lines[index].key
    named = rules.WIDGET.search(key) or rules.FOOTER.search(key) or rules.POSTED_AT.search(key)
    if not (named or rules.PAGE_BLOCK.search(key)):
        return False
    return not is_cell(lines, index) and not continues(lines, index)
