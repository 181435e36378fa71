"""The scheme of topics, and the words that give each of them."""

import re
import tomllib
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, Literal, cast

from pipeline.codelists import read_csv
from pipeline.tables.topics import Topic

When = Literal["epidemic", "other", "always"]
"""Where the words count: in what speaks of a human epidemic, only elsewhere, or everywhere."""

_WORD = re.compile(r"\w+")
_GAP, _END, _NUMBER = "…", "$", "#"
_AT_THE_END = r"\W{0,3}$"
_WITHIN_A_SENTENCE = r"[^.;]{0,60}?"
_A_NUMBER = r"\d[\d.]{0,9}"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases as one pattern to search in a text in `match_key` form, small letters or capitals.

    `small` is the same for a text of `small_letters`: searching is faster without the folding of letters.
    `beginnings` are the first two words of each phrase, or its only one: a phrase is looked for only where they begin.
    """

    pattern: re.Pattern[str]
    small: re.Pattern[str]
    beginnings: frozenset[str]

    def stand_in(self, small: str, spoken: Set[str]) -> bool:
        """Whether a phrase stands in a text of small letters, given what `words_and_pairs` gives for it."""
        return any(self._stands_at(small, begun.split(" ")[0]) for begun in self.beginnings & spoken)

    def _stands_at(self, small: str, word: str) -> bool:
        """Whether a phrase stands where a word does: far fewer places to try than all letters of the text."""
        at = small.find(word)
        while at >= 0:
            if self.small.match(small, at) or (at and self.small.match(small, at - 1)):  # «“dân vận khéo”»
                return True
            at = small.find(word, at + 1)
        return False


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The words of one topic; `in_names` tells that they count inside an agency's name too.

    `elsewhere` are words that count only in documents that are not about an epidemic: there they tell circumstances
    (`lễ hội`, `cung ứng hàng hóa`). `context` are words that name the topic only where the document's title or a
    heading above the clause does (`gia cầm` in a plan against bird flu). In a document whose title has the topic
    `yields_to` the words do not count.
    """

    topic_id: str
    when: When
    in_names: bool
    reason: str
    phrases: Phrases
    elsewhere: Phrases | None
    context: Phrases | None
    yields_to: str | None
    finds: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """List all topics in the order of the file: WHO's groups, the extension, general subjects."""
    return tuple(Topic(**(row | {"parent_id": row["parent_id"] or None})) for row in read_csv("topics.csv"))  # type: ignore[arg-type]


@cache
def topic_words() -> tuple[TopicWords, ...]:
    """Read the words of all topics, in the order of their file."""
    text = resources.files("pipeline.codelists").joinpath("topic_words.toml").read_text(encoding="utf-8")
    return tuple(_topic_words(entry) for entry in tomllib.loads(text)["topic"])


def _topic_words(entry: dict[str, Any]) -> TopicWords:
    around = entry.get("not_before", ()), entry.get("not_after", ())
    return TopicWords(
        topic_id=entry["id"],
        when=cast(When, entry.get("when", "always")),
        in_names=entry.get("in_names", False),
        reason=entry["reason"],
        phrases=phrases_of(entry["words"], *around),
        elsewhere=phrases_of(entry["elsewhere"], *around) if "elsewhere" in entry else None,
        context=phrases_of(entry["with_context"], *around) if "with_context" in entry else None,
        yields_to=entry.get("yields_to"),
        finds=tuple(entry["finds"]),
        spares=tuple(entry["spares"]),
    )


@cache
def _by_beginning() -> dict[str, frozenset[int]]:
    """For each beginning of a phrase the topics, by their place in the file, that have such a phrase."""
    places: dict[str, set[int]] = {}
    for place, words in enumerate(topic_words()):
        for phrases in (words.phrases, words.elsewhere, words.context):
            for beginning in phrases.beginnings if phrases else ():
                places.setdefault(beginning, set()).add(place)
    return {beginning: frozenset(those) for beginning, those in places.items()}


def topics_begun(spoken: Set[str]) -> list[TopicWords]:
    """The topics of which a phrase begins in a text, given what `words_and_pairs` gives for it, in the order of the file."""
    begun = spoken & _by_beginning().keys()
    places = {place for beginning in begun for place in _by_beginning()[beginning]}
    return [topic_words()[place] for place in sorted(places)]


def small_letters(text: str) -> str:
    """The text in small letters, character for character (`İ` would become two)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(min(each.lower(), each, key=len) for each in text)


def words_and_pairs(text: str) -> set[str]:
    """The words of a text, small, and each two that follow each other, whatever stands between them."""
    words = [word.lower() for word in _WORD.findall(text)]
    return {*words, *map(" ".join, pairwise(words))}


def phrases_of(
    phrases: Collection[str], not_before: Iterable[str] = (), not_after: Iterable[str] = ()
) -> Phrases:
    """Compile phrases to find them as whole words, the longest first.

    `…` in a phrase is up to 60 characters of one sentence (`xử lý…vi phạm`), `#` a number (`kiểm tra #`), `$` at its
    end the end of the text. A place where a phrase of `not_before` begins is passed over (`nhập cảnh trái phép` is no
    `nhập cảnh`), and one right after a text of `not_after`.
    """
    after = "".join(rf"(?<!{re.escape(text)})" for text in not_after)
    longer = "|".join(_phrase(phrase) for phrase in not_before)
    before = rf"(?!(?:{longer})(?!\w))" if longer else ""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(_phrase(phrase) for phrase in longest_first)
    whole = rf"(?<!\w){after}{before}(?:{words})(?!\w)"
    return Phrases(re.compile(whole, re.IGNORECASE), re.compile(whole), frozenset(map(_beginning, phrases)))


def _beginning(phrase: str) -> str:
    words = _WORD.findall(phrase.split(_GAP)[0])
    return " ".join(words[:2])


def _phrase(phrase: str) -> str:
    text = _WITHIN_A_SENTENCE.join(re.escape(part) for part in phrase.removesuffix(_END).split(_GAP))
    text = text.replace(re.escape(_NUMBER), _A_NUMBER)
    return text + _AT_THE_END if phrase.endswith(_END) else text
