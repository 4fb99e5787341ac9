"""Who holds which shingle: which articles may share text, and which shingles are formulas of an outlet.

The articles are those of a day and of some days before it; what is counted is counted over these. Shingles stand in
sorted arrays, so that ten million take a second, and memory a few times their bytes. One that very many articles hold
proposes only neighbours in the order of rank, and of those proposed for one article only the ones that share most stay.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import numpy as np

from reportedly.stories.arrays import Ints, distinct, found, joined
from reportedly.stories.background import Background
from reportedly.stories.pages import Page
from reportedly.stories.shingles import Grams

FREQUENT: Final = 24  # articles: beyond that a shingle proposes only so many neighbours
SIGNATURE: Final = 8  # articles of one outlet: a shingle in more of them is its sign-off or formula, counts for nothing
COMPARED: Final = 16  # earlier articles that one is compared with
LEAST: Final = 12  # shingles in common before two are compared
_SIEVE: Final = 1 << 24  # marks, one for the last bits of each shingle: one in fourteen passes that is not of the day
_LOOKED: Final = 512  # articles looked through at once
_PAIRED: Final = 1 << 17  # shingles whose holders are paired at once


class Held:
    """What the articles of a day hold that others of that day or before it hold too.

    ``pages`` are those before it and those of it, in order of rank; ``formulas`` are shingles that count for nothing.
    """

    def __init__(self, before: Sequence[Page], fresh: Sequence[Page], now: date) -> None:
        self.pages = [*before, *fresh]
        formulas = _formulas(self.pages)
        self.formulas = frozenset(formulas.tolist())
        self._fresh = len(before)
        grams = distinct(joined([page.grams() for page in fresh]))
        self._grams = grams[~found(grams, formulas)[1]]
        self._at, self._of = _held_by_several(self.pages, self._grams)
        self._background = Background(self.pages, now, self._at, self._of)

    def earlier(self) -> dict[int, list[int]]:
        """For articles of the day, by their positions, those before them to compare them with, in order of rank."""
        pairs, counts = self._counted()
        enough = counts >= LEAST
        later, earlier = np.divmod(pairs[enough], len(self.pages))
        best = defaultdict[int, list[int]](list)
        for _, position, i in sorted(zip((-counts[enough]).tolist(), later.tolist(), earlier.tolist(), strict=True)):
            if len(best[position]) < COMPARED:
                best[position].append(i)
        return {position: sorted(best[position]) for position in sorted(best)}

    def _counted(self) -> tuple[Ints, Ints]:
        """Pairs of articles, the later one of the day, as one number each; and how many shingles they share."""
        later = np.flatnonzero(self._of >= self._fresh)
        parts = [self._pairs(later[start : start + _PAIRED]) for start in range(0, len(later), _PAIRED)]
        counted = [np.unique(pairs, return_counts=True) for pairs in parts]
        pairs, which = np.unique(joined([pairs for pairs, _ in counted]), return_inverse=True)
        return pairs, np.bincount(which, joined([counts for _, counts in counted])).astype(np.int64)

    def _pairs(self, later: Ints) -> Ints:
        """The articles of the day that hold these shingles, with those that hold them a little before."""
        pairs = list[Ints]()
        for back in range(1, FREQUENT + 1):
            later = later[later >= back]
            later = later[self._at[later] == self._at[later - back]]
            pairs.append(self._of[later] * len(self.pages) + self._of[later - back])
        return joined(pairs)

    def background(self, page: Page, *printers: Page) -> list[frozenset[int]]:
        """Of an article of the day the shingles that the house of each of the printers had printed well before."""
        grams = np.sort(page.grams())
        at, known = found(grams, self._grams)
        return [self._background.of(grams[known], at[known], each) for each in printers]


def _formulas(pages: Sequence[Page]) -> Grams:
    """Shingles in many articles of one outlet."""
    outlets = defaultdict[str, list[Page]](list)
    for page in pages:
        outlets[page.outlet].append(page)
    return distinct(joined([_in_many(own) for own in outlets.values() if len(own) > SIGNATURE]))


def _in_many(pages: Sequence[Page]) -> Grams:
    grams: Grams = np.sort(joined([page.grams() for page in pages]))
    many: Grams = grams[SIGNATURE:][grams[SIGNATURE:] == grams[:-SIGNATURE]]
    return many


def _held_by_several(pages: Sequence[Page], grams: Grams) -> tuple[Ints, Ints]:
    """Of the shingles that several articles hold each holder: the shingle's place, and the article's position.

    In order of both.
    """
    keys = joined([(at << 32) | of for at, of in _holders(pages, grams)])
    keys = keys[np.bincount(keys >> 32, minlength=len(grams))[keys >> 32] > 1]
    keys.sort()
    return keys >> 32, keys & 0xFFFFFFFF


def _holders(pages: Sequence[Page], grams: Grams) -> Iterator[tuple[Ints, Ints]]:
    sieve = np.zeros(_SIEVE, bool)
    sieve[_last_bits(grams)] = True
    for start in range(0, len(pages), _LOOKED):
        texts = [page.grams() for page in pages[start : start + _LOOKED]]
        held, of = joined(texts), np.repeat(np.arange(start, start + len(texts)), [len(text) for text in texts])
        passed = np.flatnonzero(sieve[_last_bits(held)])
        at, right = found(held[passed], grams)
        yield at[right], of[passed[right]]


def _last_bits(grams: Grams) -> Ints:
    return (grams & np.uint64(_SIEVE - 1)).astype(np.int64)
