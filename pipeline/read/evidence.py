"""Which old encoding a text is in, told by the words that each reading gives.

The evidence is the words with letters beyond ASCII: of those of a Vietnamese text nearly all (999 in 1,000, over
2 million words of the national legal database) are syllables that Vietnamese spelling allows; of the same words
read in a wrong encoding few are. A reading counts only where most of its words are syllables and no other
reading comes near.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.encodings import CODE_PAGES, RE_READINGS, is_western
from pipeline.syllables import is_syllable
from pipeline.text import nfc

_ENOUGH_WORDS = 3
"""Different words that bytes which are not Unicode must give; they are in some code page, the question is which."""
_ENOUGH_TO_DOUBT = 10
"""Different words that must speak against a Unicode text before it is taken for something else."""
_GOOD = 0.8
"""Of the words of the right reading at least this share are syllables: names and abbreviations make up the rest."""
_POOR = 0.5
"""A text that reads as Vietnamese in more than this share of its words is taken as it stands."""
_MARGIN = 0.2
"""The right reading leads the next one by at least this share."""
_SAMPLE = 3000
"""Words that are weighed: the evidence of more changes nothing."""
_WORD = re.compile(r"[^\s<>]+|<[^<>]{0,500}>", re.ASCII)  # a no-break space is half of an «à» in mojibake
_LETTERS_ONLY = re.compile(r"^[^0-9]{0,8}[A-Za-z][^0-9]{0,8}$")
_EDGES = " \t.,;:!?()[]{}<>/\\|*_-+='\"“”‘’–—…•0123456789%&#"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text, and the share of its words that are Vietnamese syllables."""

    name: str
    share: float


def code_page_of(surface: str) -> str | None:
    """The code page of bytes that are not UTF-8, given as Windows-1252; None where none is certain."""
    return _best(sample(surface.split("\n")), CODE_PAGES)


def re_reading_of(text: str) -> str | None:
    """What a Unicode text is in truth: mojibake or an old code page; None where it is what it seems."""
    words = sample(line for line in text.split("\n") if not line.isascii() and is_western(line))
    if len(words) < _ENOUGH_TO_DOUBT or share_of_syllables(words) > _POOR:
        return None
    return _best(words, RE_READINGS)


def sample(lines: Iterable[str]) -> list[str]:
    """The first different words of the lines that mix ASCII letters with others; of markup, what stands around it.

    «°46’40,7”N», «»» and a Khmer word say nothing: they are no Vietnamese words in any encoding.
    """
    words: dict[str, None] = {}
    for line in lines:
        found = (each.strip(_EDGES) for each in _WORD.findall(line))
        words.update((word, None) for word in found if not word.isascii() and _LETTERS_ONLY.search(word))
        if len(words) >= _SAMPLE:
            break
    return list(words)


def share_of_syllables(words: Iterable[str]) -> float:
    """Of words as they stand between blanks, the share that are Vietnamese syllables."""
    bare = [nfc(word).strip(_EDGES) for word in words]
    return sum(map(is_syllable, bare)) / len(bare) if bare else 0.0


def _best(words: list[str], readings: Mapping[str, Callable[[str], str]]) -> str | None:
    if len(words) < _ENOUGH_WORDS:
        return None
    ranked = sorted((_reading(words, name, readings[name]) for name in readings), key=lambda one: -one.share)
    best, second = ranked[:2]
    return best.name if best.share >= _GOOD and best.share - second.share >= _MARGIN else None


def _reading(words: list[str], name: str, convert: Callable[[str], str]) -> Reading:
    return Reading(name, share_of_syllables(_converted(word, convert) for word in words))


def _converted(word: str, convert: Callable[[str], str]) -> str:
    try:
        return convert(word)
    except UnicodeError:
        return word
