"""``reportedly history``: what became of a page after it was first seen."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.errors import NotInLedger


def history(
    page: Annotated[str, typer.Argument(metavar="URL|ARTICLE", help="A page's address, or the id of an article.")],
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """Show what became of a page: each edit word by word, the statements it changed, and whether the page is gone."""
    from reportedly.account import page_events
    from reportedly.export import page_events as lines

    with ledger_of(desk) as (_, ledger):
        article = ledger.articles.get(page)
        url = article.url if article else ledger.pages.known_as(page)
        events = page_events.of(ledger, url)
        if not events:
            raise NotInLedger(f"nobody looked at {page}: give a URL as the desk has it, or an article's id")
        texts = {revision.id: revision for revision in ledger.articles.revisions(url)}
        show = lines.jsonl if form is As.jsonl else lines.text
        for line in show(url, events, texts):
            print(line)
