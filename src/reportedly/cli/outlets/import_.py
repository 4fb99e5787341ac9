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
    """Add the outlets of an OPML file or a plain list of addresses, in their folders; one of the same ID is replaced.

    What is passed over is told on stderr.
    """
    from reportedly import outlets
    from reportedly.account.wording import counted
    from reportedly.settings import desk_in

    opened = desk_in(desk)
    path = Path(file)
    if file != "-" and not path.is_file():
        raise BadInput(f"{file} is not a file: wanted the OPML that a feed reader exports")
    listed = outlets.opml.listing(sys.stdin.buffer.read() if file == "-" else path.read_bytes())
    for outlet in listed.outlets:
        outlets.save(opened.outlets, outlet)
    print(f"{counted(len(listed.outlets), 'outlet')} in {opened.outlets}")
    for passed in listed.passed_over:
        first = f"the first: {passed.first}" if passed.many > 1 else passed.first
        print(f"reportedly: passed over {counted(passed.many, 'outline')} {passed.why} ({first})", file=sys.stderr)
