"""Each gold document claims every line of its text exactly once, and is well formed."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.codelists.agency_index import agencies
from pipeline.codelists.topics import topics
from pipeline.tables.audit import StampKind
from pipeline.tables.core import (
    Branch,
    ClauseKind,
    Confidentiality,
    DateBasis,
    Directive,
    DocumentType,
    Medium,
    Role,
    SigningCapacity,
    Urgency,
)
from pipeline.tables.meaning import AssignmentRole, DeadlineKind, RecipientList, Relation
from pipeline.text import match_key

ROOT = Path(__file__).parents[1]
GOLD = Path(__file__).parent / "gold"
SETS = {
    name: GOLD / name
    for name in ("public", "shaped", "opened", "opened-later", "opened-third", "unseen", "unseen-second")
}
INVENTED = [folder for name, folder in SETS.items() if name != "public"]
FILES = [
    pytest.param(path, id=path.stem) for folder in SETS.values() for path in sorted(folder.glob("*.json"))
]

KEYS = {
    "directive_id", "directive", "clauses", "citations", "deadlines", "recipients", "assignments", "stamps",
    "removed_lines", "either_lines", "matter_lines",
}  # fmt: skip
OPTIONAL = {"either_lines", "assignments_complete", "assignments_either", "topics"}
ENUMS = {
    "document_type": DocumentType, "issuer_branch": Branch, "issued_on_basis": DateBasis, "urgency": Urgency,
    "signing_capacity": SigningCapacity, "confidentiality": Confidentiality,
}  # fmt: skip
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
TOKENS = {
    "part": r"part\d+", "chapter": r"chap\d+", "section": r"sec\d+|[A-Z]", "subsection": r"subsec\d+",
    "article": r"art\d+", "clause": r"\d+",
    "point": r"[a-z]{1,4}", "bullet": r"bul\d+", "paragraph": r"par\d+",
}  # fmt: skip
ROOTS = {"preamble", "closing"}


def _load(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def _lines(path: Path) -> list[str]:
    """The text's lines; the five real texts lie in source/, the others beside their gold."""
    beside = path.with_suffix(".txt")
    text_path = beside if beside.exists() else ROOT / "source" / beside.name
    return text_path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")


def _aside(gold: dict[str, Any]) -> set[int]:
    return set(gold["removed_lines"]) | set(gold.get("either_lines", []))


def _range(clause: dict[str, Any]) -> range:
    first, last = clause["lines"]
    return range(first, last + 1)


def _text(lines: list[str], clause: dict[str, Any], aside: set[int]) -> str:
    text = _plain(" ".join(lines[n - 1] for n in _range(clause) if n not in aside))
    start, end = clause.get("cut", (0, len(text)))
    return text[start:end].strip()


def _inked(gold: dict[str, Any], lines: list[str]) -> Counter[int]:
    """How many clauses stand on each line of clause text."""
    numbers = (n for clause in gold["clauses"] for n in _range(clause))
    aside = _aside(gold)
    return Counter(n for n in numbers if n not in aside and _plain(lines[n - 1]))


def _claims(gold: dict[str, Any], lines: list[str]) -> Iterator[tuple[int, str]]:
    """Each line with ink that the gold names, and by what; clauses are apart."""
    for name in ("removed_lines", "either_lines", "matter_lines"):
        for number in gold.get(name, []):
            yield number, name
    for number in sorted({recipient["line"] for recipient in gold["recipients"]}):
        yield number, "recipients"
    for number in _inked(gold, lines):
        yield number, "clauses"


@pytest.mark.parametrize("path", FILES)
def test_every_line_with_ink_is_claimed_once(path: Path) -> None:
    gold, lines = _load(path), _lines(path)
    claims = Counter(number for number, _ in _claims(gold, lines))
    ink = {number for number, line in enumerate(lines, 1) if _plain(line)}
    assert set(claims) == ink
    assert [number for number, count in claims.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES)
def test_clauses_tile_their_lines_in_reading_order(path: Path) -> None:
    gold, lines = _load(path), _lines(path)
    aside = _aside(gold)
    shared = Counter(
        n for clause in gold["clauses"] for n in _range(clause) if n not in aside and _plain(lines[n - 1])
    )
    for clause in gold["clauses"]:
        first, last = clause["lines"]
        assert 1 <= first <= last <= len(lines), clause
        assert _plain(lines[first - 1]), clause
        assert _plain(lines[last - 1]), clause
        assert "cut" in clause or max(shared[n] for n in _range(clause)) == 1, clause
    starts = [clause["lines"] for clause in gold["clauses"]]
    assert starts == sorted(starts, key=lambda span: span[0])
    inked = "".join(_plain(lines[n - 1]) for n in sorted(shared))
    claimed = "".join(_text(lines, clause, aside) for clause in gold["clauses"])
    assert claimed.replace(" ", "") == inked.replace(" ", "")


@pytest.mark.parametrize("path", FILES)
def test_labels_stand_at_the_start_of_their_clauses(path: Path) -> None:
    gold, lines = _load(path), _lines(path)
    for clause in gold["clauses"]:
        text = _text(lines, clause, _aside(gold))
        bare = text if clause["label"].startswith("*") else text.replace("*", "").strip()
        assert bare.startswith(clause["label"]), clause
        assert (clause["label"] == "") == (clause["kind"] == "paragraph"), clause
        assert clause["label"] == _plain(clause["label"]), clause


@pytest.mark.parametrize("path", FILES)
def test_paths_are_well_formed_and_have_their_parents(path: Path) -> None:
    clauses = _load(path)["clauses"]
    paths = [clause["path"] for clause in clauses]
    assert len(set(paths)) == len(paths)
    for clause in clauses:
        head, _, last = clause["path"].rpartition(".")
        assert re.fullmatch(rf"(?:{TOKENS[clause['kind']]})(?:~\d+)?", last), clause
        assert not head or head in ROOTS or re.fullmatch(r"annex\d+", head) or head in paths, clause
        root = clause["path"].split(".")[0]
        role = root if root in ROOTS else "annex" if re.fullmatch(r"annex\d+", root) else "operative"
        assert clause["role"] == role, clause


@pytest.mark.parametrize("path", FILES)
def test_values_are_of_the_declared_kinds(path: Path) -> None:
    gold = _load(path)
    assert set(gold) | OPTIONAL == KEYS | OPTIONAL
    assert gold["directive_id"] == path.stem
    assert set(gold["directive"]) <= set(Directive.__dataclass_fields__)
    for column, values in ENUMS.items():
        assert gold["directive"].get(column) in {*get_args(values), None}, column
    assert {clause["kind"] for clause in gold["clauses"]} <= set(get_args(ClauseKind))
    assert {clause["role"] for clause in gold["clauses"]} <= set(get_args(Role))
    assert {citation["type"] for citation in gold["citations"]} <= set(get_args(DocumentType))
    assert {citation.get("relation", "cites") for citation in gold["citations"]} <= set(get_args(Relation))
    assert {deadline["kind"] for deadline in gold["deadlines"]} <= set(get_args(DeadlineKind))
    assert {recipient["list"] for recipient in gold["recipients"]} <= set(get_args(RecipientList))
    assert {stamp["kind"] for stamp in gold["stamps"]} <= set(get_args(StampKind))


@pytest.mark.parametrize("path", FILES)
def test_dates_are_dates_and_references_resolve(path: Path) -> None:
    gold = _load(path)
    dates = [gold["directive"].get("issued_on"), *(c["date"] for c in gold["citations"])]
    dates += [d[end] for d in gold["deadlines"] for end in ("starts_on", "ends_on")]
    dates += [stamp["stamped_on"] for stamp in gold["stamps"]]
    for value in filter(None, dates):
        assert date.fromisoformat(value).isoformat() == value
    paths = {clause["path"] for clause in gold["clauses"]}
    tables = ("citations", "deadlines", "assignments", "assignments_either")
    used = {row["path"] for table in tables for row in gold.get(table, [])}
    assert used <= paths
    stamped = {n for stamp in gold["stamps"] for n in _range(stamp) if _plain(_lines(path)[n - 1])}
    assert stamped <= _aside(gold)


@pytest.mark.parametrize("path", FILES)
def test_topics_are_of_the_scheme_and_of_clauses(path: Path) -> None:
    gold = _load(path)
    roles = {clause["path"]: clause["role"] for clause in gold["clauses"]}
    for row in gold.get("topics", []):
        assert roles[row["path"]] != "preamble"
        assert row["topics"]
        assert set(row["topics"]) <= {topic.topic_id for topic in topics()}


def test_topics_are_annotated_in_the_public_documents_and_in_twenty_others() -> None:
    annotated = {
        path.stem for folder in SETS.values() for path in folder.glob("*.json") if "topics" in _load(path)
    }
    assert {path.stem for path in SETS["public"].glob("*.json")} <= annotated
    assert len(annotated) >= 25


@pytest.mark.parametrize("path", FILES)
def test_recipients_are_named_by_their_lines(path: Path) -> None:
    lines = _lines(path)
    for recipient in _load(path)["recipients"]:
        line = _plain(lines[recipient["line"] - 1])
        assert _plain(recipient.get("name", line)).split(" ")[0] in line, recipient


def _agency_key(name: str) -> str:
    return match_key(_plain(name.replace("*", ""))).casefold()


@pytest.mark.parametrize("path", FILES)
def test_complete_assignments_have_roles_and_agencies_listed_or_printed(path: Path) -> None:
    gold, lines = _load(path), _lines(path)
    if not gold.get("assignments_complete"):
        assert "assignments_either" not in gold
        return
    texts = {clause["path"]: _agency_key(_text(lines, clause, _aside(gold))) for clause in gold["clauses"]}
    listed = {agency.name for agency in agencies()}
    rows = gold["assignments"] + gold.get("assignments_either", [])
    assert len({(row["path"], row["agency"], row["role"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["role"] in get_args(AssignmentRole), row
        assert row["agency"] in listed or _agency_key(row["agency"]) in texts[row["path"]], row


@pytest.mark.parametrize("folder", INVENTED, ids=lambda folder: folder.name)
def test_each_invented_document_is_whole(folder: Path) -> None:
    golds, texts = {p.stem for p in folder.glob("*.json")}, {p.stem for p in folder.glob("*.txt")}
    assert golds == texts == {p.stem for p in folder.glob("*.toml")}
    for path in folder.glob("*.toml"):
        medium = re.match(r'medium = "(\w+)"\n', path.read_text(encoding="utf-8"))
        assert medium is not None, path.name
        assert medium[1] in get_args(Medium)


def test_no_document_is_in_two_sets() -> None:
    stems = Counter(path.stem for folder in SETS.values() for path in folder.glob("*.json"))
    assert [stem for stem, count in stems.items() if count > 1] == []
    assert len(list(SETS["shaped"].glob("*.json"))) >= len(list(SETS["opened"].glob("*.json")))
