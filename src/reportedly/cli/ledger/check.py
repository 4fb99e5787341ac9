"""``reportedly ledger check``: whether everything adds up."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, As, DeskOption, FormatOption
from reportedly.errors import DamagedLedger

if TYPE_CHECKING:
    from reportedly.records import Fault

DeepOption = Annotated[bool, typer.Option("--deep", help="Verify every archived byte, too, as `reportedly verify`.")]


def check(deep: DeepOption = False, form: FormatOption = As.text, desk: DeskOption = HERE) -> None:
    """Check whether the ledger adds up with itself and with the archive, and say what to do where it does not."""
    import sys

    from reportedly.account.wording import counted
    from reportedly.export import faults as lines
    from reportedly.upkeep.checking import check as faults_of

    found = 0

    def counting(faults: "Iterable[Fault]") -> "Iterator[Fault]":
        nonlocal found
        for fault in faults:
            found += 1
            yield fault

    with session_on(desk) as session:
        faults = counting(faults_of(session, deep=deep))
        for line in lines.jsonl(faults) if form is As.jsonl else lines.text(faults):
            print(line)
        captures, articles = session.ledger.count("captures"), session.ledger.count("articles")
        older = session.ledger.upkeep.count_incomparable()
    about = f"{counted(captures, 'capture')} and {counted(articles, 'article')} checked"
    print(f"reportedly: {about}, {counted(found, 'fault')} found", file=sys.stderr)
    if older:
        print(
            f"reportedly: {counted(older, 'reading')} of an earlier program can only be read anew, not compared",
            file=sys.stderr,
        )
    if found:
        raise DamagedLedger(f"this desk does not add up in {counted(found, 'place')}: see above what to do about each")
