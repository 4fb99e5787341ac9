"""``reportedly export``: a list of the desk as a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.narrowing import NOTHING, Given, narrowing
from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import UsageError

_Filter = str | None
_NO_TEXT = frozenset({"xlsx", "parquet"})


@narrowing
def export(
    what: Annotated[
        str,
        typer.Argument(
            metavar="LIST",
            help="articles, statements, events, page-events, stories, expectations, entities, outlets, decisions; "
            "plover, acled, deletions.",
        ),
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="csv, xlsx, parquet, jsonl; some lists have more.")
    ] = "csv",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = "-",
    words: Annotated[
        _Filter, typer.Option("--words", metavar="WORDS", help="Only what a search for this finds.")
    ] = None,
    given: Given = NOTHING,
    after: Annotated[int, typer.Option(min=0, metavar="EDITION", help="Only what came since, or went.")] = 0,
    address: Annotated[
        str, typer.Option(metavar="URL", help="Where the web desk is, for links in feeds and calendars.")
    ] = "http://127.0.0.1:8700",
    desk: DeskOption = HERE,
) -> None:
    """Take a list out of the desk, whole."""
    from urllib.parse import urlencode

    from reportedly.account.narrowing import narrowed
    from reportedly.export.taking import Asked, Desk, taken
    from reportedly.settings import writable

    if output == "-" and form in _NO_TEXT and sys.stdout.isatty():
        raise UsageError(f"{form} is no text that a terminal could show: name a file, as in -o {what}.{form}")
    with ledger_of(desk) as (opened, ledger):
        now = opened.now()
        ledger.given.bring_up_to_date(now)
        query = urlencode({name: value for name, value in {"q": words, **given}.items() if value}, doseq=True)
        asked = Asked(words or "", narrowed(ledger, **given), now.date(), after, query)
        source_desk = Desk(ledger, opened.settings.name, address.rstrip("/"), now)
        pieces = taken(source_desk, what, form, asked).pieces
        edition = ledger.given.edition()
        if output == "-":
            for piece in pieces:
                sys.stdout.buffer.write(piece)
        else:
            with writable(Path(output)), Path(output).open("wb") as file:
                file.writelines(pieces)
        if what in {"plover", "acled", "deletions"}:
            print(f"reportedly: this is edition {edition}; --after {edition} asks for what comes next", file=sys.stderr)
