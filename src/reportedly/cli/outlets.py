"""``reportedly outlets``: which outlets the desk watches."""

from typing import Annotated

import typer

from reportedly.cli.app import app
from reportedly.cli.options import HERE, DeskOption

outlets_app = typer.Typer(help="The outlets that the desk watches.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(outlets_app, name="outlets")


@outlets_app.command("list")
def outlets_list(desk: DeskOption = HERE) -> None:
    """List the outlets that the desk watches."""
    from reportedly import outlets
    from reportedly.settings import open_desk

    for outlet in outlets.load(open_desk(desk).outlets):
        print(f"{outlet.id}\t{outlet.name}\t{outlet.home}\t{len(outlet.feeds)} feeds")


@outlets_app.command("add")
def outlets_add(
    identity: Annotated[str, typer.Argument(metavar="ID", help="A short name for files: letters, digits, hyphens.")],
    name: Annotated[str, typer.Option(help="The outlet's name.")],
    home: Annotated[str, typer.Option(help="The address of its home page.")],
    feed: Annotated[list[str], typer.Option(help="A feed's address; give it again for more.")],
    country: Annotated[str | None, typer.Option(help="ISO code of its country, such as PK.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="ISO code of a language it writes in.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who owns it: outlets of one owner count as one voice.")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Add an outlet by its feeds, or replace the one of the same ID."""
    from reportedly import outlets
    from reportedly.records import Outlet
    from reportedly.settings import open_desk

    folder = open_desk(desk).outlets
    languages = tuple(language or ())
    outlets.save(folder, Outlet(identity, name, home, tuple(feed), country, languages, owner))
    print(f"wrote {folder / identity}.toml")
