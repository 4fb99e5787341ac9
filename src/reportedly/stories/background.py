"""Background: what a house prints again days later tells no news."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np

from reportedly.stories.arrays import Ints, found
from reportedly.stories.pages import Page
from reportedly.stories.shingles import Grams

OLD: Final = 3  # days after which what a house prints again is background


class Background:
    """What each house printed well before a day: shingle and house as one number, with the day it printed it first."""

    def __init__(self, pages: Sequence[Page], now: date, at: Ints, of: Ints) -> None:
        """``at`` are places of shingles among those of the day, ``of`` the positions of the pages that hold them."""
        self._houses = {house: n for n, house in enumerate(dict.fromkeys(page.house for page in pages))}
        days = np.array([page.day.toordinal() for page in pages], np.int64)
        houses = np.array([self._houses[page.house] for page in pages], np.int64)
        old = np.flatnonzero(days[of] < now.toordinal() - OLD)
        self._printed, first = np.unique(at[old] * len(self._houses) + houses[of[old]], return_index=True)
        self._first = days[of[old[first]]]

    def of(self, grams: Grams, at: Ints, page: Page) -> frozenset[int]:
        """Those of the shingles, which have these places, that the page's house had printed well before the page."""
        if not len(self._printed):
            return frozenset()
        before, printed = found(at * len(self._houses) + self._houses[page.house], self._printed)
        old = printed & (self._first[before] < page.day.toordinal() - OLD)
        return frozenset(grams[old].tolist())
