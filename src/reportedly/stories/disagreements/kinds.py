"""Whether figures that differ stand side by side or follow each other: a toll that rises as it becomes known."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reportedly.records import Figure, Gist
from reportedly.stories.disagreements.comparing import kind, one_thing
from reportedly.stories.disagreements.values import agree, point
from reportedly.stories.figures import things

RISING: Final = frozenset(("killed", "injured", "casualties", "held", "displaced", "rescued", "freed", "abducted"))
# A toll of one day that more than doubles from one outlet to the next is two accounts and not one that grew.
DOUBLED: Final = 2.0

Telling = tuple[Gist, Figure]


def is_update(told: Sequence[Telling]) -> bool:
    """Whether each value follows on the one before."""
    ordered = sorted(told, key=lambda one: (one[0].published is None, one[0].published, point(one[1])))
    return all(_follows(a, b) for a, b in pairwise(ordered))


def _follows(earlier: Telling, later: Telling) -> bool:
    before, after = earlier[1], later[1]
    if after.newest and point(after) > point(before):
        return True
    if before.thing not in RISING or point(after) < point(before) or kind(after) in things.PARTS:
        return False
    if _same_state(earlier, later):
        return False
    if earlier[0].published == later[0].published:
        return before.thing == "killed" and point(after) <= DOUBLED * point(before)
    return True


def _same_state(earlier: Telling, later: Telling) -> bool:
    """Whether both articles give the same number of dead: then they tell of one hour, and what differs is no news."""
    if earlier[1].thing == "killed":
        return False
    dead = [[f for f in gist.figures if f.thing == "killed" and not f.part and f.early] for gist, _ in (earlier, later)]
    return any(one_thing(a, b) and agree(a, b) for a in dead[0] for b in dead[1])
