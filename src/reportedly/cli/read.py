"""``reportedly read``: documents read without a desk."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly import clock
from reportedly.cli.opening import stoppable
from reportedly.cli.options import As, FormatOption
from reportedly.errors import BadInput, Unreachable, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.extract.intake.documents import Origin
    from reportedly.records import Outcome, ReadingFailed


def read(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|URL|-...", help="Text, HTML or JSONL; - is stdin.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day it came out (YYYY-MM-DD).")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it was published.")] = None,
    outlet: Annotated[str, typer.Option(help="Who published it.")] = "unknown",
    form: FormatOption = As.text,
    processes: Annotated[int, typer.Option(help="Worker processes; 0: as many as pay.")] = 0,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why: the signs for each place, name, source.")
    ] = False,
) -> None:
    """Read documents without a desk and print what was found in them."""
    from reportedly.dates import given_day
    from reportedly.extract.intake.documents import Origin

    if explain and form is As.jsonl:
        raise UsageError("--explain is for a person: a reading's JSON has no place for reasons")
    if url and len(sources) > 1:
        raise UsageError(f"--url is the address of one document; {len(sources)} are given: read them one by one")
    day = given_day(published, clock.system())
    origins = [Origin(name=source, url=url or source, outlet=outlet, published=day) for source in sources]
    failed: list[str] = []
    with stoppable():
        for shown in _explained(origins) if explain else _read(origins, form, processes):
            if isinstance(shown, str):
                print(shown)
            else:
                failed += [] if _is_note(shown) else [shown.url]
                named = "" if shown.url in shown.message else f"{shown.url}: "
                print(f"reportedly: {named}{shown.message}", file=sys.stderr)
    if failed:
        web = {source for source in sources if source.startswith(("http://", "https://"))}
        kind = Unreachable if web.issuperset(sources if url else failed) else BadInput
        raise kind(f"{len(failed):,} of the documents could not be read")


def _is_note(said: "ReadingFailed | Outcome") -> bool:
    """Whether something was used all the same."""
    return getattr(said, "state", None) == "fetched"


def _read(origins: "list[Origin]", form: As, processes: int) -> "Iterator[str | ReadingFailed | Outcome]":
    """Each reading as it is shown, or why there is none."""
    from reportedly import without_desk
    from reportedly.export import jsonl, reading
    from reportedly.records import Reading

    show = jsonl.reading if form is As.jsonl else reading.text
    for outcome in without_desk.read(origins, processes=processes):
        yield show(outcome) if isinstance(outcome, Reading) else outcome


def _explained(origins: "list[Origin]") -> "Iterator[str | Outcome]":
    """Each reading for a person, with the reasons under it, or why there is none."""
    from reportedly import without_desk
    from reportedly.export import reading, reasons

    for outcome in without_desk.explain(origins):
        yield f"{reading.text(outcome[0])}\n{reasons.text(outcome[1])}\n" if isinstance(outcome, tuple) else outcome
