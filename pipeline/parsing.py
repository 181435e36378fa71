"""One pure function mapped over all sources, on one core or many: the only place that knows of workers.

Any `concurrent.futures.Executor` will do: the inline one here, a process pool, or a cluster's, such as what
Dask's `Client.get_executor()` gives. Workers return failures as data and never write. The result does not
depend on which.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from typing import Any, ParamSpec, TypeVar

from pipeline.cache import Cache
from pipeline.document import parse
from pipeline.errors import DataProblems, Problem
from pipeline.read import SourceFile, read_source
from pipeline.records import Document

P = ParamSpec("P")
R = TypeVar("R")

INLINE_UP_TO = 200
"""Corpora up to this many documents are parsed in the calling process: starting workers would take longer."""

_CHUNK = 16

Progress = Callable[[int, int], None]
"""Told how many documents are done, of how many."""


class InlineExecutor(Executor):
    """Runs each call at once in the calling thread."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run the call and return its finished future."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def map(
        self,
        fn: Callable[..., R],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[R]:
        """Run each call when its result is asked for, so that progress can be told between them."""
        return map(fn, *iterables)


def executor_for(count: int, workers: int | None = None) -> Executor:
    """Choose how to parse `count` documents: inline for few or one worker, else a pool of processes."""
    wanted = workers or (1 if count <= INLINE_UP_TO else os.cpu_count() or 1)
    if wanted == 1:
        return InlineExecutor()
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(wanted, mp_context=context, initializer=collect_seldom)


def collect_seldom() -> None:
    """Let Python look for cycles among the records a hundred times less often.

    A build makes millions of records without any; looking through them takes a fifth of its time. What is in no cycle
    is freed at once all the same.
    """
    gc.set_threshold(50_000, 20, 50)


def parse_file(file: SourceFile) -> Document | tuple[Problem, ...]:
    """Read and parse one source; what is wrong with it comes back as problems instead of an exception."""
    try:
        return replace(parse(read_source(file)), source=None)
    except DataProblems as error:
        return error.problems
    except Exception as error:
        error.add_note(f"while parsing {file.path.name}")
        raise


def parse_all(
    files: Sequence[SourceFile],
    executor: Executor,
    cache: Cache,
    progress: Progress = lambda done, total: None,
) -> list[Document]:
    """Parse all sources, or take them from the cache; raises `DataProblems` with every problem of all."""
    kept = {file.directive_id: cache.get(file) for file in files}
    fresh = [file for file in files if kept[file.directive_id] is None]
    progress(len(files) - len(fresh), len(files))
    documents = [document for document in kept.values() if document is not None]
    problems: list[Problem] = []
    for file, result in zip(fresh, _mapped(fresh, executor), strict=True):
        if isinstance(result, Document):
            cache.put(file, result)
            documents.append(result)
        else:
            problems += result
        progress(len(documents), len(files))
    if problems:
        raise DataProblems(problems)
    return sorted(documents, key=lambda document: document.directive.directive_id)


def _mapped(files: Iterable[SourceFile], executor: Executor) -> Iterator[Document | tuple[Problem, ...]]:
    return executor.map(parse_file, files, chunksize=_CHUNK)
