"""``reportedly judge``: a person's decisions about what the desk matched, each a row, each can be undone."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.app import app
from reportedly.cli.opening import ledger_of, run_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user
from reportedly.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.pipeline import Decision
    from reportedly.records import Judgement

judge_app = typer.Typer(
    help="Decide about what the desk matched; every decision can be undone.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(judge_app, name="judge")

FollowUpId = Annotated[str, typer.Argument(metavar="FOLLOWUP", help="Its id, as `followups --format jsonl` prints it.")]
Who = Annotated[str | None, typer.Option(help="Who decides; the user's name where none is given.")]
Note = Annotated[str | None, typer.Option(help="Why.")]


@judge_app.command("wrong")
def judge_wrong(
    followup: FollowUpId,
    article: Annotated[str, typer.Argument(metavar="URL", help="The article that is not about it.")],
    who: Who = None,
    note: Note = None,
    desk: DeskOption = HERE,
) -> None:
    """Undo a wrong match: the article neither announces this expectation nor tells what became of it."""
    _decide(desk, "split", followup, article, (who, note))


@judge_app.command("withdraw")
def judge_withdraw(followup: FollowUpId, who: Who = None, note: Note = None, desk: DeskOption = HERE) -> None:
    """Leave out what is no expectation at all."""
    _decide(desk, "withdraw", followup, None, (who, note))


@judge_app.command("undo")
def judge_undo(
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
        decided = pipeline.judge(run, _by(who), "undo", undone.about, undoes=undone.id, note=note)
        _say(decided)


@judge_app.command("list")
def judge_list(desk: DeskOption = HERE) -> None:
    """List all decisions in the order they were made; those in force are marked with a star."""
    with ledger_of(desk) as (_, ledger):
        in_force = {one.id for one in ledger.judgements(standing=True)}
        for one in ledger.judgements():
            what = one.undoes if one.kind == "undo" else f"{one.about} {one.value or ''}".rstrip()
            mark = "*" if one.id in in_force else " "
            print(f"{mark} {one.id} {one.at:%Y-%m-%d %H:%M} {one.who}: {one.kind} {what}" + _noted(one))


def _decide(
    desk: "Path", kind: "Decision", followup: str, article: str | None, said: tuple[str | None, str | None]
) -> None:
    from reportedly import pipeline

    with run_on(desk) as run:
        known = run.ledger.followup(followup)
        if known is None:
            raise BadInput(f"{followup} is no follow-up of this desk: `reportedly followups --format jsonl` shows them")
        proofs = (*known.supports, *(proof for change in known.history for proof in change.evidence))
        if article is not None and article not in {proof.article_url for proof in proofs}:
            raise BadInput(f"{followup} does not rest on {article}, so there is nothing to part")
        _say(pipeline.judge(run, _by(said[0]), kind, followup, value=article, note=said[1]))


def _by(who: str | None) -> str:
    found = who or user()
    if not found:
        raise BadInput("a decision needs the name of who decides: give it with --who")
    return found


def _say(decided: "Judgement") -> None:
    print(f"{decided.id}: decided, and all matched anew; `reportedly judge undo {decided.id}` takes it back")


def _noted(one: "Judgement") -> str:
    return f" ({one.note})" if one.note else ""
