"""Time enters the program here and is passed on as an argument; no other module asks the system.

Days that people write are read here, too.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from reportedly.errors import BadDate

Clock = Callable[[], datetime]
"""Gives the present moment as an aware datetime in UTC."""


def system() -> datetime:
    """The machine's clock, in UTC."""
    return datetime.now(UTC)


def standing_at(moment: datetime | date) -> Clock:
    """A clock that always gives ``moment``; a bare date means its 22:00 UTC, when the day's news is out.

    The sample desk and the tests run on it.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(22), tzinfo=UTC)
    fixed = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return lambda: fixed


def day_of(given: date | str | None) -> date | None:
    """The day a person or a program gave, None where nothing was; raises ``BadDate``, which says how to write it."""
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise BadDate(f"{given!r} is not a date: write it as YYYY-MM-DD, such as 2024-06-03") from error
