"""Which questions are worth asking the comparer: what it would say, guessed from what is at hand without any model.

An answer takes some milliseconds and most tell nothing, so each question is weighed first by a table over clues of the
pair, learned from what the comparer answered (``training/questions/``).
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from reportedly.evidence import Learned, shipped
from reportedly.followups.features import akin, topic_weights, weights
from reportedly.likeness import cosine, stem, telling
from reportedly.records import Sighting, State

# Log-odds from which it is asked, by folds that had not seen what was announced. Of announcements made again 98 of 100
# pass. Of what became of expectations 90 of 100 of all that is near pass, and in the places of what does not others are
# asked: an article has a few, the nearest. So 56 questions are asked where it were 100, and 4 % more tell something.
TOLD: Final = -3.32
AGAIN: Final = -3.56

_FAR: Final = 60  # days: as good as any more
_FAR_DOWN: Final = 5000  # characters
_UNKNOWN: Final = -1.0
_NUMBER = re.compile(r"\d+")
_KEPT = 4096


def tells(first: Sighting, later: Sighting, state: State | None, spare: float) -> float:
    """The log-odds that a sighting, so near, tells what became of an expectation; ``state`` is what it could tell.

    Where a headline is missing, which the table has not seen, it is worth asking.
    """
    if not (first.headline and later.headline):
        return TOLD
    return table("told").odds(told_clues(first, later, state, spare))


def announces_again(first: Sighting, later: Sighting) -> float:
    """The log-odds that an announcement announces once more what ``first`` did; without headlines likely enough."""
    if not (first.headline and later.headline):
        return AGAIN
    return table("again").odds(again_clues(first, later))


def table(kind: str) -> Learned:
    """What was learned of a kind of question."""
    return shipped("reportedly.followups", f"data/{kind}.tsv")


def told_clues(first: Sighting, later: Sighting, state: State | None, spare: float) -> dict[str, float]:
    """The clues to whether a sighting tells what became of an expectation."""
    states = {f"tells {each}": float(state == each) for each in ("happened", "moved", "cancelled", "denied", None)}
    acts = float(not set(first.acts).isdisjoint(later.acts)) if first.acts and later.acts else _UNKNOWN
    own = {"spare": spare, "acts": acts, "akin": float(akin(first, later)), "length": _apart(*_ends(first))}
    return own | states | dict(_both(first, later))


def again_clues(first: Sighting, later: Sighting) -> dict[str, float]:
    """The clues to whether two announce one event."""
    (start, end), (other_start, other_end) = _ends(first), _ends(later)
    own = {
        "lemma": float(bool(first.lemma) and first.lemma == later.lemma),
        "ends apart": _apart(end, other_end),
        "starts apart": _apart(start, other_start),
        "length": _apart(start, end),
    }
    return own | dict(_both(first, later))


def _both(first: Sighting, later: Sighting) -> Iterator[tuple[str, float]]:
    """What two sightings have in common, what is missing, and where they stand."""
    a, b = weights(first), weights(later)
    common = [feature for feature in a if feature in b]
    shared = sorted((min(a[feature], b[feature]) for feature in common), reverse=True)
    named, every = (sum(feature[0] == "@" for feature in some) for some in (common, a))
    yield "sentences", cosine(a, b)
    yield "topics", cosine(topic_weights(first), topic_weights(later))
    yield "shared", float(len(shared))
    yield from ((f"rarest {n + 1}", shared[n] if n < len(shared) else 0.0) for n in range(2))
    yield "missing", max((weight for feature, weight in a.items() if feature not in b), default=0.0)
    yield "names", float(named)
    yield "names held", named / every if every else _UNKNOWN
    yield "numbers", float(len(_numbers(first.sentence) & _numbers(later.sentence)))
    yield from _headlines(first, later)
    yield "days between", _apart(first.published, later.published)
    yield "how far down", float(min(later.span.start, _FAR_DOWN))
    yield "announced how far down", float(min(first.span.start, _FAR_DOWN))
    yield "words", float(len(first.words))


def _headlines(first: Sighting, later: Sighting) -> Iterator[tuple[str, float]]:
    ours, theirs, trigger = _words(first.headline), _words(later.headline), _trigger(first)
    yield "headlines", len(ours & theirs) / (min(len(ours), len(theirs)) or 1)
    yield "headline held", len(ours.intersection(later.words)) / (len(ours) or 1)
    yield "later headline held", len(theirs.intersection(first.words)) / (len(theirs) or 1)
    yield "trigger", float(not trigger.isdisjoint((*later.words, *theirs, *_trigger(later))))


def _apart(one: date | None, other: date | None) -> float:
    return float(min(abs((one - other).days), _FAR)) if one and other else _UNKNOWN


def _ends(sighting: Sighting) -> tuple[date | None, date | None]:
    """The first and last day of the window, as far as they are known."""
    window = sighting.window
    return (window.start or window.end, window.end) if window else (None, None)


@lru_cache(_KEPT)
def _words(headline: str) -> frozenset[str]:
    return frozenset(telling(headline))


@lru_cache(_KEPT)
def _numbers(sentence: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(sentence))


def _trigger(sighting: Sighting) -> frozenset[str]:
    """The stems of the words by which an event is told."""
    words = sighting.at.of(sighting.sentence).split() if sighting.at else ()
    return frozenset(stem(word.casefold()) for word in words)
