"""One run of a stage: when it was, and how much came of it."""

from datetime import datetime, timedelta
from typing import Literal

from reportedly.records.kinds import Record

Stage = Literal["poll", "fetch", "extract", "read", "compare", "relate"]
"""The steps of a run, in their order."""


class Run(Record, frozen=True):
    """What a stage did at one time; ``ended`` is None while it runs, and where it was killed.

    ``done`` counts what it worked on (feeds, pages, captures, articles, pairs of revisions, pages related), with those
    that ``failed``.
    """

    stage: Stage
    started: datetime
    ended: datetime | None
    done: int
    failed: int

    @property
    def took(self) -> timedelta | None:
        """How long it took; None where it did not end."""
        return self.ended - self.started if self.ended else None

    @property
    def an_hour(self) -> float | None:
        """How many an hour; None where it did not end or nothing was to do."""
        return self.done * 3600 / self.took.total_seconds() if self.took and self.done else None
