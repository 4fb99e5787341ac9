"""``reportedly judge undo``: a decision taken back."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import NoteOption, Who, say
from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `judge list` prints it.")],
    who: Who = None,
    note: NoteOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Undo a decision; an undo can be undone too."""
    from reportedly import pipeline

    with session_on(desk) as session:
        undone = session.ledger.judgements.get(judgement)
        about = undone.about if undone else "anything"
        say(pipeline.judge(session, who or user(), "undo", about, undoes=judgement, note=note))
