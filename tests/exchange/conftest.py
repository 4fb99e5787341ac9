import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import newsroom
from tests.exchange import desks
from tests.exchange.desks import Newsroom


@pytest.fixture(scope="session")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that holds the invented newsroom's articles, and one that holds nothing."""
    folder = tmp_path_factory.mktemp("ledgers")
    for name in ("North", "Empty"):
        made = desks.newsroom(folder, name)
        if name == "North":
            newsroom.fill(made.ledger)
        made.ledger.close()
    return folder


def desk(tmp_path: Path, ledgers: Path, name: str) -> Iterator[Newsroom]:
    """A desk with one of those ledgers of its own."""
    kept = ledgers / f"{name}.db"
    shutil.copy(kept if kept.exists() else ledgers / "Empty.db", tmp_path / f"{name}.db")
    made = desks.newsroom(tmp_path, name)
    yield made
    made.ledger.close()


@pytest.fixture
def north(tmp_path: Path, ledgers: Path) -> Iterator[Newsroom]:
    """A desk that holds the invented newsroom's articles."""
    yield from desk(tmp_path, ledgers, "North")


@pytest.fixture
def south(tmp_path: Path, ledgers: Path) -> Iterator[Newsroom]:
    """A desk that holds nothing."""
    yield from desk(tmp_path, ledgers, "South")


@pytest.fixture
def east(tmp_path: Path, ledgers: Path) -> Iterator[Newsroom]:
    """Another desk that holds nothing."""
    yield from desk(tmp_path, ledgers, "East")
