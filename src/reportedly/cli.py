"""One command per stage, and no logic: each checks its words, opens the desk, calls one function and prints.

Stages are imported inside the commands, so that ``--help`` answers at once.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly import __version__
from reportedly.errors import BadDate, BadInput, DamagedArchive, ReportedlyError, Unreachable

if TYPE_CHECKING:
    from rich.progress import TaskID

    from reportedly.ledger import Ledger
    from reportedly.pipeline import Report, Run
    from reportedly.settings import Desk

app = typer.Typer(
    name="reportedly",
    help="A news monitoring desk: who reported what, how sure they were, and what is supposed to happen next.",
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)
outlets_app = typer.Typer(help="The outlets that the desk watches.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(outlets_app, name="outlets")

STOPPED = 130  # as shells say of a program ended by Ctrl-C
HERE = Path()
SAMPLE = Path("sample-desk")


class As(StrEnum):
    """Output for a person or for a program."""

    text = "text"
    jsonl = "jsonl"


class BriefAs(StrEnum):
    """Forms of a brief."""

    markdown = "markdown"
    html = "html"


DeskOption = Annotated[
    Path,
    typer.Option("--desk", metavar="DIR", envvar="REPORTEDLY_DESK", help="The desk's folder.", show_default="here"),
]
FormatOption = Annotated[As, typer.Option("--format", help="For a person, or one JSON object a line.")]
DayOption = Annotated[str | None, typer.Option(metavar="DATE", help="A day, written YYYY-MM-DD.")]


def main() -> None:
    """Run a command; every failure the program knows ends in one line on stderr and its own exit code."""
    try:
        app()
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        sys.exit(error.exit_code)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let Ctrl-C end a command with a sentence instead of a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        print("reportedly: stopped; what was filed is kept, the same command goes on from there", file=sys.stderr)
        sys.exit(STOPPED)


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise BadDate(f"{given!r} is not a date: write it as YYYY-MM-DD") from error


@contextmanager
def _progress() -> Iterator["Report"]:
    """Bars on stderr for what takes time; nothing where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.update(tasks[stage], completed=done, total=total)

        yield report


@contextmanager
def _run(folder: Path, *, today: date | None = None, processes: int | None = None) -> Iterator["Run"]:
    from reportedly.archive import Archive
    from reportedly.ledger import open_ledger
    from reportedly.pipeline import Run
    from reportedly.settings import open_desk

    desk = open_desk(folder).but(today=today, processes=processes)
    with _stoppable(), open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive, _progress() as report:
        yield Run(desk, ledger, archive, report)


@contextmanager
def _ledger(folder: Path) -> Iterator[tuple["Desk", "Ledger"]]:
    from reportedly.ledger import open_ledger
    from reportedly.settings import open_desk

    desk = open_desk(folder)
    with _stoppable(), open_ledger(desk.ledger_url) as ledger:
        yield desk, ledger


def _say_counts(ledger: "Ledger") -> None:
    counts = ledger.counts()
    print(
        f"the ledger holds {counts.captures:,} captures, {counts.articles:,} articles, "
        f"{counts.statements:,} statements, {counts.stories:,} stories, {counts.followups:,} expectations"
    )


# -- setting up -------------------------------------------------------------------------------------------------------


@app.command()
def version() -> None:
    """Print the version."""
    print(__version__)


@app.command()
def init(folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make it.")] = HERE) -> None:
    """Make a desk: a folder with settings, outlets, a ledger and an archive."""
    from reportedly.ledger import open_ledger
    from reportedly.settings import init_desk

    desk = init_desk(folder)
    with open_ledger(desk.ledger_url):
        print(f"made a desk in {desk.folder.resolve()}")
    print("next: add an outlet with `reportedly outlets add`, or articles with `reportedly import FILE.jsonl`")


@outlets_app.command("list")
def outlets_list(desk: DeskOption = HERE) -> None:
    """List the outlets that the desk watches."""
    from reportedly import outlets
    from reportedly.settings import open_desk

    for outlet in outlets.load(open_desk(desk).outlets):
        print(f"{outlet.id}\t{outlet.name}\t{outlet.home}\t{len(outlet.feeds)} feeds")


@outlets_app.command("add")
def outlets_add(
    identity: Annotated[str, typer.Argument(metavar="ID", help="A short name for files: letters, digits, hyphens.")],
    name: Annotated[str, typer.Option(help="The outlet's name.")],
    home: Annotated[str, typer.Option(help="The address of its home page.")],
    feed: Annotated[list[str], typer.Option(help="A feed's address; give it again for more.")],
    country: Annotated[str | None, typer.Option(help="ISO code of its country, such as PK.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="ISO code of a language it writes in.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who owns it: outlets of one owner count as one voice.")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Add an outlet by its feeds, or replace the one of the same ID."""
    from reportedly import outlets
    from reportedly.records import Outlet
    from reportedly.settings import open_desk

    folder = open_desk(desk).outlets
    languages = tuple(language or ())
    outlets.save(folder, Outlet(identity, name, home, tuple(feed), country, languages, owner))
    print(f"wrote {folder / identity}.toml")


# -- running ----------------------------------------------------------------------------------------------------------


@app.command()
def watch(
    once: Annotated[bool, typer.Option("--once", help="Poll what is due, archive the new pages, and end.")] = False,
    desk: DeskOption = HERE,
) -> None:
    """Poll the outlets' feeds and archive what is new; without --once go on doing all that is due until stopped."""
    from reportedly import pipeline

    with _run(desk) as run:
        if once:
            pipeline.watch(run)
        else:
            pipeline.keep_watching(run)
        _say_counts(run.ledger)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="JSONL: url, outlet, published, title, text.")],
    desk: DeskOption = HERE,
) -> None:
    """File articles from JSON lines (plain or gzipped); `run` then reads them."""
    from reportedly import pipeline

    refused = 0
    with _run(desk) as run:
        for file in files:
            filed, unusable = pipeline.import_file(run, file)
            refused += unusable
            print(f"{file}: {filed:,} articles, {unusable:,} unusable lines")
    if refused:
        raise BadInput(f"{refused:,} lines could not be used; `reportedly outcomes` says of each why")


@app.command("run")
def run_(
    processes: Annotated[int | None, typer.Option(help="Worker processes for reading (default: the setting).")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Do everything that is due: fetch, archive, extract, read, group stories, follow up, file."""
    from reportedly import pipeline

    with _run(desk, processes=processes) as run:
        pipeline.everything(run)
        _say_counts(run.ledger)


@app.command()
def sample(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make the sample desk.")] = SAMPLE,
) -> None:
    """Make a desk on the built-in sample world and play its three weeks through every stage."""
    from reportedly import pipeline
    from reportedly.sample.play import DAYS, play

    def live(day: date) -> None:
        with _run(folder, today=day) as run:
            pipeline.everything(run)
            print(f"{day}: {run.ledger.counts().articles} articles so far")

    play(folder, DAYS, live)
    with _ledger(folder) as (_, ledger):
        _say_counts(ledger)
    print(f"next: reportedly serve --desk {folder}")


@app.command()
def verify(desk: DeskOption = HERE) -> None:
    """Check every archived byte against the ledger."""
    from reportedly import pipeline

    with _run(desk) as run:
        checked, findings = pipeline.verify(run)
        for finding in findings:
            print(f"{finding.capture.url} ({finding.capture.warc} at {finding.capture.offset}): {finding.message}")
    print(f"{checked:,} captures checked, {len(findings):,} damaged or missing")
    if findings:
        raise DamagedArchive(f"{len(findings):,} captures differ from the ledger; restore their WARC files from a copy")


# -- reading and looking ----------------------------------------------------------------------------------------------


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|URL|-...", help="Text, HTML or JSONL; - is stdin.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day it came out (YYYY-MM-DD).")] = None,
    outlet: Annotated[str, typer.Option(help="Who published it.")] = "unknown",
    form: FormatOption = As.text,
    processes: Annotated[int, typer.Option(help="Worker processes; 0: as many as pay.")] = 0,
) -> None:
    """Read documents without a desk and print what was found in them."""
    from reportedly import pipeline
    from reportedly.export import jsonl
    from reportedly.read import render
    from reportedly.records import Reading

    show = jsonl.reading if form is As.jsonl else render.text
    failed: list[str] = []
    with _stoppable():
        for found in pipeline.read_documents(sources, published=_day(published), outlet=outlet, processes=processes):
            if isinstance(found, Reading):
                print(show(found))
            else:
                failed.append(found.url)
                named = "" if found.url in found.message else f"{found.url}: "
                print(f"reportedly: {named}{found.message}", file=sys.stderr)
    if failed:
        kind = Unreachable if all(url.startswith(("http://", "https://")) for url in failed) else BadInput
        raise kind(f"{len(failed):,} of the documents could not be read")


@app.command()
def schema(name: Annotated[str, typer.Argument(help="reading, stories or followups.")]) -> None:
    """Print the JSON Schema of an output format."""
    from reportedly.export import schema as schemas

    print(schemas.of(name))


@app.command()
def stories(
    form: FormatOption = As.text,
    limit: Annotated[int, typer.Option(help="How many stories to show as text, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """List stories, with copies collapsed and independent sources counted."""
    from reportedly.export import jsonl, table

    with _ledger(desk) as (_, ledger):
        lines = jsonl.stories(ledger.all_stories()) if form is As.jsonl else table.stories(ledger.stories(limit=limit))
        for line in lines:
            print(line)


@app.command()
def followups(
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The day to judge on (default: today).")
    ] = None,
    form: FormatOption = As.text,
    desk: DeskOption = HERE,
) -> None:
    """List what was announced and what became of it by a day."""
    from reportedly.export import jsonl, table

    with _ledger(desk) as (opened, ledger):
        day = _day(as_of) or opened.now().date()
        show = jsonl.followups if form is As.jsonl else table.followups
        known = ledger.followups()
        names = ledger.names(who for record in known for who in record.who)
        for line in show([record.naming(names) for record in known], day):
            print(line)


@app.command()
def brief(
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day (default: 6 before the last).")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Last day (default: of the last article).")
    ] = None,
    form: Annotated[BriefAs, typer.Option("--format", help="Markdown or an HTML page.")] = BriefAs.markdown,
    desk: DeskOption = HERE,
) -> None:
    """Write a brief over some days, every sentence cited."""
    from reportedly.brief import compose, days, html, markdown

    with _ledger(desk) as (opened, ledger):
        first, last = days(ledger, _day(start), _day(end), today=opened.now().date())
        written = compose(ledger, first, last, today=opened.now().date())
    print(html.render(written) if form is BriefAs.html else markdown.render(written))


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them must stand in the article.")],
    limit: Annotated[int, typer.Option(help="How many articles to show.")] = 20,
    desk: DeskOption = HERE,
) -> None:
    """Search the articles' words."""
    from reportedly.export import table

    with _ledger(desk) as (_, ledger):
        for line in table.hits(ledger.search(" ".join(words), limit=limit)):
            print(line)


@app.command()
def outcomes(
    limit: Annotated[int, typer.Option(help="How many to show, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """Show how the last attempts to fetch or use something ended, in plain words."""
    with _ledger(desk) as (_, ledger):
        for outcome in ledger.outcomes(limit):
            print(f"{outcome.at:%Y-%m-%d %H:%M}  {outcome.state:<14}  {outcome.url}  {outcome.message}")


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; 0 takes a free one.")] = 8700,
    desk: DeskOption = HERE,
) -> None:
    """Serve the web desk to this machine until Ctrl-C."""
    from reportedly.archive import Archive
    from reportedly.web.serve import serve as serve_app

    with _ledger(desk) as (opened, ledger):
        archive = Archive(opened.archive, read_only=True)
        serve_app(
            opened,
            ledger,
            archive.body,
            port,
            lambda address: print(f"the web desk is at {address} (Ctrl-C ends it)", flush=True),
        )
