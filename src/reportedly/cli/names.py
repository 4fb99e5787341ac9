"""``reportedly names``: who calls what by which name."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import (
    HERE,
    As,
    DeskOption,
    FormatOption,
    LanguageOption,
    OutletOption,
    SinceOption,
    UntilOption,
)
from reportedly.cli.showing import say_aside, show
from reportedly.clock import day_of

NameArgument = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="A name, words used for it, or the id of an entity or a story.")
]


def names(
    name: NameArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
    limit: Annotated[int, typer.Option(help="Without a name: how many things to show.")] = 20,
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """Show which outlets call a place, a group or an act by which name; without a name, what is named most apart."""
    from reportedly.account import days, naming, spoken
    from reportedly.account.aside import aside_within
    from reportedly.export import names as lines

    with ledger_of(desk) as (opened, ledger):
        first, last = day_of(since), day_of(until)
        outlets, languages = ledger.outlets.names(), spoken.meant(ledger, language)
        if name is None:
            asked = days.lately(first, last, opened.now().date())
            first, last = asked
            things = naming.differing(ledger, asked, outlet=outlet, languages=languages, limit=limit)
        else:
            things = naming.asked(ledger, name, outlets, days.all_or(first, last), outlet, languages)
        show(
            lines.jsonl(things) if form is As.jsonl else lines.text(things, outlets),
            f"nothing in these days has two names{spoken.within(languages)}"
            if name is None
            else f"no article calls anything {name}{spoken.within(languages)}",
        )
        say_aside(aside_within(ledger, first, last))
