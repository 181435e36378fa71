"""Suspected misreadings: words that Vietnamese spelling rules out, and pairs that miss a common one by an accent.

Precision comes before recall. Findings, each with what was probably meant:

- two words run together: «hiệnnghiêm», «căn cứLuật»;
- a word that no syllable can be, one known confusion away from one that can: «chêt», «dịhc», «nghành», «1ãnh»;
- «tinh» for «tỉnh» in a province's body: «Ban Chỉ đạo tinh»;
- a pair one confusion away from a pair that official texts use over and over: «tỉnh thần», «chi đạo», «nhân đân».

Names, abbreviations, units, codes and words without any accent are spared: they follow other rules. So are the
loanwords that are written as one («đôla», «ôxít»).
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from pipeline.codelists.pairs import NEVER_RIGHT, ORDINARY, RIGHT_PAIRS, pairs_by_letters
from pipeline.records import Finding
from pipeline.syllables import is_syllable
from pipeline.text import LOWER, UPPER, MappedText, bare, fold_tones

_WORD = re.compile(rf"(?<![\w.'’/-])(?:[{LOWER}{UPPER}]|[01](?=[{LOWER}]))+(?![\w'’/-])")
_PAIR = re.compile(rf"(?<![\w-])(?=(?P<first>[{LOWER}{UPPER}]{{1,7}}) (?P<second>[{LOWER}]{{1,7}})(?![\w-]))")
_RUN_TOGETHER = re.compile(rf"^(?P<left>[{UPPER}]?[{LOWER}]+)(?P<right>[{UPPER}][{LOWER}]+)$")
_LAST_WORD = re.compile(rf"(?<![\w-])[{LOWER}{UPPER}]{{1,6}} $")
_NEXT_WORD = re.compile(rf" [{LOWER}]{{1,6}}(?![\w-])")
_CAPITALS = re.compile(rf"[{UPPER}]")
_PROVINCE = re.compile(
    r"(?<!\w)(?:[Bb]an [Cc]hỉ đạo|[ỦủUu]y ban nhân dân|[Hh]ội đồng nhân dân|UBND|HĐND|[Cc]ông an|[Bb]í thư|[Đđ]ịa bàn|cấp) "
    r"(?P<word>tinh)(?!\w| (?:thần|hoa|tế|túy|gọn|giản|vi|khiết|nhuệ|thông|chất|luyện|chế|bột|dầu|anh))"
)
_LOANS = frozenset(
    {"amiăng", "apatít", "axít", "bêtông", "cácbon", "côngtơ", "côngtenơ", "đôla", "gam", "hécta", "hyđrô", "kêpi", "kilôgam",
     "kilômét", "lôgic", "magiê", "mêtan", "micrô", "milimét", "mililít", "môđun", "môtô", "nilông", "ôtô", "ôxít", "ôxi", "ôxy",
     "phôtô", "týp", "pôlime", "rađiô", "sôcôla", "sunphát", "vắcxin", "vectơ", "vitamin", "xêri", "xàphòng", "xơrê"}
)  # fmt: skip
_TWO_WORDS = 6
"""Two words run together have at least this many letters."""
_LONGEST = 8
"""«nghiêng», the longest syllable, with a letter doubled."""
_VOWELS = ("aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ")
_SHAPES = ("dđ", "l1i", "o0", "ce", "nu", "hb", "ơư", "ờừ", "ớứ", "ởử", "ỡữ", "ợự")
_FOREIGN = re.compile(r"[fjwz]")
_ALIKE = {letter: {*group} - {letter} for group in _SHAPES for letter in group}
_ALIKE |= {letter: {*group, *_ALIKE.get(letter, ())} - {letter} for group in _VOWELS for letter in group}
"""For each letter those that a scan or a slip of the hand puts in its place."""


Used = Mapping[str, Counter[str]]
"""A document's possible words with their counts, by their letters without accents."""


def find_suspects(bodies: Sequence[tuple[str, MappedText]]) -> Iterator[Finding]:
    """The suspected misreadings of clauses, given as id and text; takes time linear in the texts' length.

    What a document writes elsewhere decides between several things that may have been meant.
    """
    used = cache(lambda: _words_used(bodies))
    for clause_id, body in bodies:
        pairs = [*_odd_pairs(body), *_odd_provinces(body)]
        inside = {at for start, end, _ in pairs for at in range(start, end)}
        words = [one for one in _odd_words(body, used) if one[0] not in inside]
        for start, end, meant in sorted([*pairs, *words]):
            yield Finding(
                "suspected-ocr", body.source_span(start, end), body.text[start:end], meant, clause_id
            )


def _words_used(bodies: Sequence[tuple[str, MappedText]]) -> Used:
    """The possible words of a document with their counts, by their letters without accents."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    counts = Counter(word.lower() for _, body in bodies for word in _WORD.findall(body.text))
    for word, count in counts.items():
        if is_syllable(word):
            used[bare(word)][word] = count
    return used


def _odd_words(body: MappedText, used: Callable[[], Used]) -> Iterator[tuple[int, int, str]]:
    odd = {word for word in {*_WORD.findall(body.text)} if not word.isascii() and not is_syllable(word)}
    for match in _WORD.finditer(body.text) if odd else ():
        word = match.group()
        if word not in odd:
            continue
        if broken := _broken_word(body.text, *match.span()):
            yield broken
        elif meant := meant_by(word, used()):
            yield match.start(), match.end(), meant


def _broken_word(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """A word with a blank in its middle, «hư ớng»: its part joined to a neighbour makes a syllable."""
    before, after = _LAST_WORD.search(text, max(0, start - 8), start), _NEXT_WORD.match(text, end, end + 8)
    for first, last in ((before and before.start(), end), (start, after and after.end())):
        joined = text[first:last].replace(" ", "") if first is not None and last is not None else ""
        if len(joined) > end - start and is_syllable(joined):
            return first or 0, last or end, joined
    return None


def meant_by(word: str, used: Used) -> str | None:
    """What an impossible word was probably meant to be; None where that is not known well enough."""
    if parts := _RUN_TOGETHER.match(word):
        good = is_syllable(parts["left"]) and is_syllable(parts["right"])
        return f"{parts['left']} {parts['right']}" if good else None
    if _CAPITALS.search(word) or word in _LOANS or _FOREIGN.search(word) or not _is_toned(word):
        return None
    cuts = [at for at in range(1, len(word)) if is_syllable(word[:at]) and is_syllable(word[at:])]
    if not cuts:
        return _first(used.get(bare(word), Counter())) or _one_change(word, used)
    clear = len(cuts) == 1 and len(word) >= _TWO_WORDS and 2 <= cuts[0] <= len(word) - 2
    return f"{word[: cuts[0]]} {word[cuts[0] :]}" if clear else None


def _is_toned(word: str) -> bool:
    """Whether a word has an accent: «hydro» has none and is no Vietnamese word."""
    return any(len(unicodedata.normalize("NFD", letter)) > 1 for letter in word)


def _first(counts: Counter[str]) -> str | None:
    """The word used most; of equals the first in the alphabet."""
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def _one_change(word: str, used: Used) -> str | None:
    """The syllable one change away that the document uses most, or the only one there is."""
    if len(word) > _LONGEST:
        return None
    near = {each for each in _changed(word) if is_syllable(each)}
    known = Counter({each: count for each in near if (count := used.get(bare(each), Counter())[each])})
    return _first(known) or (near.pop() if len(near) == 1 else None)


def _changed(word: str) -> Iterator[str]:
    """The words that one confused, doubled, swapped or superfluous letter away."""
    for at, letter in enumerate(word):
        head, tail = word[:at], word[at + 1 :]
        yield from (head + other + tail for other in _ALIKE.get(letter, ()))
        if len(word) > 2 and letter.isalpha():
            yield head + tail
        if tail:
            yield head + tail[0] + letter + tail[1:]


def _odd_pairs(body: MappedText) -> Iterator[tuple[int, int, str]]:
    """Pairs whose letters are those of a common pair, while one of the two has accents that make no common word."""
    letters, known, done = body.bare, pairs_by_letters(), 0
    for match in _PAIR.finditer(body.text):
        start, end = match.start("first"), match.end("second")
        common = known.get(letters[start:end])
        if start < done or common is None:
            continue
        printed = fold_tones(body.text[start:end]).lower()
        if printed in RIGHT_PAIRS or printed.isascii():
            continue
        near = [pair for pair in sorted(common) if _is_misread(printed, pair)]
        if len(near) == 1:
            yield start, end, near[0].capitalize() if body.text[start].isupper() else near[0]
            done = end


def _odd_provinces(body: MappedText) -> Iterator[tuple[int, int, str]]:
    """«Ban Chỉ đạo tinh» for «tỉnh»: a body of the province, where no word such as «tinh thần» follows."""
    for match in _PROVINCE.finditer(body.key) if "tinh" in body.key else ():
        yield match.start("word"), match.end("word"), "tỉnh"


def _is_misread(printed: str, pair: str) -> bool:
    """Whether one half is the pair's and the other no ordinary syllable, or the whole is known to be wrong."""
    odd = [one for one, other in zip(printed.split(" "), pair.split(" "), strict=True) if one != other]
    return len(odd) == 1 and (odd[0] not in ORDINARY or printed in NEVER_RIGHT)
