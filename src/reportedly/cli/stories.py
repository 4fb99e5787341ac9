"""``reportedly stories``: articles on one happening together."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.cli.showing import show


def stories(
    form: FormatOption = As.text,
    limit: Annotated[int, typer.Option(help="How many stories to show as text, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """List stories, with copies collapsed and independent sources counted."""
    from reportedly.export import jsonl, table

    with ledger_of(desk) as (_, ledger):
        lines = (
            jsonl.stories(ledger.stories.all())
            if form is As.jsonl
            else table.stories(ledger.stories.lines(limit=limit))
        )
        show(lines, "no stories yet: `reportedly run` groups the articles that were read")
