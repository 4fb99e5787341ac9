"""``reportedly outlets check``: every address tried now."""

from typing import Annotated

import typer

from reportedly.cli.opening import stoppable
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import Unreachable


def check(
    identities: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Only these; all where none is named.")
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """Try every feed, sitemap and link page now, and say in plain words what is wrong with it."""
    from reportedly import gather
    from reportedly.cli.outlets.adding import named
    from reportedly.settings import desk_in

    opened = desk_in(desk)
    wrong = tried = 0
    with stoppable():
        for trial in gather.check(opened, named(opened, identities or [])):
            tried, wrong = tried + 1, wrong + (not trial.well)
            print(f"{'well ' if trial.well else 'WRONG'}  {trial.outlet}  {trial.url}\n       {trial.words}")
    if wrong:
        raise Unreachable(f"{wrong:,} of {tried:,} addresses cannot be watched as they are")
