"""What became of something in a language that the comparer does not read: by names, acts, places and days.

In one language words count too, as everywhere. What was announced in another script shares no word: it must be the same
act, at the same place with one more name that both have (a nation, a body) or with three names in common, no countries
apart; and what is told as done must be told of the very days that were announced.
"""

from reportedly.followups.enough import are_apart, elsewhere, is_on_the_day
from reportedly.followups.features import names
from reportedly.records import Sighting, State

AT_PLACE, ANYWHERE = 2, 3  # names in both, the place of what was announced among them, and without


def may_tell(first: Sighting, later: Sighting, state: State | None) -> bool:
    """Whether nothing but a likeness of words is missing: it tells the same act or word, and not from elsewhere."""
    if state is None or are_apart(first, later):
        return False
    one_act = not set(first.acts).isdisjoint(later.acts)
    return one_act or bool(first.lemma and first.lemma == later.lemma)


def tells(first: Sighting, later: Sighting, state: State | None) -> bool:
    """Whether a sighting tells this of what was announced in another script."""
    if state is None or elsewhere(first, later) or are_apart(first, later):
        return False
    ours, theirs = _named(first), _named(later)
    least = AT_PLACE if first.place in theirs else ANYWHERE
    one_act = not set(first.acts).isdisjoint(later.acts)
    in_time = state != "happened" or is_on_the_day(first.window, later)
    return one_act and in_time and len(ours & theirs) >= least


def _named(sighting: Sighting) -> frozenset[str]:
    return frozenset((*names(sighting), *sighting.named))
