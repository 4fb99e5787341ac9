"""How much likeness words alone would need to tell what became of an expectation, by what the reader says of them."""

from datetime import timedelta

from reportedly.followups.features import akin
from reportedly.followups.windows import happened_on
from reportedly.records import Sighting, State, Window

# Set by hand on the development follow-ups, for precision by words alone. An event told on the very day it was
# announced for needs less likeness than one told at some time of a long window, one told outside any window most.
ON_THE_DAY = 0.49
SOME_DAY = 0.55
OF_ANOTHER_KIND = 0.61
ACT_ON_THE_DAY = 0.37  # told in words that tell an act of the announced kind as done
ACT_SOME_DAY = 0.41
WITHOUT_WINDOW = 0.14  # more than that
CHANGED = 0.31
DENIED = 0.39
UNTOLD = 0.65  # the reader sees nothing in the sentence that could be told of the expected
SHORT = 0.15  # how much less than enough is worth a question to the model
_SHARP = 4  # days: a window not longer than that names a day
_A_DAY = timedelta(days=1)


def enough(first: Sighting, sighting: Sighting, state: State | None) -> float:
    """The likeness that is enough; ``state`` is what the reader says that the sighting tells."""
    if state is None or not _may_tell(first, sighting, state):
        return UNTOLD
    if sighting.status == "denied":
        return CHANGED  # it has the same verb and the same day
    more = 0.0 if first.window and first.window.end else WITHOUT_WINDOW
    if state != "happened":
        return more + (DENIED if state == "denied" else CHANGED)
    on_the_day, one_act = is_on_the_day(first.window, sighting), not set(first.acts).isdisjoint(sighting.acts)
    if one_act:
        return more + (ACT_ON_THE_DAY if on_the_day else ACT_SOME_DAY)
    if "OTHER" in {first.type, sighting.type} and first.lemma != sighting.lemma:
        return more + OF_ANOTHER_KIND
    return more + (ON_THE_DAY if on_the_day else SOME_DAY)


def at_least(sighting: Sighting, state: State | None) -> float:
    """The least that ``enough`` could come to, of whatever expectation."""
    if state is None:
        return UNTOLD
    if state == "happened" and sighting.status != "denied":
        return ACT_ON_THE_DAY if sighting.acts else ON_THE_DAY
    return CHANGED


def elsewhere(first: Sighting, sighting: Sighting) -> bool:
    """Whether each names countries, and none that the other names."""
    return bool(first.lands and sighting.lands) and set(first.lands).isdisjoint(sighting.lands)


def are_apart(first: Sighting, sighting: Sighting) -> bool:
    """Whether each is at a place, and not at the same one."""
    return None not in {first.place, sighting.place} and first.place != sighting.place


def state_of(sighting: Sighting) -> State | None:
    """What the reader says that a sighting could tell of an expectation; None where it says nothing."""
    if sighting.expectation or not (sighting.event or sighting.change):
        return None
    if sighting.change:
        return sighting.change
    if sighting.status in {"occurred", "ongoing"} and sighting.polarity == "affirmed":
        return "happened"
    return "denied" if sighting.status == "denied" and sighting.start is not None else None


def _may_tell(first: Sighting, sighting: Sighting, state: State) -> bool:
    """Whether the kinds of act allow the sighting to tell that the expected came about."""
    one_act = not set(first.acts).isdisjoint(sighting.acts)
    if sighting.status == "denied":
        return first.lemma == sighting.lemma and _is_of_its_day(first.window, sighting)
    if state != "happened":
        return one_act or not (first.acts and sighting.acts)
    return one_act if sighting.change else akin(first, sighting)


def _is_of_its_day(window: Window | None, sighting: Sighting) -> bool:
    """Whether what is told not to come about, or not to have, had a day of its own, and that is the day announced."""
    if window is None or window.end is None or sighting.start is None or sighting.end is None:
        return False
    return (window.start or window.end) <= sighting.end and sighting.start <= window.end


def is_on_the_day(window: Window | None, sighting: Sighting) -> bool:
    """Whether what a sighting tells was on the few days of a window, or the day after."""
    on = happened_on(sighting)
    if on is None or window is None or window.end is None:
        return False
    start = window.start or window.end
    return (window.end - start).days < _SHARP and start <= on and on - window.end <= _A_DAY
