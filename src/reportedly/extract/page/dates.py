"""When a page came out and when it was last changed, and how that is known. Nobody guesses.

Only what a page says of itself in so many words counts: structured data, meta tags, a ``<time>`` marked as the one or
the other, or a full date in the URL. Dates in running text, in lists of other stories or in a copyright line never do,
and the date of a change is never taken for the publication.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from reportedly.extract import moments
from reportedly.extract.moments import EARLIEST, Dated
from reportedly.extract.page.structured import Facts
from reportedly.records import Basis, FeedItem, Published, Updated

META = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    *("datepublished", "date_published", "published_time", "publishdate", "publish_date", "publish-date"),
    *("published-date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "article.published"),
    *("dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.date", "dc.date", "dc:date", "date"),
    *("cxenseparse:recs:publishtime", "bt:pubdate", "rbpubdate", "article_date_original", "citation_publication_date"),
)
META_CHANGED = (
    *("article:modified_time", "article:modified", "og:modified_time", "og:article:modified_time", "og:updated_time"),
    *("datemodified", "date_modified", "modified_time", "modified-date", "last-modified", "last_modified", "lastmod"),
    *("dc.date.modified", "dcterms.modified", "article.updated", "article_date_updated", "updated_time", "bt:moddate"),
)
ONE_DAY = timedelta(days=1)
_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


def published(facts: Facts, url: str, item: FeedItem | None, given: date | None) -> Published | None:
    """The day an article came out, by the best witness: whoever hands it in, its feed, the page itself, its URL.

    Feeds speak in UTC. Where the page names the day before or after the feed's, it is the same moment in the outlet's
    own calendar, and the page's day stands.
    """
    page, feed = of_page(facts), _of_feed(item.published if item else None)
    if given:
        return Published(given, given, "given")
    if feed and (page is None or page.day == feed.day or abs(page.day - feed.day) > ONE_DAY):
        return _published(feed, "feed")
    if page:
        return _published(page, "page")
    path = of_url(url)
    return Published(path, path, "url") if path else None


def _published(moment: Dated, basis: Basis) -> Published:
    return Published(moment.day, moment.day, basis, moment.at)


def of_page(facts: Facts) -> Dated | None:
    """The day the page itself says it was published; None where it does not say so."""
    return moments.first((*facts.linked("datePublished"), *_tagged(facts, META), *facts.times))


def _tagged(facts: Facts, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from facts.meta.get(name, ())


def _of_feed(moment: datetime | None) -> Dated | None:
    """A feed's moment; exactly midnight is what a day without a time of day becomes in a feed."""
    return Dated(moment.date(), moment if moment.time() != time() else None) if moment else None


# -- changes ----------------------------------------------------------------------------------------------------------


def updated(facts: Facts, item: FeedItem | None, out: Published | None, seen: datetime) -> Updated | None:
    """When the page taken at ``seen`` was last changed, by the page itself, else by its feed; None: nobody says.

    Programs that make pages write such a date on every page. One that is not after the publication, by the same
    witness, tells of no change; one after ``seen`` is of another text, or a mistake.
    """
    known = Dated(out.start, out.at) if out else None
    page = moments.first((*facts.linked("dateModified"), *_tagged(facts, META_CHANGED), *facts.changes))
    if page and _is_change(page, of_page(facts) or known, seen + ONE_DAY):
        return Updated(page.day, page.day, "page", page.at)
    feed = _of_feed(item.updated if item else None)
    if feed and item and page is None and _is_change(feed, _of_feed(item.published) or known, seen):
        return Updated(feed.day, feed.day, "feed", feed.at)
    return None


def _is_change(change: Dated, out: Dated | None, latest: datetime) -> bool:
    return (out is None or change.after(out)) and not change.after(Dated(latest.date(), latest.astimezone(UTC)))


# -- addresses --------------------------------------------------------------------------------------------------------


def of_url(url: str) -> date | None:
    """A full date in the path, year first: ``/2024/06/03/`` or ``/2024-06-03-``; never a part of a longer number."""
    for match in _IN_PATH.finditer(urlsplit(url).path):
        year, separator, month, day = match.groups()
        if not separator and (len(month), len(day)) != (2, 2):
            continue
        try:
            when = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if when >= EARLIEST:
            return when
    return None
