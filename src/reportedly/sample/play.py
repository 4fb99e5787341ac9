"""The three weeks of the sample world, day by day."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from reportedly.sample.folder import desk
from reportedly.sample.server import Server
from reportedly.sample.world import FIRST, LAST

DAYS = tuple(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
"""Every day of the stream."""


def play(folder: Path, days: Iterable[date], run: Callable[[date], None]) -> None:
    """Make ``folder`` a sample desk and call ``run(day)`` for each day, with server and calendar set to that day.

    The server lives as long as the call; what ``run`` raises goes through, and the server is stopped first.
    """
    with Server(FIRST) as server:
        for day in days:
            server.day = day
            desk(folder, server.address, day)
            run(day)
