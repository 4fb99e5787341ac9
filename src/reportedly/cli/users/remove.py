"""``reportedly users remove``: somebody let in no more."""

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.users.keeping import PersonId, roster_of


def remove(person: PersonId, desk: DeskOption = HERE) -> None:
    """Let somebody in no more; what they did keeps their name."""
    with roster_of(desk) as roster:
        roster.remove(person)
        left = roster.ledger.people.any()
    print(f"{person}: may not come in any more")
    if not left:
        print("the desk has no accounts now: whoever sits at this machine may do everything, and nobody else comes in")
