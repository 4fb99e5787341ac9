"""``reportedly ledger move``: the ledger moved to another database."""

from typing import Annotated

import typer

from reportedly.cli.opening import progress, stoppable
from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.errors import DamagedLedger, UsageError

FromArgument = Annotated[
    str | None, typer.Argument(metavar="FROM", help="Address of the ledger to move.", show_default=False)
]
TargetArgument = Annotated[
    str | None, typer.Argument(metavar="TO", help="Address of the database that it moves to.", show_default=False)
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="TO", help="Move the desk's own ledger there.")]
SwitchOption = Annotated[bool, typer.Option("--switch", help="With --to: write the new address into desk.toml.")]
AnewOption = Annotated[bool, typer.Option("--anew", help="Throw away the half that an earlier move left there.")]


def move(
    source: FromArgument = None,
    target: TargetArgument = None,
    to: ToOption = None,
    switch: SwitchOption = False,
    anew: AnewOption = False,
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """Move a ledger to another database, whole, and compare every row; the old one stays as it is."""
    import sys

    from reportedly.account.wording import counted
    from reportedly.duty import gone
    from reportedly.export import moved as lines
    from reportedly.ledger import moving
    from reportedly.ledger.database import shown
    from reportedly.settings import desk_in, put_ledger

    if (to is None) == (source is None or target is None) or (to and source):
        raise UsageError("say which ledger moves where: `ledger move FROM TO`, or the desk's own with `--to TO`")
    if switch and to is None:
        raise UsageError("--switch writes the desk's own address: say where it moves with --to")
    own = desk_in(desk) if to else None
    given, taken = (own.ledger_url, own.located(to)) if own and to else (source or "", target or "")
    with stoppable(), progress() as report:
        parts = moving.move(given, taken, report, anew=anew, gone=gone)
    for line in lines.jsonl(parts) if form is As.jsonl else lines.text(parts):
        print(line)
    if unlike := [one.part for one in parts if not one.same]:
        raise DamagedLedger(
            f"{shown(taken)} differs from {shown(given)} in {', '.join(unlike)}: it stays half a ledger; find out who "
            "wrote there, and move again with --anew"
        )
    print(f"reportedly: {counted(sum(one.source.rows for one in parts), 'row')} moved and equal", file=sys.stderr)
    if own and switch:
        put_ledger(own, to or taken)
        print(f"reportedly: {own.folder / 'desk.toml'} names the new ledger", file=sys.stderr)
        if desk_in(desk).ledger_url != taken:
            print("reportedly: but REPORTEDLY_LEDGER in the environment still names another", file=sys.stderr)
    else:
        print(f'reportedly: the line for desk.toml: ledger = "{shown(taken)}"', file=sys.stderr)
