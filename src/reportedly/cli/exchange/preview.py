"""``reportedly exchange preview``."""

from reportedly.cli.exchange.at_hand import PactArgument, PartyOption, at_hand, receiver, stages
from reportedly.cli.options import HERE, DeskOption


def preview(pact: PactArgument, to: PartyOption = None, desk: DeskOption = HERE) -> None:
    """Say what a pact would share, and what it holds back and why; nothing leaves."""
    from reportedly.exchange import previewing

    with at_hand(desk) as hand:
        standing = hand.ledger.pacts.named(pact)
        found = previewing.previewed(hand.ledger, hand.own, standing, receiver(hand, pact, to), stages())
        for line in previewing.told(found):
            print(line)
