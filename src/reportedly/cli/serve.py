"""``reportedly serve``: the web desk for this machine."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user


def serve(
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; 0 takes a free one.")] = 8700,
    desk: DeskOption = HERE,
) -> None:
    """Serve the web desk to this machine until Ctrl-C."""
    from reportedly import serving

    def announce(address: str) -> None:
        print(f"the web desk is at {address} (Ctrl-C ends it)", flush=True)

    with ledger_of(desk) as (opened, ledger):
        serving.serve(opened, ledger, port, announce, who=user())
