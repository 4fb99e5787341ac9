"""Which expectations a later article may tell of: the few that its sentences are most like, found without the model.

Most pairs share two names and little else: a quick look at their words says so, and only the others are looked at
closely.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reportedly.followups import across, asking
from reportedly.followups.announced import CHANGED, order
from reportedly.followups.comparing import can_tell, is_latin
from reportedly.followups.enough import SHORT, at_least, elsewhere, enough, state_of
from reportedly.followups.features import about_weights, topic_weights, weights
from reportedly.followups.keys import meet
from reportedly.followups.windows import has_day, names_the_day
from reportedly.likeness import Weights, cosine
from reportedly.records import Announcement, Sighting, State

OF_TOPIC = 0.4  # weight of what the two articles are about, beside what the two sentences say
OF_ONE = 0.22  # two articles so alike may be of one matter: each sentence of the later one is worth a question
REPEATED = 0.92  # a sentence this like the announcement is that sentence again, not what became of it
OF_ODDS, NAMES_THE_DAY = 0.2, 0.4
PER_ARTICLE = 4  # pairs of an article that the model is asked about
PER_EXPECTATION = 2
OF_ONE_ARTICLE, OF_ONE_EXPECTATION = 6, 4  # further pairs where articles may be of one matter
_ROUNDED = 1e-6  # more than a sum of so few products can differ by, in whatever order it is made
_FEW = 3  # shared telling words that stand for a shared name
_KEPT = 8192  # sightings that are remembered as they were made ready


class Near(NamedTuple):
    """A sighting like an expectation, by how much more than words alone would need.

    ``context`` is how like the two articles are where they may be of one matter, ``odds`` how likely an answer tells
    something (``asking``), and ``by_words`` whether their words alone make it worth a question.
    """

    spare: float
    likeness: float
    known: Announcement
    state: State | None
    sighting: Sighting
    context: float | None = None
    odds: float = 0.0
    by_words: bool = True


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
    every = [_weighed(one) for one in best.values()]
    chosen = _chosen([one for one in every if one.by_words], PER_EXPECTATION, PER_ARTICLE)
    others = [one._replace(by_words=False) for one in every if one.context is not None and one not in chosen]
    return [*chosen, *_chosen(others, OF_ONE_EXPECTATION, OF_ONE_ARTICLE)]


def _chosen(worth: Iterable[Near], per_expectation: int, most: int) -> list[Near]:
    ranked, many = list[tuple[int, Near]](), Counter[str]()
    for one in sorted(worth, key=lambda near: (-_promising(near), -near.likeness, near.known.place)):
        many[one.known.id] += 1
        ranked.append((many[one.known.id], one))
    ranked.sort(key=lambda each: each[0])
    return [one for rank, one in ranked if rank <= per_expectation][:most]


def _promising(one: Near) -> float:
    """How soon it is worth asking of; by words alone the nearest, in an article of one matter all that counts."""
    if one.by_words:
        return one.spare
    named = names_the_day(one.known.sighting.window, one.sighting)
    return one.spare + OF_ODDS * one.odds + (NAMES_THE_DAY if named else 0.0)


def _weighed(one: Near) -> Near:
    first, later = one.known.sighting, one.sighting
    if not can_tell(first, later):
        return one._replace(by_words=one.spare >= 0)
    odds = asking.tells(first, later, one.state, one.spare)
    return one._replace(odds=odds, by_words=one.spare >= -SHORT and odds >= asking.TOLD and meet(first, later))


def all_near(beside: Iterable[Beside]) -> Iterator[Near]:
    """The pairs that are near, of all of an article."""
    article, laid = None, dict[str, tuple[Side, Alike]]()
    for sighting, some in beside:
        later = side(sighting)
        if article != (sighting.topic, sighting.about):
            article, laid = (sighting.topic, sighting.about), {}
        for known in some:
            ready = laid.get(known.id)
            if ready is None:
                first = side(known.sighting)
                ready = laid[known.id] = first, _alike(first, later)
            if _may_be_near(ready[0], later, ready[1]) and (found := _near(known, ready[0], later, ready[1])):
                yield found


def _may_be_near(first: "Side", later: "Side", alike: "Alike") -> bool:
    """Whether two may be near, however their likeness is rounded; in two scripts their words do not tell."""
    if first.latin != later.latin or (first.dated and alike.context >= OF_ONE):
        return True
    ours, theirs = first.weights, later.weights
    words = sum([ours[feature] * theirs[feature] for feature in first.features & later.features])
    return words + OF_TOPIC * alike.topics >= later.floor


def near(known: Announcement, sighting: Sighting) -> Near | None:
    """How near a sighting is to an expectation; None where it is too far to be asked about."""
    first, later = side(known.sighting), side(sighting)
    return _near(known, first, later, _alike(first, later))


class Alike(NamedTuple):
    """How like two articles are: by their heads, and by all that they tell."""

    topics: float
    context: float


class Side(NamedTuple):
    """A sighting made ready to be laid beside many.

    ``least`` is the least likeness that could be enough for what it tells, and ``floor`` that, however it is rounded.
    """

    sighting: Sighting
    state: State | None
    weights: Weights
    topic: Weights
    about: Weights
    features: frozenset[str]
    names: frozenset[str]
    least: float
    floor: float
    latin: bool
    dated: bool


@lru_cache(_KEPT)
def side(sighting: Sighting) -> Side:
    """A sighting made ready."""
    state, own = state_of(sighting), weights(sighting)
    names, least = frozenset(feature for feature in own if feature[0] == "@"), at_least(sighting, state) - SHORT
    sides = own, topic_weights(sighting), about_weights(sighting), frozenset(own), names
    floor, dated = least - _ROUNDED, has_day(sighting.window)
    return Side(sighting, state, *sides, least, floor, is_latin(sighting), dated)


def _alike(a: Side, b: Side) -> Alike:
    return Alike(cosine(a.topic, b.topic), cosine(a.about, b.about))


def _near(known: Announcement, a: Side, b: Side, alike: Alike) -> Near | None:
    first, sighting, state = a.sighting, b.sighting, b.state
    if sighting.article == first.article:
        return None
    if a.latin != b.latin:
        return Near(0.0, 0.0, known, state, sighting) if across.tells(first, sighting, state) else None
    shared = a.features & b.features
    of_one = alike.context >= OF_ONE and a.dated and a.latin and not (state in CHANGED and _is_anothers(a, b))
    if not (of_one or _share_enough(a, b, len(shared))):
        return None
    ours, theirs = a.weights, b.weights
    words = sum([ours[feature] * theirs[feature] for feature in sorted(shared)])
    likeness = words + OF_TOPIC * alike.topics
    if (likeness < b.least and not of_one) or (state == "happened" and elsewhere(first, sighting)):
        return None
    needed = enough(first, sighting, state) - SHORT
    again = state in {None, "happened"} and words >= REPEATED and _is_again(first, sighting)
    if again or (likeness < needed and not of_one):
        return None
    return Near(likeness - SHORT - needed, likeness, known, state, sighting, alike.context if of_one else None)


def _is_anothers(a: Side, b: Side) -> bool:
    """Whether what was changed is somebody else's, or another act: of those it names the announcement names nobody."""
    first, later = a.sighting, b.sighting
    apart = bool(later.actors and a.names and b.names) and a.names.isdisjoint(b.names)
    return apart or bool(first.acts and later.acts and set(first.acts).isdisjoint(later.acts))


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
