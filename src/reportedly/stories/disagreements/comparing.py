"""Whether two figures of a story count the same: the thing, whom, when, and what their sentences are about."""

from typing import Final

from reportedly.records import Figure
from reportedly.stories.figures import things

DAYS: Final = 2  # between the days that two sentences speak of, if they speak of one happening
LONG: Final = 10  # days: a sentence that speaks of so many counts more than one happening
# Telling stems in common that two sentences need to speak of one thing, where headline or lead do not vouch for it, and
# their share of the shorter.
SHARED: Final = 3
SHARE: Final = 0.4
# Of two sentences that say so much beside the figure, this many stems are in common if they tell of one happening.
RICH: Final = 6
TOUCHING: Final = 2
BESIDE: Final = 8  # stems nearest to an amount, of which more are in common: a share of what, a price of what
SHORT: Final = 4  # stems of a sentence that says hardly more than the amount


def one_thing(a: Figure, b: Figure) -> bool:
    """Whether two articles of a story give both for one thing."""
    return a.thing == b.thing and _of_the_same(a, b) and _at_one_time(a, b) and _about_one(a, b)


def kind(figure: Figure) -> str:
    """The class of who or what is counted; empty where the words name none."""
    first = figure.whom[0] if figure.whom else ""
    return first if first in things.CLASSES or first in things.COUNTED_THINGS else ""


def opposed(a: Figure, b: Figure) -> bool:
    """Whether the one counts soldiers and the other those whom they fought: two words for one side, as may be."""
    apart = a.names and b.names and not set(a.names) & set(b.names)
    return a.thing == b.thing and {kind(a), kind(b)} == things.ARMED and not (a.part or b.part or apart)


def likeness(a: Figure, b: Figure) -> tuple[int, int]:
    """How much the two have in common, for the choice of a partner: words of whom, then of their sentences."""
    return len(set(a.whom) & set(b.whom)), len(set(a.about) & set(b.about))


def _of_the_same(a: Figure, b: Figure) -> bool:
    """Whether both count the same people: children against children; a toll is of all who are not told as a part."""
    ours, theirs = kind(a), kind(b)
    if a.names and b.names and not set(a.names) & set(b.names):
        return False
    if ours == theirs:
        return ours in things.PARTS or a.part == b.part
    if a.part or b.part or {ours, theirs} & things.PARTS:
        return False
    return {ours, theirs} & {"", "people"} != set() and a.thing in things.FATES


def _at_one_time(a: Figure, b: Figure) -> bool:
    """Whether their sentences speak of days close to each other; a toll of many days is none of one happening."""
    if not (a.first and a.last and b.first and b.last):
        return a.thing not in things.FATES or not (_is_long(a) or _is_long(b))
    if _is_long(a) != _is_long(b):
        return False
    return (b.first - a.last).days <= DAYS and (a.first - b.last).days <= DAYS


def _is_long(figure: Figure) -> bool:
    return bool(figure.first and figure.last and (figure.last - figure.first).days > LONG)


def _about_one(a: Figure, b: Figure) -> bool:
    """Whether the words vouch for it. Fates in two leads are those of the happening, unless told of other places."""
    elsewhere = bool(a.places and b.places) and not set(a.places) & set(b.places)
    shared, least = len(set(a.about) & set(b.about)), min(len(a.about), len(b.about))
    if a.early and b.early and a.thing in things.FATES:
        return shared >= SHARED or not (elsewhere or (shared < TOUCHING and least >= RICH))
    if a.thing in things.FATES:
        return not elsewhere and shared >= max(SHARED, SHARE * least)
    return not elsewhere and _of_one_matter(a, b, shared, least)


def _of_one_matter(a: Figure, b: Figure, shared: int, least: int) -> bool:
    """Whether two amounts or counts of things are of one matter: of one stuff in two leads, or in like words."""
    if a.early and b.early and a.thing in things.WEIGHED and set(a.whom) & set(b.whom):
        return True
    beside = len(set(a.about[:BESIDE]) & set(b.about[:BESIDE]))
    return shared >= SHARE * least and (beside > SHARED or (beside >= TOUCHING and least <= SHORT))
