"""``reportedly exchange liaison``."""

from typing import Annotated

import typer

from reportedly.cli.exchange.at_hand import at_hand, moment
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show

_Name = Annotated[str, typer.Argument(metavar="NAME", help="The person's name.")]


def name(
    name: _Name,
    contact: Annotated[str, typer.Argument(metavar="CONTACT", help="An address of mail, or a telephone number.")],
    role: Annotated[str, typer.Option("--role", help="What they are.")] = "liaison",
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to which day.")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Name somebody who speaks for this desk; they stand in the pacts that are drafted from now on."""
    from reportedly.records import Liaison

    with at_hand(desk) as hand:
        hand.ledger.partners.name_liaison(Liaison(name, contact, role, hand.now, moment(until)))
        print(f"{name} speaks for {hand.own.name}{f' until {until}' if until else ''}")


def list_(desk: DeskOption = HERE) -> None:
    """List who speaks for this desk."""
    with at_hand(desk) as hand:
        lines = (
            f"{one.name} | {one.role} | {one.contact}{f' | until {one.until:%Y-%m-%d}' if one.until else ''}"
            f"{'' if one.serves(hand.now) else ' | over'}"
            for one in hand.ledger.partners.own_liaisons()
        )
        show(lines, "nobody was named: `reportedly exchange liaison name` names somebody")


def release(name: _Name, desk: DeskOption = HERE) -> None:
    """Let somebody speak for this desk no more."""
    from reportedly.errors import NotInLedger

    with at_hand(desk) as hand:
        if not hand.ledger.partners.release_liaison(name):
            raise NotInLedger(
                f"{name!r} does not speak for this desk: `reportedly exchange liaison list` shows who does"
            )
        print(f"{name} speaks for {hand.own.name} no more")
