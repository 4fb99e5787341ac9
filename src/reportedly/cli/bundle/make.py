"""``reportedly bundle make``: pages, statements and hashes in one signed file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.clock import day_of
from reportedly.errors import NotInLedger, UsageError

if TYPE_CHECKING:
    from reportedly.bundle import Chosen
    from reportedly.ledger import Ledger
    from reportedly.settings import Desk


def make(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write, *.wacz.")],
    what: Annotated[
        str | None, typer.Argument(metavar="[STORY|ARTICLE]", help="A story's or article's id, or a page's address.")
    ] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Bundle a brief: its first day.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Bundle a brief: its last day.")] = None,
    stamped: Annotated[
        bool, typer.Option("--time-stamp/--no-time-stamp", help="Ask the time authority of desk.toml, if there is one.")
    ] = True,
    desk: DeskOption = HERE,
) -> None:
    """Write pages, statements and hashes into one WACZ file signed with the desk's key (the default command)."""
    from reportedly import bundle
    from reportedly.account.wording import counted

    with ledger_of(desk) as (opened, ledger):
        chosen = _chosen(opened, ledger, what, start, end)
        fingerprint = bundle.make(chosen, bundle.maker_of(opened, stamped=stamped), output)
    pages = len({item.capture.id for item in chosen.items if item.capture})
    print(
        f"wrote {output}: {chosen.kind} {chosen.id}, {counted(len(chosen.items), 'article')}, {counted(pages, 'page')}"
    )
    print(f"signed with the key {fingerprint}")


def _chosen(desk: "Desk", ledger: "Ledger", what: str | None, start: str | None, end: str | None) -> "Chosen":
    from reportedly import bundle
    from reportedly.brief import days

    if (what is None) == (start is None and end is None):
        raise UsageError("name a story or an article, or the days of a brief with --from and --to")
    if what is None:
        today = desk.now().date()
        return bundle.brief(ledger, *days(ledger, day_of(start), day_of(end), today=today), today=today)
    chosen = bundle.story(ledger, what) or bundle.article(ledger, what)
    if chosen is None:
        raise NotInLedger(f"this desk has no story or article {what!r}: `reportedly stories` and `search` list them")
    return chosen
