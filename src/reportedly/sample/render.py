"""Pages and feeds of the invented sites as bytes, each for the end of a day.

Every page says that it is a sample, once for machines (a ``meta``) and once for people (in the footer).
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import cache
from typing import Any

import jinja2

from reportedly.records import Record
from reportedly.sample.world import FIRST, DeadEnd, Piece, Site

SAMPLE = "Sample page: invented places, people and outlets"
RELATED = 4  # headlines in the box beside an article


class Item(Record, frozen=True):
    """What a feed says of one page."""

    url: str
    headline: str
    published: datetime
    updated: datetime | None = None
    teaser: str | None = None


def article(site: Site, piece: Piece, day: date) -> bytes:
    """The page of an article in its site's layout, with the headlines that stood beside it on ``day``."""
    related = [other for other in site.on(day) if other.name != piece.name][:RELATED]
    return _page(
        site, site.build.layout, piece=piece, related=related, url=site.url(piece), linked=_linked(site, piece)
    )


def front(site: Site, day: date) -> bytes:
    """The site's front page: headlines only."""
    return _page(site, "front", related=site.on(day))


def video(site: Site, end: DeadEnd) -> bytes:
    """A page with a film and no article."""
    return _page(site, "video", headline=end.headline)


def feed(site: Site, day: date) -> bytes:
    """The site's feed, newest first. A feed that has moved is a page in HTML, as it happens in life."""
    if site.build.feed == "moved":
        return _page(site, "moved")
    listed = items(site, day)
    newest = max((item.updated or item.published for item in listed), default=datetime.combine(FIRST, time(), UTC))
    template = _templates().get_template(f"{site.build.feed}.xml")
    return template.render(site=site, items=listed, newest=newest, sample=SAMPLE).encode()


def items(site: Site, day: date) -> Sequence[Item]:
    """What the site's feed announces at the end of ``day``, newest first."""
    home = site.outlet.home.rstrip("/")
    news = [
        Item(site.url(piece), piece.headline, piece.published, piece.updated, piece.paragraphs[0])
        for piece in site.on(day)
    ]
    ends = [Item(home + end.path, end.headline, end.published) for end in site.dead_ends if end.published.date() <= day]
    return sorted([*news, *ends], key=lambda item: item.published, reverse=True)


def _page(site: Site, layout: str, **values: Any) -> bytes:
    html = _templates().get_template(f"{layout}.html").render(site=site, sample=SAMPLE, **values)
    return html.encode(site.build.charset, "xmlcharrefreplace")


def _linked(site: Site, piece: Piece) -> dict[str, Any]:
    return {
        "@context": "http://schema.org",
        "@type": "NewsArticle",
        "headline": piece.headline,
        "datePublished": piece.published.isoformat(),
        "dateModified": piece.changed.isoformat(),
        "publisher": {"@type": "Organization", "name": site.outlet.name},
        "isPartOf": {"@type": "CreativeWork", "name": SAMPLE},
    }


def _day_words(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.PackageLoader("reportedly.sample")
    made = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    made.globals.update(day_words=_day_words, mail_date=format_datetime)
    return made
