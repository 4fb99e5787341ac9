"""A capture into an article: a page as pages are read, and plain text as it stands.

Plain text in an archive is a page that has no markup, or the text that another program took out of one.
"""

import re

import msgspec

from reportedly.errors import NotText
from reportedly.extract import page, plain
from reportedly.letters import decode
from reportedly.records import Article, Capture, FeedItem, Outcome, Outlet

MOST_TEXT = 1_000_000  # characters, as of pages
LEAST = 80
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|title|meta|div|p|h\d|article|pre)\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)


def extracted(body: bytes, capture: Capture, outlet: Outlet, item: FeedItem | None) -> page.Extracted:
    """The article in a capture, or an outcome ``not_an_article`` that says why there is none.

    ``body`` are its bytes without content coding, ``item`` what the feed said of it.
    """
    if capture.content_type.lower().startswith("text/plain") and not _MARKUP.search(body[:4_000]):
        return page.Extracted(_text(body, capture, outlet))
    kind = capture.content_type
    return page.extracted(body, url=capture.url, outlet=outlet, content_type=kind, item=item, capture=capture)


def _text(body: bytes, capture: Capture, outlet: Outlet) -> Article | Outcome:
    declared = _CHARSET.search(capture.content_type)
    try:
        text = decode.text(body, declared[1] if declared else None)
    except NotText as error:
        return Outcome(capture.url, capture.fetched_at, "not_an_article", str(error))
    if not LEAST <= len(text.strip()) <= MOST_TEXT:
        length = f"the text has {len(text):,} characters: an article has {LEAST} to {MOST_TEXT:,}"
        return Outcome(capture.url, capture.fetched_at, "not_an_article", length)
    made = plain.article(text, url=capture.url, outlet=outlet.id, published=None, seen=capture.fetched_at)
    return msgspec.structs.replace(made, capture=capture.id)
