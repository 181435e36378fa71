"""Which letters can make one Vietnamese syllable (âm tiết): an onset, a rhyme and a tone, by the rules of spelling.

The tables are those of the national script as schools teach it: 27 onsets (âm đầu), about 160 rhymes (vần), six
tones (thanh), of which only sắc and nặng stand before a stop (-p, -t, -c, -ch). Both places of the tone mark in
«hòa»/«hoà» count. A syllable that the rules allow need not be a word: «khoe» is one, «thuêm» could never be.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
"""Ngang, huyền, sắc, hỏi, ngã, nặng."""
_STOP_TONES = ("\u0301", "\u0323")
_STOPS = ("p", "t", "c", "ch")

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
    "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_RHYMES = (
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn",
    "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng",
    "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "im", "in",
    "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "y", "yêm", "yên", "yêng",
    "yêt", "yêu", "o", "oc", "oi", "om", "on", "ong", "op", "ot", "oa", "oac", "oach", "oai", "oam",
    "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oe", "oen",
    "oeo", "oet", "ooc", "oong", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn",
    "ơp", "ơt", "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uôc", "uôi", "uôm", "uôn", "uông",
    "uôt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh", "uêt", "uêu", "uơ", "uy", "uya",
    "uych", "uyn", "uynh", "uyp", "uyt", "uyu", "uyên", "uyêt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng",
    "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
)  # fmt: skip
_AFTER_QU = ("y", "yên", "yêt", "ych", "yn", "ynh", "yp", "yt")
_AFTER_G = ("i", "in", "ich", "iêc", "iêng", "iêt")
"""«gì», «gìn», «giếng»: the letter i is onset and rhyme at once."""

_FRONT = "ieêy"
_ONLY_BEFORE_FRONT = ("k", "gh", "ngh")
_NEVER_BEFORE_FRONT = ("c", "g", "ng")
_Y_ALONE_AFTER = ("", "h", "k", "l", "m", "s", "t", "th", "tr", "v", "qu")
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"


def is_syllable(word: str) -> bool:
    """Whether a word in NFC, of any case, is a possible Vietnamese syllable."""
    return word.lower() in syllables()


@cache
def syllables() -> frozenset[str]:
    """All possible syllables, in small letters, NFC; about 20,000."""
    return frozenset(
        onset + toned
        for onset in _ONSETS
        for rhyme in _rhymes_after(onset)
        for toned in _toned(rhyme, lone_glide=onset not in ("qu", "gi"))
    )


def _rhymes_after(onset: str) -> Iterator[str]:
    """The rhymes that spelling allows after an onset: k, gh and ngh before e, ê, i, y; c, g and ng elsewhere."""
    if onset == "qu":
        yield from _AFTER_QU
    if onset == "g":
        yield from _AFTER_G
    for rhyme in _RHYMES:
        front = rhyme[0] in _FRONT
        if onset in _ONLY_BEFORE_FRONT and not front:
            continue
        if front and onset in _NEVER_BEFORE_FRONT:
            continue
        if rhyme[0] == "y" and (onset not in _Y_ALONE_AFTER if rhyme == "y" else onset != ""):
            continue
        if onset == "qu" and rhyme[0] in "uư":
            continue
        yield rhyme


def _toned(rhyme: str, lone_glide: bool) -> Iterator[str]:
    """The rhyme with each tone that it can bear, the mark in each place that is in use."""
    final = rhyme.lstrip(_VOWELS)
    for place in _tone_places(rhyme.removesuffix(final), bool(final), lone_glide):
        for tone in _STOP_TONES if final in _STOPS else _TONES:
            yield unicodedata.normalize("NFC", rhyme[: place + 1] + tone + rhyme[place + 1 :])


def _tone_places(nucleus: str, closed: bool, lone_glide: bool) -> tuple[int, ...]:
    """On which vowels the mark may stand: the marked one (ươ → ơ), else the main one; two places for oa, oe, uy."""
    marked = [index for index, letter in enumerate(nucleus) if letter in _MARKED]
    if nucleus == "ưu" or nucleus == "ưa":
        return (0,)
    if marked:
        return (marked[-1],)
    if len(nucleus) == 1:
        return (0,)
    if len(nucleus) == 3 or closed:
        return (1,)
    return (0, 1) if nucleus in ("oa", "oe", "uy") and lone_glide else (0,)
