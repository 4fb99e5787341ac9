"""``reportedly bundle``: evidence in one signed file, made by a desk and checked by anyone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from reportedly.cli.app import app
from reportedly.cli.opening import day_of, ledger_of, stoppable
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import DamagedBundle, UsageError

if TYPE_CHECKING:
    from typer._click.core import Context

    from reportedly.bundle import Chosen, Report
    from reportedly.ledger import Ledger
    from reportedly.settings import Desk


class _MakeByDefault(TyperGroup):
    """``bundle STORY -o FILE`` is short for ``bundle make STORY -o FILE``."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Put ``make`` before words that begin with no command."""
        plain = args and args[0] not in self.commands and args[0] != "--help"
        return super().parse_args(ctx, ["make", *args] if plain else args)


bundle_app = typer.Typer(
    cls=_MakeByDefault,
    help="Evidence in one signed file: `bundle STORY|ARTICLE -o FILE`, `bundle verify FILE`.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(bundle_app, name="bundle")


@bundle_app.command("make")
def bundle_make(
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

    with ledger_of(desk) as (opened, ledger):
        chosen = _chosen(opened, ledger, what, start, end)
        fingerprint = bundle.make(chosen, bundle.maker(opened, stamped=stamped), output)
    pages = len({item.capture.id for item in chosen.items if item.capture})
    print(f"wrote {output}: {chosen.kind} {chosen.id}, {len(chosen.items):,} articles, {pages:,} pages")
    print(f"signed with the key {fingerprint}")


def _chosen(desk: "Desk", ledger: "Ledger", what: str | None, start: str | None, end: str | None) -> "Chosen":
    from reportedly import bundle
    from reportedly.brief import days

    if (what is None) == (start is None and end is None):
        raise UsageError("name a story or an article, or the days of a brief with --from and --to")
    if what is None:
        today = desk.now().date()
        return bundle.brief(ledger, *days(ledger, day_of(start), day_of(end), today=today), today=today)
    found = bundle.story(ledger, what) or bundle.article(ledger, what)
    if found is None:
        raise UsageError(f"this desk has no story or article {what!r}: `reportedly stories` and `search` list them")
    return found


@bundle_app.command("verify")
def bundle_verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A bundle.")],
    key: Annotated[
        str | None, typer.Option(metavar="FINGERPRINT", help="The key that must have signed it, as its desk told you.")
    ] = None,
) -> None:
    """Check a bundle with nothing but its file; names all that is wrong."""
    from reportedly import bundle

    with stoppable():
        report = bundle.verify(file, key)
    _tell(report, print)
    if not report.faults:
        print("whole: every byte is as it was signed, and every statement stands where it says")
        return
    for fault in report.faults:
        print(f"WRONG {fault.where}: {fault.message}")
    many = len(report.faults)
    raise DamagedBundle(f"{file} is not what was signed: {many:,} {'thing is' if many == 1 else 'things are'} wrong")


def _tell(report: "Report", say: Callable[[str], None]) -> None:
    """What the bundle says of itself; worth as much as the faults below allow."""
    about, found, stamp = report.about, report.found, report.stamp
    if about is None:
        return
    say(f"{about.kind} {about.id} of the desk {about.desk!r}: {about.title}")
    say(f"{found.pages:,} pages, {found.articles:,} articles, {found.statements:,} statements")
    if found.without_page:
        say(f"{found.without_page:,} of the articles were handed in as text, without a page")
    if found.elsewhere:
        say(f"{found.elsewhere:,} of the statements have words that the page's own text does not hold")
    say(f"signed {report.signed_at} by the desk's own clock, with the key {report.key or 'that is unreadable'}")
    say(
        f"time stamp: {stamp.at:%Y-%m-%dT%H:%M:%SZ}, {stamp.authority} ({stamp.certificate})"
        if stamp
        else "no time stamp"
    )
