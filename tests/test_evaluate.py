"""Figures on a case small enough to be worked out by hand."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tiny import ID, SOURCE

from pipeline.errors import DataProblems
from pipeline.evaluate import Evaluation, evaluate
from pipeline.evaluate.figures import Tally
from pipeline.evaluate.gold import fold

# What a reader finds in the tiny document; where the package says otherwise, a note says so.
GOLD: dict[str, Any] = {
    "directive_id": ID,
    "directive": {"document_type": "chi-thi", "province": "Sơn La", "number": None, "title": "Về báo cáo"},
    "clauses": [
        {"path": "preamble.par1", "label": "", "kind": "paragraph", "role": "preamble", "lines": [3, 3]},
        {"path": "1", "label": "1.", "kind": "clause", "role": "operative", "lines": [4, 6]},
        {"path": "1.a", "label": "a)", "kind": "point", "role": "operative", "lines": [7, 7]},
        {"path": "1.b", "label": "", "kind": "point", "role": "operative", "lines": [7, 7], "cut": [3, 7]},
    ],
    "citations": [
        {"path": "1", "type": "chi-thi", "number": "16/CT-TTg", "date": "2020-03-31", "relation": "replaces"},
        {"path": "preamble.par1", "type": "luat", "number": None, "date": None},
    ],
    "deadlines": [
        {"path": "1", "kind": "due", "starts_on": None, "ends_on": "2021-02-05"},
        {"path": "1.a", "kind": "event", "starts_on": None, "ends_on": None},
    ],
    "recipients": [{"list": "addressee", "line": 7, "name": "SỞ Y TẾ"}, {"list": "distribution", "line": 7}],
    "assignments": [{"path": "1", "agency": "sở y"}, {"path": "1.a", "agency": "Khoa Dược"}],
    "stamps": [{"kind": "seal", "number": None, "stamped_on": None}],
    "removed_lines": [2, 5],
    "either_lines": [1],
}


def score(tmp_path: Path, package: Path, gold: dict[str, Any]) -> Evaluation:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / f"{ID}.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / f"{ID}.txt").write_text(SOURCE, encoding="utf-8")
    return evaluate(folder, folder, package)


def test_every_figure_of_the_tiny_document(tmp_path: Path, tiny_package: Path) -> None:
    report = score(tmp_path, tiny_package, GOLD).report()
    assert report == {
        # three of the gold's four clauses, nothing else: recall 3/4, f1 = 2 · 0.75 / 1.75
        "clause tree": {"precision": 1.0, "recall": 0.75, "f1": 0.8571, "gold": 4},
        "clause text": {"precision": 1.0, "recall": 0.75, "f1": 0.8571, "gold": 4},
        # the law has neither number nor date, so neither side counts it; the directive was not found
        "citations": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1},
        "relations": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1},
        "deadlines": {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "gold": 2},
        "recipients": {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "gold": 2},
        "assignments (recall)": {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "gold": 2},
        # a seal is not scored, and nothing else is there to find
        "stamps": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 0},
        "removed lines": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 2},
        "directive fields": {
            "accuracy": 0.75,
            "of": 4,
            "by field": {"document_type": "1/1", "province": "1/1", "number": "1/1", "title": "0/1"},
        },
        "ledger exact": "1/1",
    }


def test_misses_are_told(tmp_path: Path, tiny_package: Path) -> None:
    misses = score(tmp_path, tiny_package, GOLD).misses
    assert f"{ID} directive.title: gold 'Về báo cáo' found ''" in misses
    assert f"{ID} clause text: missed ('1.b', 'giao')" in misses
    assert f"{ID} recipients: missed ('distribution', 'a) giao khoa dược')" in misses


def test_gold_without_optional_parts_gives_no_figures_for_them(tmp_path: Path, tiny_package: Path) -> None:
    gold = {name: GOLD[name] for name in ("directive_id", "directive", "clauses")}
    report = score(tmp_path, tiny_package, gold).report()
    assert list(report) == ["clause tree", "clause text", "directive fields", "ledger exact"]


def test_topics_count_by_clause_and_topic(tmp_path: Path, tiny_package: Path) -> None:
    topics = [
        {"path": "1", "topics": ["to-chuc-thuc-hien", "giao-duc"]},
        {"path": "1.a", "topics": ["y-te-khac"]},
    ]
    report = score(tmp_path, tiny_package, GOLD | {"topics": topics}).report()
    # one found, one of the gold's three: recall 1/3, f1 = 2 · (1/3) / (4/3)
    assert report["topics"] == {"precision": 1.0, "recall": 0.3333, "f1": 0.5, "gold": 3}


def test_a_document_that_the_package_lacks_counts_as_missed(tmp_path: Path, tiny_package: Path) -> None:
    for table in ("directives", "clauses", "segments"):
        path = tiny_package / "data" / f"{table}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(ID, "khac"), encoding="utf-8")
    evaluation = score(tmp_path, tiny_package, GOLD)
    report = evaluation.report()
    assert report["clause tree"]["recall"] == 0.0
    assert report["directive fields"]["accuracy"] == 0.0
    assert report["ledger exact"] == "0/1"
    assert f"{ID} ledger: the segments do not cover the source exactly once" in evaluation.misses


def test_a_ledger_with_a_gap_is_not_exact(tmp_path: Path, tiny_package: Path) -> None:
    path = tiny_package / "data" / "segments.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    path.write_text("\n".join(",".join(row) for row in rows[:-1]) + "\n", encoding="utf-8")
    assert score(tmp_path, tiny_package, GOLD).report()["ledger exact"] == "0/1"


def test_a_thing_counts_as_often_as_it_occurs() -> None:
    tally = Tally()
    assert tally.add(["a", "a", "b"], ["a", "c"]) == (["a", "b"], ["c"])
    assert tally.figures() == {"precision": 0.5, "recall": 0.3333, "f1": 0.4, "gold": 3}


def test_texts_are_compared_without_emphasis_case_and_old_tone_places() -> None:
    assert fold("  **UỶ BAN**\u200b nhân\n dân Hoà Bình ") == "ủy ban nhân dân hòa bình"
    assert fold("Quý hoàn") == "quý hoàn"


def test_what_is_missing_is_said(tmp_path: Path, tiny_package: Path) -> None:
    with pytest.raises(DataProblems, match="holds no gold"):
        evaluate(tmp_path, tmp_path, tiny_package)
    with pytest.raises(DataProblems, match=r"holds no datapackage\.json"):
        evaluate(tmp_path, tmp_path, tmp_path)
    (tmp_path / "a.json").write_text("[]")
    with pytest.raises(DataProblems, match=r"a\.json: is not gold"):
        evaluate(tmp_path, tmp_path, tiny_package)
    (tmp_path / "a.json").write_text('{"directive_id": "a", "clauses": []}')
    with pytest.raises(DataProblems, match=r"its source a\.txt is not in"):
        evaluate(tmp_path, tmp_path, tiny_package)
