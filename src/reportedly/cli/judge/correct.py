"""``reportedly judge correct``: what was filed told otherwise."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import About, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def correct(
    about: About,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD=NEW",
            help="certainty, source, kind, polarity or mode of a statement; root of an event; window or state of an "
            "expectation; title of a story.",
        ),
    ],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Correct what was filed: it is told so everywhere, with what was filed beside it."""
    decide(desk, "correct", about, field, (who, note))
