"""Syllables and figures that a conversion broke with blanks: «CHÍNH PH Ủ», «Hà N ội, ng ày 10 tháng 9 năm 202 5».

Pages set a word's letters in several styles, and a converter to text parts them. The text stays as printed: only
what tells the lines of a heading or a signature from others reads them whole.
"""

import re
from collections.abc import Sequence

from pipeline.records import Line
from pipeline.syllables import is_syllable
from pipeline.text import MappedText

_ONSET = r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])"
_VOWEL = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_BROKEN = re.compile(rf"(?i)(?<![\w/.-])(?P<onset>{_ONSET}) (?P<rhyme>[{_VOWEL}][^\W\d_]{{0,5}})(?![^\W\d_])")
"""A consonant that stands alone before a vowel: no Vietnamese syllable is without a vowel."""
_VOWEL_FIRST = re.compile(rf"(?<=[bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX]) [{_VOWEL}{_VOWEL.upper()}]")
"""The cheap question before the exact one: a word that begins with a vowel behind a consonant."""
_DATE = re.compile(r"[Nn]g[àa]y [\d ]{1,5}th[áa]ng [\d ]{1,5}n[ăa]m [\d ]{4,7}$")
_FIGURE_GAP = re.compile(r"(?<=\d) (?=\d)")
_SHORT = 90
"""A heading's line is shorter than this."""


def mended(lines: Sequence[Line]) -> list[Line]:
    """The lines as they are to be recognised, one for one: short ones without the blanks that break their words."""
    return [_whole(line) if len(line.key) <= _SHORT else line for line in lines]


def _whole(line: Line) -> Line:
    broken = _BROKEN.finditer(line.key) if _VOWEL_FIRST.search(line.key) else ()
    text = _without(line.text, [m.end("onset") for m in broken if is_syllable(m["onset"] + m["rhyme"])])
    if text.key[-1:].isdigit() and (date := _DATE.search(text.key)):
        text = _without(text, [match.start() for match in _FIGURE_GAP.finditer(text.key, *date.span())])
    return line if text is line.text else line._replace(text=text, key=text.key)


def _without(text: MappedText, gaps: Sequence[int]) -> MappedText:
    """The text without the characters at these places; the others keep where they came from."""
    if not gaps:
        return text
    kept = [index for index in range(len(text.text)) if index not in gaps]
    return MappedText(
        "".join(text.text[index] for index in kept),
        [text.starts[index] for index in kept],
        [text.ends[index] for index in kept],
    )
