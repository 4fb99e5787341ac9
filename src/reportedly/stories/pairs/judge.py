"""How likely two articles tell one happening: a table of weights over their clues, learned from labelled pairs.

A row of ``data/clues.tsv`` is a clue, a bound and the weight that counts where the clue is above the bound; those of
``data/across.tsv`` are for two articles in two tongues. ``training/stories/`` tells how they were found.
"""

import math
from collections.abc import Mapping

from reportedly.evidence import shipped

ONE_TONGUE, TWO_TONGUES = "data/clues.tsv", "data/across.tsv"
PACKAGE = "reportedly.stories.pairs"
FEW = 60  # articles told these days: of fewer, two are sooner one happening


def likelihood(clues: Mapping[str, float], among: int, table: str = ONE_TONGUE) -> float:
    """The probability, from 0 to 1, that a pair with these clues is of one happening; ``among`` so many articles."""
    points = shipped(PACKAGE, table).odds(clues) + prior(among)
    return 1.0 / (1.0 + math.exp(-points))


def prior(among: int) -> float:
    """What to add because only so many articles are told these days.

    The odds that two are one happening fall with their number: by the root of it, as measured. On desks of 12 and 40
    articles drawn from the labelled ones pairwise F1 is 66.3 and 59.5, without it 61.6 and 57.6, by all of it less.
    """
    return math.log(max(1.0, FEW / max(among, 1))) / 2
