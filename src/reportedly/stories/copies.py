"""Which articles repeat another's text, by containment of word 4-grams.

Containment (shared 4-grams over those of the shorter text) finds an agency's text inside a longer story, where
Jaccard similarity does not. An inverted index proposes the pairs; a 4-gram that very many articles share (a formula, a
sign-off) proposes only neighbours in the order of publication, so that time and memory stay bounded.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date

from reportedly.records import Gist
from reportedly.stories.media import key, own_names
from reportedly.stories.shingles import HASHES, MOST

# Measured on 80 labelled pairs of two outlets: with these bounds 78 % of the pairs named are copies and 86 % of the
# copies are named. LEAST_OF_THE_LONGER keeps a paragraph inside a round-up from making a copy of it.
LEAST_OF_THE_SHORTER = 0.5
LEAST_OF_THE_LONGER = 0.36
LEAST = 12  # 4-grams that are the text's own: a body of formulas alone repeats nothing
FREQUENT = 24  # articles: beyond that a 4-gram proposes only so many neighbours
SIGNATURE = 8  # articles of one outlet: a 4-gram in more of them is its sign-off or formula and counts for nothing
_PARTS = 16  # of the range of hashes, indexed one after the other to bound memory
_DAYS = 30  # a text that comes again after a month is background, not the same news
_CREDITED, _UNCREDITED, _OF_OTHERS = 0, 1, 2


def rank(gist: Gist) -> tuple[date, int, str, str]:
    """Who was first: the earlier day, then who is credited for its own text, then outlet and URL."""
    names = {key(name) for name in gist.credits}
    own = not names.isdisjoint(own_names(gist))
    credit = _CREDITED if own else _OF_OTHERS if names else _UNCREDITED
    return (gist.published or date.max, credit, gist.outlet, gist.url)


def originals(gists: Sequence[Gist]) -> dict[int, int]:
    """For each article that repeats an earlier one, the position of that one; ``gists`` stand in order of rank.

    Of several it repeats, the one it shares most of; among equals the first.
    """
    shared, formulas = _shared(gists)
    best = dict[int, tuple[float, int]]()
    for (earlier, later), count in shared.items():
        if count < LEAST * LEAST_OF_THE_SHORTER:
            continue
        share = _containment(gists, (earlier, later), count, formulas)
        if share is not None and (-share, earlier) < best.get(later, (0.0, 0)):
            best[later] = (-share, earlier)
    return {later: earlier for later, (_, earlier) in best.items()}


def _containment(gists: Sequence[Gist], pair: tuple[int, int], shared: int, formulas: Counter[int]) -> float | None:
    """The share of the shorter text, where both shares are those of a copy. Cut-off samples compare below the cut."""
    a, b = gists[pair[0]], gists[pair[1]]
    if a.published and b.published and abs((a.published - b.published).days) > _DAYS:
        return None
    sampled = [g.shingles[-1] for g in (a, b) if len(g.shingles) >= MOST]
    whole = [bisect_right(g.shingles, min(sampled)) if sampled else len(g.shingles) for g in (a, b)]
    shorter, longer = sorted(size - formulas[i] for size, i in zip(whole, pair, strict=True))
    if shorter < LEAST or shared < LEAST_OF_THE_SHORTER * shorter or shared < LEAST_OF_THE_LONGER * longer:
        return None
    return shared / shorter


def _shared(gists: Sequence[Gist]) -> tuple[Counter[tuple[int, int]], Counter[int]]:
    """How many 4-grams each pair shares, and how many of each article's are formulas of its outlet."""
    shared, formulas = Counter[tuple[int, int]](), Counter[int]()
    for part in range(_PARTS):
        for holders in _repeated(gists, part).values():
            if len(holders) > SIGNATURE and _signature(gists, holders):
                formulas.update(holders)
                continue
            for k, later in enumerate(holders):
                for earlier in holders[max(0, k - FREQUENT) : k]:
                    shared[earlier, later] += 1
    return shared, formulas


def _repeated(gists: Sequence[Gist], part: int) -> dict[int, list[int]]:
    """The 4-grams of one part of the range that several articles hold, with their positions."""
    low, high = part * (HASHES // _PARTS), (part + 1) * (HASHES // _PARTS)
    first, several = dict[int, int](), dict[int, list[int]]()
    for i, gist in enumerate(gists):
        for shingle in gist.shingles[bisect_left(gist.shingles, low) : bisect_left(gist.shingles, high)]:
            earlier = first.setdefault(shingle, i)
            if earlier != i:
                several.setdefault(shingle, [earlier]).append(i)
    return several


def _signature(gists: Sequence[Gist], holders: Sequence[int]) -> bool:
    return Counter(gists[i].outlet for i in holders).most_common(1)[0][1] > SIGNATURE
