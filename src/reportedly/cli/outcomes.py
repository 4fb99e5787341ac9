"""``reportedly outcomes``: how attempts ended."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption


def outcomes(
    limit: Annotated[int, typer.Option(help="How many to show, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """Show how the last attempts to fetch or use something ended, in plain words."""
    with ledger_of(desk) as (_, ledger):
        for outcome in ledger.outcomes.last(limit):
            print(f"{outcome.at:%Y-%m-%d %H:%M}  {outcome.state:<14}  {outcome.url}  {outcome.message}")
