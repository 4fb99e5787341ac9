"""``reportedly briefs draft``: a new draft of chosen stories, of a search or of some days."""

from typing import Annotated

import typer

from reportedly.cli.briefs.desk import By, copydesk_on
from reportedly.cli.options import HERE, DeskOption, LanguageOption
from reportedly.cli.who import user
from reportedly.clock import day_of


def draft(
    stories: Annotated[
        list[str] | None, typer.Argument(metavar="[STORY]...", help="Ids of stories, in the order to tell them.")
    ] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help="Stories with articles that hold these.")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day, without stories.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, without stories.")] = None,
    language: LanguageOption = None,
    title: Annotated[str, typer.Option(help="Its title, with stories.")] = "",
    who: By = None,
    desk: DeskOption = HERE,
) -> None:
    """Begin a draft; without stories or a search it tells those of the days given, by default of the last week."""
    from reportedly.account.spoken import meant
    from reportedly.account.wording import counted
    from reportedly.brief import days, drafting

    with copydesk_on(desk) as copydesk:
        ledger, today = copydesk.ledger, copydesk.today
        languages = meant(ledger, language)
        if stories:
            contents = drafting.of_stories(ledger, stories, today=today, title=title)
        elif search:
            contents = drafting.of_search(ledger, search, today=today, languages=languages)
        else:
            first, last = days(ledger, day_of(start), day_of(end), today=today)
            contents = drafting.of_days(ledger, first, last, today=today, languages=languages)
        version = copydesk.open(contents, who or user())
    print(f"{version.draft}: {counted(len(contents.sentences), 'sentence')}, {contents.title}")
    print(f"`reportedly serve` has it on /briefs/drafts/{version.draft}, to be rewritten")
