from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import newsroom
from tests.exchange import desks
from tests.exchange.desks import Newsroom


@pytest.fixture
def north(tmp_path: Path) -> Iterator[Newsroom]:
    """A desk that holds the invented newsroom's articles."""
    made = desks.newsroom(tmp_path, "North")
    newsroom.fill(made.ledger)
    yield made
    made.ledger.close()


@pytest.fixture
def south(tmp_path: Path) -> Iterator[Newsroom]:
    """A desk that holds nothing."""
    made = desks.newsroom(tmp_path, "South")
    yield made
    made.ledger.close()


@pytest.fixture
def east(tmp_path: Path) -> Iterator[Newsroom]:
    """Another desk that holds nothing."""
    made = desks.newsroom(tmp_path, "East")
    yield made
    made.ledger.close()
