"""What became of expectations: the later article that tells that it happened, was moved, called off or denied."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.followups.announced import Announced, keys, order
from reportedly.followups.features import Rarity, akin
from reportedly.followups.verdicts import Verdicts
from reportedly.followups.windows import happened_on, open_span
from reportedly.likeness import Weights
from reportedly.records import Change, Evidence, Sighting, State, Window

# Set by hand on the development follow-ups, for precision: a wrong "happened" is worse than silence. An event told on
# the very day it was announced for needs less likeness than one told at some time of a long window, and one told
# outside any window needs most. Right ones on the development set come out at .37 and more, most of them above .45.
ON_THE_DAY = 0.44
SOME_DAY = 0.5
OF_ANOTHER_KIND = 0.56
ACT_ON_THE_DAY = 0.32  # told in words that tell an act of the announced kind as done
ACT_SOME_DAY = 0.36
WITHOUT_WINDOW = 0.14  # more than that
CHANGED = 0.26
DENIED = 0.34
OF_TOPIC = 0.4  # weight of what the two articles are about, beside what the two sentences say
REPEATED = 0.92  # a sentence this like the announcement is that sentence again, not what became of it
_SHARP = 4  # days: a window not longer than that names a day
_FEW = 3  # shared telling words that stand for a shared name
_COMMON = 100  # expectations: a key shared by more of them is too common to propose any but the latest few
_LATEST = 20
_KEYS = 2  # in common at least: all but the doubtful matches of the development set have them
_PER_STEP = 3  # pieces of evidence kept for one step


_A_DAY = timedelta(days=1)


class Step(NamedTuple):
    """A sighting that tells a step in an expectation's life."""

    likeness: float
    state: State
    sighting: Sighting


class Watch:
    """Expectations looked up by who takes part and by their rarest words, to ask of each sighting what it tells.

    What a sighting tells depends on itself and the expectations alone, so sightings may come one by one, in any order.
    """

    def __init__(self, known: Sequence[Announced], rarity: Rarity, judged: Verdicts) -> None:
        self._known, self._rarity, self._judged = known, rarity, judged
        self._index = defaultdict[str, list[int]](list)
        for i, expectation in enumerate(known):
            for key in sorted({key for s in expectation.sightings for key in keys(s, rarity)}):
                self._index[key].append(i)

    def steps(self, sighting: Sighting) -> Iterator[tuple[int, Step]]:
        """The expectations, by number, of which a sighting tells a step, and the step."""
        state = _state(sighting)
        if state is None:
            return
        weights = self._rarity.weights(sighting)
        for i in sorted(_proposed(self._index, tuple(keys(sighting, self._rarity)))):
            likeness = _likeness(self._known[i], sighting, weights, state, self._rarity)
            if likeness and not self._judged.part(self._known[i].id, sighting.article_url):
                yield i, Step(likeness, state, sighting)


def histories(
    known: Sequence[Announced], sightings: Sequence[Sighting], rarity: Rarity, judged: Verdicts
) -> list[tuple[Change, ...]]:
    """The history of each expectation, from all sightings that are not announcements."""
    watch = Watch(known, rarity, judged)
    steps = defaultdict[int, list[Step]](list)
    for sighting in sorted(sightings, key=order):
        for i, step in watch.steps(sighting):
            steps[i].append(step)
    for i, expectation in enumerate(known):
        steps[i].extend(Step(1.0, "moved", sighting) for sighting in expectation.moves)
        steps[i].sort(key=lambda step: order(step.sighting))
    return [_history(expectation, steps[i]) for i, expectation in enumerate(known)]


def _proposed(index: Mapping[str, list[int]], own: Iterable[str]) -> Iterator[int]:
    """The expectations to compare: those that share two keys; of common keys only the latest few that have them."""
    shared = Counter[int]()
    for key in own:
        holding = index.get(key, [])
        shared.update(holding if len(holding) <= _COMMON else holding[-_LATEST:])
    return (i for i, count in shared.items() if count >= _KEYS)


def _state(sighting: Sighting) -> State | None:
    """What a sighting could tell of an expectation; None for mere plans and undated articles."""
    if sighting.published is None or sighting.expectation:
        return None
    if sighting.change:
        return sighting.change
    if sighting.status in {"occurred", "ongoing"} and sighting.polarity == "affirmed":
        return "happened"
    return "denied" if sighting.status == "denied" and sighting.start is not None else None


def _likeness(known: Announced, sighting: Sighting, weights: Weights, state: State, rarity: Rarity) -> float:
    """How like the first announcement; nought where that is too little, or where the sighting cannot tell of it."""
    first = known.first
    if first.published is None or sighting.published is None or sighting.published < first.published:
        return 0.0
    if sighting.article == first.article or not _may_tell(first, sighting, state):
        return 0.0
    shared = known.weights.keys() & weights.keys()
    if len(shared) < _FEW and not any(feature.startswith("@") for feature in shared):
        return 0.0
    likeness = sum(known.weights[feature] * weights[feature] for feature in sorted(shared))
    if state == "happened" and likeness >= REPEATED and _is_again(first, sighting):
        return 0.0
    likeness += OF_TOPIC * rarity.topics(first, sighting)
    return likeness if likeness >= _enough(first, sighting, state) else 0.0


def _is_again(first: Sighting, sighting: Sighting) -> bool:
    """Whether the sentence is the announcement's again, word for word but for very few."""
    a, b = set(first.words), set(sighting.words)
    return len(a & b) >= REPEATED * max(len(a), len(b))


def _enough(first: Sighting, sighting: Sighting, state: State) -> float:
    if sighting.status == "denied":
        return CHANGED  # it has the same verb and the same day
    if state != "happened":
        return DENIED if state == "denied" else CHANGED
    more = 0.0 if first.window and first.window.end else WITHOUT_WINDOW
    on_the_day, one_act = _on_the_day(first.window, sighting), not set(first.acts).isdisjoint(sighting.acts)
    if one_act:
        return more + (ACT_ON_THE_DAY if on_the_day else ACT_SOME_DAY)
    if "OTHER" in {first.type, sighting.type} and first.lemma != sighting.lemma:
        return more + OF_ANOTHER_KIND
    return more + (ON_THE_DAY if on_the_day else SOME_DAY)


def _may_tell(first: Sighting, sighting: Sighting, state: State) -> bool:
    """Whether the kinds of act allow the sighting to tell that the expected came about."""
    one_act = not set(first.acts).isdisjoint(sighting.acts)
    if sighting.status == "denied":
        return first.lemma == sighting.lemma and _is_of_its_day(first.window, sighting)
    if state != "happened":
        return one_act or not (first.acts and sighting.acts)
    if first.lands and sighting.lands and set(first.lands).isdisjoint(sighting.lands):
        return False
    return one_act if sighting.change else akin(first, sighting)


def _is_of_its_day(window: Window | None, sighting: Sighting) -> bool:
    """Whether what is told not to come about, or not to have, had a day of its own, and that is the day announced."""
    if window is None or window.end is None or sighting.start is None or sighting.end is None:
        return False
    return (window.start or window.end) <= sighting.end and sighting.start <= window.end


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
    window, history = expectation.first.window, list[Change]()
    for step in steps:
        day = step.sighting.published
        if day is None or (history and history[-1].state == step.state and history[-1].on == day):
            _add_evidence(history, step)
            continue
        if not _fits(step, window, announced) or _told_with(history, step):
            continue
        moved = step.sighting.window if step.state == "moved" else None
        history.append(Change(on=day, state=step.state, evidence=(_evidence(step.sighting),), window=moved))
        if step.state != "moved":
            break
        window = moved
    return tuple(history)


def _told_with(history: Sequence[Change], step: Step) -> bool:
    """An article that tells of the change of a plan does not also tell that the plan came about."""
    changed = (proof.article for change in history for proof in change.evidence)
    return step.state == "happened" and step.sighting.article in changed


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


def _add_evidence(history: list[Change], step: Step) -> None:
    if not history or history[-1].state != step.state or len(history[-1].evidence) >= _PER_STEP:
        return
    last = history[-1]
    if last.state == "moved" and last.window is None and step.sighting.window is not None:
        last = history[-1] = Change(last.on, last.state, last.evidence, step.sighting.window)
    if all(e.article != step.sighting.article for e in last.evidence):
        history[-1] = Change(last.on, last.state, (*last.evidence, _evidence(step.sighting)), last.window)
