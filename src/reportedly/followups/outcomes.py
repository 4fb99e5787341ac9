"""What became of expectations: the later article that tells that it happened, was moved, called off or denied."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.followups.announced import Announced, keys, order
from reportedly.followups.changes import CHANGE
from reportedly.followups.likeness import Rarity, Weights, akin
from reportedly.followups.windows import happened_on, open_span
from reportedly.records import Change, Evidence, Sighting, State, Window

# Set by hand on the development follow-ups, for precision: a wrong "happened" is worse than silence. An event told on
# the very day it was announced for needs less likeness than one told at some time of a long window.
ON_THE_DAY = 0.27
SOME_DAY = 0.36
OF_ANOTHER_KIND = 0.42
CHANGED = 0.26
DENIED = 0.34
REPEATED = 0.92  # a sentence this like the announcement is that sentence again, not what became of it
_SHARP = 4  # days: a window not longer than that names a day
_FEW = 3  # shared telling words that stand for a shared name
_COMMON = 100  # expectations: a key shared by more of them is too common to propose any but the latest few
_LATEST = 20
_PER_STEP = 3  # pieces of evidence kept for one step


_A_DAY = timedelta(days=1)


class Step(NamedTuple):
    """A sighting that tells a step in an expectation's life."""

    likeness: float
    state: State
    sighting: Sighting


def histories(known: Sequence[Announced], sightings: Sequence[Sighting], rarity: Rarity) -> list[tuple[Change, ...]]:
    """The history of each expectation, from all sightings that are not announcements."""
    index = defaultdict[str, list[int]](list)
    for i, expectation in enumerate(known):
        for key in {key for s in expectation.sightings for key in keys(s, rarity)}:
            index[key].append(i)
    steps = defaultdict[int, list[Step]](list)
    for sighting in sorted(sightings, key=order):
        state = _state(sighting)
        if state is None:
            continue
        weights = rarity.weights(sighting)
        for i in sorted(_proposed(index, tuple(keys(sighting, rarity)))):
            likeness = _likeness(known[i], sighting, weights, state)
            if likeness:
                steps[i].append(Step(likeness, state, sighting))
    for i, expectation in enumerate(known):
        steps[i].extend(Step(1.0, "moved", sighting) for sighting in expectation.moves)
        steps[i].sort(key=lambda step: order(step.sighting))
    return [_history(expectation, steps[i]) for i, expectation in enumerate(known)]


def _proposed(index: Mapping[str, list[int]], wanted: Iterable[str]) -> set[int]:
    """The expectations worth comparing: those that share a rare key, and the latest that share a common one."""
    listed = (index.get(key, []) for key in wanted)
    return {i for found in listed for i in (found if len(found) <= _COMMON else found[-_LATEST:])}


def _state(sighting: Sighting) -> State | None:
    """What a sighting could tell of an expectation; None for mere plans and undated articles."""
    if sighting.published is None or sighting.expectation:
        return None
    if sighting.type == CHANGE:
        return sighting.lemma  # type: ignore[return-value]
    if sighting.status in {"occurred", "ongoing"} and sighting.polarity == "affirmed":
        return "happened"
    return None


def _likeness(known: Announced, sighting: Sighting, weights: Weights, state: State) -> float:
    """How like the first announcement; nought where that is too little, or where the sighting cannot tell of it."""
    first = known.first
    if first.published is None or sighting.published is None or sighting.published < first.published:
        return 0.0
    shared = known.weights.keys() & weights.keys()
    if len(shared) < _FEW and not any(feature.startswith("@") for feature in shared):
        return 0.0
    if sighting.article == first.article or (state == "happened" and not akin(first, sighting)):
        return 0.0
    likeness = sum(known.weights[feature] * weights[feature] for feature in sorted(shared))
    return likeness if _enough(first, sighting, state) <= likeness < REPEATED else 0.0


def _enough(first: Sighting, sighting: Sighting, state: State) -> float:
    if state != "happened":
        return DENIED if state == "denied" else CHANGED
    if "OTHER" in {first.type, sighting.type} and first.lemma != sighting.lemma:
        return OF_ANOTHER_KIND
    return ON_THE_DAY if _on_the_day(first.window, sighting) else SOME_DAY


def _on_the_day(window: Window | None, sighting: Sighting) -> bool:
    on = happened_on(sighting)
    if on is None or window is None or window.end is None:
        return False
    start = window.start or window.end
    return (window.end - start).days < _SHARP and start <= on <= window.end + _A_DAY


def _history(expectation: Announced, steps: Sequence[Step]) -> tuple[Change, ...]:
    """Steps in order of publication: a move opens a new window, anything else ends the story."""
    announced = expectation.first.published
    if announced is None:
        return ()
    window, out = expectation.first.window, list[Change]()
    for step in steps:
        day = step.sighting.published
        if day is None or (out and out[-1].state == step.state and out[-1].on == day):
            _add_evidence(out, step)
            continue
        if not _fits(step, window, announced):
            continue
        moved = step.sighting.window if step.state == "moved" else None
        out.append(Change(on=day, state=step.state, evidence=(_evidence(step.sighting),), window=moved))
        if step.state != "moved":
            break
        window = moved
    return tuple(out)


def _fits(step: Step, window: Window | None, announced: date) -> bool:
    day = step.sighting.published
    if day is None:
        return False
    first, last = open_span(window, announced)
    if step.state != "happened":
        return announced <= day <= last
    on = happened_on(step.sighting)
    return on is not None and first <= on <= last


def _evidence(sighting: Sighting) -> Evidence:
    return Evidence(sighting.article, sighting.article_url, sighting.span, sighting.sentence)


def _add_evidence(out: list[Change], step: Step) -> None:
    if not out or out[-1].state != step.state or len(out[-1].evidence) >= _PER_STEP:
        return
    last = out[-1]
    if all(e.article != step.sighting.article for e in last.evidence):
        out[-1] = Change(last.on, last.state, (*last.evidence, _evidence(step.sighting)), last.window)
