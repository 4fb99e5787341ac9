"""The running stories among all stories: day by day, each by what was told of it on the day it began."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from reportedly.records import Gist, Story
from reportedly.stories.order import by_day
from reportedly.stories.threads.part import Part, part
from reportedly.stories.threads.told import told
from reportedly.stories.threads.weeks import Weeks


def running(stories: Sequence[Story], gists: Iterable[Gist]) -> tuple[Story, ...]:
    """The same stories, those that go on with another or are gone on with under the id of the first of them."""
    known = {gist.url: gist for gist in gists}
    roots = threads({s.id: [known[place.url] for place in s.articles if place.copy_of is None] for s in stories})
    return tuple(replace(story, thread=roots[story.id]) if story.id in roots else story for story in stories)


def threads(stories: Mapping[str, Sequence[Gist]]) -> dict[str, str]:
    """Of stories, given as their originators by a key, those that are of a running one, with the key of its first."""
    days = defaultdict[date, list[Part]](list)
    for key, gists in stories.items():
        first = _first(key, gists)
        if first:
            days[first[0]].append(first[1])
    roots, weeks = dict[str, str](), Weeks()
    for day in sorted(days):
        for later, before in weeks.turn(told(day, days[day])).items():
            roots[later] = roots.setdefault(before, before)
    return roots


def _first(key: str, gists: Iterable[Gist]) -> tuple[date, Part] | None:
    """The first day on which somebody told enough of a story, and the part it is by that."""
    found = ((day, part(key, fresh)) for day, fresh in by_day(gists))
    return next(((day, own) for day, own in found if own), None)
