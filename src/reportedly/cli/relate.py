"""``reportedly relate``: what is new brought together with what there is."""

from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption


def relate(
    anew: Annotated[
        bool, typer.Option("--anew", help="Go through all articles again, not only what is new: changes nothing.")
    ] = False,
    desk: DeskOption = HERE,
) -> None:
    """Bring stories and follow-ups up to date with what was read; `run` does so by itself."""
    from reportedly import pipeline
    from reportedly.account.wording import counted

    with session_on(desk) as session:
        due = len(session.ledger.unrelated.all())
        differing = pipeline.relate(session, anew=anew)
        print(f"{counted(due, 'page')} related, {counted(differing, 'story', 'stories')} told anew")
