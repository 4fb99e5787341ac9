"""``reportedly users sessions``: where somebody is signed in."""

from typing import Annotated

import typer

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.users.keeping import PersonId, roster_of


def sessions(
    person: PersonId,
    end: Annotated[bool, typer.Option("--end", help="End them all.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """List where somebody is signed in: since when, last seen, address and browser, with tabs between."""
    with roster_of(desk) as roster:
        account = roster.known(person)
        if end:
            print(f"{person}: {roster.end_sessions(person)} ended")
            return
        for one in roster.ledger.sessions.of(account.id):
            print(f"{one.began:%Y-%m-%d %H:%M}", f"{one.seen:%Y-%m-%d %H:%M}", one.address, one.browser, sep="\t")
