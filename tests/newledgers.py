"""New ledgers in files are copies of one that the steps made: to make each takes a quarter of a second."""

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unittest import mock

import pytest

from reportedly.ledger.database import Database, connect

FILE: Final = "sqlite:///"


@pytest.fixture(scope="session", autouse=True)
def new_ledgers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have ledgers that are not there yet begin as a copy of one."""
    opening = importlib.import_module("reportedly.ledger.ledger")
    first = tmp_path_factory.mktemp("new") / "ledger.db"
    opening.open_ledger(f"{FILE}{first}").close()

    def connect_to(url: str) -> Database:
        path = Path(url.removeprefix(FILE))
        if url.startswith(f"{FILE}/") and "?" not in url and path.parent.is_dir() and not path.exists():
            shutil.copyfile(first, path)
        return connect(url)

    with mock.patch.object(opening, "connect", connect_to):
        yield
