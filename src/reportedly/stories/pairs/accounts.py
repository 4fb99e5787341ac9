"""Whole accounts: what articles say below headline and lead, where the few happenings of a quiet desk meet.

Of a hundred articles a day those that share a headline's words are worth a look. Of five, two that tell one happening
each in its own way may share only who is quoted, what is counted and what is spoken of further down.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportedly.likeness import Weights, commonness, rarity, unit
from reportedly.records import Figure, Gist
from reportedly.records.kinds import content_id
from reportedly.stories.pairs.inflections import bare

LARGE = 10_000  # articles that news at large counts as: of a few, how many hold a word says nothing
BELOW = 12  # stems below headline and lead
_FEW = 2  # of what many texts count: one or two of a thing are counted everywhere


def account(gist: Gist) -> frozenset[str]:
    """The stems of all that an article says, as far as its gist has them; none of a short one.

    Where little stands below headline and lead, a second look sees nothing that the first did not.
    """
    early = frozenset(map(bare, (*gist.words, *gist.headline_words)))
    said = (word for one in gist.said for word in one.words)
    whole = early.union(map(bare, said), (bare(word) for one in gist.figures for word in one.about))
    return whole if len(whole) - len(early) >= BELOW else frozenset()


def met(gist: Gist) -> frozenset[str]:
    """Whom an article quotes by name, anywhere in it, and what it counts how many of."""
    own = own_names(gist)
    who = (one.source for one in gist.said if one.source.startswith("e") and one.source not in own)
    return frozenset((*who, *_counted(gist.figures)))


def _counted(figures: Iterable[Figure]) -> Iterator[str]:
    for one in figures:
        if one.low is not None and one.low == one.high and one.low > _FEW and one.whom:
            yield f"{one.thing} {one.low:g} {one.whom[0]}"


def own_names(gist: Gist) -> frozenset[str]:
    """The ids by which a text names its own outlet and whom it credits: who tells is nobody in what is told."""
    names = (gist.outlet, gist.outlet_name)
    return frozenset(content_id("e", "organisation", name.casefold()) for name in names if name)


def weights(account: frozenset[str]) -> Weights:
    """An account's words by how rare they are in news at large, at length 1."""
    return unit({word: _at_large(word) for word in sorted(account)})


@lru_cache(maxsize=50_000)
def _at_large(word: str) -> float:
    return rarity(LARGE, max(1.0, LARGE * commonness().get(word, 0.0)))
