"""``reportedly exchange status``."""

from reportedly.cli.exchange.at_hand import at_hand
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show


def status(desk: DeskOption = HERE) -> None:
    """Say how it stands with every partner: given, got, owed, failed since when, ending soon."""
    from reportedly.exchange.standing import lines_of, standings

    with at_hand(desk) as hand:
        lines = (line for one in standings(hand.ledger, hand.own.desk, hand.now) for line in lines_of(one, hand.now))
        show(lines, "no pact is filed: `reportedly exchange pact draft` drafts one")
