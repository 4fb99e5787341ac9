"""``reportedly followups``: what was announced and what became of it."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption, LanguageOption
from reportedly.cli.showing import show
from reportedly.clock import day_of


def followups(
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The day to judge on (default: today).")
    ] = None,
    language: LanguageOption = None,
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """List what was announced and what became of it by a day."""
    from reportedly.account import spoken
    from reportedly.export import jsonl, table

    with ledger_of(desk) as (opened, ledger):
        day = day_of(as_of) or opened.now().date()
        laid_out = jsonl.followups if form is As.jsonl else table.followups
        languages = spoken.meant(ledger, language)
        known = ledger.followups.all(languages=languages)
        names = ledger.entities.names(who for record in known for who in record.who)
        show(
            laid_out([record.naming(names) for record in known], day),
            f"nothing was announced by {day}{spoken.within(languages)}, as far as is filed",
        )
