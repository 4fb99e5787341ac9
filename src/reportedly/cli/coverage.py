"""``reportedly coverage``: what one side's outlets carry and the other's do not, and who has fallen silent."""

from typing import Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption, LanguageOption, SinceOption, UntilOption
from reportedly.cli.showing import show
from reportedly.clock import day_of
from reportedly.errors import UsageError

SideOption = Annotated[
    list[str] | None,
    typer.Option(
        "--side", metavar="SIDE", help="A country's code, an owner, or ids of outlets joined by commas; give two."
    ),
]


def coverage(
    side: SideOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    language: LanguageOption = None,
    silent: Annotated[int | None, typer.Option(min=1, help="Outlets of which nothing came for so many days.")] = None,
    limit: Annotated[int, typer.Option(help="How many stories to show of each kind.")] = 20,
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """Show which stories one side's outlets carry and the other's do not; or which outlets have fallen silent."""
    from reportedly.account import coverage as sides
    from reportedly.account import days, spoken
    from reportedly.account import silence as silences
    from reportedly.export import coverage as lines

    if silent is None and len(side or ()) != len(("one", "the other")):
        raise UsageError("give two sides (--side XA --side XB), or --silent DAYS")
    with ledger_of(desk) as (opened, ledger):
        if silent is not None:
            found = silences.silent(ledger, silent, opened.now())
            shown = lines.silent_jsonl(found) if form is As.jsonl else lines.silent_text(found)
            show(shown, f"no outlet has been silent for {silent} days that usually publishes more often")
        else:
            asked = days.lately(day_of(since), day_of(until), opened.now().date())
            languages = spoken.meant(ledger, language)
            ours, theirs = (sides.side(ledger, one) for one in side or ())
            compared = sides.compare(ledger, ours, theirs, asked, limit=limit, languages=languages)
            show(lines.jsonl(compared) if form is As.jsonl else lines.text(compared), "neither side told a story then")
