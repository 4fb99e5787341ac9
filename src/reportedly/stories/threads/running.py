"""The running stories among all stories: day by day, each by what was told of it on the day it began."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from reportedly.records import Gist, Placing, end_of
from reportedly.stories.order import by_day, rank
from reportedly.stories.threads.part import Part, part
from reportedly.stories.threads.told import Told, told
from reportedly.stories.threads.weeks import Weeks


def began(day: date, placed: Iterable[tuple[Gist, Placing]], before: Collection[str]) -> Told:
    """The parts that happenings are by the articles of this day, but for those that began ``before`` it."""
    heads = defaultdict[str, list[Gist]](list)
    for gist, place in placed:
        if place.original is None and place.happening not in before:
            heads[place.happening].append(gist)
    parts = (part(happening, sorted(gists, key=rank)) for happening, gists in heads.items())
    return told(day, [each for each in parts if each])


def threads(stories: Mapping[str, Sequence[Gist]]) -> dict[str, str]:
    """Of stories, given as their originators by a key, those that are of a running one, with the key of its first."""
    days = defaultdict[date, list[Part]](list)
    for key, gists in stories.items():
        first = _first(key, gists)
        if first:
            days[first[0]].append(first[1])
    links, weeks = dict[str, str](), Weeks()
    for day in sorted(days):
        links |= weeks.turn(told(day, days[day]))
    return roots(links)


def roots(links: Mapping[str, str]) -> dict[str, str]:
    """Of those that go on with another, or are gone on with, the first of their running story."""
    found = dict[str, str]()
    for later in links:
        first = end_of(later, links)
        found[later] = found[first] = first
    return found


def _first(key: str, gists: Iterable[Gist]) -> tuple[date, Part] | None:
    """The first day on which somebody told enough of a story, and the part it is by that."""
    found = ((day, part(key, fresh)) for day, fresh in by_day(gists))
    return next(((day, own) for day, own in found if own), None)
