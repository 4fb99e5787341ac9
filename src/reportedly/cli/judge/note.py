"""``reportedly judge note``: words beside a thing."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import About, Who, decide
from reportedly.cli.options import HERE, DeskOption


def note(
    about: About,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The note.")],
    who: Who = None,
    desk: DeskOption = HERE,
) -> None:
    """Put a note beside it, with its author."""
    decide(desk, "note", about, None, (who, words))
