"""``reportedly searches``: the searches that are kept, and how much of each is unread."""

from typing import Annotated

import typer

from reportedly.cli.app import group
from reportedly.cli.narrowing import NOTHING, Given, narrowing
from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show
from reportedly.records import LOCAL

PersonOption = Annotated[
    str, typer.Option("--person", metavar="ID", help="Whose searches, by the name they sign in with.")
]
_SearchArgument = Annotated[str, typer.Argument(metavar="SEARCH", help="Its id, as `searches list` shows it.")]


def list_(person: PersonOption = LOCAL, desk: DeskOption = HERE) -> None:
    """List the searches that a person sees, with what is unread of each."""
    from reportedly.export import table

    with ledger_of(desk) as (_, ledger):
        own = ledger.searches.all(person)
        unread = ledger.searches.unread(person, [one.id for one in own])
        rows = [(one.id, one.name, one.words, unread[one.id].many, unread[one.id].more) for one in own]
        show(table.searches(rows), "no search is kept: `reportedly searches add` keeps one")


@narrowing
def add(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS...", help="Words, as `reportedly search` takes them.")
    ] = None,
    name: Annotated[str, typer.Option("--name", help="What it is to be called; its words where nothing is said.")] = "",
    shared: Annotated[bool, typer.Option("--shared", help="For everybody at the desk.")] = False,
    given: Given = NOTHING,
    person: PersonOption = LOCAL,
    desk: DeskOption = HERE,
) -> None:
    """Keep a search: each article that is filed from now on is held against it."""
    from reportedly.account.narrowing import narrowed

    typed = " ".join(words or ())
    with ledger_of(desk) as (opened, ledger):
        filters = narrowed(ledger, **given)
        named = name or typed or "Search"
        kept = ledger.searches.save(named, typed, filters, owner=person, at=opened.now(), shared=shared)
        reached = "" if kept.whole else f", back to {kept.reached or 'articles of no known day'}"
        matches = len(ledger.searches.matches(kept.id, person, limit=2_000))
        print(f"{kept.id} {kept.name}: {matches:,} articles match already{reached}")


def remove(search: _SearchArgument, desk: DeskOption = HERE) -> None:
    """Take a search away; once more brings it back."""
    with ledger_of(desk) as (opened, ledger):
        kept = ledger.searches.get(search)
        if kept.removed:
            ledger.searches.restore(search)
            print(f"{kept.name} is kept again")
        else:
            ledger.searches.remove(search, opened.now())
            print(f"{kept.name} was taken away; the same command brings it back")


commands = group("Searches that are kept.", {"list": list_, "add": add, "remove": remove})
