"""Announcements of one event in several articles become one expectation with many supports."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from reportedly.followups.comparing import Compare, question
from reportedly.followups.features import Rarity, akin, features, names
from reportedly.followups.verdicts import Verdicts
from reportedly.followups.windows import extends, moves, overlap
from reportedly.likeness import Weights, cosine
from reportedly.records import Sighting, content_id

# Two announcements of one visit in the words of two outlets come out at .35 to .7, two visits of one minister to two
# capitals at .1 to .3. So likeness only proposes, and the comparer says whether the later one still speaks of the
# event of the first: of labelled pairs that it joins so 83 of 100 are one, of those that are alike 70.
NEAR = 0.2
AGAIN = 0.6
ALIKE = 0.42  # within one article, and where a day is not known: there the comparer knows too little
MOVED = 0.26  # what its own sentence moves was announced before: as much as tells that it was moved
_ASKED = 2  # of the expectations that are near the most alike
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


def gathered(announcements: Sequence[Sighting], rarity: Rarity, judged: Verdicts, compare: Compare) -> list[Announced]:
    """The expectations of all announcements, in order of their first one."""
    gathering = _Gathering(rarity, judged, compare)
    for announcement in sorted(announcements, key=order):
        gathering.add(announcement)
    return gathering.expectations


class _Gathering:
    """The expectations so far, looked up by the keys of their first announcements."""

    def __init__(self, rarity: Rarity, judged: Verdicts, compare: Compare) -> None:
        self.expectations: list[Announced] = []
        self._index = defaultdict[str, list[int]](list)
        self._rarity, self._judged, self._compare = rarity, judged, compare

    def add(self, new: Sighting) -> None:
        """Let an announcement support the expectation it is most like, or begin one; it may also move others."""
        weights, own = self._rarity.weights(new), tuple(keys(new, self._rarity))
        likeness = self._likeness(new, weights, own)
        enough = MOVED if new.change == "moved" else ALIKE
        alike = [self.expectations[i] for i, much in likeness.items() if much >= enough]
        if alike and new.change == "moved":
            alike[0].sightings.append(new)
            alike[0].moves.append(new)
            return
        same = self._same(new, likeness) or next(filter(partial(_extends, new), alike), None)
        if same is not None:
            same.sightings.append(new)
            if _extends(new, same):
                same.moves.append(new)
            return
        for expectation in alike:
            if _moves(expectation, new):
                expectation.moves.append(new)
        for key in own:
            self._index[key].append(len(self.expectations))
        self.expectations.append(Announced(new, weights))

    def _likeness(self, new: Sighting, weights: Weights, own: Sequence[str]) -> dict[int, float]:
        """How like an announcement is to the expectations it may be one with, the most alike first."""
        likeness = {
            i: cosine(self.expectations[i].weights, weights)
            for i in self._proposed(own)
            if not self._judged.part(self.expectations[i].id, new.article_url)
            and _can_be_one(self.expectations[i].first, new)
        }
        return dict(sorted(likeness.items(), key=lambda each: (-each[1], each[0])))

    def _same(self, new: Sighting, likeness: Mapping[int, float]) -> Announced | None:
        """The expectation that an announcement announces again."""
        near = [i for i, much in likeness.items() if much >= NEAR][: 2 * _ASKED]
        near = [i for i in near if overlap(self.expectations[i].first.window, new.window)][:_ASKED]
        asked = [i for i in near if _can_ask(self.expectations[i].first, new)]
        answers = self._compare([question(self.expectations[i].first, new) for i in asked])
        again = {i: answer.again + answer.moved for i, answer in zip(asked, answers, strict=True)}
        again |= {i: 1.0 for i in near if i not in again and likeness[i] >= ALIKE}
        best = max(again, key=lambda i: again[i], default=None)
        return self.expectations[best] if best is not None and again[best] >= AGAIN else None

    def _proposed(self, own: Sequence[str]) -> set[int]:
        """The expectations that share enough keys; a common key proposes only the latest that have it."""
        shared = Counter(i for key in own for i in self._index[key][-_COMMON:])
        return {i for i, count in shared.items() if count >= _KEYS}


def _can_ask(first: Sighting, new: Sighting) -> bool:
    return first.article != new.article and first.published is not None and new.published is not None


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


def _extends(new: Sighting, known: Announced) -> bool:
    """A later article, when the time is over, gives the same act more time."""
    first = known.first
    near = overlap(first.window, new.window)
    return near and first.article != new.article and extends(first.window, new.window, new.published)


def _told_twice(a: Sighting, b: Sighting) -> bool:
    """Within one article two announcements are one event only if lemma and somebody taking part are the same."""
    return a.lemma == b.lemma and a.type == b.type and bool(set(names(a)) & set(names(b)))
