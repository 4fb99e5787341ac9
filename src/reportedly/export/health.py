"""How watching each outlet goes, for a person and for a program."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from reportedly.account.health import HOUR, silence, state
from reportedly.account.wording import counted, moment
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
    for health in sorted(known, key=lambda health: (not health.failing, health.outlet)):
        yield f"{health.outlet}: {state(health.feeds)}"
        last = f"last success {moment(health.succeeded_at)}"
        yield f"    {last} | {health.a_day:.1f} articles a day | {silence(health.silent_for)}"
        for feed in health.failing:
            times = counted(feed.failures, "time")
            yield f"    {feed.url} failed {times} on end, last {moment(feed.failed_at)}: {feed.error}"
        if not health.failing and health.last_failure:
            yield f"    last error {moment(health.last_failure.failed_at)}, over since: {health.last_failure.error}"


def jsonl(known: Iterable[OutletHealth]) -> Iterator[str]:
    """One JSON object an outlet."""
    for health in known:
        yield msgspec.json.encode(line(health)).decode()


def line(health: OutletHealth) -> HealthLine:
    """An outlet, as a program takes it."""
    last, silent = health.last_failure, health.silent_for
    return HealthLine(
        outlet=health.outlet,
        succeeded_at=health.succeeded_at,
        error=last.error if last else None,
        failed_at=last.failed_at if last else None,
        newest=health.newest,
        silent_hours=round(silent / HOUR, 1) if silent else None,
        a_day=round(health.a_day, 2),
        feeds=[
            FeedLine(feed.url, feed.failures, feed.succeeded_at, feed.failed_at, feed.error, feed.next_at)
            for feed in health.feeds
        ],
    )
