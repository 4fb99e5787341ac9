"""A page into an article: its text, what it says of itself, and nothing of what stands around it.

The text comes from where the outlet's file says; else by the quick extractor; where that is in doubt, by the careful
one. ``text`` is the headline, an empty line, and the body; spans index it. The same bytes with the same extractor
always give the same text. Whatever a page holds, the result is an ``Article`` or an ``Outcome``, never an exception.
"""

import re
from datetime import date, datetime
from importlib.metadata import version
from typing import NamedTuple

import msgspec

from reportedly import clock
from reportedly.extract import partial, plain
from reportedly.extract.page import blocks, body, dates, instead, model, own, selected, source, structured, unshown
from reportedly.extract.page.headline import headline, key, site_names
from reportedly.extract.page.source import NoArticle
from reportedly.parsing import Told, parsing
from reportedly.records import Article, Capture, FeedItem, Outcome, Outlet, Published, Updated, article_id
from reportedly.text import Span, unbroken

RULES = 4  # counted up whenever other text may come out of the same page
EXTRACTOR = f"blocks/{model.VERSION}+trafilatura/{version('trafilatura')}+{RULES}"

MOST_TEXT = 1_000_000  # characters of an article: some ten times the longest
NEAR = 600  # characters from the top within which a byline stands


class Extracted(NamedTuple):
    """What came of a page: its article, or an outcome that says why there is none; ``notes`` on what stayed unknown."""

    article: Article | Outcome
    notes: tuple[str, ...] = ()


def article(  # noqa: PLR0913  # what is known of a page comes from many places
    page: bytes,
    *,
    url: str,
    outlet: Outlet,
    content_type: str,
    item: FeedItem | None,
    capture: Capture | None,
    given_date: date | None = None,
) -> Article | Outcome:
    """The article that ``extracted`` finds on a page, or the outcome; for those who have no use for notes."""
    return extracted(
        page, url=url, outlet=outlet, content_type=content_type, item=item, capture=capture, given_date=given_date
    ).article


def extracted(  # noqa: PLR0913  # as above
    page: bytes,
    *,
    url: str,
    outlet: Outlet,
    content_type: str,
    item: FeedItem | None,
    capture: Capture | None,
    given_date: date | None = None,
) -> Extracted:
    """The article on a page, or an outcome ``not_an_article`` that says why there is none.

    ``page`` is its bytes without content coding, ``content_type`` the header as sent, ``item`` what the feed said of
    it, ``given_date`` the day of publication where somebody hands it in.
    """
    announced = item.title if item else None
    seen: datetime = capture.fetched_at if capture else clock.system()
    try:
        with parsing("the page"):
            markup = source.source(page, content_type)
            picked = selected.selected(markup, outlet, seen.date()) if outlet.selectors else selected.NOTHING
            tree = source.tree(markup)
            facts = own.of_the_page(structured.facts(tree), url)
            top = picked.headline or unbroken(headline(facts, outlet, announced) or "") or None
            above = {key(words) for words in (top, *facts.headings) if words} | site_names(facts, outlet)
            laid = blocks.layout(tree)
            rows = picked.lines or body.lines(markup, tree, laid, facts)
            if not picked.lines:
                instead.refuse(instead.Page(url, markup, tree, laid, facts, outlet, top, announced), rows)
            text = _text(top, rows, above)
            lines = text[len(top or "") :].strip("\n").split("\n")
            out = dates.came_out(facts, url, item, given_date, seen)
    except Told as reason:
        return Extracted(Outcome(url, seen, "not_an_article", str(reason)))
    day = out.published
    laid_out = plain.article(
        text, url=url, outlet=outlet.id, published=day.start if day else None, headline=top, seen=seen
    )
    whole = msgspec.structs.replace(
        laid_out,
        id=article_id(url, text, EXTRACTOR),
        extractor=EXTRACTOR,
        headline=top,
        title=Span(0, len(top)) if top else None,
        byline=laid_out.byline or _byline(text, len(top or ""), facts.authors),
        published=day or laid_out.published,
        updated=dates.updated(facts, item, day, seen) or _not_before(laid_out.updated, day),
        capture=capture.id if capture else None,
        partial=partial.of_page(lines, _behind(laid, lines), facts, capture.status if capture else 0),
    )
    unknown = "" if whole.published else " stays unknown"
    return Extracted(whole, tuple(f"the day it came out{unknown}: {note}" for note in out.notes))


def text_alone(page: bytes, content_type: str) -> str:
    """The text of the article's body alone, empty where there is none; for measuring beside others."""
    try:
        with parsing("the page"):
            markup = source.source(page, content_type)
            tree = source.tree(markup)
            facts = structured.facts(tree) if any(name in markup for name in unshown.TOLD) else structured.Facts()
            return "\n".join(body.lines(markup, tree, blocks.layout(tree), facts))
    except Told:
        return ""


def _text(top: str | None, rows: list[str], above: set[str]) -> str:
    """The headline, an empty line, the body; lines at the body's head that only repeat a heading are left out."""
    while rows and key(rows[0]) in above:
        rows = rows[1:]
    if not body.is_text(rows):
        raise NoArticle("no article on this page: too little running text")
    told = unbroken("\n".join(rows))
    if len(told) > MOST_TEXT:
        raise NoArticle(f"the page's text has {len(told):,} characters, more than {MOST_TEXT:,}: no article has")
    return f"{top}\n\n{told}" if top else told


def _behind(laid: blocks.Layout, lines: list[str]) -> list[str]:
    """The page's lines behind the last one of its text, as they are shown; none where nobody needs to look."""
    if not partial.doubtful(lines):
        return []
    shown = [line for block in laid.blocks if not laid.is_nav(block) for line in block.text.split("\n")]
    last = next((n for n in range(len(shown) - 1, -1, -1) if shown[n] == lines[-1]), len(shown))
    return shown[last + 1 :]


def _not_before(change: Updated | None, out: Published | None) -> Updated | None:
    """A change that the text tells of, unless it would be before the publication."""
    return change if change and not (out and change.start < out.start) else None


def _byline(text: str, start: int, authors: tuple[str, ...]) -> Span | None:
    """Where the text names, near its top, an author the page gives: as a line of its own or after "By"."""
    for name in authors:
        words = r"\s+".join(map(re.escape, name.split()))
        match = re.compile(rf"^(?:by\s+)?{words}\s*$|\bBy\s+{words}\b", re.IGNORECASE | re.MULTILINE).search(
            text, start, start + NEAR
        )
        if match:
            return Span(match.start(), match.start() + len(match.group().rstrip()))
    return None
