"""Since when somebody wants to know what is new: their own last look, the last shift, or a time they name.

A look is what somebody said, never that a page was opened.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Final, Literal

from reportedly.account.wording import moment
from reportedly.errors import BadDate
from reportedly.records import Record, Seen

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

DAY: Final = timedelta(days=1)
"""A shift where none is set."""

Kind = Literal["look", "shift", "day", "asked"]


class Since(Record, frozen=True):
    """All news after the number ``upto``, filed after ``at``; ``words`` say why from there."""

    kind: Kind
    at: datetime
    upto: int
    words: str


def beginnings(shifts: Sequence[str], zone: tzinfo, now: datetime) -> list[datetime]:
    """When shifts began in the last two days, the last first; ``shifts`` as ``"06:00"``, times of day in ``zone``."""
    local = now.astimezone(zone)
    days = [local.date() - DAY * back for back in range(3)]
    times = [time.fromisoformat(shift) for shift in shifts]
    every = {datetime.combine(day, at, tzinfo=zone).astimezone(UTC) for day in days for at in times}
    return sorted((at for at in every if at <= now), reverse=True)


def choices(
    ledger: "Ledger", seen: Seen | None, shifts: Sequence[str], zone: tzinfo, now: datetime
) -> dict[Kind, Since]:
    """What somebody can choose from: their last look, where they ever looked, and the last shift or 24 hours."""
    found: dict[Kind, Since] = {}
    if seen:
        found["look"] = Since("look", seen.at, seen.upto, f"since you last said you had seen all, {moment(seen.at)}")
    begun = beginnings(shifts, zone, now)
    if begun:
        local = begun[0].astimezone(zone)
        words = f"since the shift that began at {local:%H:%M} {local.tzname()}, {moment(begun[0])}"
        found["shift"] = Since("shift", begun[0], ledger.news.upto(begun[0]), words)
    at = now - DAY
    found["day"] = Since("day", at, ledger.news.upto(at), f"in the last 24 hours, since {moment(at)}")
    return found


def chosen(ledger: "Ledger", known: dict[Kind, Since], asked: str) -> Since:
    """What was asked for: one of the choices by its name, or a day or moment; by default the first choice.

    Raises ``BadDate``.
    """
    if not asked:
        return next(iter(known.values()))
    named = next((since for kind, since in known.items() if kind == asked), None)
    if named:
        return named
    at = _moment(asked)
    return Since("asked", at, ledger.news.upto(at), f"since {moment(at)}")


def _moment(given: str) -> datetime:
    try:
        if len(given) == len("2024-06-03"):
            return datetime.combine(date.fromisoformat(given), time(), tzinfo=UTC)
        at = datetime.fromisoformat(given)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise BadDate(
            f"{given!r} is no time to look back to: write look, shift, day, 2024-06-03 or 2024-06-03T06:00"
        ) from error
