"""A kept document is the document, and anything that could change it makes it count as absent."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tiny import DIRECTIVE, ID, ROWS, SOURCE

from pipeline import cache as cache_module
from pipeline.cache import Cache, decode_document, encode_document
from pipeline.errors import ChithiError
from pipeline.read import SourceFile
from pipeline.records import Document

OF_A_DOCUMENT = (
    "clauses", "segments", "evidence", "anomalies", "stamps", "recipients", "citations", "assignments", "deadlines",
)  # fmt: skip
TABLES: dict[str, Any] = {name: ROWS[name] for name in OF_A_DOCUMENT}
DOCUMENT = Document(DIRECTIVE, **TABLES)


@pytest.fixture
def file(tmp_path: Path) -> SourceFile:
    path, sidecar = tmp_path / f"{ID}.txt", tmp_path / f"{ID}.toml"
    path.write_text(SOURCE, encoding="utf-8")
    sidecar.write_text('medium = "web"', encoding="utf-8")
    return SourceFile(ID, path, sidecar)


def test_a_document_comes_back_from_json_as_it_was() -> None:
    assert decode_document(json.loads(json.dumps(encode_document(DOCUMENT)))) == DOCUMENT


def test_a_kept_document_is_found_again(file: SourceFile, tmp_path: Path) -> None:
    assert Cache(tmp_path / "cache").get(file) is None
    Cache(tmp_path / "cache").put(file, DOCUMENT)
    assert Cache(tmp_path / "cache").get(file) == DOCUMENT


def test_without_a_folder_nothing_is_kept(file: SourceFile) -> None:
    Cache(None).put(file, DOCUMENT)
    assert Cache(None).get(file) is None


def test_a_change_of_text_sidecar_or_name_makes_it_absent(file: SourceFile, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(file, DOCUMENT)
    assert cache.get(replace(file, sidecar=None)) is None
    assert cache.get(SourceFile("khac", file.path.rename(tmp_path / "khac.txt"), file.sidecar)) is None
    (tmp_path / "khac.txt").rename(file.path)
    assert cache.get(file) == DOCUMENT
    file.path.write_text(SOURCE + " ", encoding="utf-8")
    assert cache.get(file) is None


def test_another_version_of_the_program_starts_anew(
    file: SourceFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path / "cache").put(file, DOCUMENT)
    monkeypatch.setattr(cache_module, "program_digest", lambda: "f" * 64)
    newer = Cache(tmp_path / "cache")
    assert newer.get(file) is None
    newer.put(file, DOCUMENT)
    assert len(list((tmp_path / "cache" / "chithi-parsed").iterdir())) == 1


def test_nothing_beside_the_cache_is_removed(file: SourceFile, tmp_path: Path) -> None:
    Cache(tmp_path).put(file, DOCUMENT)
    assert file.path.is_file()


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"directive": []}'])
def test_a_damaged_entry_counts_as_absent(file: SourceFile, tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(file, DOCUMENT)
    (entry,) = (tmp_path / "cache").rglob("*.json")
    entry.write_text(damage)
    assert cache.get(file) is None


def test_an_unwritable_cache_is_one_clear_sentence(file: SourceFile) -> None:
    with pytest.raises(ChithiError, match=r"chithi-parsed/\w+: cannot be written: Not a directory"):
        Cache(file.path).put(file, DOCUMENT)


def test_the_programs_digest_covers_its_code_and_code_lists() -> None:
    cache_module.program_digest.cache_clear()
    first = cache_module.program_digest()
    assert len(first) == 64
    assert cache_module.program_digest() == first
