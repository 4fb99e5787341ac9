"""``reportedly brief``: a cited dispatch over some days."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, BriefAs, DeskOption, LanguageOption
from reportedly.cli.showing import say_aside
from reportedly.clock import day_of


def brief(
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day (default: 6 before the last).")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Last day (default: of the last article).")
    ] = None,
    language: LanguageOption = None,
    form: Annotated[BriefAs, typer.Option("--format", help="Markdown or an HTML page.")] = BriefAs.markdown,
    desk: DeskOption = HERE,
) -> None:
    """Write a brief over some days, every sentence cited."""
    from reportedly.account.aside import aside_within
    from reportedly.account.spoken import meant
    from reportedly.brief import compose, days, html, markdown

    with ledger_of(desk) as (opened, ledger):
        first, last = days(ledger, day_of(start), day_of(end), today=opened.now().date())
        written = compose(ledger, first, last, today=opened.now().date(), languages=meant(ledger, language))
        say_aside(aside_within(ledger, first, last))
    print(html.render(written) if form is BriefAs.html else markdown.render(written))
