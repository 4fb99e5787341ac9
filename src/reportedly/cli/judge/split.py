"""``reportedly judge split``: an article that does not belong in its story."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import NoteOption, StoryId, Who, decide
from reportedly.cli.options import HERE, DeskOption


def split(
    story: StoryId,
    article: Annotated[str, typer.Argument(metavar="URL|ARTICLE", help="The article that does not belong in it.")],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Part an article, with its copies, from its story; all others stay."""
    decide(desk, "split", story, article, (who, note))
