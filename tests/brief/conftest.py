"""A ledger that holds the invented newsroom."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import Ledger, open_ledger
from tests import newsroom


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The newsroom's ledger, filed once: briefs and pages only look."""
    folder: Path = tmp_path_factory.mktemp("newsroom")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        yield newsroom.fill(opened)
