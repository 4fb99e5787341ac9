"""The careful extractor, for pages on which the quick one is in doubt: trafilatura, with the boxes taken off.

It runs without the further extractors that it would compare with, unless it finds far less than was to be expected.
"""

from reportedly.extract.page import boxes, joiners, source
from reportedly.letters import lengths

ENOUGH = 0.5  # of the words expected; below it the page is gone through again, by all it has


def body(markup: str, words: float) -> list[str]:
    """The lines of the article's text, which is expected to have so many ``words``; raises what its parsers raise."""
    text = _text(markup, alone=True)
    if lengths.words(text) < ENOUGH * words:
        text = _text(markup, alone=False)
    return [bare for row in text.split("\n") if (bare := row.strip())]


def _text(markup: str, *, alone: bool) -> str:
    import trafilatura  # noqa: PLC0415  most pages need it not, and it takes as long to import as ten pages to read

    tree = source.rich_tree(markup)
    boxes.take_off(tree)
    joiners.hide(tree)
    taken = trafilatura.bare_extraction(
        tree, include_comments=False, favor_precision=True, with_metadata=False, fast=alone
    )
    return joiners.shown(getattr(taken, "text", None) or "")
