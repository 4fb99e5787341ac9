"""``reportedly sample``: a desk on the invented world."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of, session_on
from reportedly.cli.showing import say_counts

SAMPLE = Path("sample-desk")


def sample(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make the sample desk.")] = SAMPLE,
) -> None:
    """Make a desk on the built-in sample world and play its three weeks through every stage."""
    from reportedly import pipeline
    from reportedly.sample.play import DAYS, play

    def live(day: date) -> None:
        with session_on(folder, today=day) as session:
            pipeline.everything(session)
            print(f"{day}: {session.ledger.count('articles')} articles so far")

    play(folder, DAYS, live)
    with ledger_of(folder) as (_, ledger):
        say_counts(ledger)
    print(f"next: reportedly serve --desk {folder}")
