"""The command line: its help, its exit statuses, its sentences."""

import io
import itertools
import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tiny import ID

from pipeline.cli import Bar, Pages, main
from pipeline.serve import site_server

COMMANDS = sorted(main.commands)
DOCUMENT = """CHỈ THỊ
Về việc báo cáo

1. Sở Y tế báo cáo trước ngày 05/02/2021.
2. Sở Nội vụ theo dõi.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / f"{ID}.txt").write_text(DOCUMENT, encoding="utf-8")
    return folder


def test_the_commands_are_those_of_the_readme() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert COMMANDS == ["build", "evaluate", "explain", "package", "serve", "site", "validate", "works"]
    assert all(f"`{name}`" in readme for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described_with_an_example(name: str) -> None:
    command = main.commands[name]
    assert command.help
    assert command.epilog
    assert f"chithi {name}" in command.epilog
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"  chithi {name}" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["build", "--fast"],
        ["package"],
        ["package", "--source"],
        ["build", "--workers", "0"],
        ["validate"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_package_tells_what_it_did_and_where_to_look(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    result = run("package", "--source", source, "--output", output)
    assert result.exit_code == 0, result.output
    assert "documents: 1, clauses: 2, characters removed: 0," in result.stdout
    assert str(output / "datapackage.json") in result.stdout
    assert (output / "source" / f"{ID}.txt").read_text(encoding="utf-8") == DOCUMENT
    assert run("validate", output).exit_code == 0


def test_problems_are_listed_together_with_status_1(source: Path, tmp_path: Path) -> None:
    (source / "empty.txt").write_text("")
    (source / "latin.txt").write_bytes(b"S\xe9")
    (source / f"{ID}.toml").write_text("x = 1")
    result = run("package", "--source", source, "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert "3 problems:" in result.stderr
    assert "empty.txt: the file is empty" in result.stderr
    assert "latin.txt: byte 0xe9 at offset 1" in result.stderr
    assert f"{ID}.toml, x: no such key" in result.stderr
    assert not (tmp_path / "out").exists()


def test_bad_sources_leave_the_old_output_whole(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run("package", "--source", source, "--output", output)
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    (source / "empty.txt").write_text("")
    assert run("package", "--source", source, "--output", output).exit_code == 1
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before


def test_a_missing_source_folder_is_status_1(tmp_path: Path) -> None:
    result = run("package", "--source", tmp_path / "none", "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert "there is no such folder" in result.stderr


def test_an_unwritable_output_is_status_1(source: Path, tmp_path: Path) -> None:
    result = run("package", "--source", source, "--output", source / f"{ID}.txt" / "out")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_validate_lists_what_is_wrong(tiny_package: Path) -> None:
    assert run("validate", tiny_package).output == f"{tiny_package}: the data package is sound.\n"
    (tiny_package / "data" / "works.csv").unlink()
    result = run("validate", tiny_package)
    assert result.exit_code == 1
    assert "works.csv" in result.stderr


def test_explain_shows_each_line(source: Path) -> None:
    result = run("explain", source / f"{ID}.txt")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["1", "kept"], ["2", "kept"]]
    assert lines[2].split() == ["3", "blank"]
    assert lines[3].split() == ["4", "kept", "label", "1", "1."]
    assert lines[6].split() == ["5", "kept", "text", "2", "Sở", "Nội", "vụ", "theo", "dõi."]


def test_a_terminal_without_vietnamese_letters_is_no_obstacle(source: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "explain", str(source / f"{ID}.txt")]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(__file__).parents[1])}
    result = subprocess.run(command, env=environment, capture_output=True, encoding="latin-1", check=True)
    assert "CH\\u1ec8 TH\\u1eca" in result.stdout


def test_explain_of_no_file_is_status_1(tmp_path: Path) -> None:
    result = run("explain", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "none.txt: cannot be read" in result.stderr


def test_evaluate_gives_a_table_json_and_misses(source: Path, tiny_package: Path) -> None:
    gold = {"directive_id": ID, "directive": {"title": "Về báo cáo"}, "clauses": []}
    (source / f"{ID}.json").write_text(json.dumps(gold), encoding="utf-8")
    folders: list[str | Path] = ["--source", source, "--gold", source, "--datapackage", tiny_package]
    table = run("evaluate", *folders, "--misses")
    assert "clause tree             precision 0.0  recall 1.0" in table.stdout
    assert "  title               0/1" in table.stdout
    assert f"{ID} directive.title: gold 'Về báo cáo' found ''" in table.stderr
    report = json.loads(run("evaluate", *folders, "--json").stdout)
    assert report["directive fields"]["by field"] == {"title": "0/1"}


def test_works_lists_what_is_not_held_the_most_cited_first(tmp_path: Path) -> None:
    source, output = tmp_path / "texts", tmp_path / "package"
    source.mkdir()
    cites = {
        "a": "thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 và Công văn số 5/UBND-VX ngày 01/2/2020",
        "b": "theo Chỉ thị 16/CT-TTg ngày 31/3/2020",
        "c": "theo Chỉ thị số 16/CT-TTg ngày 31/3/2020",
        "d": "theo Chỉ thị số 16/CT-TTg ngày 31/3/2020; Chỉ thị số 16/CT-TTg",
    }
    for name, words in cites.items():
        (source / f"{name}.txt").write_text(
            f"CHỈ THỊ\nVề việc báo cáo\n\n1. Các sở {words}.\n", encoding="utf-8"
        )
    run("package", "--source", source, "--output", output)
    lines = run("works", "--missing", output).stdout.splitlines()
    assert lines[1].split() == ["4", "5", "2020-03-31", "chi-thi", "16/CT-TTg"]
    assert lines[2].strip() == "cited by a, b, c and 1 more"
    assert lines[3].split() == ["1", "1", "2020-02-01", "cong-van", "5/UBND-VX"]
    assert run("works", "--missing", "--limit", "1", output).stdout.endswith(
        "1 more: raise --limit to see them.\n"
    )


def test_works_can_leave_out_what_is_held(tiny_package: Path) -> None:
    path = tiny_package / "data" / "works.csv"
    assert "luat Luật Thú y" in run("works", "--missing", tiny_package).stdout
    path.write_text(
        path.read_text(encoding="utf-8").replace("Luật Thú y,,1", f"Luật Thú y,{ID},1"), encoding="utf-8"
    )
    assert f"luat Luật Thú y (held: {ID})" in run("works", tiny_package).stdout
    assert "Thú y" not in run("works", "--missing", tiny_package).stdout


def test_works_of_no_package_is_status_1(tmp_path: Path) -> None:
    result = run("works", "--missing", tmp_path)
    assert result.exit_code == 1
    assert "holds no datapackage.json. Run `chithi package` first." in result.stderr


class Screen(io.StringIO):
    """Standard error as a person sees it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "seconds", "shown"),
    [(Screen(), 5.0, True), (Screen(), 0.1, False), (io.StringIO(), 5.0, False)],
    ids=["a person waits", "too short to tell", "nobody watches"],
)
def test_progress_is_for_a_person_who_waits(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, shown: bool
) -> None:
    clock = itertools.count(0.0, seconds)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", stream)
    bar, pages = Bar(), Pages()
    bar(1, 2)
    bar(2, 2)
    pages("van-ban/")
    assert ("100%" in stream.getvalue()) == shown
    assert ("1 pages" in stream.getvalue()) == shown


def test_serve_needs_a_site_and_a_free_port(tmp_path: Path) -> None:
    assert "holds no site" in run("serve", "--site", tmp_path).stderr
    (tmp_path / "index.html").write_text("<!doctype html>")
    with site_server(tmp_path, 0) as taken:
        result = run("serve", "--site", tmp_path, "--port", str(taken.server_address[1]))
    assert result.exit_code == 1
    assert "cannot be used: Address already in use. Choose another with --port." in result.stderr


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    for name in ("index.html", "404.html", "a.json", "a.woff2", "a.ics"):
        (tmp_path / name).write_text(f"this is {name}")
    server: ThreadingHTTPServer = site_server(tmp_path, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/a.json", "application/json"),
        ("/a.woff2", "font/woff2"),
        ("/a.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_files_are_served_with_their_types(served: str, address: str, kind: str) -> None:
    with urllib.request.urlopen(served + address) as answer:  # noqa: S310 - our own server
        assert answer.headers["Content-Type"] == kind


def test_a_wrong_address_gets_the_sites_own_page(served: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{served}/none")  # noqa: S310 - our own server
    assert caught.value.code == 404
    assert caught.value.read() == b"this is 404.html"
