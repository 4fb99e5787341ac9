"""The article: text and metadata of one revision."""

import hashlib
from datetime import date, datetime

from reportedly.records.kinds import Basis, Record, content_id
from reportedly.text import Span


class Dateline(Record, frozen=True):
    """``ZAHEDAN, June 3 -`` at the head of a text."""

    span: Span
    place: str | None = None
    start: date | None = None


class Published(Record, frozen=True):
    """When the article came out, and how that is known. Nobody guesses: an unknown date is no ``Published`` at all.

    ``start`` and ``end`` are days of the outlet's own calendar as far as it is known. ``at`` is the moment (aware UTC),
    where whoever names the day gives a time of day with its time zone.
    """

    start: date
    end: date
    basis: Basis
    at: datetime | None = None


class Updated(Published, frozen=True):
    """When the article was last changed after it came out, as far as somebody says so, and who does."""


class Article(Record, frozen=True):
    """Text and metadata extracted from a capture, or handed in. Another text at the same URL is another revision.

    ``text`` is exactly as given or extracted. ``headline`` holds the title's words also where they stand outside the
    text (then ``title`` is None). ``updated`` is what was said when this text was first seen.
    ``partial`` says in plain words why the text is only a part of the article (a teaser, what stands before a paywall);
    None where nothing says so.
    """

    id: str
    url: str
    outlet: str
    text: str
    language: str
    extractor: str
    headline: str | None = None
    title: Span | None = None
    credit: Span | None = None
    byline: Span | None = None
    dateline: Dateline | None = None
    published: Published | None = None
    furniture: tuple[Span, ...] = ()
    capture: str | None = None
    updated: Updated | None = None
    partial: str | None = None


def article_id(url: str, text: str, extractor: str) -> str:
    """The id of one revision: the same words at the same URL by the same extractor are the same revision."""
    return content_id("a", url, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), extractor)
