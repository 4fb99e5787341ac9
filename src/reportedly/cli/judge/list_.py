"""``reportedly judge list``: all decisions, or some."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.records import Judgement


def list_(
    who: Annotated[str | None, typer.Option(help="Only those by this person.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only those of this kind.")] = None,
    day: Annotated[str | None, typer.Option(help="Only those made on this day, as 2031-05-20.")] = None,
    about: Annotated[str | None, typer.Option(help="Only those about this id.")] = None,
    desk: DeskOption = HERE,
) -> None:
    """List decisions in the order they were made; those in force are marked with a star."""
    from reportedly.account.story_decisions import decided
    from reportedly.clock import day_of

    asked = (who, kind, day_of(day), about)
    with ledger_of(desk) as (_, ledger):
        in_force = {judgement.id for judgement in ledger.judgements.standing()}
        every = [judgement for judgement in ledger.judgements.all() if _is_asked(judgement, *asked)]
        in_words = {decision.judgement.id: str(decision) for decision in decided(ledger, every)}
        for judgement in every:
            mark = "*" if judgement.id in in_force else " "
            what = in_words.get(judgement.id) or _what(judgement)
            note = f" ({judgement.note})" if judgement.note else ""
            print(f"{mark} {judgement.id} {judgement.at:%Y-%m-%d %H:%M} {judgement.who}: {judgement.kind} {what}{note}")


def _is_asked(made: "Judgement", who: str | None, kind: str | None, day: date | None, about: str | None) -> bool:
    wanted = ((who, made.who), (kind, made.kind), (day, made.at.date()), (about, made.about))
    return all(asked is None or asked == own for asked, own in wanted)


def _what(judgement: "Judgement") -> str:
    about = f"{judgement.about} {judgement.value or ''}".rstrip()
    return (judgement.undoes or "nothing") if judgement.kind == "undo" else about
