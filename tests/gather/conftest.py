"""A real web server on loopback, and a desk that watches it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from reportedly import gather, outlets
from reportedly.archive import Archive, Place
from reportedly.clock import Clock
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Outlet
from reportedly.session import Session
from reportedly.settings import Desk, FetchSettings, init_desk
from tests.loopback import Newsroom, room

__all__ = ["room"]

START = datetime(2024, 6, 3, 12, tzinfo=UTC)


class Standing(Desk, frozen=True):
    """A desk whose clock stands at a moment."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def clock(self) -> Clock:
        return lambda: self.at


class Watch:
    """Lets a desk live through moments."""

    def __init__(self, folder: Path, settings: FetchSettings, ledger: Ledger) -> None:
        made = init_desk(folder)
        self.desk = Desk(folder, msgspec.structs.replace(made.settings, fetch=settings))
        self.place = Place(self.desk.archive)
        self.ledger = ledger
        self.now = START

    def add(self, outlet: Outlet) -> None:
        outlets.save(self.desk.outlets, outlet)

    def after(self, **later: float) -> None:
        """Let time pass, then watch once."""
        self.waiting(waits=False, **later)

    def waiting(self, *, waits: bool = True, **later: float) -> bool:
        """Let time pass, then watch once, waiting for the stages behind; gives whether some was left for that."""
        self.now += timedelta(**later)
        desk = Standing(self.desk.folder, self.desk.settings, self.now)
        with Archive(self.place) as archive:
            return gather.watch(Session(desk, self.ledger, archive), waits=waits)

    def with_settings(self, settings: FetchSettings) -> None:
        """Go on with other settings."""
        self.desk = Desk(self.desk.folder, msgspec.structs.replace(self.desk.settings, fetch=settings))


@pytest.fixture
def watch(tmp_path: Path, room: Newsroom) -> Iterator[Watch]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as ledger:
        yield Watch(tmp_path / "desk", room.settings(), ledger)
