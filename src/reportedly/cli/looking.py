"""Commands that read documents, and those that look at what the desk holds."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.app import app
from reportedly.cli.opening import day_of, ledger_of, stoppable
from reportedly.cli.options import HERE, As, BriefAs, DeskOption, FormatOption
from reportedly.cli.who import user
from reportedly.errors import BadInput, Unreachable

if TYPE_CHECKING:
    from reportedly.pipeline import Decision
    from reportedly.records import Judgement


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
    from reportedly.export import jsonl, reading
    from reportedly.records import Reading

    show = jsonl.reading if form is As.jsonl else reading.text
    failed: list[str] = []
    with stoppable():
        for found in pipeline.read_documents(sources, published=day_of(published), outlet=outlet, processes=processes):
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

    with ledger_of(desk) as (_, ledger):
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

    with ledger_of(desk) as (opened, ledger):
        day = day_of(as_of) or opened.now().date()
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

    with ledger_of(desk) as (opened, ledger):
        first, last = days(ledger, day_of(start), day_of(end), today=opened.now().date())
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

    with ledger_of(desk) as (_, ledger):
        for line in table.hits(ledger.search(" ".join(words), limit=limit)):
            print(line)


@app.command()
def outcomes(
    limit: Annotated[int, typer.Option(help="How many to show, newest first.")] = 50,
    desk: DeskOption = HERE,
) -> None:
    """Show how the last attempts to fetch or use something ended, in plain words."""
    with ledger_of(desk) as (_, ledger):
        for outcome in ledger.outcomes(limit):
            print(f"{outcome.at:%Y-%m-%d %H:%M}  {outcome.state:<14}  {outcome.url}  {outcome.message}")


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; 0 takes a free one.")] = 8700,
    desk: DeskOption = HERE,
) -> None:
    """Serve the web desk to this machine until Ctrl-C."""
    from reportedly.archive import Archive
    from reportedly.web.judging import Judging
    from reportedly.web.serve import serve as serve_app

    def bundle_of(name: str) -> bytes | None:
        from reportedly import bundle

        return bundle.packed(opened, ledger, name)

    def decide(who: str, kind: "Decision", about: str, **said: str | None) -> "Judgement":
        from reportedly import pipeline  # only now: it loads the parser, and few pages are judged

        return pipeline.judge(pipeline.Run(opened, ledger, archive), who, kind, about, **said)

    with ledger_of(desk) as (opened, ledger):
        archive = Archive(opened.archive, read_only=True)
        serve_app(
            opened,
            ledger,
            archive.body,
            port,
            lambda address: print(f"the web desk is at {address} (Ctrl-C ends it)", flush=True),
            bundle_of=bundle_of,
            judging=Judging(decide, user()),
        )
