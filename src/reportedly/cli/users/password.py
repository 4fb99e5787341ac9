"""``reportedly users password``: another password."""

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.users.keeping import PersonId, asked_password, roster_of


def password(person: PersonId, desk: DeskOption = HERE) -> None:
    """Give somebody another password, asked for twice or read from stdin; they are signed out everywhere."""
    with roster_of(desk) as roster:
        roster.known(person)
        roster.set_password(person, asked_password(person))
    print(f"{person}: the new password counts, and every browser of theirs is signed out")
