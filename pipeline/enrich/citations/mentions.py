"""Reading one citation: from a type word or a number to the end of what the text says of that document.

Core: TYPE [số[:]] NUMBER [,] [ngày D] [của BODY] [về …]; the order of the last three varies, and one type word may
govern several numbers: «các Quyết định số 2085/QĐ-TTg ngày … và số 2086/QĐ-TTg ngày …».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates import date_at
from pipeline.enrich.citations import grammar
from pipeline.enrich.citations.phrases import is_listed, issuer_end, title_end
from pipeline.tables.core import DocumentType
from pipeline.text import Span

_NUMBER_AFTER_WORD = re.compile(rf"(?<!\w){grammar.NUMBER_WORD}(?P<number>(?:[lI]\s?)?{grammar.NUMBER})")
_NUMBER = re.compile(grammar.NUMBER)
_PLAIN = re.compile(grammar.PLAIN_NUMBER)
_SHORT = re.compile(rf"(?P<word>{grammar.NUMBER_WORD})?(?P<number>{grammar.SHORT_NUMBER})")
_TYPE = re.compile(grammar.TYPE_WORD)
_PROVISION = re.compile(grammar.PROVISION)

# Between a type and «số» may stand its qualifiers and its issuer: «Thông báo kết luận của Tỉnh ủy số», not a verb.
_QUALIFIERS = re.compile(
    rf"(?:\s(?!này|và|các|theo|trên|tại|ban|kèm|thay|được|trong|có|do|bằng|về)[{grammar.LOWER}]{{1,8}}){{0,5}}"
    rf"(?:\scủa\s[{grammar.UPPER}][^;.:()]{{2,70}}?)?,?\s?\(?"
)
_BEFORE_NUMBER = re.compile(r"\s?:?\s?(?=\d)")
# «… được Chủ tịch Ủy ban nhân dân tỉnh ký ban hành ngày 05/3», «… hồi 17 giờ ngày 05/02», «… cùng ngày 05/3»
_BEFORE_DATE = re.compile(
    rf"\s?,?\s?\(?(?:(?:được\s(?:[{grammar.UPPER}][^.,;:()]{{2,60}}?\s)?)?(?:ký\s)?(?:ban hành|ký)\s|cùng\s"
    r"|(?:hồi|lúc)\s\d{1,2}\s?(?:giờ|[hg])\s?(?:\d\d\s?(?:phút)?)?,?\s)?(?=[Nn]gày|\d)"
)
_BEFORE_ISSUER = re.compile(r"\s?,?\s(?:của(?:\scủa)?|do)\s")
_JOINT = re.compile(r"\w{2,5}\s\w{2,5}\sliên\s")
_LIST_LINK = re.compile(r"\s?(?:[,;&]|,?\s(?:và|hoặc|cùng))\s?(?:các\s)?(?=(?:[Ss]ố\s?:?\s?)?\d)")
_LISTED = re.compile(rf"(?:{grammar.NUMBER_WORD})?(?P<number>{grammar.NUMBER}|{grammar.SHORT_NUMBER})")
_LIST_GOES_ON = re.compile(r"\s?(?:[,;.)]|$)|\s(?:và|của|ngày|về)\s")

# «Ngày 26/3/2020, Ban Thường vụ Tỉnh ủy đã ban hành Kết luận số …»
_ISSUED_BEFORE = re.compile(
    rf"(?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối)\s(?P<on>[^;:()]{{3,30}}?),\s(?P<issuer>[{grammar.UPPER}][^.;:(),]{{2,80}}?)\s"
    r"(?:(?:đã|vừa|cũng|tiếp tục)\s){0,2}"
    r"(?:ban hành|ký ban hành|ký|có|thông qua|gửi|phát đi|công bố)\s(?:các\s)?$"
)
# «Thực hiện chỉ đạo của Thường trực Ban Bí thư tại Điện ngày …», «Theo đề nghị của Sở Y tế tại Tờ trình số …»
_SPEAKER_BEFORE = re.compile(
    rf"(?:chỉ đạo|ý kiến|kết luận|yêu cầu|đề nghị|báo cáo|hướng dẫn|đề xuất|kiến nghị)\scủa\s(?P<issuer>[{grammar.UPPER}][^.;:(),]{{2,80}}?)"
    r"\stại\s(?:các\s)?$"
)
_SHORT_TYPES = frozenset(
    ("chi-thi", "nghi-quyet", "ket-luan", "quyet-dinh", "nghi-dinh", "thong-tu", "cong-dien", "quy-dinh", "cong-van",
     "thong-bao", "ke-hoach", "chuong-trinh", "huong-dan", "phap-lenh")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation found: offsets into the text it was found in.

    `start:end` is the whole phrase; the type word (or a number without one) stands at `anchor`, and the fixed part
    (type, number, date, issuer) ends at `core`, where the title may begin.
    """

    start: int
    anchor: int
    core: int
    end: int
    type: DocumentType
    number: Span | None = None
    on: date | None = None
    issuer: Span | None = None
    title: Span | None = None
    provision: Span | None = None


def anchors(key: str) -> list[tuple[int, int, bool]]:
    """Where citations may begin, in reading order: (start, end, whether it is a type word rather than a number)."""
    words = [(*match.span(), True) for match in _TYPE.finditer(key) if _stands_alone(key, match.start())]
    return sorted(words + [(match.start(), match.end(), False) for match in _PLAIN.finditer(key)])


def _stands_alone(key: str, start: int) -> bool:
    """Whether a type's name begins a word; «củaLuật Đất đai» lost its blank, «Bộ-luật» is another word."""
    before = key[start - 1 : start]
    return not (before.isalnum() or before == "-") or (before.islower() and key[start].isupper())


def numbered(key: str, start: int, end: int, is_word: bool) -> list[Mention]:
    """Read the numbered documents that one type word (or a number without one) at `start:end` introduces."""
    number = _number_at(key, start, end) if is_word else Span(start, end)
    if number is None:
        return []
    kind = _kind(key, start, end, number) if is_word else grammar.type_by_code(key[slice(*number)])
    if kind is None:
        return []
    first = with_lead(key, _tail(key, Mention(start, start, number.end, number.end, kind, number)))
    return [first, *_listed(key, first)]


def dated(key: str, start: int, end: int) -> Mention | None:
    """Read an unnumbered document known by its date: «Điện ngày 21/7/2021», «Lời kêu gọi của … ngày 30/3/2020»."""
    if not key[start].isupper():
        return None
    kind = grammar.type_of(key[start:end])
    bare_mention = Mention(start, start, end, end, kind)
    found = _tail(key, bare_mention)
    if (
        found.on and "ngày" not in key[end : found.core].lower()
    ):  # «Quy hoạch 01/01/2019» is a field and its day
        return None
    if found.on is None and kind != "loi-keu-goi":
        return None
    if found == bare_mention:
        return None
    return with_lead(key, found)


def _number_at(key: str, start: int, end: int) -> Span | None:
    """The number that belongs to the type word at `start:end`, if one does."""
    after_word = _NUMBER_AFTER_WORD.search(key, end, end + 130)
    if after_word and _belongs(key, end, after_word.start()):
        return Span(*after_word.span("number"))
    blank = _BEFORE_NUMBER.match(key, end)
    if blank and (direct := _NUMBER.match(key, blank.end())):
        return Span(*direct.span())
    return _short_number(key, start, end)


def _belongs(key: str, end: int, number_word: int) -> bool:
    gap = key[end:number_word]
    return bool(_QUALIFIERS.fullmatch(gap)) and not _TYPE.search(gap)


def _short_number(key: str, start: int, end: int) -> Span | None:
    """Read `Chỉ thị 16`, `Nghị quyết số 128`, `Đề án 06`: a capital letter shows that a document is named."""
    match = _SHORT.match(key, end + 1)
    if not match or key[end : end + 1] != " " or not key[start].isupper():
        return None
    if key[start:end] == "Đề án":
        return (
            Span(*match.span("number")) if len(match["number"]) > 1 and not _named_after(key, match) else None
        )
    known = grammar.type_of(key[start:end]) in _SHORT_TYPES
    return Span(*match.span("number")) if known else None


def _named_after(key: str, match: re.Match[str]) -> bool:
    """Whether a scheme only bears the number of the decision that stands beside it: «Đề án 939 theo Quyết định số 939/QĐ-TTg»."""
    beside = _NUMBER_AFTER_WORD.search(key, match.end(), match.end() + 50)
    return beside is not None and beside["number"].startswith(match["number"] + "/")


def _kind(key: str, start: int, end: int, number: Span) -> DocumentType | None:
    """The type by the wording; «văn bản số 3218/TTr-BKHĐT» says none, so its code does, and a letter's has none."""
    kind = grammar.type_of(key[start:end])
    if key[start:end].lower() == "văn bản":
        return grammar.type_by_code(key[slice(*number)]) or kind
    return kind


def _tail(key: str, mention: Mention) -> Mention:
    """Add the date, issuer and title that follow, in whatever order they come; each counts once."""
    while longer := _with_date(key, mention) or _with_issuer(key, mention) or _with_quoted(key, mention):
        mention = longer
    return _with_title(key, mention)


def _with_date(key: str, mention: Mention) -> Mention | None:
    blank = _BEFORE_DATE.match(key, mention.core)
    printed = date_at(key, blank.end()) if blank and mention.on is None else None
    if printed is None or printed.unit != "day":
        return None
    return replace(mention, on=printed.whole, core=printed.end, end=printed.end)


def _with_issuer(key: str, mention: Mention) -> Mention | None:
    blank = _BEFORE_ISSUER.match(key, mention.core)
    if not blank or mention.issuer:
        return None
    joint = bool(_JOINT.match(key, mention.anchor, mention.core))
    end = issuer_end(key, blank.end(), joint=joint)
    if end is None:
        return None
    return replace(mention, issuer=Span(blank.end(), end), core=end, end=end)


def _with_quoted(key: str, mention: Mention) -> Mention | None:
    """A name in quotation marks is part of the core: «Lời kêu gọi “Toàn dân …” do Ủy ban … phát động»."""
    title = title_end(key, mention.core) if mention.title is None else None
    if title is None or key[title.start] not in '“"':
        return None
    return replace(mention, title=title, core=title.end, end=title.end)


def _with_title(key: str, mention: Mention) -> Mention:
    listed = is_listed(key[max(0, mention.anchor - 40) : mention.anchor])
    title = title_end(key, mention.core, listed=listed) if mention.title is None else None
    return replace(mention, title=title, end=title.end) if title else mention


def with_lead(key: str, mention: Mention) -> Mention:
    """Add what stands before the type word: a provision of the document, or the day or body that issued it."""
    before = key[max(0, mention.anchor - 200) : mention.anchor]
    offset = mention.anchor - len(before)
    if match := _PROVISION.search(before):
        span = Span(offset + match.start("provision"), offset + match.end("provision"))
        return replace(mention, start=span.start, provision=span)
    if mention.on is None and (match := _ISSUED_BEFORE.search(before)):
        return _issued_before(mention, before, match, offset)
    if mention.issuer is None and (match := _SPEAKER_BEFORE.search(before)):
        speaker = Span(offset + match.start("issuer"), offset + match.end("issuer"))
        return replace(mention, start=speaker.start, issuer=speaker)
    return mention


def _issued_before(mention: Mention, before: str, match: re.Match[str], offset: int) -> Mention:
    printed = date_at(before, match.start()) or date_at(before, match.start("on"))
    if printed is None or printed.whole is None:
        return mention
    issuer = mention.issuer or Span(offset + match.start("issuer"), offset + match.end("issuer"))
    return replace(mention, start=offset + match.start(), on=printed.whole, issuer=issuer)


def _listed(key: str, first: Mention) -> Iterator[Mention]:
    """Read further numbers under the first one's type: «…, 11/CT-TTg ngày … và số 13/CT-TTg»."""
    at = first
    while (link := _LIST_LINK.match(key, at.end)) and (match := _LISTED.match(key, link.end())):
        number = Span(*match.span("number"))
        coded = bool(_NUMBER.fullmatch(key, *number))
        if not coded and not _coded_follows(key, number.end) and not _short_goes_on(key, first, number.end):
            return
        kind = (grammar.type_by_code(key[slice(*number)]) if coded else None) or first.type
        at = _tail(key, Mention(match.start(), match.start(), number.end, number.end, kind, number))
        yield at


def _short_goes_on(key: str, first: Mention, end: int) -> bool:
    """Whether a plain number goes on a list of short names: «Chỉ thị số 15, 16 và 19 của Thủ tướng Chính phủ»."""
    short = first.number is not None and key[slice(*first.number)].isdigit()
    return short and first.on is None and bool(_LIST_GOES_ON.match(key, end))


def _coded_follows(key: str, end: int) -> bool:
    """Whether a plain number in a list is a document's: «số 12, 13, 14/QĐ-UBND» ends in one with its code."""
    link = _LIST_LINK.match(key, end)
    match = _LISTED.match(key, link.end()) if link else None
    if not match:
        return False
    number = match.span("number")
    return bool(_NUMBER.fullmatch(key, *number)) or _coded_follows(key, number[1])
