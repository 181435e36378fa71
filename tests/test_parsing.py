"""The executor that runs calls at once behaves like any other."""

import pytest

from pipeline.parsing import InlineExecutor


def test_results_and_failures_come_back_in_futures() -> None:
    with InlineExecutor() as executor:
        assert list(executor.map(int, ["1", "2"], chunksize=8)) == [1, 2]
        future = executor.submit(int, "one")
    with pytest.raises(ValueError, match="invalid literal"):
        future.result()


def test_calls_are_run_one_by_one_as_their_results_are_asked_for() -> None:
    run: list[int] = []
    with InlineExecutor() as executor:
        results = executor.map(run.append, [1, 2])
        next(results)
        assert run == [1]
