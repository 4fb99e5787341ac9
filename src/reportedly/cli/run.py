"""``reportedly run``: all that is due."""

from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import say_counts, say_failing


def run(
    processes: Annotated[int | None, typer.Option(help="Worker processes for reading (default: the setting).")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Do everything that is due: fetch, archive, extract, read, group stories, follow up, file."""
    from reportedly import pipeline

    with session_on(desk, processes=processes) as session:
        pipeline.everything(session)
        say_counts(session.ledger)
        say_failing(session.desk, session.ledger)
