"""The scheme of topics, and the words that give each of them."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

from pipeline.codelists import read_csv
from pipeline.tables.topics import Topic

When = Literal["epidemic", "other", "always"]
"""Where the words count: in what speaks of a human epidemic, only elsewhere, or everywhere."""

_GAP, _END = "…", "$"
_AT_THE_END = r"\W{0,3}$"
_WITHIN_A_SENTENCE = r"[^.;]{0,60}?"


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The words of one topic as a pattern to search in a text in `match_key` form, small letters or capitals.

    `first_words` are the first words of its phrases in small letters: a text without any of them cannot match.
    `in_names` tells that its words count inside an agency's name too.
    """

    topic_id: str
    when: When
    in_names: bool
    reason: str
    pattern: re.Pattern[str]
    first_words: frozenset[str]
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
    return TopicWords(
        topic_id=entry["id"],
        when=cast(When, entry.get("when", "always")),
        in_names=entry.get("in_names", False),
        reason=entry["reason"],
        pattern=phrase_pattern(entry["words"], entry.get("not_before", ()), entry.get("not_after", ())),
        first_words=frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in entry["words"]),
        finds=tuple(entry["finds"]),
        spares=tuple(entry["spares"]),
    )


def phrase_pattern(
    phrases: Iterable[str], not_before: Iterable[str] = (), not_after: Iterable[str] = ()
) -> re.Pattern[str]:
    """Compile phrases to one pattern that finds them as whole words, the longest first.

    `…` in a phrase is up to 60 characters of one sentence (`xử lý…vi phạm`), `$` at its end the end of the text. A
    place where a phrase of `not_before` begins is passed over (`nhập cảnh trái phép` is no `nhập cảnh`), and one right after a text of `not_after`.
    """
    after = "".join(rf"(?<!{re.escape(text)})" for text in not_after)
    longer = "|".join(_phrase(phrase) for phrase in not_before)
    before = rf"(?!(?:{longer})(?!\w))" if longer else ""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(_phrase(phrase) for phrase in longest_first)
    return re.compile(rf"(?<!\w){after}{before}(?:{words})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    text = _WITHIN_A_SENTENCE.join(re.escape(part) for part in phrase.removesuffix(_END).split(_GAP))
    return text + _AT_THE_END if phrase.endswith(_END) else text
