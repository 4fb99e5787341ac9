"""``reportedly init``: a desk made in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import HERE


def init(folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make it.")] = HERE) -> None:
    """Make a desk: a folder with settings, outlets, a ledger and an archive."""
    from reportedly.archive import Archive, place_of
    from reportedly.ledger import open_ledger
    from reportedly.settings import init_desk

    desk = init_desk(folder)
    with open_ledger(desk.ledger_url):
        print(f"made a desk in {desk.folder.resolve()}")
    if desk.in_bucket:
        Archive(place_of(desk)).check()
        print(f"its archive stands in {place_of(desk)}; files can be put there and are not written over")
    print("next: add an outlet with `reportedly outlets add`, or articles with `reportedly import FILE.jsonl`")
