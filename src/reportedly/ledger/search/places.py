"""The place of an article in all lists, newest first, as one number: the day it came out, then the order of filing.

Articles of a later day have a higher place; those whose day is unknown the lowest. A place is never given to another
article, so a list can be gone on with from a place, whatever was filed meanwhile.
"""

from datetime import date
from typing import Final

_SEQ: Final = 40  # bits for the order of filing: a million million articles
SEQS: Final = (1 << _SEQ) - 1
"""The bits of a place that are the order of filing."""
_LOWEST: Final = 0
_HIGHEST: Final = 2**63 - 1


def place_of(day: date | None, seq: int) -> int:
    """The place of an article by its first day and its ``articles.seq``."""
    return ((day.toordinal() if day else 0) << _SEQ) | seq


def seq_of(place: int) -> int:
    """The ``articles.seq`` of the article in a place."""
    return place & SEQS


def day_of(place: int) -> date | None:
    """The day of the article in a place."""
    return date.fromordinal(day) if (day := place >> _SEQ) else None


def between(since: date | None, until: date | None, before: int | None = None) -> tuple[int, int]:
    """The lowest place of these days, and that after the highest; those of no day only where no day is asked for.

    With ``before`` only what stands before that place.
    """
    low = place_of(since or date.min, 0) if since or until else _LOWEST
    high = (until.toordinal() + 1) << _SEQ if until else _HIGHEST
    return low, high if before is None else min(high, before)
