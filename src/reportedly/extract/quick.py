"""The fast path: a page whose article stands out clearly gives its text from one look at its blocks.

On every page a model says of each block how likely it belongs to the article. Where the words in doubt are few against
those that are not, the likely blocks are the article; else there is no answer, and the careful extractor is asked.
"""

import numpy as np
from lxml.etree import _Element
from numpy.typing import NDArray

from reportedly.extract import block_features, block_model, blocks
from reportedly.extract.block_features import Rows
from reportedly.extract.block_model import Shares
from reportedly.extract.blocks import Block
from reportedly.extract.structured import Facts

# Measured with models that had not seen the page's site (training/extraction): F1 .952 alone, .970 to .974 where the
# most doubtful pages, about one in seven, go to the careful extractor (.967); both bounds were chosen there.
LIKELY = 0.42
DOUBT = 0.08
STEADY = 30.0  # words; keeps the doubt of pages with hardly any text high


def body(tree: _Element, facts: Facts) -> list[str] | None:
    """The lines of the article's text, or None where this is in doubt. The tree stays as it is."""
    found, table = looked_at(tree, facts)
    if not found:
        return None
    likely = block_model.probabilities(table)
    if doubt(likely, word_counts(found)) > DOUBT:
        return None
    return lines(found, likely)


def looked_at(tree: _Element, facts: Facts) -> tuple[list[Block], Rows]:
    """The page's blocks, and a row of numbers for each; what training looks at too."""
    page = blocks.layout(tree)
    titles = [title for title in (facts.title, *facts.meta.get("og:title", ())) if title]
    return page.blocks, block_features.features(page, titles) if page.blocks else np.zeros((0, 0), dtype=np.float32)


def word_counts(found: list[Block]) -> NDArray[np.float64]:
    """About how many words each block has."""
    return np.array([block.text.count(" ") + 1 for block in found], dtype=float)


def lines(found: list[Block], likely: Shares) -> list[str]:
    """The lines of the likely blocks."""
    kept = (block.text for block, share in zip(found, likely, strict=True) if share > LIKELY)
    return [line for text in kept for line in text.split("\n")]


def doubt(likely: Shares, words: NDArray[np.float64]) -> float:
    """Words in doubt against those of the article; 0 is certain."""
    return float((np.minimum(likely, 1 - likely) * words).sum() / ((likely * words).sum() + STEADY))
