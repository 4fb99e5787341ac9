"""Copies among articles, day by day."""

from collections.abc import Iterable

from reportedly.records import Gist
from reportedly.stories.copies import Printed, Reuse
from reportedly.stories.order import by_day


def reuse(gists: Iterable[Gist]) -> Reuse:
    """Copies and shares among gists in any order, each URL once."""
    found, printed = Reuse({}, {}), Printed()
    for now, fresh in by_day(gists):
        of_day = printed.turn(now, fresh)
        found.originals.update(of_day.originals)
        found.shares.update(of_day.shares)
    return found
