"""From placed articles to stories: what people decided joins and parts happenings, and each story is told.

``group`` does all for a set of gists: a pure function of the set; their order, and how often one is given, do not
matter. A desk keeps where its articles stand and asks for the stories of those that changed (``stories_of``).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.records import Gist, Placing, Share, Story, StoryArticle, story_id
from reportedly.stories.claims import claims
from reportedly.stories.days import Days, alone
from reportedly.stories.disagreements import disagreements
from reportedly.stories.drift import drifts
from reportedly.stories.independence import folds, sides
from reportedly.stories.order import by_day, day, rank
from reportedly.stories.pairs.glossary import tongue
from reportedly.stories.parting import NOBODY
from reportedly.stories.parts import with_copies
from reportedly.stories.threads import Weeks, began, opened, roots
from reportedly.stories.verdicts import Verdict, apart, placed


def group(gists: Iterable[Gist], judged: Sequence[Verdict] = ()) -> tuple[Story, ...]:
    """The stories that the articles tell, earliest first; every article stands in exactly one.

    ``judged`` is what people decided, in the order in which they did.
    """
    known = {gist.url: gist for gist in sorted(gists, key=lambda gist: gist.article)}
    book = _Book(alone(gist) for gist in known.values() if day(gist) is None)
    turning, weeks = Days(book, apart(judged, known)), Weeks()
    begun, links = set[str](), dict[str, str]()
    for now, fresh in by_day(known.values()):
        places = turning.turn(now, fresh)
        book.put(places)
        told = began(now, [(known[place.url], place) for place in places if place.day == now], begun)
        begun.update(each.key for each in map(opened, told.parts))
        links |= weeks.turn(told)
    running = {own: story_id(book.url(first)) for own, first in roots(links).items()}
    return stories_of([(known[place.url], place) for place in book.places()], judged, running)


class _Book:
    """Where articles stand, in memory."""

    def __init__(self, places: Iterable[Placing]) -> None:
        self._places = {place.page: place for place in places}
        self._members = defaultdict[str, set[str]](set)

    def put(self, places: Iterable[Placing]) -> None:
        for place in places:
            self._places[place.page] = place
            self._members[place.happening].add(place.page)

    def places(self) -> list[Placing]:
        return list(self._places.values())

    def url(self, page: str) -> str:
        return self._places[page].url

    def place(self, page: str) -> Placing | None:
        return self._places.get(page)

    def members(self, happening: str) -> list[Placing]:
        return [self._places[page] for page in self._members[happening]]


def stories_of(
    articles: Iterable[tuple[Gist, Placing]],
    judged: Sequence[Verdict] = (),
    running: Mapping[str, str] = MappingProxyType({}),
    aside: Collection[str] = (),
) -> tuple[Story, ...]:
    """The stories of all articles of some happenings, earliest first.

    Happenings that ``judged`` joins, or that one was parted from, are to be given together. ``running`` gives for those
    that are parts of a running story its id. ``aside`` are the URLs of articles that people set aside: they and their
    copies stand in no story.
    """
    ordered = sorted(articles, key=lambda each: rank(each[0]))
    gists, places = [gist for gist, _ in ordered], [place for _, place in ordered]
    at = {place.page: i for i, place in enumerate(places)}
    originals = {i: at[place.original] for i, place in enumerate(places) if place.original}
    verdicts = placed(judged, gists)
    hosts = {at[place.page]: _host(place.host, at) for place in places if place.host}
    part_of = {i: at[place.part or place.happening] for i, place in enumerate(places) if not place.original}
    named = {i for each in verdicts if not each.joins for i in (each.article, each.other)}
    parts = with_copies(part_of, hosts, originals, named)
    parts.judge(verdicts)
    reused = _Reused(originals, roots_of(len(gists), originals), [place.shares for place in places])
    gone = _set_aside(gists, originals, aside)
    left = ([i for i in members if i not in gone] for members in parts.stories())
    return tuple(
        replace(_story(members, gists, reused), thread=running.get(places[members[0]].happening))
        for members in left
        if members
    )


def _set_aside(gists: Sequence[Gist], originals: Mapping[int, int], aside: Collection[str]) -> set[int]:
    """The positions of articles that were set aside, and of all that repeat them."""
    gone = set[int]()
    for i, gist in enumerate(gists):
        if gist.url in aside or originals.get(i) in gone:
            gone.add(i)
    return gone


class _Reused(NamedTuple):
    """By position: whose text a copy repeats, the first in its chain of copies, and with whom an article shares."""

    originals: Mapping[int, int]
    roots: Sequence[int]
    shares: Sequence[tuple[Share, ...]]


def _host(host: str, at: Mapping[str, int]) -> int:
    return ~at[host.removeprefix(NOBODY)] if host.startswith(NOBODY) else at[host]


def roots_of(total: int, copied: Mapping[int, int]) -> list[int]:
    """Of each position the first in its chain of copies; one that is copied stands before its copy."""
    roots = list[int]()
    for i in range(total):
        roots.append(roots[copied[i]] if i in copied else i)
    return roots


def _story(members: list[int], gists: Sequence[Gist], reused: _Reused) -> Story:
    """A story is known by its earliest originator: its URL makes the id. Its title is ``_title``."""
    copied = {i: gists[reused.originals[i]].url for i in members if i in reused.originals}
    articles = tuple(
        StoryArticle(
            article=gists[i].article,
            url=gists[i].url,
            copy_of=copied.get(i),
            originator=gists[reused.roots[i]].url,
            shares=reused.shares[i],
        )
        for i in members
    )
    told = [gists[i] for i in members]
    repeats = {gists[i].url: url for i, url in copied.items()}
    folded = folds(told, repeats)
    title = _title([gist for gist in told if gist.url not in repeats])
    first = told[0]
    return Story(
        id=story_id(first.url),
        title=title or first.url,
        articles=articles,
        independent_sources=len(told) - len(folded),
        folds=folded,
        sides=sides(told, folded),
        claims=claims(told, folded),
        disagreements=disagreements([gists[i] for i in members if i == reused.roots[i]]),
        drifts=drifts(told, repeats),
    )


def _title(told: Sequence[Gist]) -> str | None:
    """The earliest headline in the tongue that most articles have which repeat no other."""
    titles = [(tongue(gist.headline), gist.headline) for gist in told if gist.headline]
    often = Counter(spoken for spoken, _ in titles)
    return next((title for spoken, title in titles if often[spoken] == max(often.values())), None)
