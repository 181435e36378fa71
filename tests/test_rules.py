"""Every rule of every stage: its examples both ways, its description, its pattern's cost."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from pipeline.clean import STEPS, furniture, paging, rules, stamp_rules, stamps, web
from pipeline.read import decode
from pipeline.rulebook import RULES
from pipeline.rules import Rule, opens_line
from pipeline.tables.schema import SLUG
from pipeline.text import match_key, normalise

IDS = [rule.id for rule in RULES]
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
LONGEST_REPEAT = 1000


def bounds(pattern: Any) -> Iterator[int]:
    """The upper bound of each repeat of a parsed pattern, nested ones included."""
    for operation, argument in pattern:
        if operation in REPEATS:
            yield argument[1]
        for part in _parts(argument):
            if isinstance(part, _parser.SubPattern):
                yield from bounds(part)


def _parts(argument: Any) -> Iterator[Any]:
    if isinstance(argument, list | tuple) and not isinstance(argument, _parser.SubPattern):
        for part in argument:
            yield from _parts(part)
    else:
        yield argument


def test_ids_are_unique_and_well_formed() -> None:
    assert [each for each, count in Counter(IDS).items() if count > 1] == []
    assert [each for each in IDS if not re.fullmatch(SLUG, each)] == []


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_says_why_and_shows_a_line(rule: Rule) -> None:
    assert rule.reason.strip()
    assert rule.matches
    assert all(each.strip() for each in rule.matches)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pattern], ids=lambda rule: rule.id)
def test_a_rule_hits_what_it_must_and_spares_what_it_must_not(rule: Rule) -> None:
    assert [line for line in rule.matches if not rule.finds(line)] == []
    assert [line for line in rule.spares if rule.finds(line)] == []
    assert rule.spares, "a rule needs a near miss"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pattern], ids=lambda rule: rule.id)
def test_a_pattern_repeats_nothing_without_end(rule: Rule) -> None:
    assert rule.pattern is not None
    parsed = _parser.parse(rule.pattern.pattern, rule.pattern.flags & ~re.UNICODE)
    for most in bounds(parsed):
        assert most != _constants.MAXREPEAT, f"{rule.id}: an unbounded repeat"
        assert most <= LONGEST_REPEAT, f"{rule.id}: a repeat of up to {most}"


@pytest.fixture(scope="module")
def gold_lines() -> list[str]:
    """Every line of the real documents and of the gold open to all, in the form that patterns are matched on."""
    tests = Path(__file__).parent
    folders = (
        tests.parent / "source",
        *(tests / "gold" / name for name in ("shaped", "opened", "opened-later", "opened-third")),
    )
    paths = [path for folder in folders for path in folder.glob("*.txt")]
    texts = (decode(path.read_bytes(), path.name)[0] for path in sorted(paths))
    return [match_key(normalise(line)) for text in texts for line in text.split("\n")]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pattern], ids=lambda rule: rule.id)
def test_a_pattern_meets_a_line_of_some_document(rule: Rule, gold_lines: list[str]) -> None:
    assert any(rule.search(line) for line in gold_lines), "add a gold document that needs this rule"


@pytest.fixture(scope="module")
def keys() -> list[str]:
    """All lines of the five texts and of the shaped gold, and all examples, as patterns see them."""
    root = Path(__file__).parents[1]
    files = [*(root / "source").glob("*.txt"), *(root / "tests/gold/shaped").glob("*.txt")]
    lines = [line for file in files for line in decode(file.read_bytes(), file.name)[0].splitlines()]
    lines += [line for rule in RULES for line in (*rule.matches, *rule.spares)]
    return sorted({match_key(normalise(line)) for line in lines})


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pattern], ids=lambda rule: rule.id)
def test_the_quick_search_finds_what_the_pattern_finds(rule: Rule, keys: list[str]) -> None:
    assert rule.pattern
    assert [key for key in keys if bool(rule.search(key)) != bool(rule.pattern.search(key))] == []


def test_a_pattern_opens_a_line_only_where_each_alternative_does() -> None:
    opening = ("^a", "(?i)^a|^b", "^[^|]a", r"^\|a", "^(?:a|b)", r"^[^\])]{1,3}(?:a(b|c))|^d")
    assert [pattern for pattern in opening if not opens_line(pattern)] == []
    assert [pattern for pattern in ("^a|b", "a^", "(?:^a|b)", r"^[^\])]|c") if opens_line(pattern)] == []


@pytest.mark.parametrize(
    ("find", "rule"),
    [
        (stamps.received_stamps, stamp_rules.RECEIVED_STAMP),
        (stamps.digital_signatures, stamp_rules.SIGNATURE_BLOCK),
        (furniture.table_bars, rules.TABLE_BAR),
        (furniture.heading_marks, rules.HEADING_MARK),
        (furniture.file_paths, rules.FILE_PATH),
        (furniture.party_stars, rules.STAR),
        (web.page_names, rules.PAGE_NAME),
        (furniture.gazette_heads, rules.GAZETTE),
    ],
)
def test_the_sign_of_a_step_stands_where_its_rule_does(find: object, rule: Rule) -> None:
    sign = next(step.sign for step in STEPS if step.find is find)
    assert sign is not None
    for example in rule.matches:
        assert sign.search(match_key(normalise(example))), example


@pytest.mark.parametrize(
    ("rule", "longest"),
    [
        (rules.PAGE_BREAK, paging._BREAK_LENGTH),
        (rules.PAGE_NUMBER, paging._NUMBER_LENGTH),
        (rules.RELATED, web._RELATED),
    ],
)
def test_a_rule_finds_no_line_that_is_too_long_to_be_asked(rule: Rule, longest: int) -> None:
    parsed = _parser.parse(rule.pattern.pattern if rule.pattern else "")
    assert parsed.getwidth()[1] <= longest
