"""Two raids in two towns are two, however alike they are told: names that speak against one happening.

Whom both quote, anywhere in their accounts, and what both count outweighs that: two sides may call a place by two names
and name their own people first, and further down quote one and the same, or count the same dead.
"""

from reportedly.stories.pairs.telling import Telling


def apart(a: Telling, b: Telling) -> bool:
    """Whether both name places and people, and none in common, nor quote one person or count the same.

    Of 174 labelled pairs that the judge thought likelier than not, this parts one; a place alone is too often read
    wrongly, or named as a town here and a province there.
    """
    return _foreign(a.places, b.places) and _foreign(a.others, b.others) and a.met.isdisjoint(b.met)


def _foreign(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and not ours & theirs
