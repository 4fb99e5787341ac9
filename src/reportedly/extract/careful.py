"""The careful extractor, for pages on which the quick one is in doubt: trafilatura, once, with the boxes taken off."""

import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from reportedly.extract import boxes, joiners
from reportedly.extract.page import NoArticle


def body(tree: HtmlElement) -> list[str]:
    """The lines of the article's text. The tree is used up. Raises ``NoArticle``."""
    try:
        boxes.take_off(tree)
        joiners.hide(tree)
        found = trafilatura.bare_extraction(
            tree, include_comments=False, favor_precision=True, with_metadata=False, fast=True
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise NoArticle(f"the page cannot be taken apart: {error}") from error
    text = joiners.shown(getattr(found, "text", None) or "")
    return [bare for row in text.split("\n") if (bare := row.strip())]
