"""What a site of the sample world answers for a path, with the validators it sends."""

import hashlib
from datetime import UTC, date, datetime
from email.utils import format_datetime
from http import HTTPStatus

from reportedly.records import Record
from reportedly.sample import render
from reportedly.sample.world import Site


class Response(Record, frozen=True):
    """What a site gives for one path. ``changed`` is when the content last changed, where the site knows that."""

    status: HTTPStatus
    content_type: str
    body: bytes
    changed: datetime | None = None

    @property
    def etag(self) -> str:
        """A strong tag made from the bytes."""
        return '"' + hashlib.sha256(self.body).hexdigest()[:16] + '"'


def answer(site: Site, path: str, day: date) -> Response:
    """What ``site`` gives for ``path`` at the end of ``day``."""
    if path == "/robots.txt":
        return _robots(site)
    if path == site.feed_path:
        return _feed(site, day)
    if path == "/":
        return _html(site, render.front(site, day))
    return _article(site, path, day) or _dead_end(site, path, day) or _not_found(site)


def _article(site: Site, path: str, day: date) -> Response | None:
    for piece in site.pieces:
        version = piece.as_of(day) if site.path(piece) == path else None
        if version:
            return _html(site, render.article(site, version, day), version.changed)
    return None


def _dead_end(site: Site, path: str, day: date) -> Response | None:
    for end in site.dead_ends:
        if end.path == path and end.published.date() <= day and end.kind != "gone":
            return _html(site, render.video(site, end), end.published)
    return None


def _feed(site: Site, day: date) -> Response:
    items = render.items(site, day)
    changed = max((item.updated or item.published for item in items), default=None)
    kinds = {"rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8"}
    return Response(HTTPStatus.OK, kinds.get(site.build.feed, "text/html"), render.feed(site, day), changed)


def _robots(site: Site) -> Response:
    if site.build.robots is None:
        return _not_found(site)
    return Response(HTTPStatus.OK, "text/plain; charset=utf-8", site.build.robots.encode())


def _html(site: Site, body: bytes, changed: datetime | None = None) -> Response:
    return Response(HTTPStatus.OK, f"text/html; charset={site.build.charset}", body, changed)


def _not_found(site: Site) -> Response:
    body = f"<!DOCTYPE html><title>Not found</title><h1>Not found</h1><p>{site.outlet.name}</p><p>{render.SAMPLE}</p>"
    return Response(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", body.encode())


def validators(site: Site, given: Response) -> dict[str, str]:
    """The headers by which a visitor can later ask whether anything changed."""
    out = {}
    if "etag" in site.build.validators:
        out["ETag"] = given.etag
    if "last-modified" in site.build.validators and given.changed:
        out["Last-Modified"] = format_datetime(given.changed.astimezone(UTC), usegmt=True)
    return out
