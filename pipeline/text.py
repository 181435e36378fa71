"""Vietnamese text primitives: the published normalisation, and forms to match on that keep every offset.

`MappedText` is normalised text that still knows where each of its characters stands in the source. The forms
used for matching (`key`, `bare`) have the same length as the text, so a match on them is a span of the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Soft hyphen and zero-width characters, as the inside of a character class."""

BLANK = "".join(re.findall(rf"[\s{INVISIBLE}]", "".join(map(chr, range(0x10000)))))
"""All characters that leave no ink, blanks and invisible ones, for `str.strip`."""

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Vietnamese capital letters, as the inside of a character class (a range like à-ỹ would hold both cases)."""
LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""Vietnamese small letters, likewise."""

_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

# Two stars or more are always a mark: the other half of «**THÔNG BÁO / KẾT LUẬN**» may stand in another block.
# A single star is one only in a pair, «(*Trước ngày 10/2/2021*)»: a lone «(*)» is a footnote sign and stays.
_MARK = re.compile(r"\*(?:\*+|(?<!\w\*)(?=[^\s*)\]])(?P<inner>[^*]*[^\s*(\[])\*(?!\w))")
_GAP = re.compile(rf"[\s{INVISIBLE}]{{2,}}|[^\S ]|[{INVISIBLE}]")
"""What normalising changes between two words: all but a single space."""
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r" |[^ ]+")
_ENDLESS_MARKS = re.compile(rf"[{_COMBINING}]{{31}}")
_MARKED_LETTER = re.compile(rf"[^{_COMBINING}]?[{_COMBINING}]+")

# Old tone placement → new: hoà → hòa, khoẻ → khỏe, thuỷ → thủy; never before a final consonant (hoàn) or after q (quý).
_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_TONES |= {old.upper(): new.upper() for old, new in _TONES.items()}
_TONES |= {old.capitalize(): new.capitalize() for old, new in list(_TONES.items())[:15]}
_OLD_TONE = re.compile(r"[oOuU](?<![qQ].)[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?!\w)")

# Characters that print like Vietnamese letters but are others: Ð (eth) and Ɖ for Đ, Ƣ for Ư, Cyrillic capitals.
# An underscore is a fill-in line or a mark of emphasis («_Hà Nội, ngày …_»), never part of a word.
_LOOKALIKES = str.maketrans("ÐƉðƢƣАВЕКМНОРСТХасеорх–—‑−⁄∕_", "ĐĐđƯưABEKMHOPCTXaceopx----// ")
_LOOKALIKE = re.compile(f"[{re.escape(''.join(map(chr, _LOOKALIKES)))}]")
_UNLIKE_KEY = re.compile(
    f"[oOuU{_LOOKALIKE.pattern[1:]}(?:(?<={_LOOKALIKE.pattern})|{_OLD_TONE.pattern.removeprefix('[oOuU]')})"
)
"""What keeps a text from being its own key, in one search; it begins with a set, since that is quick to look for."""


class Span(NamedTuple):
    """A half-open stretch of a source, 0-based, in code points."""

    start: int
    end: int


def normalise(raw: str) -> str:
    """The contract's normalisation of a text: NFC, no emphasis or invisible marks, single spaces, stripped."""
    return raw if _is_plain(raw) else mapped(raw, [Span(0, len(raw))]).text


def nfc(text: str) -> str:
    """The text in NFC; as it stands where more than 30 combining marks follow each other, which no script has.

    To put such a run in order takes quadratic time: Unicode's Stream-Safe Text Format (UAX #15) has the same bound.
    """
    return text if _ENDLESS_MARKS.search(text) else unicodedata.normalize("NFC", text)


def fold_tones(text: str) -> str:
    """The same text with tone marks in their new places (`hoà` → `hòa`, `Uỷ` → `Ủy`); the length stays."""
    return _OLD_TONE.sub(lambda match: _TONES.get(match.group(), match.group()), text)


def match_key(text: str) -> str:
    """A form of NFC text for recognising words: new tone places, no look-alike letters or dashes; same length.

    Case is kept: Vietnamese official text tells names from words by it. Example: `QÐ–UBND` → `QĐ-UBND`.
    """
    if not _UNLIKE_KEY.search(text):
        return text
    bullet = "-" + text[1:] if text.startswith("_ ") else text  # OCR reads a dash so: «_ Các huyện ủy»
    return fold_tones(bullet.translate(_LOOKALIKES) if _LOOKALIKE.search(bullet) else bullet)


class _BareLetters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = "d" if letter in "đĐðÐƉ" else unicodedata.normalize("NFD", letter)[0].lower()
        self[code] = base if len(base) == 1 else letter
        return self[code]


_BARE = _BareLetters()


def bare(text: str) -> str:
    """NFC text without accents, in small letters; same length. Example: `Điện Biên` → `dien bien`."""
    return text.translate(_BARE)


@dataclass
class MappedText:
    """Normalised text and, for each of its characters, the span of source characters that it stands for.

    `starts[i]` and `ends[i]` bound character `i` in the source. Guarantees: `len(starts) == len(text)`, both
    sequences increase, and the text is `normalise` of the source's spans joined by a space.

    Nothing changes one; it is not frozen since each line has one, and a frozen one takes three times as long to make.
    """

    text: str
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)

    @cached_property
    def key(self) -> str:
        """The text as `match_key` gives it: what patterns are matched on."""
        return match_key(self.text)

    @cached_property
    def bare(self) -> str:
        """The text as `bare` gives it: for OCR-tolerant look-ups."""
        return bare(self.text)

    def source_span(self, start: int, end: int) -> Span:
        """The source span of the characters `start` to `end` (half-open, at least one) of the text."""
        return Span(self.starts[start], self.ends[end - 1])

    def slice(self, start: int, end: int | None = None) -> "MappedText":
        """A part of the text, with blanks at its ends taken off."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start] == " ":
            start += 1
        while stop > start and self.text[stop - 1] == " ":
            stop -= 1
        if stop - start == len(self.text):
            return self
        return MappedText(self.text[start:stop], self.starts[start:stop], self.ends[start:stop])

    def __bool__(self) -> bool:
        return bool(self.text)


def mapped(source: str, spans: Iterable[Span]) -> MappedText:
    """Normalise the source's spans, joined by one space each, and keep where every character came from."""
    kept = [span for span in spans if span.end > span.start]
    if len(kept) == 1:
        return mapped_span(source, kept[0])
    raw = " ".join([source[start:end] for start, end in kept])
    if not _is_plain(raw):
        return _repaired(raw, kept)
    ends = _offsets([Span(start + 1, end + 1) for start, end in kept])
    return MappedText(raw, _offsets(kept)[: len(raw)], ends[: len(raw)])


def mapped_span(source: str, span: Span) -> MappedText:
    """As `mapped`, of one span."""
    start, end = span
    raw = source[start:end]
    if not _is_plain(raw):
        return _repaired(raw, [span])
    return MappedText(raw, range(start, end), range(start + 1, end + 1))


def _is_plain(raw: str) -> bool:
    """Whether a text is surely its own normalisation, as nine of ten lines are.

    Printable is all but control, format and private characters and blanks other than the space.
    """
    return (
        raw.isprintable()
        and "*" not in raw
        and "  " not in raw
        and raw[:1] != " " != raw[-1:]
        and unicodedata.is_normalized("NFC", raw)
    )


def _repaired(raw: str, spans: list[Span]) -> MappedText:
    """The text composed, without marks and invisible characters, with single spaces."""
    at, unbroken = _offsets(spans), len(spans) == 1
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, begin, stop in _pieces(raw):
        if piece[0] == " " and (not out or out[-1][-1] == " "):
            piece, begin = piece[1:], begin + 1
        if not piece:
            continue
        out.append(piece)
        if len(piece) == stop - begin:
            starts += at[begin:stop]
            ends += at[begin + 1 : stop + 1] if unbroken else [start + 1 for start in at[begin:stop]]
        else:  # letters composed, or several blanks as one: each stands for the whole stretch
            starts += [at[begin]] * len(piece)
            ends += [at[stop - 1] + 1] * len(piece)
    text = "".join(out)
    kept = len(text) - text.endswith(" ")
    return MappedText(text[:kept], starts[:kept], ends[:kept])


def _offsets(spans: list[Span]) -> range | list[int]:
    """For each character of the joined raw text its offset in the source; a joining space stands for the gap."""
    if len(spans) == 1:
        return range(spans[0].start, spans[0].end + 1)
    offsets: list[int] = []
    for start, end in spans:
        offsets += range(start, end + 1)
    return offsets


def _pieces(raw: str) -> Iterable[tuple[str, int, int]]:
    """The normalised pieces of a raw text, each with the raw stretch it comes from; a gap's blanks are one space."""
    for begin, stop in _between_marks(raw):
        for gap in _GAP.finditer(raw, begin, stop):
            yield from _composed(raw[begin : gap.start()], begin)
            if blanks := _BLANKS.search(raw, *gap.span()):
                yield " ", *blanks.span()
            begin = gap.end()
        yield from _composed(raw[begin:stop], begin)


def _between_marks(raw: str) -> Iterable[tuple[int, int]]:
    done = 0
    for start, end in emphasis_marks(raw):
        yield done, start
        done = end
    yield done, len(raw)


def emphasis_in(source: str, spans: Sequence[Span]) -> list[Span]:
    """Where the emphasis marks of a text stand in the source; the spans are those given to `mapped`."""
    if source.find("*", spans[0].start, spans[-1].end) < 0:
        return []
    kept = [span for span in spans if span.end > span.start]
    marks = emphasis_marks(" ".join([source[start:end] for start, end in kept]))
    at = _offsets(kept)
    return [Span(at[start], at[end - 1] + 1) for start, end in marks]


def emphasis_marks(raw: str) -> list[tuple[int, int]]:
    """The spans of the Markdown emphasis marks in a raw text, in order."""
    marks: list[tuple[int, int]] = []
    for match in _MARK.finditer(raw) if "*" in raw else ():
        start, end = match.span()
        marks += [(start, end)] if match["inner"] is None else [(start, start + 1), (end - 1, end)]
    return marks


def _composed(stretch: str, begin: int) -> Iterable[tuple[str, int, int]]:
    """A stretch with single spaces in NFC: each letter with combining marks stands for all of them."""
    whole = nfc(stretch)
    if whole == stretch and not _ENDLESS_MARKS.search(stretch):
        return [(stretch, begin, begin + len(stretch))] if stretch else []
    pieces = list(_letters(stretch, begin))
    if whole == stretch or "".join([piece for piece, _, _ in pieces]) == whole:
        return pieces
    # Letters that compose without combining marks, as Korean ones do: the word that holds them is one piece.
    words = [(match.group(), begin + match.start()) for match in _WORD.finditer(stretch)]
    if len(words) == 1:
        return [(whole, begin, begin + len(stretch))]
    return [piece for word, start in words for piece in _composed(word, start)]


def _letters(stretch: str, begin: int) -> Iterable[tuple[str, int, int]]:
    """The letters that have combining marks, each composed, and what stands between them."""
    done = 0
    for match in _MARKED_LETTER.finditer(stretch):
        start, end = match.span()
        if start > done:
            yield stretch[done:start], begin + done, begin + start
        yield nfc(match.group()), begin + start, begin + end
        done = end
    if done < len(stretch):
        yield stretch[done:], begin + done, begin + len(stretch)
