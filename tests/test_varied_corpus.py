"""The made-up corpus of the benchmark: the same each time, and really varied."""

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import write_sources
from benchmarks.variation import parts_of

COUNT = 194
"""Twice the gold documents that everyone may read, so each shape comes twice."""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("varied") / "source"
    write_sources(folder, COUNT)
    return _texts(folder)


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def test_the_same_call_writes_the_same_bytes_and_another_seed_others(
    texts: dict[str, str], tmp_path: Path
) -> None:
    write_sources(tmp_path / "again", 5)
    write_sources(tmp_path / "other", 5, seed=1)
    again, other = _texts(tmp_path / "again"), _texts(tmp_path / "other")
    assert again == {name: texts[name] for name in again}
    assert all(text != texts[name] for name, text in other.items())


def test_two_documents_of_one_shape_have_different_sentences(texts: dict[str, str]) -> None:
    """Long lines are clauses for the most part; few of six words on end stand in both of a pair."""
    shared = total = 0
    for index in range(COUNT // 2):
        one, other = (_runs(texts[f"ban-{number:05}.txt"]) for number in (index, index + COUNT // 2))
        shared += len(one & other)
        total += min(len(one), len(other))
    assert shared / total < 0.25


def _runs(text: str) -> set[tuple[str, ...]]:
    lines = (re.findall(r"\w+", line) for line in text.split("\n"))
    return {tuple(words[at : at + 6]) for words in lines if len(words) > 15 for at in range(len(words) - 5)}


def test_the_documents_have_numbers_of_their_own(texts: dict[str, str]) -> None:
    numbers = Counter(
        match[1] for text in texts.values() if (match := re.search(r"^Số: *(\d+)/", text, re.M))
    )
    assert numbers.total() > 50
    assert len(numbers) > 0.9 * numbers.total()


def test_clauses_are_found_by_their_gold() -> None:
    gold = {
        "clauses": [
            {"path": "1", "label": "1.", "kind": "clause", "role": "operative", "lines": [2, 4]},
            {"path": "2", "label": "2.", "kind": "clause", "role": "operative", "lines": [5, 5]},
        ],
        "removed_lines": [3],
    }
    lines = [
        "KẾT LUẬN",
        "1. Sở Y tế chủ trì, phối hợp",
        "--- 2 ---",
        "với các huyện.",
        "2. Ngắn quá.",
        "Nơi nhận:",
    ]
    parts = parts_of("\n".join(lines), gold)
    assert [(part.label, part.text) for part in parts] == [
        ("", "KẾT LUẬN"),
        ("1.", "Sở Y tế chủ trì, phối hợp với các huyện."),
        ("2.", "Ngắn quá."),
        ("", "Nơi nhận:"),
    ]
    assert [bool(part.group) for part in parts] == [False, True, False, False]
