"""``reportedly outlets import``: outlets from OPML."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import BadInput


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE.opml", help="A list from a feed reader; - is stdin.")],
    desk: DeskOption = HERE,
) -> None:
    """Add the outlets of an OPML file, in their folders; an outlet of the same ID is replaced."""
    from reportedly import outlets
    from reportedly.settings import desk_in

    opened = desk_in(desk)
    path = Path(file)
    if file != "-" and not path.is_file():
        raise BadInput(f"{file} is not a file: wanted the OPML that a feed reader exports")
    listed = outlets.opml.read(sys.stdin.buffer.read() if file == "-" else path.read_bytes())
    for outlet in listed:
        outlets.save(opened.outlets, outlet)
    print(f"{len(listed):,} outlets in {opened.outlets}")
