"""From an address to an outlet's record, by asking there."""

from reportedly.errors import Unreachable
from reportedly.fetch import Discovery, Fetcher, discover
from reportedly.letters import language
from reportedly.outlets import slug
from reportedly.records import Outcome, Outlet
from reportedly.settings import Desk

FEW = 40  # letters of headlines below which the word of the page on its language is better than a guess


def describe(desk: Desk, url: str) -> tuple[Outlet, tuple[str, ...]]:
    """The outlet at an address with all that was found to watch, and notes in words on what was done.

    Raises ``Unreachable`` where the address cannot be had or announces nothing in any way.
    """
    with Fetcher(desk.settings.fetch, desk.clock()) as fetcher:
        discovery = discover(fetcher, url)
    if isinstance(discovery, Outcome):
        raise Unreachable(f"{url}: {discovery.message}")
    spoken = _language(discovery)
    outlet = Outlet(
        id=slug(discovery.home),
        name=discovery.name or slug(discovery.home),
        home=discovery.home,
        feeds=discovery.feeds,
        country=discovery.country,
        languages=(spoken,) if spoken else (),
        sitemaps=discovery.sitemaps,
        pages=discovery.pages,
    )
    return outlet, discovery.notes


def _language(discovery: Discovery) -> str | None:
    """What the headlines are written in; pages often name a language that their software was made in."""
    headlines = ". ".join(discovery.titles)
    written_in = language.of(headlines) if sum(map(str.isalpha, headlines)) >= FEW else language.UNKNOWN
    return discovery.language if written_in == language.UNKNOWN else written_in
