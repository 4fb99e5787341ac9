"""``reportedly morning``: what changed since somebody looked."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.records import LOCAL


def morning(
    since: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            help="look (since somebody said they had seen all), shift, day, or a time such as 2024-06-03T06:00.",
        ),
    ] = "",
    person: Annotated[str, typer.Option(help="Whose last look counts, by the id of their account.")] = LOCAL,
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """Show what changed: new and grown stories, expectations, denials, pages, outlets, decisions, each with why."""
    from reportedly.account import since as looking_back
    from reportedly.account.morning import morning as handed_over
    from reportedly.export import morning as lines

    with ledger_of(desk) as (opened, ledger):
        now, shifts = opened.now(), opened.settings.desk.shifts
        known = looking_back.choices(ledger, ledger.seen.last(person), shifts, opened.zone, now)
        made = handed_over(ledger, person, looking_back.chosen(ledger, known, since.strip()), now)
        for line in lines.jsonl(made) if form is As.jsonl else lines.text(made):
            print(line)
