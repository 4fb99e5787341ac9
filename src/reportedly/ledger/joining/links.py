"""Which of the names that are alike are taken for one.

Of each name the likest in every other hand counts, where no other there comes near it; spellings of one name go
together. Two are one where each is the other's.
"""

from collections.abc import Iterator, Mapping

from reportedly.likeness import full_names

Known = Mapping[str, Mapping[str, str]]
"""By entity its full name in each hand in which it is written."""
Like = Mapping[str, Mapping[str, float]]
"""By entity those alike, with their likeness."""


def links(known: Known, like: Like) -> Iterator[tuple[str, str]]:
    """The pairs that are one, each once."""
    best = {own: _best(own, known, like) for own in known}
    for own in sorted(best):
        yield from ((own, other) for other in sorted(best[own]) if own < other and own in best.get(other, ()))


def _best(own: str, known: Known, like: Like) -> set[str]:
    """The likest in each hand but its own."""
    hands = {hand for other in like[own] for hand in known[other]} - known[own].keys()
    found = set[str]()
    for hand in hands:
        found |= _clear({other: n for other, n in like[own].items() if hand in known[other]}, hand, known)
    return found


def _clear(there: Mapping[str, float], hand: str, known: Known) -> set[str]:
    """The likest in a hand with those spelled alike, where no other name is nearly as like."""
    most = max(there.values())
    if most < full_names.ALIKE:
        return set()
    likest = min(other for other, n in there.items() if n == most)
    near = {other: n for other, n in there.items() if n > most - full_names.CLEAR}
    name = known[likest][hand]
    if not all(other == likest or full_names.spelled_alike(name, known[other][hand]) for other in near):
        return set()
    return {other for other, n in near.items() if n >= full_names.ALIKE}
