"""``reportedly import``: articles filed from files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly import clock
from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.dates import given_day
from reportedly.errors import BadInput, UsageError


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE|FOLDER...", help="JSON lines, CSV, TSV, Parquet, HTML, WARC, ARC, WACZ."),
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME",
            help="The column of url, outlet, published, updated, title or text; may be repeated.",
        ),
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where one saved page was published.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the saved pages named.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day they came out (YYYY-MM-DD).")] = None,
    desk: DeskOption = HERE,
) -> None:
    """File articles from JSON lines, tables, saved pages, or folders of these; `run` then reads them."""
    from reportedly import pipeline
    from reportedly.account.wording import counted
    from reportedly.extract.intake.folders import Listed

    if url and len(files) > 1:
        raise UsageError(f"--url is the address of one page; {len(files)} files are given: import them one by one")
    day = given_day(published, clock.system())
    given = Listed(url, outlet, day.isoformat() if day else None) if url or outlet or day else None
    refused, empty = 0, list[str]()
    with session_on(desk) as session:
        for file in files:
            taken = pipeline.import_file(session, file, column or (), given)
            refused += taken.refused
            noted = f", {taken.noted:,} filed with a note" if taken.noted else ""
            print(f"{file}: {counted(taken.filed, 'article')}, {counted(taken.refused, 'unusable row')}{noted}")
            passed = ", ".join(
                f"{kind} ({many:,})" for kind, many in sorted(taken.passed_over.items(), key=_most_first)
            )
            if passed:
                print(f"reportedly: {file}: passed over {passed}", file=sys.stderr)
            if not taken.filed and not taken.refused:
                empty.append(str(file))
    if empty and not refused:
        raise BadInput(f"nothing to file in {', '.join(empty)}")
    if refused:
        raise BadInput(f"{counted(refused, 'row')} could not be used; `reportedly outcomes` says of each why")


def _most_first(passed: tuple[str, int]) -> int:
    return -passed[1]
