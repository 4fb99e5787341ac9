"""``reportedly exchange log``."""

from typing import Annotated

import typer

from reportedly.cli.exchange.at_hand import at_hand
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show


def log(
    party: Annotated[str | None, typer.Argument(metavar="PARTY", help="Only with this one.")] = None,
    reports: Annotated[bool, typer.Option("--reports", help="Each version that was given, one a line.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="How many lines.", min=1)] = 50,
    desk: DeskOption = HERE,
) -> None:
    """List what went and came, the latest first."""
    with at_hand(desk) as hand:
        whom = hand.ledger.partners.named(party).desk if party else None
        names = {one.desk: one.name for one in hand.ledger.partners.all()}
        if reports:
            served = hand.ledger.offers.served(whom, limit=limit)
            show(
                (
                    f"{one.at:%Y-%m-%d %H:%M} | {names.get(one.receiver, one.receiver[:16])} | {one.pact} | "
                    f"{one.way} | {one.id} | {one.modified:%Y-%m-%dT%H:%M:%S}"
                    for one in served
                ),
                "nothing was given",
            )
            return
        lines = (
            f"{one.at:%Y-%m-%d %H:%M} | {one.direction} | {names.get(one.partner, one.partner[:16])} | {one.pact} | "
            f"{one.way} | {one.many:,}{f' | {one.failed}' if one.failed else ''}"
            for one in hand.ledger.partners.transfers(whom, limit=limit)
        )
        show(lines, "nothing was given or taken")
