"""Outputs are replaced whole: written beside their place and swapped in by renaming, never half.

    with replacing(Path("datapackage")) as folder:
        (folder / "datapackage.json").write_text(...)

Whoever reads the target sees the old output or the new one. A failure or a kill leaves the old one; what a
killed build left behind is cleared at the next one.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ChithiError

MARKER = ".chithi"
"""A file in every folder that this program wrote: only such a folder is ever replaced."""

_NOTICE = "Written by chithi: the whole folder is replaced at the next build.\n"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty folder to write in; it takes the target's place when the block ends without an error.

    The target must not exist, be empty, or be an earlier output. Raises `ChithiError` where it is anything
    else, or where the disk refuses.
    """
    target = target.absolute()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _recover(target)
        _refuse_foreign(target)
        new = Path(tempfile.mkdtemp(prefix=_prefix(target, "new"), dir=target.parent))
    except OSError as error:
        raise _unwritable(target, error) from error
    lock = _lock(new)
    try:
        yield new
        _finish(new)
        _swap(new, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        os.close(lock)
        shutil.rmtree(new, ignore_errors=True)


def _prefix(target: Path, state: str) -> str:
    return f".{target.name}.{state}-"


def _finish(folder: Path) -> None:
    (folder / MARKER).write_text(_NOTICE, encoding="utf-8")
    folder.chmod(0o755)  # mkdtemp makes folders that only their owner may read


def _swap(new: Path, target: Path) -> None:
    old = new.with_name(new.name.replace(".new-", ".old-"))
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(target: Path) -> None:
    """Put back an output that a killed build had moved aside, and remove what such builds left unfinished."""
    for old in sorted(target.parent.glob(_prefix(target, "old") + "*")):
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for new in sorted(target.parent.glob(_prefix(target, "new") + "*")):
        if not _is_locked(new):
            shutil.rmtree(new, ignore_errors=True)


def _lock(folder: Path) -> int:
    """Lock a folder, so that a build running at the same time leaves it alone; a kill frees it."""
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _is_locked(folder: Path) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _refuse_foreign(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise ChithiError(f"{target}: is not a folder. Give a new folder or an earlier output.")
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        raise ChithiError(
            f"{target}: holds files that this program did not write, and would lose them. "
            "Give a new folder, an empty one or an earlier output."
        )


def _unwritable(target: Path, error: OSError) -> ChithiError:
    reason = error.strerror or str(error)
    return ChithiError(f"{target}: cannot be written: {reason}. What was there before is untouched.")
