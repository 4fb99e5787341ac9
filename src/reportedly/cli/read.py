"""``reportedly read``: documents read without a desk."""

import sys
from typing import Annotated

import typer

from reportedly.cli.opening import stoppable
from reportedly.cli.options import As, FormatOption
from reportedly.clock import day_of
from reportedly.errors import BadInput, Unreachable


def read(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|URL|-...", help="Text, HTML or JSONL; - is stdin.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day it came out (YYYY-MM-DD).")] = None,
    outlet: Annotated[str, typer.Option(help="Who published it.")] = "unknown",
    form: FormatOption = As.text,
    processes: Annotated[int, typer.Option(help="Worker processes; 0: as many as pay.")] = 0,
) -> None:
    """Read documents without a desk and print what was found in them."""
    from reportedly import without_desk
    from reportedly.export import jsonl, reading
    from reportedly.extract.intake.documents import Origin
    from reportedly.records import Reading

    show = jsonl.reading if form is As.jsonl else reading.text
    day = day_of(published)
    origins = [Origin(name=source, url=source, outlet=outlet, published=day) for source in sources]
    failed: list[str] = []
    with stoppable():
        for found in without_desk.read(origins, processes=processes):
            if isinstance(found, Reading):
                print(show(found))
            else:
                failed.append(found.url)
                named = "" if found.url in found.message else f"{found.url}: "
                print(f"reportedly: {named}{found.message}", file=sys.stderr)
    if failed:
        kind = Unreachable if all(url.startswith(("http://", "https://")) for url in failed) else BadInput
        raise kind(f"{len(failed):,} of the documents could not be read")
