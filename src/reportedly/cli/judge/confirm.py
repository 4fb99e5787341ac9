"""``reportedly judge confirm``: a person looked, and it is so."""

from reportedly.cli.judge.deciding import About, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def confirm(about: About, who: Who = None, note: NoteOption = None, desk: DeskOption = HERE) -> None:
    """Put down that a person looked at it, and it is so."""
    decide(desk, "confirm", about, None, (who, note))
