"""Who may import whom, who may write, who may print: the shape of the program, read off its code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "pipeline"
MODULES = sorted(PROGRAM.rglob("*.py"))

STAGES = {"read", "clean", "structure", "enrich", "link", "package", "site"}

# What runs the stages; no stage knows of it.
ABOVE = {
    "__init__", "__main__", "build", "cache", "cli", "corpus", "document", "evaluate", "explain", "output",
    "parsing", "rulebook", "serve", "validate",
}  # fmt: skip
PRINTERS = {"cli.py"}

# `build` decides what is written where; `output` swaps it in, `site` fills the folder that it is given.
WRITERS = {"build", "cache", "output", "site"}


def part(path: Path) -> str:
    """The stage or module that a file belongs to, e.g. `clean` for `clean/web.py`."""
    return path.relative_to(PROGRAM).parts[0].removesuffix(".py")


# What all stages share: records, text primitives, rules, code lists, tables and the like.
SHARED = {part(path) for path in MODULES} - STAGES - ABOVE


def imported(path: Path) -> Iterator[str]:
    """The parts of the program that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("pipeline."))


def calls(path: Path) -> Iterator[str]:
    """The names that a file calls: `print`, `exit`, `write_text` …"""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) in STAGES], ids=str)
def test_a_stage_imports_nothing_but_itself_and_what_all_share(path: Path) -> None:
    assert set(imported(path)) <= SHARED | {part(path)}


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) in SHARED], ids=str)
def test_what_all_share_knows_no_stage(path: Path) -> None:
    assert set(imported(path)) <= SHARED


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if path.relative_to(PROGRAM).as_posix() not in PRINTERS:
        assert not {"print", "echo", "secho", "exit"} & set(calls(path))


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) not in WRITERS], ids=str)
def test_nothing_is_written_elsewhere(path: Path) -> None:
    assert not {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmtree"} & set(calls(path))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_functions_stay_small(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, node.name
