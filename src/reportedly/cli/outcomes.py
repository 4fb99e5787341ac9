"""``reportedly outcomes``: how attempts ended."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show

if TYPE_CHECKING:
    from reportedly.records import Outcome


def outcomes(
    limit: Annotated[int, typer.Option(help="How many to show, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """Show how the last attempts to fetch or use something ended, in plain words."""
    with ledger_of(desk) as (_, ledger):
        show((_line(outcome) for outcome in ledger.outcomes.last(limit)), "nothing was fetched or imported yet")


def _line(outcome: "Outcome") -> str:
    return f"{outcome.at:%Y-%m-%d %H:%M}  {outcome.state:<14}  {outcome.url}  {outcome.message}"
