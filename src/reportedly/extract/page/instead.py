"""What came instead of the page that was asked for, where something else did: a ``NoArticle`` in plain words."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.etree import _Element

from reportedly.extract.page import blocks, leading, wall
from reportedly.extract.page.body import is_text
from reportedly.extract.page.headline import bared, key, site_names
from reportedly.extract.page.source import NoArticle
from reportedly.extract.page.structured import Facts, all_text
from reportedly.records import Outlet

HEADINGS = 2  # a page with more has headings of other stories


class Page(NamedTuple):
    """A page, the headline at its ``top``, and what its feed ``announced`` as its title."""

    url: str
    markup: str
    tree: _Element
    laid: blocks.Layout
    facts: Facts
    outlet: Outlet
    top: str | None
    announced: str | None


def refuse(page: Page, rows: Sequence[str]) -> None:
    """Raise ``NoArticle`` where the page with those lines of text is another than the one asked for."""
    running = is_text(rows)
    if not running and (target := leading.leads_to(page.tree, page.url)):
        raise NoArticle(f"the page only leads on to {target}")
    seen = wall.Seen(_titles(page), rows if running else _shown(page), page.announced)
    if what := wall.wall(page.tree, page.markup, page.facts, seen, running=running):
        raise NoArticle(f"not the page that was asked for: {what}")


def _titles(page: Page) -> list[str]:
    """What the page calls itself, without the site's name and address."""
    sites = site_names(page.facts, page.outlet) | {key(urlsplit(page.url).hostname or "")}
    few = page.facts.headings if len(page.facts.headings) <= HEADINGS else ()
    top = page.top if page.top != page.announced else None  # on a page without any, the feed's stands at the top
    return bared((top, page.facts.title, *few), sites)


def _shown(page: Page) -> list[str]:
    """All lines of a page without running text; of one that shows none at all what it says to those without scripts."""
    lines = [block.text for block in page.laid.blocks if not page.laid.is_nav(block)]
    return [*lines, *(all_text(element) for element in page.tree.iter("noscript"))]
