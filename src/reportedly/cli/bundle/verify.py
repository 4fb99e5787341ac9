"""``reportedly bundle verify``: a bundle checked with nothing but its file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import stoppable
from reportedly.errors import DamagedBundle

if TYPE_CHECKING:
    from reportedly.bundle import Report


def verify(
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
    from reportedly.account.wording import counted

    about, checked, stamp = report.about, report.checked, report.stamp
    if about is None:
        return
    say(f"{about.kind} {about.id} of the desk {about.desk!r}: {about.title}")
    held = (
        counted(checked.pages, "page"),
        counted(checked.articles, "article"),
        counted(checked.statements, "statement"),
    )
    say(", ".join(held))
    if checked.without_page:
        say(f"{checked.without_page:,} of the articles were handed in as text, without a page")
    if checked.elsewhere:
        say(f"{checked.elsewhere:,} of the statements have words that the page's own text does not hold")
    say(f"signed {report.signed_at} by the desk's own clock, with the key {report.key or 'that is unreadable'}")
    say(
        f"time stamp: {stamp.at:%Y-%m-%dT%H:%M:%SZ}, {stamp.authority} ({stamp.certificate})"
        if stamp
        else "no time stamp"
    )
