"""How watching an outlet goes, in a few words."""

from datetime import timedelta
from typing import Final

from reportedly.account.wording import counted
from reportedly.ledger import OutletHealth

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)


def state(health: OutletHealth) -> str:
    """In a word or two: ``well``, ``failing``, ``partly failing``, ``not polled yet``."""
    if not health.feeds:
        return "not polled yet"
    if not health.failing:
        return "well"
    return "failing" if len(health.failing) == len(health.feeds) else "partly failing"


def silence(lasting: timedelta | None) -> str:
    """``silent for 3 days``; where no article ever came, that."""
    if lasting is None:
        return "no article yet"
    if lasting < HOUR:
        return "news within the hour"
    return f"silent for {counted(lasting // DAY, 'day') if lasting >= 2 * DAY else counted(lasting // HOUR, 'hour')}"
