"""``reportedly exchange party``."""

from typing import Annotated

import typer

from reportedly.cli.exchange.at_hand import at_hand
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show

_Party = Annotated[str, typer.Argument(metavar="PARTY", help="Its name, or the beginning of its fingerprint.")]


def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the other desk is called.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="Its key, as its `exchange desk` shows it.")],
    desk: DeskOption = HERE,
) -> None:
    """Add another desk; compare the fingerprint with what its people read out to you."""
    from reportedly.errors import UsageError
    from reportedly.exchange.own import fingerprint_of
    from reportedly.records import Partner

    with at_hand(desk) as hand:
        fingerprint = fingerprint_of(key)
        if fingerprint == hand.own.desk:
            raise UsageError("this is the key of this very desk: ask the other for theirs")
        if not name.strip() or not name.isprintable():
            raise UsageError(f"{name!r} is no name of a desk")
        hand.ledger.partners.put(Partner(fingerprint, name, key, hand.now))
        print(f"{name} was added; ask them by another way whether their fingerprint is\n{fingerprint}")


def list_(desk: DeskOption = HERE) -> None:
    """List the other desks."""
    with at_hand(desk) as hand:
        lines = (f"{one.name} | {one.desk} | since {one.added:%Y-%m-%d}" for one in hand.ledger.partners.all())
        show(lines, "no other desk is known: `reportedly exchange party add` adds one")


def remove(party: _Party, desk: DeskOption = HERE) -> None:
    """Let another desk come in no more; what was given and got stays written down. End its pacts as well."""
    from msgspec.structs import replace

    with at_hand(desk) as hand:
        known = hand.ledger.partners.named(party)
        hand.ledger.partners.put(replace(known, removed=hand.now, token="", secret=""))
        print(f"{known.name} was removed; `reportedly exchange pact end` ends a pact with it")
