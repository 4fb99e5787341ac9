"""``reportedly ledger restore``: what was set aside, or is broken, read again."""

import sys
from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption, SinceOption, UntilOption
from reportedly.clock import day_of
from reportedly.errors import BrokenDown, UsageError

FaultyOption = Annotated[
    bool, typer.Option("--faulty", help="Instead, articles whose rows are not what was filed of them.")
]
ProcessesOption = Annotated[int | None, typer.Option(help="Worker processes for reading (default: the setting).")]


def restore(
    since: SinceOption = None,
    until: UntilOption = None,
    faulty: FaultyOption = False,
    processes: ProcessesOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Read the articles of these days again whose readings were set aside (without days: all of them)."""
    from reportedly.account.wording import counted
    from reportedly.upkeep import slimming

    if faulty and (since or until):
        raise UsageError("--faulty reads all faulty articles again: leave --since and --until out")
    with session_on(desk, processes=processes) as session:
        days = day_of(since), day_of(until)
        done = slimming.mend(session) if faulty else slimming.restore(session, *days)
    print(f"{counted(done.readings, 'reading')} {'read anew' if faulty else 'brought back'}")
    if done.differing:
        about = f"{counted(done.differing, 'page')} read otherwise than before"
        print(f"reportedly: {about}: `reportedly run` relates them", file=sys.stderr)
    if done.failed:
        raise BrokenDown(f"{counted(done.failed, 'article')} could not be read: `reportedly outcomes` says why")
