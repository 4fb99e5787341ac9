"""When a page came out and when it was last changed, and how that is known. Nobody guesses.

Only what a page says of itself in so many words counts: structured data, meta tags, a ``<time>`` marked as the one or
the other, or a full date in the URL. Dates in running text, in lists of other stories or in a copyright line never do,
and the date of a change is never taken for the publication.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from reportedly.dates import ONE_DAY, Dated, WhenTold, believed, told
from reportedly.dates.names import Month, names
from reportedly.dates.spelling import plain
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
_LIKE_META = re.compile(
    r"(?:.*[:._ -])?(?:published(?:[_-]?(?:time|date|at))?|date[_-]?(?:published|posted)|post[_-]?date"
    r"|(?:original)?pub(?:lish|lication)?[_-]?(?:date|time)|(?:article)?first[_-]?published|citation_(?:online_)?date)"
)  # as others spell the same
_NAMED_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/_-]([^\W\d_]{3,12})[/_-](0?[1-9]|[12]\d|3[01])(?!\d)")
_JOINED_IN_PATH = re.compile(r"/((?:19|20)\d\d)(?:/|[_-]?(?=\d\d/))(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])/")
_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


class CameOut(NamedTuple):
    """When an article came out, None where nobody can be believed; and what is to be said of dates in plain words."""

    published: Published | None = None
    notes: tuple[str, ...] = ()


def came_out(facts: Facts, url: str, item: FeedItem | None, given: date | None, seen: datetime) -> CameOut:
    """When an article came out, by the best witness: whoever hands it in, its feed, the page itself, its URL.

    A day that cannot be meant of a page ``seen`` then is no witness. Feeds speak in UTC. Where the page names the day
    before or after the feed's, it is the same moment in the outlet's own calendar, and the page's day stands.
    """
    if given:
        return CameOut(Published(given, given, "given"))
    page, feed, path = _first(_said(facts), seen), _of_feed(item.published if item else None, seen), of_url(url, seen)
    chosen = _chosen(page, feed, path)
    if chosen is None:
        return CameOut(notes=tuple(one.note for one in (feed, page, path) if one.note))
    basis, by = chosen
    when = by.dated
    return CameOut(Published(when.day, when.day, basis, when.at) if when else None, (by.note,) if by.note else ())


def _chosen(page: WhenTold, feed: WhenTold, path: WhenTold) -> tuple[Basis, WhenTold] | None:
    """The witness to believe, with its name; None where none knows."""
    if feed.dated and (page.dated is None or page.dated.day == feed.dated.day or _far(page.dated, feed.dated)):
        return "feed", feed
    if page.dated:
        return "page", page
    return ("url", path) if path.dated else None


def _far(one: Dated, other: Dated) -> bool:
    return abs(one.day - other.day) > ONE_DAY


def _said(facts: Facts) -> Iterator[str]:
    """What the page itself says of its publication, in so many words; the likeliest to be of this article first."""
    yield from (*facts.linked("datePublished"), *_tagged(facts, META), *_alike(facts), *facts.times, *facts.of_page)


def _first(words: Iterable[str], seen: datetime) -> WhenTold:
    """The first of ``words`` that tells a day that can be meant, with the moment on it by whichever tells that first.

    Where none does, why the first does not.
    """
    read = [told(text, seen) for text in words]
    first = next((one for one in read if one.dated), None)
    if first is None or first.dated is None:
        return next((one for one in read if one.note), WhenTold())
    with_moment = (one for one in read if one.dated and one.dated.day == first.dated.day and one.dated.at)
    return next(with_moment, first) if first.dated.at is None else first


def _tagged(facts: Facts, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from facts.meta.get(name, ())


def _alike(facts: Facts) -> Iterator[str]:
    """What other meta tags say that by their names can mean nothing but the publication."""
    for name, values in facts.meta.items():
        if name not in META and name not in META_CHANGED and _LIKE_META.fullmatch(name):
            yield from values


def _of_feed(moment: datetime | None, seen: datetime) -> WhenTold:
    """A feed's moment; exactly midnight is what a day without a time of day becomes in a feed."""
    return believed(Dated(moment.date(), moment if moment.time() != time() else None) if moment else None, seen)


# -- changes ----------------------------------------------------------------------------------------------------------


def updated(facts: Facts, item: FeedItem | None, out: Published | None, seen: datetime) -> Updated | None:
    """When the page taken at ``seen`` was last changed, by the page itself, else by its feed; None: nobody says.

    Programs that make pages write such a date on every page. One that is not after the publication, by the same
    witness, tells of no change; one after ``seen`` is of another text, or a mistake.
    """
    known = Dated(out.start, out.at) if out else None
    page = _first((*facts.linked("dateModified"), *_tagged(facts, META_CHANGED), *facts.changes), seen).dated
    if page and _is_change(page, _first(_said(facts), seen).dated or known, seen + ONE_DAY):
        return Updated(page.day, page.day, "page", page.at)
    feed = _of_feed(item.updated if item else None, seen).dated
    if feed and item and page is None and _is_change(feed, _of_feed(item.published, seen).dated or known, seen):
        return Updated(feed.day, feed.day, "feed", feed.at)
    return None


def _is_change(change: Dated, out: Dated | None, latest: datetime) -> bool:
    return (out is None or change.after(out)) and not change.after(Dated(latest.date(), latest.astimezone(UTC)))


# -- addresses --------------------------------------------------------------------------------------------------------


def of_url(url: str, seen: datetime) -> WhenTold:
    """A full date in the path, year first: ``/2024/06/03/``, ``/2024/jun/03/``; never a part of a longer number."""
    path = unquote(urlsplit(url).path).lower()
    found = _IN_PATH.finditer(path)
    whole = [match.group(1, 3, 4) for match in found if match[2] or (len(match[3]), len(match[4])) == (2, 2)]
    joined = [match.groups() for match in _JOINED_IN_PATH.finditer(path)]
    named = (match.groups() for match in _NAMED_IN_PATH.finditer(path))
    months = [(year, str(month.number), day) for year, name, day in named if (month := _month(name))]
    return _first((f"{year}-{month:>02}-{day:>02}" for year, month, day in (*whole, *joined, *months)), seen)


def _month(name: str) -> Month | None:
    """The month of our calendar that a word in an address names."""
    month = names().months.get(plain(name))
    return month if month and month.calendar is None else None
