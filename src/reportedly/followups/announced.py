"""Announcements of one event in several articles become one expectation with many supports."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.followups.features import Rarity, akin, features, names
from reportedly.followups.verdicts import Verdicts
from reportedly.followups.windows import extends, moves, overlap
from reportedly.likeness import Weights, cosine
from reportedly.records import Sighting, content_id

# Set by hand on the development follow-ups, for precision: two announcements of one visit in the words of two outlets
# come out at .35 to .7, two visits of one minister to two capitals at .1 to .3.
ALIKE = 0.42
MOVED = 0.26  # what its own sentence moves was announced before: as much as tells that it was moved
WITHIN = 45  # days between two announcements of one event at most
_KEYS = 2  # in common at least: all but one of the pairs alike enough on the development set have them
_WORDS = 8  # of a sentence, the rarest
_COMMON = 60  # announcements: a key shared by more proposes only the latest of them


class Announced:
    """One expectation being put together: its announcements, the earliest first, and those of a new date for it."""

    def __init__(self, first: Sighting, weights: Weights) -> None:
        self.sightings = [first]
        self.moves: list[Sighting] = []
        self.weights = weights

    @property
    def first(self) -> Sighting:
        """The earliest announcement, by which the expectation is known."""
        return self.sightings[0]

    @property
    def id(self) -> str:
        """The follow-up's id, made from its first announcement."""
        return content_id("f", self.first.expectation)


def order(sighting: Sighting) -> tuple[date, str, int, str]:
    """Earliest first; ties by URL and place in the text, so that the order of arrival does not matter."""
    return (sighting.published or date.max, sighting.article_url, sighting.span.start, sighting.event or "")


def keys(sighting: Sighting, rarity: Rarity) -> Iterator[str]:
    """By what an announcement is looked up: each who takes part or is named, and the rarest words, kin as one."""
    every = features(sighting)
    yield from (feature for feature in every if feature.startswith("@"))
    words = (feature for feature in every if not feature.startswith("@"))
    yield from sorted(words, key=lambda word: (rarity.articles(word), word))[:_WORDS]


def gathered(announcements: Sequence[Sighting], rarity: Rarity, judged: Verdicts) -> list[Announced]:
    """The expectations of all announcements, in order of their first one."""
    gathering = _Gathering(rarity, judged)
    for announcement in sorted(announcements, key=order):
        gathering.add(announcement)
    return gathering.expectations


class _Gathering:
    """The expectations so far, looked up by the keys of their first announcements."""

    def __init__(self, rarity: Rarity, judged: Verdicts) -> None:
        self.expectations: list[Announced] = []
        self._index = defaultdict[str, list[int]](list)
        self._rarity, self._judged = rarity, judged

    def add(self, new: Sighting) -> None:
        """Let an announcement support the expectation it is most like, or begin one; it may also move others."""
        weights, own = self._rarity.weights(new), tuple(keys(new, self._rarity))
        alike = [self.expectations[i] for i in self._alike(new, weights, own)]
        if alike and new.change == "moved":
            alike[0].sightings.append(new)
            alike[0].moves.append(new)
            return
        same = next((expectation for expectation in alike if overlap(expectation.first.window, new.window)), None)
        if same is not None:
            same.sightings.append(new)
            if _extends(same, new):
                same.moves.append(new)
            return
        for expectation in alike:
            if _moves(expectation, new):
                expectation.moves.append(new)
        for key in own:
            self._index[key].append(len(self.expectations))
        self.expectations.append(Announced(new, weights))

    def _alike(self, new: Sighting, weights: Weights, own: Sequence[str]) -> list[int]:
        """Which expectations are alike enough, the most alike first."""
        likeness = {
            i: cosine(self.expectations[i].weights, weights)
            for i in self._proposed(own)
            if not self._judged.part(self.expectations[i].id, new.article_url)
            and _can_be_one(self.expectations[i].first, new)
        }
        enough = MOVED if new.change == "moved" else ALIKE
        return sorted((i for i, alike in likeness.items() if alike >= enough), key=lambda i: (-likeness[i], i))

    def _proposed(self, own: Sequence[str]) -> set[int]:
        """The expectations that share enough keys; a common key proposes only the latest that have it."""
        shared = Counter(i for key in own for i in self._index[key][-_COMMON:])
        return {i for i, count in shared.items() if count >= _KEYS}


def _can_be_one(first: Sighting, new: Sighting) -> bool:
    """Whether nothing but the windows speaks against one event."""
    if first.article == new.article and not _told_twice(first, new):
        return False
    if first.published and new.published and abs((new.published - first.published).days) > WITHIN:
        return False
    elsewhere = first.place and new.place and first.place != new.place
    return akin(first, new) and not elsewhere


def _moves(known: Announced, new: Sighting) -> bool:
    """A later article gives the same act of the same people a later date."""
    first = known.first
    later = first.published and new.published and first.published < new.published and first.article != new.article
    return bool(later and set(names(first)) & set(names(new)) and moves(first.window, new.window, new.published))


def _extends(known: Announced, new: Sighting) -> bool:
    """A later article, when the time is over, gives the same act more time."""
    return known.first.article != new.article and extends(known.first.window, new.window, new.published)


def _told_twice(a: Sighting, b: Sighting) -> bool:
    """Within one article two announcements are one event only if lemma and somebody taking part are the same."""
    return a.lemma == b.lemma and a.type == b.type and bool(set(names(a)) & set(names(b)))
