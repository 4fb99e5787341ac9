"""``reportedly judge mark``: who may be told of it, by the Traffic Light Protocol."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import About, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def mark(
    about: About,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="CLEAR, GREEN, AMBER, AMBER+STRICT or RED.")],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Mark it by TLP 2.0; the mark given last counts."""
    decide(desk, "mark", about, label, (who, note))
