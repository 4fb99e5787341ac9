"""What work on a desk needs at hand, and whom it tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.archive import Archive
from reportedly.ledger import Ledger
from reportedly.settings import Desk

Progress = Callable[[str, int, int | None], None]
"""Told a stage's name, how many are done, and how many there are (None: not known)."""


def quiet(_stage: str, _done: int, _total: int | None) -> None:
    """Report nothing."""


@dataclass(frozen=True)
class Session:
    """What work on a desk needs at hand."""

    desk: Desk
    ledger: Ledger
    archive: Archive
    report: Progress = quiet
