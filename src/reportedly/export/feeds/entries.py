"""The entries of a feed: one a page, the same entry however often its article is revised.

What a page is named by is made of its address, so no reader shows it twice. When it was updated is when the desk had
this revision first. The day an article came out is given as a moment only where somebody gave one.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final, NamedTuple

from reportedly.account.links import outside
from reportedly.ledger import Hit
from reportedly.records import Filters, page_id

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

NEWEST: Final = 50
"""Entries of a feed; readers ask often, and keep what they had."""
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """A page as a feed tells it. ``link`` is its place on the desk, ``outside`` its own address where it is safe."""

    id: str
    title: str
    link: str
    outside: str | None
    outlet: str
    language: str
    words: str
    published: datetime | None
    day: str | None
    updated: datetime
    labels: tuple[str, ...]


class Feed(NamedTuple):
    """A feed: ``link`` is the page of its search, ``own`` the address that it is asked for by, without any token."""

    title: str
    link: str
    own: str
    updated: datetime
    entries: tuple[Entry, ...]


class Asks(NamedTuple):
    """What a feed is of, and where: the desk's name and address, the search, and its words as a person put them."""

    desk: str
    address: str
    own: str
    page: str
    words: str
    filters: Filters
    about: str


def feed(ledger: "Ledger", asks: Asks, now: datetime, limit: int = NEWEST) -> Feed:
    """The newest articles that a search finds, but for those that people withdrew.

    ``now`` is when a feed without any entry was updated.
    """
    hits = ledger.articles.search(asks.words, asks.filters, limit=limit).hits
    withdrawn = ledger.judgements.set_aside(hit.url for hit in hits)
    found = [hit for hit in hits if hit.url not in withdrawn]
    names = ledger.outlets.names()
    lines = ledger.articles.lines_by_id(hit.article for hit in found)
    came = ledger.articles.seen_at(hit.article for hit in found)
    entries = tuple(
        _entry(hit, names.get(hit.outlet, hit.outlet), lines[hit.article].language, asks.address, came.get(hit.article))
        for hit in found
    )
    title = f"{asks.desk}: {asks.about}" if asks.about else asks.desk
    updated = max((entry.updated for entry in entries), default=now)
    return Feed(sound(title), f"{asks.address}{asks.page}", f"{asks.address}{asks.own}", updated, entries)


def _entry(hit: Hit, outlet: str, language: str, address: str, came: datetime | None) -> Entry:
    day = hit.published.start if hit.published else None
    at = hit.published.at if hit.published else None
    known = came or at or (datetime.combine(day, time(), UTC) if day else _NEVER)
    labels = ("copy",) if hit.is_copy else ()
    return Entry(
        id=f"urn:reportedly:page:{page_id(hit.url)}",
        title=sound(hit.headline or "(no headline)"),
        link=f"{address}/articles/{hit.article}",
        outside=outside(hit.url) and sound(hit.url),
        outlet=sound(outlet),
        language=language,
        words=sound("".join(words for words, _ in hit.snippet)),
        published=at,
        day=day.isoformat() if day else None,
        updated=known,
        labels=(*labels, *(("part of the text",) if hit.partial else ())),
    )


def sound(text: str) -> str:
    """The text as XML can hold it: U+FFFD for each character that it cannot."""
    return _NO_XML.sub("\ufffd", text)


def told(entry: Entry) -> str:
    """What an entry says below its title: who published it and when, and the words that were found."""
    return " · ".join([*_parts(entry)])


def _parts(entry: Entry) -> Iterable[str]:
    yield entry.outlet
    yield entry.day or "date unknown"
    yield from entry.labels
    yield entry.words
