"""``reportedly judge list``: all decisions."""

from typing import TYPE_CHECKING

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.records import Judgement


def list_(desk: DeskOption = HERE) -> None:
    """List all decisions in the order they were made; those in force are marked with a star."""
    from reportedly.account.story_decisions import decided

    with ledger_of(desk) as (_, ledger):
        in_force = {judgement.id for judgement in ledger.judgements.standing()}
        every = ledger.judgements.all()
        in_words = {decision.judgement.id: str(decision) for decision in decided(ledger, every)}
        for judgement in every:
            mark = "*" if judgement.id in in_force else " "
            what = in_words.get(judgement.id) or _what(judgement)
            note = f" ({judgement.note})" if judgement.note else ""
            print(f"{mark} {judgement.id} {judgement.at:%Y-%m-%d %H:%M} {judgement.who}: {judgement.kind} {what}{note}")


def _what(judgement: "Judgement") -> str:
    about = f"{judgement.about} {judgement.value or ''}".rstrip()
    return (judgement.undoes or "nothing") if judgement.kind == "undo" else about
