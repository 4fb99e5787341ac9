"""``reportedly judge merge``: two stories that are one."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import NoteOption, StoryId, Who, decide
from reportedly.cli.options import HERE, DeskOption


def merge(
    story: StoryId,
    other: Annotated[str, typer.Argument(metavar="STORY", help="The story that is one with it.")],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Join two stories, with all that comes to either of them later."""
    decide(desk, "merge", story, other, (who, note))
