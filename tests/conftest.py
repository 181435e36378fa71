"""A tiny data package, written by hand, that is sound: tests plant one error each in copies of it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from tiny import write_tiny_package


@pytest.fixture(scope="session")
def _tiny_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny") / "package"
    write_tiny_package(folder)
    return folder


@pytest.fixture
def tiny_package(_tiny_original: Path, tmp_path: Path) -> Path:
    """A fresh copy of the tiny package, free to be spoilt."""
    return Path(shutil.copytree(_tiny_original, tmp_path / "package"))


# The same examples at every run, so that a build never fails by chance; to look for new ones:
# pytest --hypothesis-profile=explore tests/test_properties.py
settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=150)
settings.register_profile("explore", deadline=None, max_examples=5000)
settings.load_profile("fixed")
