"""An output is replaced whole or not at all, whatever goes wrong in between."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import ChithiError
from pipeline.output import MARKER, replacing


def write(target: Path, **files: str) -> None:
    with replacing(target) as folder:
        for name, content in files.items():
            (folder / name).write_text(content, encoding="utf-8")


def write_half(target: Path, error: Exception) -> None:
    with replacing(target) as folder:
        (folder / "a").write_text("half")
        raise error


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name != MARKER}


def test_a_new_output_is_written_and_an_old_one_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "made" / "on the way" / "out"
    write(target, a="1", b="2")
    assert contents(target) == {"a": "1", "b": "2"}
    write(target, a="3")
    assert contents(target) == {"a": "3"}
    assert list(target.parent.iterdir()) == [target]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    write(tmp_path / "out", a="1")
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", a="1")
    assert contents(tmp_path / "empty") == {"a": "1"}


def test_an_output_can_be_read_by_others(tmp_path: Path) -> None:
    write(tmp_path / "out", a="1")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o755


def test_a_failure_inside_leaves_the_old_output(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write(target, a="1")
    with pytest.raises(ZeroDivisionError):
        write_half(target, ZeroDivisionError())
    assert contents(target) == {"a": "1"}
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_one_clear_sentence_and_leaves_the_old_output(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write(target, a="1")
    with pytest.raises(ChithiError, match="cannot be written: No space left on device"):
        write_half(target, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert contents(target) == {"a": "1"}
    assert list(tmp_path.iterdir()) == [target]


def test_someone_elses_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.doc").write_text("years of work")
    with pytest.raises(ChithiError, match="did not write, and would lose them"):
        write(tmp_path / "home", a="1")
    assert contents(tmp_path / "home") == {"thesis.doc": "years of work"}


def test_neither_a_file_nor_a_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(ChithiError, match="is not a folder"):
            write(tmp_path / name, a="1")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "file" / "out", Path("/proc/chithi/out")):
        with pytest.raises(ChithiError, match="cannot be written"):
            write(target, a="1")


def test_a_folder_that_cannot_be_moved_aside_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out"
    write(target, a="1")
    rename = Path.rename

    def refuse_new(self: Path, to: Path) -> Path:
        if ".new-" in self.name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(ChithiError, match="Permission denied"):
        write(target, a="2")
    assert contents(target) == {"a": "1"}


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write(target, a="1")
    unfinished = tmp_path / ".out.new-dead"
    unfinished.mkdir()
    aside = tmp_path / ".out.old-dead"
    target.rename(aside)  # killed between the two renames
    with pytest.raises(ZeroDivisionError):
        write_half(target, ZeroDivisionError())
    assert contents(target) == {"a": "1"}
    assert list(tmp_path.iterdir()) == [target]


def test_a_build_at_the_same_time_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with replacing(target) as slow:
        (slow / "a").write_text("slow")
        write(target, a="fast")
        assert contents(target) == {"a": "fast"}
        assert (slow / "a").read_text() == "slow"
    assert contents(target) == {"a": "slow"}


def test_a_kill_in_the_middle_leaves_the_old_output(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write(target, a="1")
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from pipeline.output import replacing\n"
        "with replacing(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'a').write_text('half')\n"
        "    print('writing', flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, target], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)
    assert contents(target) == {"a": "1"}
    assert len(list(tmp_path.iterdir())) == 2
    write(target, a="2")
    assert contents(target) == {"a": "2"}
    assert list(tmp_path.iterdir()) == [target]
