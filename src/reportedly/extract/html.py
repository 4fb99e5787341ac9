"""A page into an article: its text by trafilatura, what it says of itself, and nothing of what stands around it.

``text`` is the headline, an empty line, and the body; spans index it. The same bytes with the same extractor always
give the same text. Whatever a page holds, the result is an ``Article`` or an ``Outcome``, never an exception.
"""

import re
from datetime import date, datetime

import msgspec
import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from reportedly import clock
from reportedly.errors import NotText
from reportedly.extract import boxes, dates, decode, joiners, plain, structured
from reportedly.extract.headline import headline, key, site_names
from reportedly.records import Article, Capture, FeedItem, Outcome, Outlet, article_id
from reportedly.text import Span

RULES = 1  # counted up whenever other text may come out of the same page
EXTRACTOR = f"trafilatura/{trafilatura.__version__}+{RULES}"

MOST_TAGS = 100_000  # a long live blog has some ten thousand; the time needed grows faster than their number
MOST_CHARACTERS = 20_000_000
MOST_ATTRIBUTES = 1_000  # of one tag
MOST_TEXT = 1_000_000  # characters of an article: some ten times the longest
LEAST = 80  # characters of body below which a page holds no article
SENTENCE = 40  # characters a line of running text has at least
NEAR = 600  # characters from the top within which a byline stands

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{2,40})")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8000,}")
_MARKUP_TYPES = ("html", "xml", "text/plain", "octet-stream")


class _NoArticle(Exception):
    """There is no article, for the reason given; becomes the outcome."""


def article(  # noqa: PLR0913  # what is known of a page comes from many places
    body: bytes,
    *,
    url: str,
    outlet: Outlet,
    content_type: str,
    item: FeedItem | None,
    capture: Capture | None,
    given_date: date | None = None,
) -> Article | Outcome:
    """The article on a page, or an outcome ``not_an_article`` that says why there is none.

    ``body`` is the page without content coding, ``content_type`` the header as sent, ``item`` what the feed said of it,
    ``given_date`` the day of publication where somebody hands it in.
    """
    try:
        tree = _parsed(body, content_type)
        facts = structured.facts(tree)
        top = headline(facts, outlet, item.title if item else None)
        above = {key(words) for words in (top, *facts.headings) if words} | site_names(facts, outlet)
        text = _text(top, _body(tree, url), above)
        day = dates.published(facts, url, item, given_date)
    except _NoArticle as reason:
        at: datetime = capture.fetched_at if capture else clock.system()
        return Outcome(url, at, "not_an_article", str(reason))
    laid_out = plain.article(text, url=url, outlet=outlet.id, published=day.start if day else None, headline=top)
    return msgspec.structs.replace(
        laid_out,
        id=article_id(url, text, EXTRACTOR),
        extractor=EXTRACTOR,
        headline=top,
        title=Span(0, len(top)) if top else None,
        byline=laid_out.byline or _byline(text, len(top or ""), facts.authors),
        published=day,
        capture=capture.id if capture else None,
    )


# -- bytes to tree ----------------------------------------------------------------------------------------------------


def _parsed(body: bytes, content_type: str) -> HtmlElement:
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not any(word in kind for word in _MARKUP_TYPES):
        raise _NoArticle(f"{kind}, not a page: wanted HTML")
    if not body.strip():
        raise _NoArticle("the page is empty")
    try:
        source = decode.text(body, _charset(body, content_type))
    except NotText as error:
        raise _NoArticle(str(error)) from error
    _refuse_bombs(source)
    try:
        tree = trafilatura.load_html(source.replace("\0", ""))
    except (LxmlError, ValueError, RecursionError) as error:
        raise _NoArticle(f"the page cannot be parsed: {error}") from error
    if tree is None:
        raise _NoArticle("this is no HTML page, or a broken one")
    return tree


def _charset(body: bytes, content_type: str) -> str | None:
    """The charset the page was sent with, else the one it names itself."""
    declared = _DECLARED.search(content_type)
    if declared:
        return declared.group(1)
    named = _CHARSET.search(body[:4096]) or _XML_CHARSET.match(body[:200])
    return named.group(1).decode("ascii") if named else None


def _refuse_bombs(source: str) -> None:
    """Pages made to keep a parser busy for hours; no article comes near these limits."""
    if len(source) > MOST_CHARACTERS:
        raise _NoArticle(f"the page has {len(source):,} characters, more than {MOST_CHARACTERS:,}")
    tags = source.count("<")
    if tags > MOST_TAGS:
        raise _NoArticle(f"the page has {tags:,} tags, more than {MOST_TAGS:,}: no article has")
    if any(tag.group().count("=") > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)):
        raise _NoArticle(f"a tag of the page has more than {MOST_ATTRIBUTES:,} attributes: no article has")


# -- tree to text -----------------------------------------------------------------------------------------------------


def _body(tree: HtmlElement, url: str) -> list[str]:
    """The lines of the article's text."""
    try:
        boxes.take_off(tree)
        joiners.hide(tree)
        found = trafilatura.bare_extraction(
            tree, url=url, include_comments=False, favor_precision=True, with_metadata=False
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _NoArticle(f"the page cannot be taken apart: {error}") from error
    text = joiners.shown(getattr(found, "text", None) or "")
    return [bare for row in text.split("\n") if (bare := row.strip())]


def _text(top: str | None, rows: list[str], above: set[str]) -> str:
    """The headline, an empty line, the body; lines at the body's head that only repeat a heading are left out."""
    while rows and key(rows[0]) in above:
        rows = rows[1:]
    body = "\n".join(rows)
    if len(body) < LEAST or not any(len(row) >= SENTENCE for row in rows):
        raise _NoArticle("no article on this page: too little running text")
    if len(body) > MOST_TEXT:
        raise _NoArticle(f"the page's text has {len(body):,} characters, more than {MOST_TEXT:,}: no article has")
    return f"{top}\n\n{body}" if top else body


def _byline(text: str, start: int, authors: tuple[str, ...]) -> Span | None:
    """Where the text names, near its top, an author the page gives: as a line of its own or after "By"."""
    for name in authors:
        words = r"\s+".join(map(re.escape, name.split()))
        found = re.compile(rf"^(?:by\s+)?{words}\s*$|\bBy\s+{words}\b", re.IGNORECASE | re.MULTILINE).search(
            text, start, start + NEAR
        )
        if found:
            return Span(found.start(), found.start() + len(found.group().rstrip()))
    return None
