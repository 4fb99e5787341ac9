"""Parts of a happening that people said does not belong together, as it grows day by day.

Articles are linked as if nothing had been said; so what was said of one happening changes no other, and undone it
leaves no trace. Within a happening, who leaves stands alone and all others stay. Only what comes out after the day of
the decision goes wherever somebody is nearest.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.records import Placing

SEEN = 24  # articles of a part that one who comes is compared with, its newest
NOBODY = "-"  # before the page of a part in which nobody is left

Alike = Callable[[str, str], float]


class Apart(NamedTuple):
    """The page that stays and the one that leaves, as was decided on that day."""

    stays: str
    leaves: str
    decided: date


def parted(
    day: date, old: Sequence[Placing], new: Sequence[Placing], apart: Collection[Apart], alike: Alike
) -> list[Placing]:
    """The originators of a happening in their parts: those of this day, and those before whose part changes by them.

    ``old`` came out before this day and stand in their parts, ``new`` on it, in order of rank.
    """
    pairs = [_by_originals(pair, (*old, *new)) for pair in apart]
    heads = [one for one in old if one.original is None]
    fresh = [one for one in new if one.original is None]
    parting = _Parting(pairs, heads, fresh)
    if heads:
        parting.grow(day, alike)
    elif len(fresh) > 1:
        parting.begin()
    return parting.placings()


def _by_originals(pair: Apart, known: Sequence[Placing]) -> Apart:
    """Who repeats another's text stays where that one stays."""
    original = {one.page: one.original for one in known}
    stays = pair.stays
    while (earlier := original.get(stays)) is not None:
        stays = earlier
    return pair._replace(stays=stays)


class _Parting:
    def __init__(self, apart: Sequence[Apart], old: Sequence[Placing], new: Sequence[Placing]) -> None:
        self._apart, self._old, self._new = apart, old, new
        known = {one.page for one in (*old, *new)}
        self._leaving = {pair.leaves for pair in apart} & known
        self._part_of = {one.page: one.part or one.happening for one in old}
        self._hosts = {one.page: one.host for one in old if one.host}

    def placings(self) -> list[Placing]:
        """Those of this day, and those before that changed."""
        again = [self._placed(one) for one in self._old if one.host != self._hosts.get(one.page)]
        return [*again, *map(self._placed, self._new)]

    def _placed(self, one: Placing) -> Placing:
        part = self._part_of.get(one.page)
        return replace(one, part=None if part == one.happening else part, host=self._hosts.get(one.page))

    def begin(self) -> None:
        """Part articles of which none came before."""
        leaving = [one.page for one in self._new if one.page in self._leaving]
        rest = [one.page for one in self._new if one.page not in self._leaving]
        if leaving:
            self._part_of |= dict.fromkeys(rest, rest[0] if rest else "") | {page: page for page in leaving}
            self._hosts |= dict.fromkeys(leaving, rest[0] if rest else NOBODY + leaving[0])

    def grow(self, day: date, alike: Alike) -> None:
        """Put each of this day in a part, or in one of its own where it may not be."""
        if not self._leaving:
            return
        parts = dict[str, list[str]]()
        for one in self._old:
            parts.setdefault(self._part_of[one.page], []).append(one.page)
        for page in (one.page for one in self._new):
            barred = {self._part_of.get(x) for stays, x, decided in self._apart if page == stays or day <= decided}
            nearest = {part: max(alike(page, other) for other in held[-SEEN:]) for part, held in parts.items()}
            part = min(parts, key=lambda part: (part in barred, -nearest[part], part in self._hosts, part))
            self._part_of[page] = part
            if part in barred or page in self._leaving:
                self._part_of[page] = page
                self._hosts[page] = self._hosts.setdefault(part, NOBODY + part) if part in barred else part
            if part in barred and page not in self._leaving:
                parts[page] = [page]
