"""``reportedly judge list``: all decisions."""

from typing import TYPE_CHECKING

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.records import Judgement


def list_(desk: DeskOption = HERE) -> None:
    """List all decisions in the order they were made; those in force are marked with a star."""
    with ledger_of(desk) as (_, ledger):
        in_force = {judgement.id for judgement in ledger.judgements.standing()}
        for judgement in ledger.judgements.all():
            what = (
                judgement.undoes if judgement.kind == "undo" else f"{judgement.about} {judgement.value or ''}".rstrip()
            )
            mark = "*" if judgement.id in in_force else " "
            print(
                f"{mark} {judgement.id} {judgement.at:%Y-%m-%d %H:%M} {judgement.who}: {judgement.kind} {what}"
                + _noted(judgement)
            )


def _noted(judgement: "Judgement") -> str:
    return f" ({judgement.note})" if judgement.note else ""
