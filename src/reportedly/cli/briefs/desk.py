"""What the commands for briefs share: the copy desk, and a brief by the name it was given."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import ledger_of

if TYPE_CHECKING:
    from reportedly.brief.copydesk import CopyDesk
    from reportedly.records import Dispatch

BriefName = Annotated[str, typer.Argument(metavar="BRIEF", help="An issued brief's number, or a draft's id.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The number of an issued brief.")]
By = Annotated[str | None, typer.Option("--who", help="Who does it; the user's name where none is given.")]
MarkingOption = Annotated[str, typer.Option("--marking", metavar="TLP", help="To whom it may go, such as TLP:AMBER.")]
EditionOption = Annotated[int | None, typer.Option("--edition", help="An edition that was corrected since.")]
AsFlagged = Annotated[bool, typer.Option("--as-flagged", help="Also with flagged sentences, which are meant so.")]


@contextmanager
def copydesk_on(folder: Path) -> Iterator["CopyDesk"]:
    """The copy desk of the desk in ``folder``."""
    from reportedly.brief.copydesk import CopyDesk
    from reportedly.read.put import how_put

    with ledger_of(folder) as (opened, ledger):
        yield CopyDesk(ledger, opened.settings.name, opened.now, how_put)


def named(copydesk: "CopyDesk", name: str, edition: int | None = None) -> "Dispatch":
    """What a name stands for: an issued brief by its number, a draft as it was saved last; raises ``NotInLedger``."""
    from reportedly.brief.writing import written

    if name.isascii() and name.isdigit():
        return copydesk.issued(int(name[:9]), edition)
    return written(copydesk.ledger, copydesk.draft(name), copydesk.name)


def issue_it(copydesk: "CopyDesk", draft: str, marking: str, who: str, reason: str, *, as_flagged: bool) -> "Dispatch":
    """Issue a draft as it was saved last; ``BadInput`` where it has flagged sentences that nobody meant."""
    from reportedly.brief.copydesk import flagged
    from reportedly.brief.printing.lines import mark
    from reportedly.brief.writing import flags_of
    from reportedly.errors import BadInput

    version = copydesk.draft(draft)
    for sentence in (doubtful := flagged(version.contents)):
        print(f"{sentence.id}: {sentence.text}")
        for flag in flags_of(sentence):
            print(f"    {mark(flag)}")
    if doubtful and not as_flagged:
        raise BadInput("nothing was issued: rewrite the sentences above, or say --as-flagged")
    return copydesk.issue(version, marking, who, reason)
