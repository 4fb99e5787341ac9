"""A porter at an empty ledger, with a clock that is turned by hand and hashes that cost nothing."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from reportedly.ledger import Ledger, open_ledger
from reportedly.people import Passwords, Porter, Roster

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
ODA = "seven herons over the weir"
TAM = "a lantern in the boathouse"


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.at = datetime(2031, 5, 20, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        """Let so many ``seconds``, ``minutes``, ``hours``, ``days`` pass."""
        self.at += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blank") / "ledger.db"
    open_ledger(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    shutil.copy(blank, tmp_path / "ledger.db")
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(QUICK)


@pytest.fixture
def roster(ledger: Ledger, clock: Clock, passwords: Passwords) -> Roster:
    """The roster of a desk with Oda, its admin, and Tam, who reads."""
    made = Roster(ledger, clock, passwords, "ilse", "terminal")
    made.add("oda", "Oda Brell", "admin", ODA)
    made.add("tam", "Tam Wick", "reader", TAM)
    return made


@pytest.fixture
def porter(ledger: Ledger, clock: Clock, passwords: Passwords, roster: Roster) -> Porter:
    assert roster.passwords is passwords
    return Porter(ledger, clock, passwords)
