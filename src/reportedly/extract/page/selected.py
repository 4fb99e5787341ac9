"""The text and headline of a page where its outlet's file says they stand (``selectors``), by the rules of that day."""

from datetime import date
from typing import NamedTuple

from resiliparse.parse.html import HTMLTree

from reportedly.extract.page import blocks, source
from reportedly.records import Outlet


class Selected(NamedTuple):
    """What the selectors found: no lines and no headline where they found nothing."""

    lines: list[str]
    headline: str | None


NOTHING = Selected([], None)


def selected(markup: str, outlet: Outlet, day: date) -> Selected:
    """What the outlet's selectors of ``day`` pick from a page; a selector that picks nothing is as good as none."""
    chosen = outlet.selector(day)
    if chosen is None:
        return NOTHING
    whole = HTMLTree.parse(markup)
    headline = next(iter(_texts(whole, chosen.headline)), None)
    return Selected(_texts(whole, chosen.body), headline.replace("\n", " ") if headline else None)


def _texts(whole: HTMLTree, selector: str | None) -> list[str]:
    """Lines of the elements a selector picks, each element's once, though another picked one holds it."""
    if not selector or whole.document is None:
        return []
    try:
        picked = whole.document.query_selector_all(selector)
    except ValueError:  # no selector at all; `outlets check` tells
        return []
    lines: list[str] = []
    last = ""
    for node in picked:
        markup = node.html
        if markup not in last:
            lines += [
                line
                for block in blocks.layout(source.tree(f"<body>{markup}</body>")).blocks
                for line in block.text.split("\n")
            ]
            last = markup
    return lines
