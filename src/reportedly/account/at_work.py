"""Who is at work on a desk, what each of them holds, and whether fetching waits for the others."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from reportedly.account.wording import counted, moment
from reportedly.records import Record

if TYPE_CHECKING:
    from reportedly.ledger import Ledger, Worker

HELD: Final[dict[str, tuple[str, str]]] = {
    "unextracted": ("archived page", "archived pages"),
    "unread": ("article to read", "articles to read"),
    "host": ("host that it asks", "hosts that it asks"),
    "stage": ("stage that one does alone", "stages that one does alone"),
}
"""What workers hold, by how the ledger calls it."""
LONG: Final = timedelta(seconds=10)  # a rate over less says little


class AtWork(Record, frozen=True):
    """A worker: the ``process`` on a ``host``, until when its lease lasts; how many jobs it files an hour.

    ``holds`` counts what it took, by list (``unextracted``, ``unread``), ``host`` and ``stage``; ``held`` and ``filed``
    tell it in words.
    """

    worker: str
    host: str
    process: int
    reader: str
    entered: datetime
    until: datetime
    done: int
    an_hour: float | None
    holds: dict[str, int]
    held: str
    filed: str

    @property
    def words(self) -> str:
        """All of it in words."""
        return (
            f"at work since {moment(self.entered)}; filed {self.filed}; holds {self.held}; its lease lasts until "
            f"{self.until:%H:%M:%S}"
        )


def at_work(ledger: "Ledger") -> tuple[AtWork, ...]:
    """Those at work, the first to come first."""
    workers = ledger.leases.workers()
    holdings = ledger.leases.holdings() if workers else {}
    return tuple(_told(worker, holdings.get(worker.id, {})) for worker in workers)


def _told(worker: "Worker", holds: Mapping[str, int]) -> AtWork:
    lasting = worker.seen - worker.entered
    rate = worker.done / (lasting / timedelta(hours=1)) if lasting >= LONG else None
    return AtWork(
        worker.id,
        worker.host,
        worker.process,
        worker.reader,
        worker.entered,
        worker.until,
        worker.done,
        rate and round(rate, 1),
        dict(holds),
        held=", ".join(counted(many, *HELD[what]) for what, many in sorted(holds.items())) or "nothing",
        filed=counted(worker.done, "job") + (f", {rate:,.0f} an hour" if rate is not None else ""),
    )


def held_back(waiting: int, most: int) -> str:
    """Whether fetching waits for extracting and reading, in a sentence; empty where it does not."""
    if waiting < most:
        return ""
    return (
        f"No new page is fetched now: {waiting:,} wait to be extracted or read, and `fetch.most_waiting` is {most:,}. "
        "Feeds are polled all the same, and nothing is dropped."
    )
