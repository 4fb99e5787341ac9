"""Opening a desk for a command: its ledger and archive, bars on the terminal, and a quiet end on Ctrl-C."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import TaskID

    from reportedly.ledger import Ledger
    from reportedly.pipeline import Progress, Session
    from reportedly.settings import Desk

STOPPED = 130  # as shells say of a program ended by Ctrl-C


@contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C end a command with a sentence instead of a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        print("reportedly: stopped; what was filed is kept, the same command goes on from there", file=sys.stderr)
        sys.exit(STOPPED)


@contextmanager
def progress() -> Iterator["Progress"]:
    """Bars on stderr for what takes time; nothing where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.update(tasks[stage], completed=done, total=total)

        yield report


@contextmanager
def session_on(folder: Path, *, today: date | None = None, processes: int | None = None) -> Iterator["Session"]:
    """A session on the desk in ``folder``, with progress bars."""
    from reportedly.archive import Archive, place_of
    from reportedly.ledger import open_ledger
    from reportedly.pipeline import Session
    from reportedly.settings import desk_in

    desk = desk_in(folder).but(today=today, processes=processes)
    with (
        stoppable(),
        open_ledger(desk.ledger_url, desk.clock()) as ledger,
        progress() as report,
        Archive(place_of(desk), seen=ledger.captures.first_with) as archive,
    ):
        yield Session(desk, ledger, archive, report, say=said)


def said(words: str) -> None:
    """A line on stderr, also where nobody looks at bars."""
    print(f"reportedly: {words}", file=sys.stderr, flush=True)


@contextmanager
def ledger_of(folder: Path) -> Iterator[tuple["Desk", "Ledger"]]:
    """The desk in ``folder`` and its ledger, to look at."""
    from reportedly.ledger import open_ledger
    from reportedly.settings import desk_in

    desk = desk_in(folder)
    with stoppable(), open_ledger(desk.ledger_url, desk.clock()) as ledger:
        yield desk, ledger
