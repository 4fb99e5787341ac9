"""``reportedly search``: articles by their words."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them must stand in the article.")],
    limit: Annotated[int, typer.Option(help="How many articles to show.")] = 20,
    desk: DeskOption = HERE,
) -> None:
    """Search the articles' words."""
    from reportedly.export import table

    with ledger_of(desk) as (_, ledger):
        show(
            table.hits(ledger.articles.search(" ".join(words), limit=limit)),
            "nothing found: no article holds all these words",
        )
