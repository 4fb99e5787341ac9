"""``reportedly run``: all that is due."""

import sys
from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import say_counts, say_failing, say_unread


def run(
    processes: Annotated[
        int | None, typer.Option(help="Worker processes that extract and read (default: the setting).")
    ] = None,
    timings: Annotated[bool, typer.Option("--timings", help="Say what each step took.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """Do everything that is due: fetch, archive, extract, read, group stories, follow up, file, ask partners."""
    from reportedly import pipeline
    from reportedly.cli.exchange.network import ask_partners
    from reportedly.export import timings as told

    with session_on(desk, processes=processes) as session:
        began = session.desk.now()
        pipeline.everything(session)
        ask_partners(session)
        say_counts(session.ledger)
        say_failing(session.desk, session.ledger)
        say_unread(session.ledger, began)
        if timings:
            print(told.table(session.spent), file=sys.stderr)
