"""``reportedly serve``: the web desk, for this machine or for all who have an account."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user


def serve(
    port: Annotated[
        int | None, typer.Option(help="The port; 0 takes a free one.", show_default="that of desk.toml, 8700")
    ] = None,
    host: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Where to listen.", show_default="that of desk.toml, 127.0.0.1"),
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """Serve the web desk until Ctrl-C: to this machine, and beyond it once an admin has an account."""
    from reportedly import serving

    def announce(address: str) -> None:
        print(f"the web desk is at {address} (Ctrl-C ends it)", flush=True)

    with ledger_of(desk) as (opened, ledger):
        serving.serve(opened, ledger, port, announce, who=user(), host=host)
