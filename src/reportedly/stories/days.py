"""Articles placed day by day: copies with their originals, originators with who tells the same happening.

A day hangs on nothing but its own articles and what came out in the week before, and on where that stands. So the days
may be gone through from the first to the last, or taken up at any day with the week before it, and come out the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from msgspec.structs import replace

from reportedly.records import Gist, Placing, page_id
from reportedly.stories.clusters import Stream
from reportedly.stories.copies import WINDOW, Printed, Reuse
from reportedly.stories.order import day as day_of
from reportedly.stories.order import rank
from reportedly.stories.pairs.judge import FEW
from reportedly.stories.pairs.telling import Telling, telling
from reportedly.stories.parting import Apart, parted


class Known(Protocol):
    """Where articles of earlier days stand."""

    def place(self, page: str) -> Placing | None:
        """The place of a page."""

    def members(self, happening: str) -> Iterable[Placing]:
        """All who stand in a happening."""


def alone(gist: Gist) -> Placing:
    """The place of an article with nobody, as of one without a day."""
    page = page_id(gist.url)
    return Placing(page, gist.url, gist.article, day_of(gist), page)


class Days:
    """The articles placed so far; ``turn`` goes on to the next day that has some.

    ``apart`` is what people parted; only for their happenings ``known`` is asked.
    """

    def __init__(self, known: Known, apart: Collection[Apart] = ()) -> None:
        self._known, self._apart = known, apart
        self._printed, self._stream = Printed(), Stream()
        self._placed: dict[str, Placing] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0

    def remember(self, day: date, told: Iterable[tuple[Gist, Placing]]) -> None:
        """Take up a day of the week before, with where its articles stand."""
        ordered = sorted(told, key=lambda each: rank(each[0]))
        numbers = self._numbered(day, [place.page for _, place in ordered])
        self._printed.remember(day, [gist for gist, _ in ordered])
        heads = {n: (gist, place) for n, (gist, place) in zip(numbers, ordered, strict=True) if not place.original}
        happening = {n: place.happening for n, (_, place) in heads.items()}
        tellings = _tellings(day, {n: gist for n, (gist, _) in heads.items()}, len(ordered))
        self._stream.remember(day, tellings, happening)
        self._placed |= {place.page: place for _, place in ordered}

    def turn(self, day: date, gists: Iterable[Gist]) -> list[Placing]:
        """Where the articles of this day stand, and those of earlier days whose part in a parted happening changed."""
        fresh = sorted(gists, key=rank)
        reused = self._printed.turn(day, fresh)
        places = [_reusing(gist, reused) for gist in fresh]
        numbers = self._numbered(day, [place.page for place in places])
        heads = {n: gist for n, gist, place in zip(numbers, fresh, places, strict=True) if not place.original}
        told = _tellings(day, heads, len(fresh))
        happening = self._stream.turn(day, told, {n: place.page for n, place in zip(numbers, places, strict=True)})
        for n, place in zip(numbers, places, strict=True):
            own = self._placed[place.original].happening if place.original else happening[n]
            self._placed[place.page] = replace(place, happening=own)
        found = {one.page: one for one in self._parted(day, [self._placed[place.page] for place in places])}
        self._placed |= {page: one for page, one in found.items() if page in self._placed}
        return [*found.values()]

    def _numbered(self, day: date, pages: Sequence[str]) -> range:
        """The numbers of the pages of a day; those that came out more than a week before it are let go."""
        kept = {page: place for page, place in self._placed.items() if place.day and day - place.day <= WINDOW}
        self._placed, self._numbers = kept, {page: self._numbers[page] for page in kept}
        numbers = range(self._next, self._next + len(pages))
        self._next = numbers.stop
        self._numbers |= dict(zip(pages, numbers, strict=True))
        return numbers

    def _parted(self, day: date, places: Sequence[Placing]) -> Iterator[Placing]:
        """The same places; in the parts of their happening where people parted it."""
        own = {place.page: place for place in places}
        leaving = (own.get(pair.leaves) or self._known.place(pair.leaves) for pair in self._apart)
        concerned = {place.happening for place in leaving if place and place.day and place.day <= day}
        by_happening = defaultdict[str, list[Placing]](list)
        for place in places:
            by_happening[place.happening].append(place)
        for happening, new in by_happening.items():
            if happening in concerned:
                before = (one for one in self._known.members(happening) if one.day and one.day < day)
                old = sorted(before, key=lambda one: (one.day or day, one.page))
                yield from (one for one in new if one.original)
                yield from parted(day, old, new, self._apart, self._alike)
            else:
                yield from new

    def _alike(self, page: str, other: str) -> float:
        known = page in self._numbers and other in self._numbers
        return self._stream.alike(self._numbers[page], self._numbers[other]) if known else 0.0


def _tellings(day: date, heads: Mapping[int, Gist], among: int) -> dict[int, Telling]:
    """The originators of a day made ready; where ``among`` few articles a second look is likely, by whole accounts."""
    return {n: telling(gist, day, whole=among < FEW) for n, gist in heads.items()}


def _reusing(gist: Gist, reused: Reuse) -> Placing:
    """An article with whom it copies, and with whom it shares."""
    original = reused.originals.get(gist.url)
    return replace(alone(gist), original=original and page_id(original), shares=reused.shares.get(gist.url, ()))
