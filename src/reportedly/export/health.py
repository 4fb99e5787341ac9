"""How watching each outlet goes, for a person and for a program."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from reportedly.account.health import HOUR, moment, silence, state
from reportedly.account.wording import counted
from reportedly.ledger import OutletHealth


class FeedLine(msgspec.Struct):
    """A feed of a health line."""

    url: str
    failures: int
    succeeded_at: datetime | None
    failed_at: datetime | None
    error: str | None
    next_at: datetime | None


class HealthLine(msgspec.Struct):
    """An outlet as ``outlets health --format jsonl`` prints it; ``silent_hours`` since its newest article."""

    outlet: str
    succeeded_at: datetime | None
    error: str | None
    failed_at: datetime | None
    newest: datetime | None
    silent_hours: float | None
    a_day: float
    feeds: list[FeedLine]


def text(known: Iterable[OutletHealth]) -> Iterator[str]:
    """Two lines an outlet, and one for each feed that fails now; those in trouble first."""
    for one in sorted(known, key=lambda one: (not one.failing, one.outlet)):
        yield f"{one.outlet}: {state(one)}"
        last = f"last success {moment(one.succeeded_at)}"
        yield f"    {last} | {one.a_day:.1f} articles a day | {silence(one.silent_for)}"
        for feed in one.failing:
            times = counted(feed.failures, "time")
            yield f"    {feed.url} failed {times} on end, last {moment(feed.failed_at)}: {feed.error}"
        if not one.failing and one.last_failure:
            yield f"    last error {moment(one.last_failure.failed_at)}, over since: {one.last_failure.error}"


def jsonl(known: Iterable[OutletHealth]) -> Iterator[str]:
    """One JSON object an outlet."""
    for one in known:
        yield msgspec.json.encode(_line(one)).decode()


def _line(one: OutletHealth) -> HealthLine:
    last, silent = one.last_failure, one.silent_for
    return HealthLine(
        outlet=one.outlet,
        succeeded_at=one.succeeded_at,
        error=last.error if last else None,
        failed_at=last.failed_at if last else None,
        newest=one.newest,
        silent_hours=round(silent / HOUR, 1) if silent else None,
        a_day=round(one.a_day, 2),
        feeds=[
            FeedLine(feed.url, feed.failures, feed.succeeded_at, feed.failed_at, feed.error, feed.next_at)
            for feed in one.feeds
        ],
    )
