"""Assignments against gold that names every body made responsible: what is met, invented, open, in what role."""

from typing import Any

from pipeline.evaluate.assignments import Duty, compare_assignments
from pipeline.evaluate.figures import Evaluation
from pipeline.evaluate.gold import GoldDocument

IDS = {"ủy ban nhân dân huyện": "uy-ban-nhan-dan-huyen", "công an xã": "cong-an-xa"}


def gold_of(rows: list[tuple[str, str, str]], either: list[tuple[str, str, str]]) -> GoldDocument:
    gold = {
        "assignments_complete": True,
        "assignments": [{"path": path, "agency": agency, "role": role} for path, agency, role in rows],
        "assignments_either": [
            {"path": path, "agency": agency, "role": role} for path, agency, role in either
        ],
    }
    return GoldDocument("vi-du", gold, "", [])


def figures(gold: GoldDocument, found: list[Duty]) -> tuple[dict[str, Any], list[str]]:
    evaluation = Evaluation()
    compare_assignments(evaluation, gold, found, IDS)
    return evaluation.report(), evaluation.misses


def test_rows_are_met_missed_invented_or_open() -> None:
    gold = gold_of(
        [("1", "Sở Y tế", "lead"), ("1", "Công an tỉnh", "coordinate"), ("2", "Sở Tài chính", "assigned")],
        [("3", "Các cơ quan, đơn vị", "instructed")],
    )
    found = [
        Duty("1", "sở y tế", "lead"),
        Duty("1", "công an tỉnh", "assigned"),  # met, in another role
        Duty("2", "sở công thương", "assigned"),  # invented
        Duty("3", "các cơ quan, đơn vị", "instructed"),  # open: neither right nor wrong
    ]
    report, misses = figures(gold, found)
    assert report["assignments (complete)"] == {
        "precision": 0.6667,
        "recall": 0.6667,
        "f1": 0.6667,
        "gold": 3,
    }
    assert report["assignments (recall)"]["recall"] == 0.6667
    assert report["assignment roles"] == {"accuracy": 0.5, "of": 2}
    assert "vi-du assignments (complete): extra ('2', 'sở công thương')" in misses
    assert "vi-du assignment roles: gold ('1', 'công an tỉnh') ['coordinate'] found assigned" in misses


def test_a_second_role_that_the_gold_lets_a_body_have_is_right_too() -> None:
    gold = gold_of([("1", "Công an tỉnh", "requested")], [("1", "Công an tỉnh", "lead")])
    for role, accuracy in (("requested", 1.0), ("lead", 1.0), ("coordinate", 0.0)):
        report, _ = figures(gold, [Duty("1", "công an tỉnh", role)])
        assert report["assignment roles"] == {"accuracy": accuracy, "of": 1}


def test_an_open_row_is_not_judged_by_the_role_of_a_longer_name_that_holds_it() -> None:
    gold = gold_of(
        [("2", "Ban cán sự đảng Ủy ban nhân dân tỉnh", "assigned")],
        [("2", "Ủy ban nhân dân tỉnh", "assigned")],
    )
    report, _ = figures(gold, [Duty("2", "ủy ban nhân dân tỉnh", "instructed")])
    assert "assignment roles" not in report


def test_gold_may_name_a_body_as_listed_or_as_printed() -> None:
    gold = gold_of(
        [
            ("1", "Ủy ban nhân dân huyện", "assigned"),
            ("2", "Công an xã", "assigned"),
            ("3", "Báo Phú Thọ", "assigned"),
        ],
        [],
    )
    found = [
        Duty("1", "ủy ban nhân dân các huyện, thị xã", "assigned", "uy-ban-nhan-dan-cap-huyen"),
        Duty("2", "công an cấp xã", "assigned", "cong-an-xa"),
        Duty("3", "báo tỉnh", "assigned", "bao-tinh", "báo phú thọ"),
    ]
    report, _ = figures(gold, found)
    assert report["assignments (complete)"]["f1"] == 1.0


def test_the_same_name_in_another_clause_is_not_met() -> None:
    report, _ = figures(gold_of([("1", "Sở Y tế", "lead")], []), [Duty("2", "sở y tế", "lead")])
    assert report["assignments (complete)"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1}
    assert "assignment roles" not in report


def test_gold_of_the_plain_cases_alone_measures_no_precision() -> None:
    gold = GoldDocument("vi-du", {"assignments": [{"path": "1", "agency": "Sở Y tế"}]}, "", [])
    report, _ = figures(gold, [Duty("1", "sở y tế tỉnh", "lead"), Duty("2", "sở tài chính", "lead")])
    assert report["assignments (recall)"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1}
    assert "assignments (complete)" not in report
