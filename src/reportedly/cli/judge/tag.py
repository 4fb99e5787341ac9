"""``reportedly judge tag``: the desk's own words for things."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import About, NoteOption, Who, decide
from reportedly.cli.options import HERE, DeskOption


def tag(
    about: About,
    word: Annotated[str, typer.Argument(metavar="WORD", help="The tag: a word or a few.")],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Tag it with a word of the desk's own; undone, the tag is taken off."""
    decide(desk, "tag", about, word, (who, note))
