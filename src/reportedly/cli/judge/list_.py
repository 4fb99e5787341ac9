"""``reportedly judge list``: all decisions."""

from typing import TYPE_CHECKING

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from reportedly.records import Judgement


def list_(desk: DeskOption = HERE) -> None:
    """List all decisions in the order they were made; those in force are marked with a star."""
    with ledger_of(desk) as (_, ledger):
        in_force = {one.id for one in ledger.judgements.standing()}
        for one in ledger.judgements.all():
            what = one.undoes if one.kind == "undo" else f"{one.about} {one.value or ''}".rstrip()
            mark = "*" if one.id in in_force else " "
            print(f"{mark} {one.id} {one.at:%Y-%m-%d %H:%M} {one.who}: {one.kind} {what}" + _noted(one))


def _noted(one: "Judgement") -> str:
    return f" ({one.note})" if one.note else ""
