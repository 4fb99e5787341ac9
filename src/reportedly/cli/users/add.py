"""``reportedly users add``: somebody let in."""

from typing import Annotated

import typer

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.users.keeping import PersonId, asked_password, roster_of


def add(
    person: PersonId,
    name: Annotated[
        str, typer.Option(help="What stands beside what they decide.", show_default="what they sign in with")
    ] = "",
    role: Annotated[str, typer.Option(help="reader, editor or admin.")] = "reader",
    desk: DeskOption = HERE,
) -> None:
    """Let somebody in; their password is asked for twice, or read from stdin."""
    from reportedly.people.roster import checked

    wanted = checked(role)
    with roster_of(desk) as roster:
        roster.check_free(person)
        added = roster.add(person, name, wanted, asked_password(person))
    print(f"{added.id}: may come in as {added.role}, under the name {added.name}")
