"""``reportedly users list``: who may come in."""

from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.users.keeping import roster_of


def list_(desk: DeskOption = HERE) -> None:
    """List who may come in: what they sign in with, role, name, browsers signed in, tokens, with tabs between."""
    with roster_of(desk) as roster:
        ledger = roster.ledger
        for one in ledger.people.all():
            browsers, tokens = len(ledger.sessions.of(one.id)), len(ledger.tokens.of(one.id))
            print(one.id, one.role, one.name, browsers, tokens, sep="\t")
