"""Articles as they are looked at for copies."""

from datetime import date
from typing import NamedTuple

import numpy as np

from reportedly.records import Gist
from reportedly.stories.order import house
from reportedly.stories.shingles import Grams, unpacked


class Page(NamedTuple):
    """What of an article copies hang on; ``texts`` are its own and that of its first revision, if that is another."""

    url: str
    outlet: str
    house: str
    day: date
    texts: tuple[Grams, ...]

    def grams(self) -> Grams:
        """All its shingles, each once."""
        own, *first = self.texts
        return np.concatenate([own, np.setdiff1d(first[0], own)]) if first else own


def page(gist: Gist, day: date) -> Page:
    """An article that came out on that day."""
    texts = dict.fromkeys((gist.shingles, gist.first.shingles if gist.first else gist.shingles))
    return Page(gist.url, gist.outlet, house(gist), day, tuple(map(unpacked, texts)))
