"""An invented web that misbehaves: a feed on each host, and of the pages every twentieth is slow, broken, and so on.

Pure: what stands at an address follows from its number alone, so the server that plays it and the program that judges
what was archived need not talk to each other.
"""

import gzip
import random
from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["plain", "slow", "broken", "huge", "redirecting", "flapping", "misencoded"]

ODD: tuple[Kind, ...] = ("slow", "broken", "huge", "redirecting", "flapping", "misencoded")
EACH = 5  # of a hundred
HUNDRED = 100
STRIDE = 37  # has no divisor in common with a hundred: neighbours are of different kinds
LARGE = 1_500_000  # bytes of a page that is huge and yet allowed; twice that is not
ENCODINGS = (("utf-8", "cp1251"), ("iso-8859-1", "utf-8"), ("windows-1256", "utf-16"))  # declared, and what is sent

_WORDS = [
    "harbour",
    "bridge",
    "council",
    "river",
    "market",
    "ferry",
    "school",
    "winter",
    "budget",
    "station",
    "road",
    "valley",
    "engineer",
    "report",
    "island",
    "hospital",
    "library",
    "vote",
    "storm",
    "bakery",
    "orchard",
    "railway",
    "teacher",
    "museum",
    "lantern",
    "pier",
    "quarry",
    "mill",
    "garden",
    "signal",
]


class Page(NamedTuple):
    """A page by its number: the host it is on, how it behaves, and which of three ways of that."""

    number: int
    host: str
    kind: Kind
    way: int

    @property
    def path(self) -> str:
        """Its path, which tells what it is."""
        return f"/news/{self.number:06}-{self.kind}-{self.way}"

    @property
    def url(self) -> str:
        """The address its feed announces."""
        return f"http://{self.host}{self.path}"

    @property
    def is_good(self) -> bool:
        """Whether a patient reader gets the page in the end.

        Never to be had are broken pages (reset, broken off, packed badly), slow ones that never end, huge ones without
        end or beyond the limit, and redirects in a circle.
        """
        return self.kind != "broken" and (self.kind, self.way) not in {
            ("slow", 2),
            ("huge", 1),
            ("huge", 2),
            ("redirecting", 2),
        }


class World(NamedTuple):
    """So many feeds on a host each, with so many pages in all."""

    feeds: int
    pages: int

    def host(self, number: int) -> str:
        """The host of a feed."""
        return f"paper-{number:04}.example"

    def feed_url(self, number: int) -> str:
        """The address of a feed."""
        return f"http://{self.host(number)}/feed.xml"

    def feed_kind(self, number: int) -> Kind:
        """How a feed behaves; a broken one only until it is asked again, or its pages could not be known."""
        return _kind(number * STRIDE + HUNDRED // 2)

    def crawl_delay(self, number: int) -> int:
        """Seconds that the host's robots.txt asks for; 0 where it asks for none."""
        return 2 if number % 10 == 9 else 0  # noqa: PLR2004

    def page(self, number: int) -> Page:
        """A page by its number."""
        return Page(number, self.host(number * self.feeds // self.pages), _kind(number * STRIDE), number // HUNDRED % 3)

    def pages_of(self, feed: int) -> list[Page]:
        """The pages that a feed announces."""
        first, end = (-(-place * self.pages // self.feeds) for place in (feed, feed + 1))
        return [self.page(number) for number in range(first, end)]

    def all_pages(self) -> list[Page]:
        """Every page there is."""
        return [self.page(number) for number in range(self.pages)]


def _kind(number: int) -> Kind:
    place = number % HUNDRED // EACH
    return ODD[place] if place < len(ODD) else "plain"


def article(page: Page) -> bytes:
    """The page in HTML, no two alike, in the encoding that is really sent."""
    words = " ".join(_sentences(page.number))
    if page.kind == "huge":
        words += _bulk()
    html = (
        f"<!DOCTYPE html><html lang=en><head><title>{_headline(page.number)}</title></head><body><article>"
        f"<h1>{_headline(page.number)}</h1><p>{words}</p><p>Invented page {page.number}.</p></article></body></html>"
    )
    if page.kind != "misencoded":
        return html.encode()
    return html.replace("<p>", "<p>Ж « — » ", 1).encode(ENCODINGS[page.way][1], "replace")


def charset(page: Page) -> str:
    """The encoding that the server declares."""
    return ENCODINGS[page.way][0] if page.kind == "misencoded" else "utf-8"


def feed(world: World, number: int, dated: str) -> bytes:
    """The RSS of a feed; ``dated`` is the date of all its items."""
    items = "".join(
        f"<item><title>{_headline(page.number)}</title><link>{page.url}</link><pubDate>{dated}</pubDate></item>"
        for page in world.pages_of(number)
    )
    kind = world.feed_kind(number)
    more = f"<!--{_bulk()[:300_000]}-->" if kind == "huge" else ""
    encoding = "utf-8" if kind != "misencoded" else "utf-16"
    home = f"<title>Paper {number}</title><link>http://{world.host(number)}/</link>"
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>{more}<rss version="2.0"><channel>{home}{items}</channel></rss>'
    ).encode()


def robots(world: World, number: int) -> bytes:
    """The robots.txt of a host."""
    delay = world.crawl_delay(number)
    return f"User-agent: *\nDisallow: /private/\n{f'Crawl-delay: {delay}' if delay else ''}\n".encode()


def _headline(number: int) -> str:
    return " ".join(random.Random(number).sample(_WORDS, 6)).capitalize()  # noqa: S311 - for words, not for secrets


def _sentences(number: int) -> list[str]:
    dice = random.Random(number + 1)  # noqa: S311
    return [" ".join(dice.choices(_WORDS, k=12)).capitalize() + "." for _ in range(30)]


@cache
def _bulk() -> str:
    some = " ".join(f"{word} {other}" for word in _WORDS for other in _WORDS)
    return (" " + some) * (LARGE // len(some))


@cache
def bomb() -> bytes:
    """Zeros packed a thousandfold."""
    return gzip.compress(bytes(20_000_000))
