"""When a page came out, and how that is known. Nobody guesses.

Only what a page says of itself in so many words counts: structured data, meta tags, a ``<time>`` marked as the
publication, or a full date in the URL. Dates in running text, in lists of other stories or in a copyright line never
do, and neither does the date of a change.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from reportedly.extract.structured import Facts
from reportedly.records import FeedItem, Published

META = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    *("datepublished", "date_published", "published_time", "publishdate", "publish_date", "publish-date"),
    *("published-date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "article.published"),
    *("dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.date", "dc.date", "dc:date", "date"),
    *("cxenseparse:recs:publishtime", "bt:pubdate", "rbpubdate", "article_date_original", "citation_publication_date"),
)
EARLIEST = date(1990, 1, 1)  # before that there were no news pages to fetch
ONE_DAY = timedelta(days=1)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])|(\d{4})(\d\d)(\d\d)(?:T\d{4,6}|$)")
_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


def published(facts: Facts, url: str, item: FeedItem | None, given: date | None) -> Published | None:
    """The day an article came out, by the best witness: whoever hands it in, its feed, the page itself, its URL.

    Feeds speak in UTC. Where the page names the day before or after the feed's, it is the same moment in the outlet's
    own calendar, and the page's day stands.
    """
    page = of_page(facts)
    feed = item.published.date() if item and item.published else None
    if given:
        return Published(given, given, "given")
    if feed and (page is None or page == feed or abs(page - feed) > ONE_DAY):
        return Published(feed, feed, "feed")
    if page:
        return Published(page, page, "page")
    path = of_url(url)
    return Published(path, path, "url") if path else None


def of_page(facts: Facts) -> date | None:
    """The day the page itself says it was published; None where it does not say so."""
    told = (*facts.linked("datePublished"), *_tagged(facts), *facts.times)
    return next(_days(told), None)


def _tagged(facts: Facts) -> Iterator[str]:
    for name in META:
        yield from facts.meta.get(name, ())


def _days(told: Iterable[Any]) -> Iterator[date]:
    for words in told:
        day = _day(str(words).strip())
        if day and day >= EARLIEST:
            yield day


def _day(words: str) -> date | None:
    """The calendar day in a machine-readable date, in its own time zone; a bare year or month is no day."""
    iso = _ISO.match(words)
    try:
        if iso:
            return date(*(int(part) for part in iso.groups() if part))
        if words.isdigit() and len(words) in {10, 13}:
            return None  # seconds since 1970 say nothing of the outlet's calendar
        return parsedate_to_datetime(words).date() if re.match(r"[A-Za-z]{3},? \d", words) else _long(words)
    except (ValueError, TypeError):
        return None


def _long(words: str) -> date | None:
    for form in ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(words[:40], form).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    return None


def of_url(url: str) -> date | None:
    """A full date in the path, year first: ``/2024/06/03/`` or ``/2024-06-03-``; never a part of a longer number."""
    for found in _IN_PATH.finditer(urlsplit(url).path):
        year, separator, month, day = found.groups()
        if not separator and (len(month), len(day)) != (2, 2):
            continue
        try:
            when = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if when >= EARLIEST:
            return when
    return None
