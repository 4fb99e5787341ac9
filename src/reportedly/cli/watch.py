"""``reportedly watch``: feeds polled and new pages archived."""

from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import say_counts, say_failing


def watch(
    once: Annotated[bool, typer.Option("--once", help="Poll what is due, archive the new pages, and end.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """Poll the outlets' feeds and archive what is new; without --once go on doing all that is due until stopped."""
    from reportedly import pipeline
    from reportedly.cli.exchange.network import ask_partners

    with session_on(desk) as session:
        if once:
            pipeline.watch(session)
        else:
            pipeline.keep_watching(session, besides=lambda: ask_partners(session))
        say_counts(session.ledger)
        say_failing(session.desk, session.ledger)
