"""``reportedly exchange desk``."""

from reportedly.cli.exchange.at_hand import at_hand
from reportedly.cli.options import HERE, DeskOption


def desk(desk: DeskOption = HERE) -> None:
    """Say who this desk is to others: what a partner types to add it, and the fingerprint to be read out to them."""
    with at_hand(desk) as hand:
        print(f"name         {hand.own.name}")
        print(f"key          {hand.own.key}")
        print(f"fingerprint  {hand.own.desk}")
        people = [f'--liaison "{one.name}={one.contact}"' for one in hand.ledger.partners.own_liaisons()]
        typed = " ".join([f'reportedly exchange party add "{hand.own.name}" {hand.own.key}', *people])
        print(f"\na partner types: {typed}")
