"""Vietnamese text primitives: the published normalisation, and forms to match on that keep every offset.

`MappedText` is normalised text that still knows where each of its characters stands in the source. The forms
used for matching (`key`, `bare`) have the same length as the text, so a match on them is a span of the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Soft hyphen and zero-width characters, as the inside of a character class."""

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Vietnamese capital letters, as the inside of a character class (a range like à-ỹ would hold both cases)."""
LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""Vietnamese small letters, likewise."""

_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

# Two stars or more are always a mark: the other half of «**THÔNG BÁO / KẾT LUẬN**» may stand in another block.
# A single star is one only in a pair, «(*Trước ngày 10/2/2021*)»: a lone «(*)» is a footnote sign and stays.
_MARK = re.compile(
    r"(?P<strong>\*{2,})|(?P<open>(?<!\w)\*(?=[^\s*)\]]))(?P<inner>[^*]*[^\s*(\[])(?P<close>\*(?!\w))"
)
_UNPLAIN = re.compile(rf"(?P<space>\s+)|(?P<drop>[{INVISIBLE}]+)|(?P<token>[^\s{INVISIBLE}]+)")
_CLUSTER = re.compile(rf"[^{_COMBINING}]?[{_COMBINING}]*")
_NEEDS_WORK = re.compile(rf"[{INVISIBLE}]|[^\S ]|\s\s|^\s|\s$")

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
_OLD_TONE = re.compile("(?<![qQ])(?:" + "|".join(_TONES) + r")(?!\w)")

# Characters that print like Vietnamese letters but are others: Ð (eth) and Ɖ for Đ, Ƣ for Ư, Cyrillic capitals.
# An underscore is a fill-in line or a mark of emphasis («_Hà Nội, ngày …_»), never part of a word.
_LOOKALIKES = str.maketrans("ÐƉðƢƣАВЕКМНОРСТХасеорх–—‑−_", "ĐĐđƯưABEKMHOPCTXaceopx---- ")


class Span(NamedTuple):
    """A half-open stretch of a source, 0-based, in code points."""

    start: int
    end: int


def normalise(raw: str) -> str:
    """The contract's normalisation of a text: NFC, no emphasis or invisible marks, single spaces, stripped."""
    return mapped(raw, [Span(0, len(raw))]).text


def fold_tones(text: str) -> str:
    """The same text with tone marks in their new places (`hoà` → `hòa`, `Uỷ` → `Ủy`); the length stays."""
    return _OLD_TONE.sub(lambda match: _TONES[match.group()], text)


def match_key(text: str) -> str:
    """A form of NFC text for recognising words: new tone places, no look-alike letters or dashes; same length.

    Case is kept: Vietnamese official text tells names from words by it. Example: `QÐ–UBND` → `QĐ-UBND`.
    """
    bullet = "-" + text[1:] if text.startswith("_ ") else text  # OCR reads a dash so: «_ Các huyện ủy»
    return fold_tones(bullet.translate(_LOOKALIKES))


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


@dataclass(frozen=True)
class MappedText:
    """Normalised text and, for each of its characters, the span of source characters that it stands for.

    `starts[i]` and `ends[i]` bound character `i` in the source. Guarantees: `len(starts) == len(text)`, both
    sequences increase, and the text is `normalise` of the source's spans joined by a space.
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
        return MappedText(self.text[start:stop], self.starts[start:stop], self.ends[start:stop])

    def __bool__(self) -> bool:
        return bool(self.text)


def mapped(source: str, spans: Iterable[Span]) -> MappedText:
    """Normalise the source's spans, joined by one space each, and keep where every character came from."""
    kept = [span for span in spans if span.end > span.start]
    raw = " ".join(source[start:end] for start, end in kept)
    at = _offsets(kept)
    if _is_plain(raw):
        return _whole(raw, kept)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, begin, stop in _pieces(raw):
        if piece == " " and (not out or out[-1] == " "):
            continue
        out.append(piece)
        _extend(starts, ends, piece, begin, stop, at)
    if out and out[-1] == " ":
        out.pop(), starts.pop(), ends.pop()
    return MappedText("".join(out), starts, ends)


def _is_plain(raw: str) -> bool:
    return "*" not in raw and not _NEEDS_WORK.search(raw) and unicodedata.is_normalized("NFC", raw)


def _whole(raw: str, spans: list[Span]) -> MappedText:
    if len(spans) == 1:
        return MappedText(raw, range(*spans[0]), range(spans[0].start + 1, spans[0].end + 1))
    starts: list[int] = []
    for start, end in spans:
        starts.extend(
            range(start, end + 1)
        )  # the blank that joins two spans stands for the gap after the first
    del starts[len(raw) :]
    return MappedText(raw, starts, [start + 1 for start in starts])


def _offsets(spans: list[Span]) -> Callable[[int], int]:
    """A function from an offset in the joined raw text to one in the source; a joining space maps to the gap."""
    firsts, total = [], 0
    for start, end in spans:
        firsts.append(total)
        total += end - start + 1

    def at(offset: int) -> int:
        index = bisect_right(firsts, offset) - 1
        return spans[index].start + offset - firsts[index]

    return at


def _extend(
    starts: list[int], ends: list[int], piece: str, begin: int, stop: int, at: Callable[[int], int]
) -> None:
    """Map a piece's characters one to one where the lengths agree, else each to the whole stretch."""
    if len(piece) == stop - begin:
        first = at(begin)
        starts.extend(range(first, first + len(piece)))
        ends.extend(range(first + 1, first + len(piece) + 1))
    else:
        starts.extend([at(begin)] * len(piece))
        ends.extend([at(stop - 1) + 1] * len(piece))


def _pieces(raw: str) -> Iterable[tuple[str, int, int]]:
    """The normalised pieces of a raw text, each with the raw stretch it comes from."""
    for begin, stop in _between_marks(raw):
        for match in _UNPLAIN.finditer(raw, begin, stop):
            if match.lastgroup == "space":
                yield " ", match.start(), match.end()
            elif match.lastgroup == "token":
                yield from _composed(match.group(), match.start())


def _between_marks(raw: str) -> Iterable[tuple[int, int]]:
    done = 0
    for start, end in emphasis_marks(raw):
        yield done, start
        done = end
    yield done, len(raw)


def emphasis_in(source: str, spans: Iterable[Span]) -> list[Span]:
    """Where the emphasis marks of a text stand in the source; the spans are those given to `mapped`."""
    kept = [span for span in spans if span.end > span.start]
    raw = " ".join(source[start:end] for start, end in kept)
    at = _offsets(kept)
    return [Span(at(start), at(end - 1) + 1) for start, end in emphasis_marks(raw)]


def emphasis_marks(raw: str) -> list[tuple[int, int]]:
    """The spans of the Markdown emphasis marks in a raw text, in order."""
    marks: list[tuple[int, int]] = []
    at = 0
    while match := _MARK.search(raw, at):
        if match["strong"]:
            marks.append(match.span("strong"))
            at = match.end()
        else:
            marks += [match.span("open"), match.span("close")]
            at = match.end()
    return marks


def _composed(token: str, begin: int) -> Iterable[tuple[str, int, int]]:
    if unicodedata.is_normalized("NFC", token):
        yield token, begin, begin + len(token)
        return
    clusters = [match for match in _CLUSTER.finditer(token) if match.group()]
    pieces = [unicodedata.normalize("NFC", match.group()) for match in clusters]
    whole = unicodedata.normalize("NFC", token)
    if "".join(pieces) != whole:
        yield whole, begin, begin + len(token)
        return
    for piece, match in zip(pieces, clusters, strict=True):
        yield piece, begin + match.start(), begin + match.end()
