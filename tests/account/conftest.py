"""A ledger with the news of the pass."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import Ledger, open_ledger
from tests import pass_news


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with the news of the pass, to be copied."""
    file = tmp_path_factory.mktemp("pass") / "ledger.db"
    with open_ledger(f"sqlite:///{file}") as opened:
        pass_news.fill(opened)
    return file


@pytest.fixture
def ledger(filed: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The news of the pass, filed, to be added to."""
    shutil.copy(filed, tmp_path / "ledger.db")
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened
