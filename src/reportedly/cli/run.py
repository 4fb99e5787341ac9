"""``reportedly run``: all that is due."""

from typing import Annotated

import typer

from reportedly.cli.opening import run_on, say_counts
from reportedly.cli.options import HERE, DeskOption


def run(
    processes: Annotated[int | None, typer.Option(help="Worker processes for reading (default: the setting).")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Do everything that is due: fetch, archive, extract, read, group stories, follow up, file."""
    from reportedly import pipeline

    with run_on(desk, processes=processes) as run:
        pipeline.everything(run)
        say_counts(run.ledger)
