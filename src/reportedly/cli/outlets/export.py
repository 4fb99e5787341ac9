"""``reportedly outlets export``: outlets as OPML."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import UsageError


def export(
    file: Annotated[str, typer.Argument(metavar="[FILE.opml]", help="Where to; - is stdout.")] = "-",
    desk: DeskOption = HERE,
) -> None:
    """Write the outlets as OPML, which feed readers understand."""
    from reportedly import outlets
    from reportedly.settings import desk_in, writable

    known = outlets.load(desk_in(desk).outlets)
    if not known:
        raise UsageError("the desk watches no outlet: `reportedly outlets add` adds one")
    data = outlets.opml.write(known)
    if file == "-":
        sys.stdout.write(data.decode() + "\n")
    else:
        with writable(Path(file)):
            Path(file).write_bytes(data)
        print(f"wrote {len(known):,} outlets to {file}")
