"""Who was first: the order in which articles are taken to have come out.

A page that its outlet edited stands where its first revision stood, so that who was copied never becomes the copy. One
that nobody dates stands under the day on which it was first fetched: so it meets the others of its happening. That day
is for grouping alone; nothing says that it came out then.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime

from reportedly.records import Gist
from reportedly.stories.media import key, own_names

_DAY_OVER = datetime.max.replace(tzinfo=UTC)


def rank(gist: Gist) -> tuple[date, bool, datetime, bool, str, str]:
    """The earlier day; of one day who credits others is last; then the earlier moment, and who credits its own text.

    Then outlet and URL, so that there is always an order. An unknown day is after all days, an unknown moment at its
    day's end.
    """
    names = {key(name) for name in gist.credits}
    own = not names.isdisjoint(own_names(gist))
    moments = [at for at in (gist.at, gist.first.at if gist.first else None) if at]
    moment = min(moments, default=_DAY_OVER)
    return (day(gist) or date.max, bool(names) and not own, moment, not own, gist.outlet, gist.url)


def came_out(gist: Gist) -> date | None:
    """The day it came out first, where one is known."""
    return min(filter(None, (gist.published, gist.first.published if gist.first else None)), default=None)


def day(gist: Gist) -> date | None:
    """The day under which it stands: on which it came out or, where none is known, was first fetched."""
    fetched = (gist.fetched, gist.first.fetched if gist.first else None)
    return came_out(gist) or min(filter(None, fetched), default=None)


def house(gist: Gist) -> str:
    """Who prints: the owner where one is known, else the outlet."""
    return (gist.owner or gist.outlet).casefold()


def by_day(gists: Iterable[Gist]) -> list[tuple[date, list[Gist]]]:
    """The days under which articles stand, earliest first, each with its own in order of rank."""
    days = defaultdict[date, list[Gist]](list)
    for gist in gists:
        known = day(gist)
        if known:
            days[known].append(gist)
    return [(known, sorted(days[known], key=rank)) for known in sorted(days)]
