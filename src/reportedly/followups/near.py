"""Which expectations a later article may tell of: the few that its sentences are most like, found without the model."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from reportedly.followups.announced import CHANGED, order
from reportedly.followups.enough import elsewhere, enough, state_of
from reportedly.followups.features import topics, weights
from reportedly.records import Announcement, Sighting, State

OF_TOPIC = 0.4  # weight of what the two articles are about, beside what the two sentences say
SHORT = 0.15  # how much less than enough likeness is worth a question to the model
REPEATED = 0.92  # a sentence this like the announcement is that sentence again, not what became of it
PER_ARTICLE = 4  # pairs of an article that the model is asked about
PER_EXPECTATION = 2
_FEW = 3  # shared telling words that stand for a shared name


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


def nearest(pairs: Iterable[tuple[Announcement, Sighting]]) -> list[Near]:
    """The nearest of an article's sightings and the first announcements that they share keys with.

    Each expectation's best comes before the second best of any.
    """
    best: dict[tuple[str, str], Near] = {}
    for known, sighting in pairs:
        found = near(known, sighting)
        key = known.id, sighting.sentence
        if found is not None and (key not in best or found[:2] > best[key][:2]):
            best[key] = found
    ranked, many = list[tuple[int, Near]](), Counter[str]()
    for one in sorted(best.values(), key=lambda near: (-near.spare, -near.likeness, near.known.place)):
        many[one.known.id] += 1
        ranked.append((many[one.known.id], one))
    ranked.sort(key=lambda each: each[0])
    return [one for rank, one in ranked if rank <= PER_EXPECTATION][:PER_ARTICLE]


def near(known: Announcement, sighting: Sighting) -> Near | None:
    """How near a sighting is to an expectation; None where it is too far to be asked about."""
    first, state = known.sighting, state_of(sighting)
    if sighting.article == first.article or (state == "happened" and elsewhere(first, sighting)):
        return None
    needed = enough(first, sighting, state) - SHORT
    likeness = _likeness(first, sighting, state, needed)
    return Near(likeness - SHORT - needed, likeness, known, state, sighting) if likeness >= needed else None


def own(sighting: Sighting, supports: Collection[str | None]) -> bool:
    """Whether a sighting is one of the announcements (by their expectations) that support what it would tell of."""
    return sighting.expectation is not None and sighting.expectation in supports


def _likeness(first: Sighting, sighting: Sighting, state: State | None, needed: float) -> float:
    """How like the first announcement; nought where that says nothing, or cannot reach what is ``needed``."""
    a, b = weights(first), weights(sighting)
    shared = a.keys() & b.keys()
    if len(shared) < _FEW and not any(feature.startswith("@") for feature in shared):
        return 0.0
    likeness = sum(a[feature] * b[feature] for feature in sorted(shared))
    if likeness + OF_TOPIC < needed:
        return 0.0
    if state in {None, "happened"} and likeness >= REPEATED and _is_again(first, sighting):
        return 0.0
    return likeness + OF_TOPIC * topics(first, sighting)


def _is_again(first: Sighting, sighting: Sighting) -> bool:
    """Whether the sentence is the announcement's again, word for word but for very few."""
    a, b = set(first.words), set(sighting.words)
    return len(a & b) >= REPEATED * max(len(a), len(b))
