"""``reportedly judge list``: all decisions, or some."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.ledger.judging.lists import DecisionLine
    from reportedly.records import Judgement

SLICE = 500  # asked for at a time


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
    from reportedly.ledger.judging.lists import Asked

    asked, last = Asked(who, kind, day_of(day), about), 0
    with ledger_of(desk) as (_, ledger):
        while some := ledger.judgements.lines(asked, limit=SLICE, after=last):
            of_stories = decided(ledger, (line.judgement for line in some))
            in_words = {decision.judgement.id: str(decision) for decision in of_stories}
            for line in some:
                print(_told(line, in_words.get(line.judgement.id) or _what(line.judgement)))
            last = some[-1].number


def _told(line: "DecisionLine", what: str) -> str:
    made = line.judgement
    mark = "*" if line.in_force and made.undoes is None else " "
    note = f" ({made.note})" if made.note else ""
    return f"{mark} {made.id} {made.at:%Y-%m-%d %H:%M} {made.who}: {made.kind} {what}{note}"


def _what(judgement: "Judgement") -> str:
    about = f"{judgement.about} {judgement.value or ''}".rstrip()
    return (judgement.undoes or "nothing") if judgement.kind == "undo" else about
