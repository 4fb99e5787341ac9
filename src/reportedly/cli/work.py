"""``reportedly work``: a worker that stays."""

import signal
from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption, Part


def work(
    only: Annotated[
        list[Part] | None, typer.Option("--only", help="Keep to this part; may be given more than once.")
    ] = None,
    processes: Annotated[
        int | None, typer.Option(help="Worker processes that extract and read (default: the setting).")
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """Stay and do what is due, beside others at work on the same ledger, until stopped."""
    from reportedly import pipeline
    from reportedly.cli.exchange.network import ask_partners

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what runs services stops them so: end as by Ctrl-C
    with session_on(desk, processes=processes) as session:
        parts = [part for part in pipeline.PARTS if not only or Part(part) in only]
        pipeline.work(session, parts, besides=lambda: ask_partners(session))
