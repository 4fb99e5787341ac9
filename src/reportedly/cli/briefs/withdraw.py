"""``reportedly briefs withdraw``: an issued brief that must not be used any longer."""

from typing import Annotated

import typer

from reportedly.cli.briefs.desk import By, Number, copydesk_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user


def withdraw(
    number: Number,
    reason: Annotated[str, typer.Option(help="Why: whoever opens it is told.")],
    who: By = None,
    desk: DeskOption = HERE,
) -> None:
    """Withdraw an issued brief for good; its address and all its files then hold the notice alone."""
    with copydesk_on(desk) as copydesk:
        made = copydesk.withdraw(number, who or user(), reason)
    print(f"brief {made.number} was withdrawn by {made.who}: {made.reason}")
