"""Which expectations a later article may tell of: the few that its sentences are most like, found without the model.

An article's sentences are laid beside all expectations at once, in one product of matrices; only the pairs that may be
near by that, and those that words do not decide, are looked at one by one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.followups import across, asking
from reportedly.followups.announced import CHANGED, order
from reportedly.followups.comparing import can_tell, is_latin
from reportedly.followups.enough import at_least, elsewhere, enough, state_of
from reportedly.followups.features import topic_weights, weights
from reportedly.likeness import Weights, cosine
from reportedly.records import Announcement, Sighting, State

OF_TOPIC = 0.4  # weight of what the two articles are about, beside what the two sentences say
SHORT = 0.15  # how much less than enough likeness is worth a question to the model
REPEATED = 0.92  # a sentence this like the announcement is that sentence again, not what became of it
PER_ARTICLE = 4  # pairs of an article that the model is asked about
PER_EXPECTATION = 2
_ROUNDED = 1e-6  # more than a sum of so few products can differ by, in whatever order it is made
_FEW = 3  # shared telling words that stand for a shared name
_KEPT = 8192  # sightings that are remembered as they were made ready


class Near(NamedTuple):
    """A sighting like an expectation, and by how much more than words alone would need."""

    spare: float
    likeness: float
    known: Announcement
    state: State | None
    sighting: Sighting


def telling(sightings: Iterable[Sighting]) -> list[Sighting]:
    """What may tell what became of something: all but what a sentence tells beside a change, or beside announcing it.

    A sentence that announces an act of some type does not also report it done, and one that tells a change reports
    nothing else. Of a page of no known day nothing is known to be later.
    """
    every = sorted((s for s in sightings if s.published is not None), key=lambda s: (order(s), s.change or ""))
    ahead = {(s.sentence, s.type) for s in every if s.expectation}
    changed = {s.sentence for s in every if s.change in CHANGED}
    kept = (s for s in every if s.expectation or s.change or (s.sentence, s.type) not in ahead)
    return [s for s in kept if s.change in CHANGED or s.sentence not in changed]


Beside = tuple[Sighting, Collection[Announcement]]
"""A sighting, and first announcements that it shares keys with."""


def nearest(beside: Iterable[Beside]) -> list[Near]:
    """The sightings of an article and first announcements that they share keys with, of which it is worth asking.

    Each expectation's best comes before the second best of any.
    """
    best: dict[tuple[str, str], Near] = {}
    for found in all_near(beside):
        key = found.known.id, found.sighting.sentence
        if key not in best or found[:2] > best[key][:2]:
            best[key] = found
    worth = [one for one in best.values() if _worth_asking(one)]
    ranked, many = list[tuple[int, Near]](), Counter[str]()
    for one in sorted(worth, key=lambda near: (-near.spare, -near.likeness, near.known.place)):
        many[one.known.id] += 1
        ranked.append((many[one.known.id], one))
    ranked.sort(key=lambda each: each[0])
    return [one for rank, one in ranked if rank <= PER_EXPECTATION][:PER_ARTICLE]


def _worth_asking(one: Near) -> bool:
    if not can_tell(one.known.sighting, one.sighting):
        return one.spare >= 0
    return asking.tells(one.known.sighting, one.sighting, one.state, one.spare) >= asking.TOLD


def all_near(beside: Iterable[Beside]) -> Iterator[Near]:
    """The pairs that are near, of all of an article."""
    later = [(side(sighting), some) for sighting, some in beside if some]
    known = {each.id: each for _, some in later for each in some}
    if not known:
        return
    firsts = [side(each.sighting) for each in known.values()]
    worth = _worth_a_look([one for one, _ in later], firsts)
    asked = np.zeros_like(worth)
    place = {own: n for n, own in enumerate(known)}
    for row, (_, some) in zip(asked, later, strict=True):
        row[[place[each.id] for each in some]] = True
    every, topics = [*known.values()], dict[tuple[tuple[str, ...], int], float]()
    for at, n in np.argwhere(asked & worth).tolist():
        first, one = firsts[n], later[at][0]
        alike = topics.get((one.sighting.topic, n))
        if alike is None:
            alike = topics[one.sighting.topic, n] = cosine(first.topic, one.topic)
        found = _near(every[n], first, one, alike)
        if found is not None:
            yield found


def _worth_a_look(later: Sequence["Side"], firsts: Sequence["Side"]) -> NDArray[np.bool_]:
    """By sighting and expectation, which pairs may be near; two in two scripts always may."""
    topics = {one.sighting.topic: one.topic for one in later}
    place = {topic: n for n, topic in enumerate(topics)}
    of_topic = _cosines([*topics.values()], [first.topic for first in firsts])
    alike = _cosines([one.weights for one in later], [first.weights for first in firsts])
    alike += OF_TOPIC * of_topic[[place[one.sighting.topic] for one in later]]
    least = np.array([[one.least - _ROUNDED] for one in later])
    across = np.array([[one.latin] for one in later]) != np.array([first.latin for first in firsts])
    found: NDArray[np.bool_] = (alike >= least) | across
    return found


def _cosines(ours: Sequence[Weights], theirs: Sequence[Weights]) -> NDArray[np.float64]:
    """How like each of ours is to each of theirs, but for what rounding does."""
    place = {feature: n for n, feature in enumerate(dict.fromkeys(chain.from_iterable(ours)))}
    left, right = np.zeros((len(ours), len(place))), np.zeros((len(place), len(theirs)))
    for row, own in zip(left, ours, strict=True):
        row[[place[feature] for feature in own]] = [*own.values()]
    held = [(place[feature], n, own[feature]) for n, own in enumerate(theirs) for feature in place.keys() & own]
    if held:
        at, n, values = zip(*held, strict=True)
        right[list(at), list(n)] = values
    return left @ right


def near(known: Announcement, sighting: Sighting) -> Near | None:
    """How near a sighting is to an expectation; None where it is too far to be asked about."""
    first, later = side(known.sighting), side(sighting)
    return _near(known, first, later, cosine(first.topic, later.topic))


class Side(NamedTuple):
    """A sighting made ready to be laid beside many."""

    sighting: Sighting
    state: State | None
    weights: Weights
    topic: Weights
    features: frozenset[str]
    names: frozenset[str]
    least: float
    latin: bool


@lru_cache(_KEPT)
def side(sighting: Sighting) -> Side:
    """A sighting made ready; ``least`` is the least likeness that could be enough for what it tells."""
    state, own = state_of(sighting), weights(sighting)
    names = frozenset(feature for feature in own if feature.startswith("@"))
    return Side(
        sighting,
        state,
        own,
        topic_weights(sighting),
        frozenset(own),
        names,
        at_least(state) - SHORT,
        is_latin(sighting),
    )


def _near(known: Announcement, a: Side, b: Side, topics: float) -> Near | None:
    first, sighting, state = a.sighting, b.sighting, b.state
    if sighting.article == first.article:
        return None
    if a.latin != b.latin:
        return Near(0.0, 0.0, known, state, sighting) if across.tells(first, sighting, state) else None
    shared = a.features & b.features
    if not _share_enough(a, b, len(shared)):
        return None
    ours, theirs = a.weights, b.weights
    words = sum([ours[feature] * theirs[feature] for feature in sorted(shared)])
    likeness = words + OF_TOPIC * topics
    if likeness < b.least or (state == "happened" and elsewhere(first, sighting)):
        return None
    needed = enough(first, sighting, state) - SHORT
    if likeness < needed or (state in {None, "happened"} and words >= REPEATED and _is_again(first, sighting)):
        return None
    return Near(likeness - SHORT - needed, likeness, known, state, sighting)


def _share_enough(a: Side, b: Side, shared: int) -> bool:
    """Whether two share a name or a few words; where the comparer cannot be asked, a name and the act."""
    named = not a.names.isdisjoint(b.names)
    if a.latin and b.latin:
        return named or shared >= _FEW
    return named and across.may_tell(a.sighting, b.sighting, b.state)


def _is_again(first: Sighting, sighting: Sighting) -> bool:
    """Whether the sentence is the announcement's again, word for word but for very few."""
    a, b = set(first.words), set(sighting.words)
    return len(a & b) >= REPEATED * max(len(a), len(b))
