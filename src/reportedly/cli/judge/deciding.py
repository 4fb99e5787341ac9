"""What the commands that decide share: who decides, why, and that it was filed."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import run_on
from reportedly.cli.who import user
from reportedly.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.pipeline import Decision
    from reportedly.records import Judgement

FollowUpId = Annotated[str, typer.Argument(metavar="FOLLOWUP", help="Its id, as `followups --format jsonl` prints it.")]
Who = Annotated[str | None, typer.Option(help="Who decides; the user's name where none is given.")]
Note = Annotated[str | None, typer.Option(help="Why.")]


def decide(
    desk: "Path", kind: "Decision", followup: str, article: str | None, said: tuple[str | None, str | None]
) -> None:
    """File a decision on a follow-up and print its id; ``said`` holds who decides and why.

    Raises ``BadInput`` where the desk has no such follow-up, or it does not rest on ``article``.
    """
    from reportedly import pipeline

    with run_on(desk) as run:
        known = run.ledger.followup(followup)
        if known is None:
            raise BadInput(f"{followup} is no follow-up of this desk: `reportedly followups --format jsonl` shows them")
        proofs = (*known.supports, *(proof for change in known.history for proof in change.evidence))
        if article is not None and article not in {proof.article_url for proof in proofs}:
            raise BadInput(f"{followup} does not rest on {article}, so there is nothing to part")
        say(pipeline.judge(run, named(said[0]), kind, followup, value=article, note=said[1]))


def named(who: str | None) -> str:
    """The name given, or the user's; raises ``BadInput`` where there is neither."""
    found = who or user()
    if not found:
        raise BadInput("a decision needs the name of who decides: give it with --who")
    return found


def say(decided: "Judgement") -> None:
    """Print that it was filed, and what takes it back."""
    print(f"{decided.id}: decided, and all matched anew; `reportedly judge undo {decided.id}` takes it back")
