"""``reportedly stories``: articles on one happening together, and how many independent sources tell it."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption, LanguageOption
from reportedly.cli.showing import say_aside, show

ARTICLES = 200  # of one story that are shown


def stories(
    story: Annotated[
        str | None, typer.Argument(metavar="[STORY]", help="The id of one story, to show who tells it and why.")
    ] = None,
    form: FormatOption = As.text,
    language: LanguageOption = None,
    limit: Annotated[int, typer.Option(help="How many stories to show as text, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """List stories with their independent sources counted, or show one with the reason for each count."""
    from reportedly.account import spoken, story_decisions
    from reportedly.account.aside import aside
    from reportedly.account.telling import tellings
    from reportedly.account.threads import parts
    from reportedly.errors import NotInLedger
    from reportedly.export import jsonl, table, told

    with ledger_of(desk) as (_, ledger):
        if story is None:
            every, languages = form is As.jsonl, spoken.meant(ledger, language)
            if every:
                lines = jsonl.stories(ledger.stories.all(languages))
            else:
                lines = table.stories(ledger.stories.lines(limit=limit, languages=languages))
            none = f"no stories{spoken.within(languages)} yet: `reportedly run` groups the articles that were read"
            show(lines, none)
            return
        known = ledger.stories.get(story)
        if known is None:
            raise NotInLedger(f"there is no story {story}: `reportedly stories` lists them, with their ids")
        if form is As.jsonl:
            show(jsonl.stories((known,)), "")
            return
        names = ledger.outlets.names()
        (articles,) = tellings(ledger, (known,), names, ARTICLES)
        running = parts(known, ledger.stories.of_thread(known.thread), articles) if known.thread else []
        show(told.story(known, articles, running, story_decisions.about(ledger, known)), "")
        say_aside(aside(ledger, (place.article for place in known.articles)))
