"""``reportedly outlets``: which outlets the desk watches, what they announce, and how that goes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.app import app
from reportedly.cli.opening import ledger_of, stoppable
from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.errors import BadInput, Unreachable, UsageError

if TYPE_CHECKING:
    from reportedly.records import Outlet

outlets_app = typer.Typer(help="The outlets that the desk watches.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(outlets_app, name="outlets")

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Only these; all where none is named.")]


@outlets_app.command("list")
def outlets_list(desk: DeskOption = HERE) -> None:
    """List the outlets that the desk watches."""
    from reportedly import outlets
    from reportedly.settings import open_desk

    for outlet in outlets.load(open_desk(desk).outlets):
        print(f"{outlet.id}\t{outlet.name}\t{outlet.home}\t{len(outlet.watched)} watched")


@outlets_app.command("add")
def outlets_add(
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
    from reportedly.cli.adding import as_given, chosen, found_at
    from reportedly.settings import open_desk

    given: dict[str, object] = {"id": identity, "name": name, "home": home, "country": country, "owner": owner}
    lists = {"feeds": feed, "sitemaps": sitemap, "pages": page, "languages": language}
    given |= {"folder": folder, **{key: tuple(value) for key, value in lists.items() if value}}
    given = {key: value for key, value in given.items() if value is not None}
    opened = open_desk(desk)
    with stoppable():
        if starter or everything:
            made = chosen(what or [], everything=everything)
        elif home and what and len(what) == 1 and "://" not in what[0]:
            made = iter([(as_given(what[0], given), ())])
        else:
            made = found_at(opened, what or [], given)
        for outlet, notes in made:
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


@outlets_app.command("starter")
def outlets_starter() -> None:
    """List outlets to start from: Iran, Pakistan, Afghanistan, the Gulf, and the agencies of the world."""
    from reportedly import outlets

    for outlet in outlets.starter():
        print(f"{outlet.folder}\t{outlet.id}\t{outlet.name}\t{outlet.home}\t{' '.join(outlet.languages)}")


@outlets_app.command("check")
def outlets_check(identities: Ids = None, desk: DeskOption = HERE) -> None:
    """Try every feed, sitemap and link page now, and say in plain words what is wrong with it."""
    from reportedly import gather
    from reportedly.cli.adding import named
    from reportedly.settings import open_desk

    opened = open_desk(desk)
    wrong = tried = 0
    with stoppable():
        for one in gather.check(opened, named(opened, identities or [])):
            tried, wrong = tried + 1, wrong + (not one.well)
            print(f"{'well ' if one.well else 'WRONG'}  {one.outlet}  {one.url}\n       {one.words}")
    if wrong:
        raise Unreachable(f"{wrong:,} of {tried:,} addresses cannot be watched as they are")


@outlets_app.command("health")
def outlets_health(form: FormatOption = As.text, desk: DeskOption = HERE) -> None:
    """Show how watching each outlet goes: last success, last error, articles a day, silent for how long."""
    from reportedly import outlets
    from reportedly.export import health

    with ledger_of(desk) as (opened, ledger):
        ledger.put_outlets(outlets.load(opened.outlets))
        known = ledger.outlets_health(opened.now())
        for line in health.jsonl(known) if form is As.jsonl else health.text(known):
            print(line)


@outlets_app.command("import")
def outlets_import(
    file: Annotated[str, typer.Argument(metavar="FILE.opml", help="A list from a feed reader; - is stdin.")],
    desk: DeskOption = HERE,
) -> None:
    """Add the outlets of an OPML file, in their folders; an outlet of the same ID is replaced."""
    from reportedly import outlets
    from reportedly.settings import open_desk

    opened = open_desk(desk)
    path = Path(file)
    if file != "-" and not path.is_file():
        raise BadInput(f"{file} is not a file: wanted the OPML that a feed reader exports")
    found = outlets.opml.read(sys.stdin.buffer.read() if file == "-" else path.read_bytes())
    for outlet in found:
        outlets.save(opened.outlets, outlet)
    print(f"{len(found):,} outlets in {opened.outlets}")


@outlets_app.command("export")
def outlets_export(
    file: Annotated[str, typer.Argument(metavar="[FILE.opml]", help="Where to; - is stdout.")] = "-",
    desk: DeskOption = HERE,
) -> None:
    """Write the outlets as OPML, which feed readers understand."""
    from reportedly import outlets
    from reportedly.settings import open_desk

    known = outlets.load(open_desk(desk).outlets)
    if not known:
        raise UsageError("the desk watches no outlet: `reportedly outlets add` adds one")
    data = outlets.opml.write(known)
    if file == "-":
        sys.stdout.write(data.decode() + "\n")
    else:
        Path(file).write_bytes(data)
        print(f"wrote {len(known):,} outlets to {file}")
