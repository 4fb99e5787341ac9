"""``reportedly judge undo``: a decision taken back."""

from typing import Annotated

import typer

from reportedly.cli.judge.deciding import Note, Who, named, say
from reportedly.cli.opening import run_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import BadInput


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `judge list` prints it.")],
    who: Who = None,
    note: Note = None,
    desk: DeskOption = HERE,
) -> None:
    """Undo a decision; an undo can be undone too."""
    from reportedly import pipeline

    with run_on(desk) as run:
        made = {one.id: one for one in run.ledger.judgements()}
        if judgement not in made:
            raise BadInput(f"{judgement} is no decision of this desk: `reportedly judge list` shows them")
        undone = made[judgement]
        decided = pipeline.judge(run, named(who), "undo", undone.about, undoes=undone.id, note=note)
        say(decided)
