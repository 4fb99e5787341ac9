"""``reportedly search``: articles by their words and by what was read in them."""

from typing import Annotated

import typer

from reportedly.cli.narrowing import NOTHING, Given, narrowing
from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show

_Filter = str | None


@narrowing
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help='Words; "two words" in a row; "two words"~5; begin*; -without.'),
    ] = None,
    given: Given = NOTHING,
    best: Annotated[bool, typer.Option("--best", help="Best match first, of the newest that match.")] = False,
    before: Annotated[_Filter, typer.Option(metavar="PLACE", help="What follows on an earlier page.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many articles to show.")] = 20,
    desk: DeskOption = HERE,
) -> None:
    """Search the articles, newest first."""
    from reportedly.account.narrowing import narrowed
    from reportedly.export import table

    with ledger_of(desk) as (_, ledger):
        filters = narrowed(ledger, **given)
        found = ledger.articles.search(" ".join(words or ()), filters, limit=limit, before=before, best=best)
        show(table.hits(found), "nothing found: no article holds all these words and passes the filters")
