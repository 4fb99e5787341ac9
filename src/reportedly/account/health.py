"""How watching an outlet goes, in a few words."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from reportedly.account.wording import counted
from reportedly.ledger import FeedState

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)


def state(feeds: Sequence[FeedState]) -> str:
    """How an outlet's feeds do, in a word or two: ``well``, ``failing``, ``partly failing``, ``not polled yet``."""
    failing = sum(bool(feed.failures) for feed in feeds)
    if not feeds:
        return "not polled yet"
    if not failing:
        return "well"
    return "failing" if failing == len(feeds) else "partly failing"


def silence(lasting: timedelta | None) -> str:
    """``silent for 3 days``; where no article ever came, that."""
    if lasting is None:
        return "no article yet"
    if lasting < HOUR:
        return "news within the hour"
    return f"silent for {counted(lasting // DAY, 'day') if lasting >= 2 * DAY else counted(lasting // HOUR, 'hour')}"
