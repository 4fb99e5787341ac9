"""``reportedly outlets add``: an outlet by its address, by an ID of one's own, or from the starter list."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import stoppable
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.records import Outlet


def add(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="URL|ID...", help="Addresses; or one ID of yours.")
    ] = None,
    identity: Annotated[str | None, typer.Option("--id", help="Its ID: letters, digits, hyphens.")] = None,
    name: Annotated[str | None, typer.Option(help="The outlet's name.")] = None,
    home: Annotated[str | None, typer.Option(help="The address of its home page.")] = None,
    feed: Annotated[list[str] | None, typer.Option(help="A feed's address; give it again for more.")] = None,
    sitemap: Annotated[list[str] | None, typer.Option(help="A news sitemap's address.")] = None,
    page: Annotated[list[str] | None, typer.Option(help="A page that links to its articles.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO code of its country, such as PK.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="ISO code of a language it writes in.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who owns it: outlets of one owner count as one voice.")] = None,
    folder: Annotated[str | None, typer.Option(help="Where it stands in the list, such as World/Agencies.")] = None,
    starter: Annotated[bool, typer.Option("--starter", help="Take the named outlets from the starter list.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="With --starter: take them all.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """Add outlets by their addresses: feeds, sitemap, name, language and country are found; options override them.

    With an ID in place of an address nothing is asked, and the options say all. An outlet of the same ID is replaced.
    """
    from reportedly import outlets
    from reportedly.cli.outlets import adding
    from reportedly.settings import desk_in

    options = adding.given(
        id=identity,
        name=name,
        home=home,
        feeds=feed,
        sitemaps=sitemap,
        pages=page,
        country=country,
        languages=language,
        owner=owner,
        folder=folder,
    )
    opened = desk_in(desk)
    with stoppable():
        for outlet, notes in adding.asked_for(opened, what or [], options, starter=starter, everything=everything):
            outlets.save(opened.outlets, outlet)
            _say(outlet, notes, opened.outlets)


def _say(outlet: "Outlet", notes: tuple[str, ...], folder: Path) -> None:
    print(f"wrote {folder / outlet.id}.toml")
    lines = [("name", outlet.name), ("home", outlet.home)]
    lines += [("feed", url) for url in outlet.feeds] + [("sitemap", url) for url in outlet.sitemaps]
    lines += [("page", url) for url in outlet.pages]
    lines += [("language", " ".join(outlet.languages) or "not known"), ("country", outlet.country or "not known")]
    for label, value in (*lines, *(("note", note) for note in notes)):
        print(f"  {label:9} {value}")
