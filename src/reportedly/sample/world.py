"""The invented world: its outlets, how their sites are built, and every article as it stood on a given day.

All content is data beside this module: ``outlets/*.toml``, ``sites.toml``, ``articles/<outlet>/<day>-<slug>.md``.
Nothing here is random, so the same day always gives the same bytes.
"""

import tomllib
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from reportedly import outlets
from reportedly.records import Outlet, Record

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 22)
"""The first and the last day of the stream, both inclusive."""

_HERE = Path(__file__).parent


class PlannedEdit(Record, frozen=True, forbid_unknown_fields=True):
    """A change an outlet made to a page after publication: ``swaps`` are pairs of old and new words."""

    at: datetime
    swaps: tuple[tuple[str, str], ...]
    headline: str | None = None


class Piece(Record, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article as its outlet wrote it. ``text`` has its paragraphs apart by a blank line, without the headline.

    ``withdrawn`` is when the outlet took the page down without a word; from that day on it answers 404.
    """

    outlet: str
    name: str
    headline: str
    published: datetime
    text: str
    section: str
    byline: str | None = None
    edits: tuple[PlannedEdit, ...] = ()
    withdrawn: datetime | None = None
    updated: datetime | None = None

    @property
    def slug(self) -> str:
        """The words of the file name without the day."""
        return self.name.partition("-")[2]

    @property
    def number(self) -> int:
        """A number of five digits as content systems give them; the same for ever."""
        return 10_000 + zlib.crc32(f"{self.outlet}/{self.name}".encode()) % 90_000

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text."""
        return tuple(self.text.split("\n\n"))

    @property
    def changed(self) -> datetime:
        """When this version came to be: the last edit applied, or publication."""
        return self.updated or self.published

    def as_of(self, day: date) -> "Piece | None":
        """The version a visitor saw at the end of ``day``; None before publication and after withdrawal."""
        if self.published.date() > day or (self.withdrawn and self.withdrawn.date() <= day):
            return None
        seen = self
        for edit in self.edits:
            if edit.at.date() <= day:
                seen = _edited(seen, edit)
        return seen


class DeadEnd(Record, frozen=True, forbid_unknown_fields=True):
    """Something a feed announces that is no article: a page that is gone, closed to robots, or only a video."""

    outlet: str
    kind: Literal["gone", "blocked", "video"]
    path: str
    headline: str
    published: datetime


class Labels(Record, frozen=True, forbid_unknown_fields=True):
    """The words around an article on a site that is not in English."""

    related: str = "Related"
    cookies: str = "This site uses cookies."
    accept: str = "Accept"
    share: str = "Share"
    sample: str = ""


class Build(Record, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a site is built; see ``sites.toml`` for what each field means."""

    path: str
    layout: str
    feed: Literal["rss", "atom", "moved"]
    tagline: str
    menu: tuple[str, ...]
    feed_dates: bool = True
    charset: str = "utf-8"
    validators: tuple[Literal["etag", "last-modified"], ...] = ("etag", "last-modified")
    robots: str | None = None
    labels: Labels = Labels()


class Site(Record, frozen=True):
    """One outlet with its site and all it publishes in the three weeks."""

    outlet: Outlet
    build: Build
    pieces: tuple[Piece, ...]
    dead_ends: tuple[DeadEnd, ...]

    @property
    def host(self) -> str:
        """The invented host name, under the top level that is reserved for examples."""
        return self.outlet.home.removeprefix("http://").rstrip("/")

    @property
    def feed_path(self) -> str:
        """Where the feed lies."""
        return self.outlet.feeds[0].removeprefix(self.outlet.home.rstrip("/"))

    def path(self, piece: Piece) -> str:
        """Where an article lies."""
        return self.build.path.format(
            day=f"{piece.published:%d}",
            section=piece.section.lower().replace(" ", "-"),
            slug=piece.slug,
            number=piece.number,
        )

    def url(self, piece: Piece) -> str:
        """The address of an article."""
        return self.outlet.home.rstrip("/") + self.path(piece)

    def on(self, day: date) -> tuple[Piece, ...]:
        """What a visitor found at the end of ``day``, newest first."""
        seen = [version for piece in self.pieces if (version := piece.as_of(day))]
        return tuple(sorted(seen, key=lambda piece: piece.published, reverse=True))


@cache
def sites() -> dict[str, Site]:
    """All sites of the world by host name."""
    built = tomllib.loads((_HERE / "sites.toml").read_text(encoding="utf-8"))
    dead_ends = msgspec.convert(built.pop("dead_ends"), tuple[DeadEnd, ...])
    known = (
        Site(
            outlet=outlet,
            build=msgspec.convert(built[outlet.id], Build),
            pieces=tuple(_pieces(outlet.id)),
            dead_ends=tuple(end for end in dead_ends if end.outlet == outlet.id),
        )
        for outlet in outlets.load(_HERE / "outlets")
    )
    return {site.host: site for site in known}


def pieces() -> Iterator[tuple[Site, Piece]]:
    """Every article of the world with its site."""
    for site in sites().values():
        for piece in site.pieces:
            yield site, piece


def _pieces(outlet: str) -> Iterator[Piece]:
    for file in sorted((_HERE / "articles" / outlet).glob("*.md")):
        _, head, text = file.read_text(encoding="utf-8").split("+++\n", 2)
        known: dict[str, Any] = {"outlet": outlet, "name": file.stem, "text": text.strip()}
        yield msgspec.convert({**tomllib.loads(head), **known}, Piece)


def _edited(piece: Piece, edit: PlannedEdit) -> Piece:
    text = piece.text
    for old, new in edit.swaps:
        text = text.replace(old, new)
    return msgspec.structs.replace(piece, text=text, headline=edit.headline or piece.headline, updated=edit.at)
