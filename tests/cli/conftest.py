"""A desk made, filled and read by commands, once for all tests that look at it."""

import shutil
from pathlib import Path

import pytest

from tests import harbour
from tests.commands import reportedly


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk of the harbour's news, to be looked at."""
    folder = tmp_path_factory.mktemp("harbour")
    desk = folder / "desk"
    news = harbour.written(folder)
    for words in (("init", desk), ("import", news, "--desk", desk), ("run", "--desk", desk)):
        answer = reportedly(*words)
        assert answer.code == 0, answer.err
    return desk


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Path:
    """The same desk, to be changed."""
    return Path(shutil.copytree(filled, tmp_path / "own"))
