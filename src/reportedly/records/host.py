"""What is remembered of a host from one run to the next."""

from datetime import datetime

from reportedly.records.kinds import Record


class HostState(Record, frozen=True):
    """A host that is not asked before ``not_before`` (aware UTC), after so many ``failures`` on end, and why."""

    host: str
    failures: int
    not_before: datetime | None
    message: str


class HostRules(Record, frozen=True):
    """The robots.txt of a host (``origin``: scheme, host, port) as it was at ``asked_at``; empty where it has none."""

    origin: str
    asked_at: datetime
    text: str
