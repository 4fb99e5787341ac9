"""``reportedly judge wrong``: a match undone."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import FollowUpId, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def wrong(
    followup: FollowUpId,
    article: Annotated[str, typer.Argument(metavar="URL", help="The article that is not about it.")],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Undo a wrong match: the article neither announces this expectation nor tells what became of it."""
    decide(desk, "split", followup, article, (who, note))
