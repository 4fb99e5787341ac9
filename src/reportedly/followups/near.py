"""Which expectations a later article may tell of: the few that its sentences are most like, found without the model."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reportedly.followups.announced import Announced, keys
from reportedly.followups.enough import elsewhere, enough, state_of
from reportedly.followups.features import Rarity
from reportedly.followups.verdicts import Verdicts
from reportedly.likeness import Weights
from reportedly.records import Sighting, State

OF_TOPIC = 0.4  # weight of what the two articles are about, beside what the two sentences say
SHORT = 0.2  # how much less than enough likeness is worth a question to the model
REPEATED = 0.92  # a sentence this like the announcement is that sentence again, not what became of it
PER_ARTICLE = 4  # pairs of an article that the model is asked about
PER_EXPECTATION = 2
_COMMON = 100  # expectations: a key shared by more of them is too common to propose any but the latest few
_LATEST = 20
_FEW = 3  # shared telling words that stand for a shared name


Spans = Mapping[int, tuple[date, date]]  # the days on which news of an expectation, by number, is taken


class Near(NamedTuple):
    """A sighting like an expectation (by number), and by how much more than words alone would need."""

    spare: float
    likeness: float
    expectation: int
    state: State | None
    sighting: Sighting


class Watch:
    """Expectations looked up by who takes part and by their rarest words, to find those near an article.

    What is near depends on the article and the expectations alone, so articles may come one by one, in any order.
    """

    def __init__(self, known: Sequence[Announced], rarity: Rarity, judged: Verdicts) -> None:
        self._known, self._rarity, self._judged = known, rarity, judged
        self._index = defaultdict[str, list[int]](list)
        for i, expectation in enumerate(known):
            for key in sorted({key for s in expectation.sightings for key in keys(s, rarity)}):
                self._index[key].append(i)

    def near(self, article: Sequence[Sighting], spans: Spans) -> list[Near]:
        """The nearest pairs of an article's sightings and those expectations that are open on its day.

        Each expectation's best comes before the second best of any.
        """
        best: dict[tuple[int, str], Near] = {}
        for sighting in article:
            for found in self._like(sighting, spans):
                key = found.expectation, sighting.sentence
                if key not in best or found[:2] > best[key][:2]:
                    best[key] = found
        ranked, many = list[tuple[int, Near]](), Counter[int]()
        for one in sorted(best.values(), key=lambda near: (-near.spare, -near.likeness, near.expectation)):
            many[one.expectation] += 1
            ranked.append((many[one.expectation], one))
        ranked.sort(key=lambda each: each[0])
        return [one for rank, one in ranked if rank <= PER_EXPECTATION][:PER_ARTICLE]

    def _like(self, sighting: Sighting, spans: Spans) -> Iterator[Near]:
        day = sighting.published
        if day is None:
            return
        proposed = _proposed(self._index, keys(sighting, self._rarity))
        of_its_day = [i for i in proposed if i in spans and spans[i][0] <= day <= spans[i][1]]
        if not of_its_day:
            return
        state, weights = state_of(sighting), self._rarity.weights(sighting)
        for i in of_its_day:
            if not self._may_tell(i, sighting):
                continue
            likeness = self._likeness(self._known[i], sighting, weights, state)
            spare = likeness - enough(self._known[i].first, sighting, state)
            if spare >= -SHORT and not (state == "happened" and elsewhere(self._known[i].first, sighting)):
                yield Near(spare, likeness, i, state, sighting)

    def _may_tell(self, i: int, sighting: Sighting) -> bool:
        """Whether it is another article's, no support of the expectation, and nobody parted the two."""
        known = self._known[i]
        if sighting.article == known.first.article or self._judged.part(known.id, sighting.article_url):
            return False
        return not sighting.expectation or all(s.expectation != sighting.expectation for s in known.sightings)

    def _likeness(self, known: Announced, sighting: Sighting, weights: Weights, state: State | None) -> float:
        """How like the first announcement; nought where that says nothing."""
        shared = known.weights.keys() & weights.keys()
        if len(shared) < _FEW and not any(feature.startswith("@") for feature in shared):
            return 0.0
        likeness = sum(known.weights[feature] * weights[feature] for feature in sorted(shared))
        if state in {None, "happened"} and likeness >= REPEATED and _is_again(known.first, sighting):
            return 0.0
        return likeness + OF_TOPIC * self._rarity.topics(known.first, sighting)


def _proposed(index: Mapping[str, list[int]], own: Iterable[str]) -> set[int]:
    """The expectations to compare: those that share two keys; of common keys only the latest few that have them.

    All but the doubtful matches of the development set share two.
    """
    once, twice = set[int](), set[int]()
    for key in own:
        holding = index.get(key, [])
        some = holding if len(holding) <= _COMMON else holding[-_LATEST:]
        twice.update(once.intersection(some))
        once.update(some)
    return twice


def _is_again(first: Sighting, sighting: Sighting) -> bool:
    """Whether the sentence is the announcement's again, word for word but for very few."""
    a, b = set(first.words), set(sighting.words)
    return len(a & b) >= REPEATED * max(len(a), len(b))
