"""Running stories: a happening joined to the earlier one that it goes on with, over weeks.

Talks announced, held and followed up are three happenings and one running story. What joins is a meeting told on the
day for which the other had announced it, of the same people; or a rare word of both headlines that names nobody, with
rare names that both have: a war, a country, an office alone never join. A story looks among those of the last weeks
that share such a meeting or word, joins the one most alike, and is joined to nothing that came after it; so what was
joined stays.
"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from reportedly.likeness import rarity, skeletons, stem, tokens
from reportedly.records import Gist, Story
from reportedly.stories.order import day
from reportedly.stories.pairs.round_ups import is_round_up

BACK: Final = timedelta(days=60)  # a story that nobody told for so long is not taken up
ARTICLES: Final = 6  # originators by which a story is known, its first
# Measured on 1,700 articles of two outlets in half a month: of what is joined, seven in eight are right at .25, eight
# in ten at .2; half, with a word of one headline and the other's lead, or with a word that may be a name.
ALIKE: Final = 0.25  # cosine of the words of headlines and leads
RARE: Final = 0.012  # of the stories of these weeks: more than have a word that joins
MANY: Final = 100  # stories: a word or a meeting that more have is looked up for nothing
KEPT: Final = 48  # stories that one is compared with
FEW: Final = 5  # stories that may have it on a desk however small
JOINING: Final = 3  # rare words and names in common, of which names count for two at most
NAMES: Final = 2
_WORD: Final = re.compile(r"[^\W_]+(?:['’]\w+)?")
_TITLE_CASE: Final = 0.6  # of a headline's words with a capital: they tell no names
_OPENING: Final = 2  # words of a headline by which a series is known: "Reservoir holds ..." every day


_AHEAD: Final = frozenset({"planned", "expected"})
_HELD: Final = frozenset({"occurred", "ongoing"})

Meeting = tuple[str, date, str]
"""What is done, the day, and the id of one who takes part."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A story as its headlines and leads have it: stems, skeletons of names, and the days it was told on.

    ``plain`` are headline words written small somewhere, ``naming`` those that are names or may be; ``headed`` are the
    names in headlines, ``openings`` how the headlines of each outlet begin; ``ahead`` are meetings announced, ``held``
    those told.
    """

    number: int
    first: date
    words: frozenset[str]
    headline: frozenset[str]
    plain: frozenset[str]
    naming: frozenset[str]
    names: frozenset[str]
    headed: frozenset[str]
    openings: frozenset[tuple[str, ...]]
    ahead: frozenset[Meeting]
    held: frozenset[Meeting]


def running(stories: Sequence[Story], gists: Iterable[Gist]) -> tuple[Story, ...]:
    """The same stories, those that go on with another or are gone on with under the id of the first of them."""
    known = {gist.url: gist for gist in gists}
    told = [[known[place.url] for place in story.articles if place.copy_of is None] for story in stories]
    first = threads(told)
    return tuple(
        story if root is None else replace(story, thread=stories[root].id)
        for story, root in zip(stories, first, strict=True)
    )


def threads(told: Sequence[Sequence[Gist]]) -> list[int | None]:
    """For each story, given as its originators, the position of the first of its running story; None if it is alone."""
    days = defaultdict[date, list[_Part]](list)
    for number, gists in enumerate(told):
        part = _part(number, gists)
        if part:
            days[part.first].append(part)
    first: list[int | None] = [None] * len(told)
    weeks = _Weeks()
    for now in sorted(days):
        weeks.turn(now, days[now])
        for part in days[now]:
            before = weeks.before(part)
            if before is not None:
                root = first[before.number]
                first[before.number] = first[part.number] = before.number if root is None else root
    return first


# -- a story ready to be compared --------------------------------------------------------------------------------------


def _part(number: int, gists: Sequence[Gist]) -> _Part | None:
    """None where nobody dated it, or nobody read it: there all words may be names."""
    dated = [gist for gist in gists if day(gist) and (gist.places or gist.people) and not is_round_up(gist)]
    if not dated:
        return None
    few = dated[:ARTICLES]
    written = [_WORD.findall(gist.headline or "") for gist in few]
    return _Part(
        number=number,
        first=min(known for gist in dated if (known := day(gist))),
        words=frozenset(word for gist in few for word in (*gist.words, *gist.headline_words)),
        headline=frozenset(word for gist in few for word in gist.headline_words if not word.isdigit()),
        plain=frozenset(stem(word) for words in written for word in words if word[0].islower()),
        naming=frozenset(word for gist, words in zip(few, written, strict=True) for word in _naming(gist, words)),
        names=frozenset(name for gist in few for name in gist.names),
        headed=frozenset(name for gist in few for name in _headed(gist)),
        openings=frozenset((gist.outlet, *gist.headline_words[:_OPENING]) for gist in few),
        ahead=frozenset(meeting for gist in few for meeting in _meetings(gist, _AHEAD)),
        held=frozenset(meeting for gist in few for meeting in _meetings(gist, _HELD)),
    )


def _meetings(gist: Gist, standing: frozenset[str]) -> Iterator[Meeting]:
    """Visits and talks of people and bodies. Strikes are announced too, and then everybody tells of strikes."""
    people = set(gist.people)
    for deed in gist.deeds:
        if deed.type == "CONSULT" and deed.day and deed.status in standing:
            yield from ((deed.lemma, deed.day, who) for who in {*deed.actors, *deed.recipients} & people)


def _naming(gist: Gist, written: Sequence[str]) -> Iterator[str]:
    """Stems of headline words that are names, or may be: with a capital amid small words, or all in capitals."""
    names = set(gist.names)
    yield from (stem(word) for word in tokens(gist.headline or "") if not names.isdisjoint(skeletons(word)))
    capitals = [word for word in written if word[0].isupper()]
    if len(capitals) <= _TITLE_CASE * len(written):
        yield from (stem(word.casefold()) for word in written[1:] if word[0].isupper())
    if not all(map(str.isupper, written)):
        yield from (stem(word.casefold()) for word in written if len(word) > 1 and word.isupper())


def _headed(gist: Gist) -> set[str]:
    return {name for word in tokens(gist.headline or "") for name in skeletons(word)} & set(gist.names)


# -- the stories of the last weeks -------------------------------------------------------------------------------------


class _Weeks:
    """The stories of the last weeks by their headline words, and how many have each word and name."""

    def __init__(self) -> None:
        self._parts: dict[int, _Part] = {}
        self._words, self._names = Counter[str](), Counter[str]()
        self._holders = defaultdict[str, set[int]](set)
        self._ahead = defaultdict[Meeting, set[int]](set)

    def turn(self, now: date, fresh: Sequence[_Part]) -> None:
        """Go on to this day, of which these are the stories."""
        for gone in [part for part in self._parts.values() if now - part.first > BACK]:
            self._count(gone, -1)
            del self._parts[gone.number]
            for word in gone.headline:
                self._holders[word].discard(gone.number)
            for meeting in gone.ahead:
                self._ahead[meeting].discard(gone.number)
        for part in fresh:
            self._count(part, 1)
            self._parts[part.number] = part
            for word in part.headline:
                self._holders[word].add(part.number)
            for meeting in part.ahead:
                self._ahead[meeting].add(part.number)

    def _count(self, part: _Part, by: int) -> None:
        for counts, held in ((self._words, part.words), (self._names, part.names)):
            for each in held:
                counts[each] += by

    def before(self, part: _Part) -> _Part | None:
        """The story of an earlier day that this one goes on with."""
        fits = [(self._alike(part, other), other.number) for other in self._near(part) if self._may_go_on(part, other)]
        alike, number = max(fits, default=(0.0, part.number))
        other = self._parts[number]
        return other if alike >= ALIKE or part.held & other.ahead else None

    def _near(self, part: _Part) -> list[_Part]:
        """Those of earlier days that share most rare words and meetings; of as many the earliest given."""
        rare = (self._holders[word] for word in part.headline if self._is_rare(self._words[word]))
        announced = (self._ahead[meeting] for meeting in part.held if meeting in self._ahead)
        shared = Counter(number for held in (*announced, *rare) if len(held) <= MANY for number in held)
        earlier = (number for number in shared if self._parts[number].first < part.first)
        kept = heapq.nsmallest(KEPT, earlier, key=lambda number: (-shared[number], number))
        return [self._parts[number] for number in kept]

    def _may_go_on(self, part: _Part, other: _Part) -> bool:
        if part.held & other.ahead:
            return True
        shared = (part.headline & other.headline & (part.plain | other.plain)) - part.naming - other.naming
        words = sum(self._is_rare(self._words[word]) for word in shared)
        names = {name for name in part.names & other.names if self._is_rare(self._names[name])}
        headed = not names.isdisjoint(part.headed | other.headed)
        enough = words and headed and words + min(len(names), NAMES) >= JOINING
        return bool(enough) and part.openings.isdisjoint(other.openings)

    def _is_rare(self, holding: int) -> bool:
        return holding <= min(MANY, max(FEW, RARE * len(self._parts)))

    def _alike(self, part: _Part, other: _Part) -> float:
        shared, ours, theirs = (self._weight(words) for words in (part.words & other.words, part.words, other.words))
        return shared / math.sqrt(ours * theirs)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(rarity(len(self._parts), self._words[word]) ** 2 for word in sorted(words))
