"""``reportedly archive``: pages fetched, archived and read now."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import BadInput, Unreachable, UsageError

if TYPE_CHECKING:
    from reportedly.pipeline import Looked


def archive(
    urls: Annotated[list[str] | None, typer.Argument(metavar="[URL...]", help="Addresses of pages.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="A file with an address a line; - is stdin.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="The desk's outlet that they are from.")] = None,
    desk: DeskOption = HERE,
) -> None:
    """Fetch pages now, archive them and read their articles; a line a page says what came of it."""
    from reportedly import pipeline
    from reportedly.account.wording import counted

    addresses = list(_distinct([*(urls or []), *(_listed(from_) if from_ else [])]))
    if not addresses:
        raise UsageError("name the address of a page, such as https://herald.example/news/17, or a file by --from")
    ends: Counter[str] = Counter()
    with session_on(desk) as session:
        if outlet:
            _must_be(outlet, session.desk.outlets)
        for looked in pipeline.archive(session, addresses, outlet):
            ends[_say(looked)] += 1
    if failed := ends["failed"] + ends["gone"] + ends["blocked"]:
        raise Unreachable(f"{failed:,} of {counted(len(addresses), 'page')} could not be had")


def _listed(file: str) -> Iterator[str]:
    """The addresses of a file, one a line; what follows ``#`` at a line's beginning is a comment."""
    try:
        held = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read: {error.strerror or error}; wanted a file with an address a line"
        ) from error
    lines = (line.strip() for line in held.decode("utf-8-sig", "replace").splitlines())
    return (line.split()[0] for line in lines if line and not line.startswith("#"))


def _distinct(given: list[str]) -> Iterator[str]:
    """Each page's address once, without what only tells where a reader came from; what is named again is told."""
    from reportedly.fetch import plain_link

    seen: set[str] = set()
    for written in given:
        whole = written if "://" in written else f"https://{written}"
        url = plain_link(whole) or whole
        if url in seen:
            print(f"reportedly: named before: {written}", file=sys.stderr)
            continue
        seen.add(url)
        yield url


def _must_be(outlet: str, folder: Path) -> None:
    from reportedly import outlets

    if outlet not in {known.id for known in outlets.load(folder)}:
        raise UsageError(f"the desk has no outlet {outlet}; `reportedly outlets list` shows those it has")


def _say(looked: "Looked") -> str:
    """Print what came of a page; gives the word for it."""
    from reportedly.records import Outcome

    found = looked.found
    if isinstance(found, Outcome):
        word, told = str(found.state), found.message
    else:
        word = "unchanged" if looked.known else "filed"
        told = f"{found.outlet}: {found.headline or 'without a headline'}"
        told += f" (only a part: {found.partial})" if found.partial else ""
    print(f"{word.replace('_', ' '):<14}  {looked.url}  {told}")
    return word
