"""``reportedly exchange status``."""

from reportedly.cli.exchange.at_hand import at_hand
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show


def status(desk: DeskOption = HERE) -> None:
    """Say how it stands with every partner: given, got, owed, failed since when, ending soon."""
    from reportedly.account.exchange import standings
    from reportedly.export.partners import lines

    with at_hand(desk) as hand:
        every = standings(hand.ledger, hand.own.desk, hand.now)
        told = (line for one in every for line in lines(one, hand.now))
        show(told, "no pact is filed: `reportedly exchange pact draft` drafts one")
