"""From an address to an outlet's record, by asking there."""

from reportedly.errors import Unreachable
from reportedly.extract import language
from reportedly.fetch import Fetcher, Found, discover
from reportedly.outlets import slug
from reportedly.records import Outcome, Outlet
from reportedly.settings import Desk

FEW = 40  # letters of headlines below which the word of the page on its language is better than a guess


def describe(desk: Desk, url: str) -> tuple[Outlet, tuple[str, ...]]:
    """The outlet at an address with all that was found to watch, and notes in words on what was done.

    Raises ``Unreachable`` where the address cannot be had or announces nothing in any way.
    """
    with Fetcher(desk.settings.fetch, desk.clock()) as fetcher:
        found = discover(fetcher, url)
    if isinstance(found, Outcome):
        raise Unreachable(f"{url}: {found.message}")
    spoken = _language(found)
    outlet = Outlet(
        id=slug(found.home),
        name=found.name or slug(found.home),
        home=found.home,
        feeds=found.feeds,
        country=found.country,
        languages=(spoken,) if spoken else (),
        sitemaps=found.sitemaps,
        pages=found.pages,
    )
    return outlet, found.notes


def _language(found: Found) -> str | None:
    """What the headlines are written in; pages often name a language that their software was made in."""
    headlines = ". ".join(found.titles)
    told = language.of(headlines) if sum(map(str.isalpha, headlines)) >= FEW else language.UNKNOWN
    return found.language if told == language.UNKNOWN else told
