"""A build gives the same bytes however it is run, and changes nothing unless it succeeds."""

import errno
import gc
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tiny import ID, SOURCE

from pipeline.build import Way, build, build_package, build_site_only
from pipeline.cache import Cache
from pipeline.errors import ChithiError, DataProblems
from pipeline.parsing import INLINE_UP_TO, InlineExecutor, executor_for, parse_all, parse_file
from pipeline.read import find_sources

ROOT = Path(__file__).parents[1]
REAL = ROOT / "source"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / f"{ID}.txt").write_text(
        "CHỈ THỊ\n\n1. Sở Y tế báo cáo.\n2. Sở Nội vụ theo dõi.\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The package of the five texts, built in this process."""
    folder = tmp_path_factory.mktemp("expected") / "package"
    build_package(REAL, folder, Way())
    return contents(folder)


def package(
    output: Path, *options: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, in another folder, and wait for it."""
    command = [sys.executable, "-m", "pipeline", "package", "--source", str(REAL), "--output", str(output)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.run(
        [*command, *options], cwd=output.parent, env=variables, text=True, capture_output=True, check=True
    )


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        ([], {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}),
        ([], {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles", "PYTHONUTF8": "0"}),
        (["--workers", "2"], {"PYTHONHASHSEED": "3"}),
    ],
)
def test_the_same_bytes_whatever_the_surroundings(
    expected: dict[str, bytes], tmp_path: Path, options: list[str], environment: dict[str, str]
) -> None:
    package(tmp_path / "out", *options, environment=environment)
    assert contents(tmp_path / "out") == expected


def test_the_same_bytes_from_a_cold_and_a_warm_cache(expected: dict[str, bytes], tmp_path: Path) -> None:
    for _ in range(2):
        build_package(REAL, tmp_path / "out", Way(cache=tmp_path / "cache"))
        assert contents(tmp_path / "out") == expected
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 5


def test_any_executor_will_do(expected: dict[str, bytes], tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        build_package(REAL, tmp_path / "out", Way(executor=executor))
        assert executor.submit(int, "1").result() == 1, "an executor that was given stays open"
    assert contents(tmp_path / "out") == expected


def test_the_package_rebuilds_itself_from_its_own_sources(expected: dict[str, bytes], tmp_path: Path) -> None:
    build_package(REAL, tmp_path / "first", Way())
    build_package(tmp_path / "first" / "source", tmp_path / "second", Way())
    assert contents(tmp_path / "second") == expected


def test_the_committed_package_is_what_the_sources_give(expected: dict[str, bytes]) -> None:
    committed = contents(ROOT / "datapackage")
    changed = {
        name for name in committed.keys() | expected.keys() if committed.get(name) != expected.get(name)
    }
    assert changed == set(), "run make build and commit datapackage/"


def test_sources_are_copied_byte_for_byte(expected: dict[str, bytes]) -> None:
    copies = {
        name.removeprefix("source/"): data for name, data in expected.items() if name.startswith("source/")
    }
    assert copies == {path.name: path.read_bytes() for path in REAL.iterdir()}


def test_no_output_names_this_machine_or_the_day(expected: dict[str, bytes]) -> None:
    strange = (str(ROOT).encode(), str(Path.home()).encode() + b"/", time.strftime("%Y-%m-%d").encode())
    for name, data in expected.items():
        assert not any(each in data for each in strange), name


def test_package_and_site_are_swapped_in_together(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    summary = build(source, data, site, Way())
    assert (summary.documents, summary.clauses) == (1, 2)
    assert (site / "index.html").is_file()
    before = contents(data) | contents(site)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (source / "khac.txt").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr("pipeline.site.build_site", full)
    with pytest.raises(ChithiError, match="No space left on device"):
        build(source, data, site, Way())
    assert contents(data) | contents(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site", "source"]


def test_a_site_is_built_from_a_package_alone(source: Path, tmp_path: Path) -> None:
    build(source, tmp_path / "data", tmp_path / "site", Way())
    shutil.rmtree(source)
    build_site_only(tmp_path / "data", tmp_path / "again", Way())
    assert contents(tmp_path / "again") == contents(tmp_path / "site")
    with pytest.raises(DataProblems, match=r"holds no datapackage\.json"):
        build_site_only(tmp_path, tmp_path / "none", Way())


def test_a_full_disk_leaves_the_old_package(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    build_package(source, output, Way())
    before = contents(output)
    write_bytes, written = Path.write_bytes, []

    def full_after_three(self: Path, data: bytes) -> int:
        written.append(self)
        if len(written) > 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write_bytes(self, data)

    monkeypatch.setattr(Path, "write_bytes", full_after_three)
    with pytest.raises(ChithiError, match="No space left on device"):
        build_package(source, output, Way())
    assert len(written) == 4
    assert contents(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "source"]


def test_a_kill_in_the_middle_leaves_the_old_package(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build_package(source, output, Way())
    before = contents(output)
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "import pipeline.build as build\n"
        "def stop(folder):\n"
        "    print('validating', flush=True)\n"
        "    time.sleep(60)\n"
        "build.validate = stop\n"
        "build.build_package(Path(sys.argv[1]), Path(sys.argv[2]), build.Way())\n"
    )
    command = [sys.executable, "-c", code, str(source), str(output)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"validating\n"
        process.send_signal(signal.SIGKILL)
    assert contents(output) == before
    build_package(source, output, Way())
    assert contents(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "source"]


def test_a_package_that_would_be_unsound_is_not_swapped_in(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes
    build_package(source, tmp_path / "out", Way())
    before = contents(tmp_path / "out")
    reads: list[Path] = []

    def edited_meanwhile(self: Path) -> bytes:
        reads.append(self)
        late = self.parent == source and reads.count(self) > 1
        return read_bytes(self) + (b"!" if late else b"")

    monkeypatch.setattr(Path, "read_bytes", edited_meanwhile)
    with pytest.raises(DataProblems, match="source_sha256: is not the digest"):
        build_package(source, tmp_path / "out", Way())
    monkeypatch.undo()
    assert contents(tmp_path / "out") == before


def test_a_curated_value_that_contradicts_the_text_is_an_error(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "source")
    sidecar = tmp_path / "source" / "son-la-2020-03-31-ket-luan.toml"
    with sidecar.open("a", encoding="utf-8") as stream:
        stream.write('\n[curated.province]\nvalue = "Lai Châu"\nreason = "A guess."\n')
    with pytest.raises(DataProblems, match=r"son-la-2020-03-31-ket-luan.*province"):
        build_package(tmp_path / "source", tmp_path / "out", Way())


def test_few_documents_are_parsed_here_and_many_by_workers() -> None:
    assert isinstance(executor_for(INLINE_UP_TO), InlineExecutor)
    assert isinstance(executor_for(10**6, workers=1), InlineExecutor)
    for executor in (executor_for(1, workers=2), executor_for(INLINE_UP_TO + 1, workers=2)):
        with executor:
            assert not isinstance(executor, InlineExecutor)


def test_workers_look_for_cycles_seldom() -> None:
    with executor_for(1, workers=2) as executor:
        assert executor.submit(gc.get_threshold).result() > (10_000,)


def test_progress_counts_every_document(source: Path) -> None:
    told: list[tuple[int, int]] = []
    files = find_sources(REAL)
    with InlineExecutor() as executor:
        parse_all(files, executor, Cache(None), lambda done, total: told.append((done, total)))
    assert told == [(done, 5) for done in range(6)]


def test_a_fault_of_the_program_names_the_file(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("pipeline.parsing.parse", broken)
    (file,) = find_sources(source)
    with pytest.raises(ZeroDivisionError) as caught:
        parse_file(file)
    assert caught.value.__notes__ == [f"while parsing {ID}.txt"]
