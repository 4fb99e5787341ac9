"""One round of the desk's own watching on a clock set ahead: ``python -m benchmarks.soak_watch DESK DAYS``.

What failed is asked for again after an hour at the earliest. A soak cannot wait so long; it moves the clock.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from reportedly import clock
from reportedly.archive import Archive
from reportedly.gather import watch
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import Desk, desk_in


class Ahead(Desk, frozen=True):
    """A desk whose clock goes as the machine's does, some days ahead."""

    days: int

    def clock(self) -> clock.Clock:
        """The moved clock."""
        return self.now

    def now(self) -> datetime:
        """The present moment on it."""
        return clock.system() + timedelta(days=self.days)


def main() -> None:
    """Watch once."""
    desk = desk_in(Path(sys.argv[1]))
    ahead = Ahead(desk.folder, desk.settings, int(sys.argv[2]))
    with open_ledger(desk.ledger_url) as ledger:
        archive = Archive(desk.archive, full=desk.settings.archive.file_bytes, seen=ledger.captures.first_with)
        watch(Session(ahead, ledger, archive))


if __name__ == "__main__":
    main()
