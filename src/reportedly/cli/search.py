"""``reportedly search``: articles by their words and by what was read in them."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption, SinceOption, UntilOption
from reportedly.cli.showing import show

_Filter = str | None


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help='Words; "two words" in a row; "two words"~5; begin*; -without.'),
    ] = None,
    outlet: Annotated[_Filter, typer.Option(metavar="ID", help="Only of this outlet.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    language: Annotated[_Filter, typer.Option(metavar="CODE", help="Only in this language, as fa.")] = None,
    entity: Annotated[_Filter, typer.Option(metavar="NAME", help="Only what names this, by name or id.")] = None,
    certainty: Annotated[_Filter, typer.Option(metavar="HOW", help="Only with a statement so certain.")] = None,
    source: Annotated[_Filter, typer.Option(metavar="KIND", help="Only with a statement of such a source.")] = None,
    event: Annotated[_Filter, typer.Option(metavar="TYPE", help="Only with such an event, as PROTEST.")] = None,
    best: Annotated[bool, typer.Option("--best", help="Best match first, of the newest that match.")] = False,
    before: Annotated[_Filter, typer.Option(metavar="PLACE", help="What follows on an earlier page.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many articles to show.")] = 20,
    desk: DeskOption = HERE,
) -> None:
    """Search the articles, newest first."""
    from reportedly.account.narrowing import narrowed
    from reportedly.export import table

    kinds = {"outlet": outlet, "language": language, "entity": entity, "certainty": certainty, "source": source}
    with ledger_of(desk) as (_, ledger):
        filters = narrowed(ledger, since=since, until=until, event=event, **kinds)
        found = ledger.articles.search(" ".join(words or ()), filters, limit=limit, before=before, best=best)
        show(table.hits(found), "nothing found: no article holds all these words and passes the filters")
