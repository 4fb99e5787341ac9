"""Commands that do the desk's work: watch, import, run, play the sample, verify."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.app import app
from reportedly.cli.opening import ledger_of, run_on, say_counts
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import BadInput, DamagedArchive

SAMPLE = Path("sample-desk")


@app.command()
def watch(
    once: Annotated[bool, typer.Option("--once", help="Poll what is due, archive the new pages, and end.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """Poll the outlets' feeds and archive what is new; without --once go on doing all that is due until stopped."""
    from reportedly import pipeline

    with run_on(desk) as run:
        if once:
            pipeline.watch(run)
        else:
            pipeline.keep_watching(run)
        say_counts(run.ledger)


@app.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER...", help="JSON lines, CSV, TSV, Parquet, HTML, WARC, WACZ.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME",
            help="The column of url, outlet, published, updated, title or text; may be repeated.",
        ),
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """File articles from JSON lines, tables, saved pages, or folders of these; `run` then reads them."""
    from reportedly import pipeline

    refused = 0
    with run_on(desk) as run:
        for file in files:
            taken = pipeline.import_file(run, file, column or ())
            refused += taken.refused
            noted = f", {taken.noted:,} filed with a note" if taken.noted else ""
            print(f"{file}: {taken.filed:,} articles, {taken.refused:,} unusable rows{noted}")
    if refused:
        raise BadInput(f"{refused:,} rows could not be used; `reportedly outcomes` says of each why")


@app.command("run")
def run_(
    processes: Annotated[int | None, typer.Option(help="Worker processes for reading (default: the setting).")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Do everything that is due: fetch, archive, extract, read, group stories, follow up, file."""
    from reportedly import pipeline

    with run_on(desk, processes=processes) as run:
        pipeline.everything(run)
        say_counts(run.ledger)


@app.command()
def sample(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make the sample desk.")] = SAMPLE,
) -> None:
    """Make a desk on the built-in sample world and play its three weeks through every stage."""
    from reportedly import pipeline
    from reportedly.sample.play import DAYS, play

    def live(day: date) -> None:
        with run_on(folder, today=day) as run:
            pipeline.everything(run)
            print(f"{day}: {run.ledger.counts().articles} articles so far")

    play(folder, DAYS, live)
    with ledger_of(folder) as (_, ledger):
        say_counts(ledger)
    print(f"next: reportedly serve --desk {folder}")


@app.command()
def verify(desk: DeskOption = HERE) -> None:
    """Check every archived byte against the ledger."""
    from reportedly import pipeline

    with run_on(desk) as run:
        checked, findings = pipeline.verify(run)
        for finding in findings:
            print(f"{finding.url} ({finding.warc} at {finding.offset}): {finding.message}".lstrip())
    print(f"{checked:,} captures checked, {len(findings):,} damaged or missing")
    if findings:
        raise DamagedArchive(f"{len(findings):,} captures differ from the ledger; restore their WARC files from a copy")
