"""``reportedly judge withdraw``: what is none left out, an article set aside."""

from reportedly.cli.judge.deciding import About, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def withdraw(about: About, who: Who = None, note: NoteOption = None, desk: DeskOption = HERE) -> None:
    """Leave out what is no statement, event or expectation at all; set an article aside, saying why."""
    decide(desk, "withdraw", about, None, (who, note))
