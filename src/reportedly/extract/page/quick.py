"""The fast path: a page whose article stands out clearly gives its text from one look at its blocks.

A model says of each block how likely it belongs to the article. Where the words in doubt are few against those that are
not, the likely blocks are the article; else the careful extractor is asked.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.extract.page import features, model
from reportedly.extract.page.blocks import Block, Layout
from reportedly.extract.page.features import FeatureRows
from reportedly.extract.page.model import Shares
from reportedly.letters import lengths

# Measured with models that had not seen the page's site (training/extraction, three splits): F1 .952 to .957 alone, and
# .972 to .975 where the one page in nine with more doubt than this goes to the careful extractor.
LIKELY = 0.42
DOUBT = 0.12
STEADY = 30.0  # words; keeps the doubt of pages with hardly any text high


class Body(NamedTuple):
    """The lines of the likely blocks; whether they are in doubt; how many words the article is expected to have."""

    lines: list[str]
    doubtful: bool
    words: float


def body(page: Layout) -> Body:
    """The article's lines as one look at a page's blocks shows them, and how doubtful they are."""
    candidates, table = looked_at(page)
    if not candidates:
        return Body([], doubtful=True, words=0.0)
    likely = model.probabilities(table)
    counts = word_counts(candidates)
    return Body(lines(candidates, likely), doubt(likely, counts) > DOUBT, float((likely * counts).sum()))


def looked_at(page: Layout) -> tuple[list[Block], FeatureRows]:
    """The page's blocks, and a row of numbers for each; what training looks at too."""
    return page.blocks, features.features(page) if page.blocks else np.zeros((0, 0), dtype=np.float32)


def word_counts(candidates: list[Block]) -> NDArray[np.float64]:
    """About how many words each block has, as a vector in the order of the blocks."""
    return np.array(lengths.measured([block.text for block in candidates])[1], dtype=float)


def lines(candidates: list[Block], likely: Shares) -> list[str]:
    """The lines of the blocks that are ``likely`` a part of the article (one share, 0 to 1, for each block)."""
    kept = (block.text for block, share in zip(candidates, likely, strict=True) if share > LIKELY)
    return [line for text in kept for line in text.split("\n")]


def doubt(likely: Shares, words: NDArray[np.float64]) -> float:
    """Words in doubt as a share of those of the article, from 0 (certain); ``words`` counts them block by block."""
    return float((np.minimum(likely, 1 - likely) * words).sum() / ((likely * words).sum() + STEADY))
