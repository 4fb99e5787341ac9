"""``reportedly judge withdraw``: what is no expectation left out."""

from reportedly.cli.judge.deciding import FollowUpId, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def withdraw(followup: FollowUpId, who: Who = None, note: NoteOption = None, desk: DeskOption = HERE) -> None:
    """Leave out what is no expectation at all."""
    decide(desk, "withdraw", followup, None, (who, note))
