"""``reportedly users role``: another role."""

from typing import Annotated

import typer

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.users.keeping import PersonId, roster_of


def role(
    person: PersonId,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, editor or admin.")],
    desk: DeskOption = HERE,
) -> None:
    """Give somebody another role, from their next page on."""
    from reportedly.people.roster import checked

    with roster_of(desk) as roster:
        roster.set_role(person, checked(role))
    print(f"{person}: {role} from now on")
