"""What all tests share: where gold sets may lie, and a desk to work in."""

import os
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from reportedly.settings import Desk, init_desk
from tests.buckets import buckets, s3_server
from tests.newledgers import new_ledgers
from tests.played import played
from tests.postgres import LARGE, bare_database, database, postgres
from tests.thorough import rounds

__all__ = ["bare_database", "buckets", "database", "new_ledgers", "played", "postgres", "s3_server"]

ROOT = Path(__file__).parent.parent

# No example database, no deadline, the same examples each time: neither a slow, shared machine nor chance must make a
# good test fail. On PostgreSQL each step asks another process, and the examples have gone through SQLite before.
EXAMPLES = 20 if LARGE else rounds(50, 200)
hypothesis_settings.register_profile("desk", deadline=None, database=None, derandomize=True, max_examples=EXAMPLES)
hypothesis_settings.load_profile("desk")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes stand in no test's name: packed ones hold the moment of packing, and each process must collect the same."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow files first, so that of several processes none ends long after the others."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder that holds ``gold/``, ``data/`` and ``score/``; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("REPORTEDLY_GOLD") or ROOT.parent / "shared")
    if not (folder / "gold").is_dir():
        pytest.skip(f"no gold sets in {folder}: name their folder in REPORTEDLY_GOLD")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A fresh desk in a folder of its own."""
    return init_desk(tmp_path / "desk")
