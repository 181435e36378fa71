"""One pass over a text: find where citations may begin, read each there, and let titles hold further ones."""

import re

from pipeline.enrich.citations import grammar
from pipeline.enrich.citations.laws import LAW_WORDS, law
from pipeline.enrich.citations.mentions import Mention, anchors, dated, numbered

__all__ = ["Mention", "is_annexed", "mentions_in", "opens_annex", "sentence_case"]

_ANNEXED = re.compile(r"\(?\s?(?:[Bb]an hành\s)?[Kk]èm theo\s(?:[Bb]ản\s)?$")
_ANNEX_NOTE = re.compile(r"\(\s?(?:Kèm theo|Ban hành kèm theo)\s(?:[Bb]ản\s)?$")
_OPENING_WORDS = 6
"""At most so many words before it still open a text: «(Ban hành kèm theo», «Phụ lục (Kèm theo bản»."""
_OPENING_LENGTH = 100
"""And so many characters, which hold more words than those."""
_CAPITALS = re.compile(rf"(?<![\w/-])[{grammar.UPPER}]{{2,12}}(?![\w/-])")


def mentions_in(key: str) -> list[Mention]:
    """Find all citations of one text in `match_key` form, by where they start."""
    found: list[Mention] = []
    batch: list[Mention] = []
    title_end = 0
    for start, end, is_word in anchors(key):
        if any(mention.start <= start < mention.core for mention in batch):
            continue
        if new := _read(key, start, end, is_word, inside_title=start < title_end):
            batch = new
            found += new
            title_end = max(title_end, *(mention.end for mention in new))
    return sorted(found, key=lambda mention: (mention.start, mention.anchor))


def _read(key: str, start: int, end: int, is_word: bool, inside_title: bool) -> list[Mention]:
    """Read what begins at an anchor; inside another document's title only numbered documents count."""
    if is_word and key[start:end] in LAW_WORDS:
        named = law(key, start, end)
        if named and (named.number or not inside_title):
            return [named]
    if new := numbered(key, start, end, is_word):
        return new
    alone = dated(key, start, end) if is_word and not inside_title else None
    return [alone] if alone else []


def is_annexed(key: str, mention: Mention) -> bool:
    """Whether «(Kèm theo» or «Ban hành kèm theo» stands right before a mention."""
    return bool(_ANNEXED.search(key[max(0, mention.start - 30) : mention.start]))


def opens_annex(key: str, mention: Mention) -> bool:
    """Whether «(Kèm theo …» opens the text or a bracket, so that the document itself is meant; «Phụ lục I kèm theo Nghị định …» is another's."""
    if not is_annexed(key, mention):
        return False
    before = key[max(0, mention.start - _OPENING_LENGTH) : mention.start]
    return _ANNEX_NOTE.search(before) is not None or len(before.split()) <= _OPENING_WORDS


def sentence_case(key: str) -> str:
    """A text set in capitals («VỀ THỰC HIỆN CHỈ THỊ SỐ 16/CT-TTg») in small letters, its numbers' codes left alone.

    Any other text is returned as it is; the length never changes.
    """
    head = key[:160]
    if sum(map(str.islower, head)) * 4 > sum(map(str.isupper, head)):
        return key
    return _CAPITALS.sub(lambda match: match.group().lower(), key)
