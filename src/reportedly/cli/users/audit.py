"""``reportedly users audit``: what was done about coming in, and sent to the desk."""

from typing import Annotated

import typer

from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.cli.users.keeping import roster_of


def audit(
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="How many lines.")] = 100,
    format_: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """Show the last lines of the audit log, the latest first: when, who, what, about, from where, with tabs between."""
    import msgspec

    with roster_of(desk) as roster:
        for line in roster.ledger.audit.last(limit):
            if format_ is As.jsonl:
                print(msgspec.json.encode(line).decode())
            else:
                print(f"{line.at:%Y-%m-%d %H:%M:%S}", line.who, line.what, line.about, line.address, sep="\t")
