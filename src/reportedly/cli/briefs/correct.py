"""``reportedly briefs correct``: one more edition of an issued brief."""

from typing import Annotated

import typer

from reportedly.cli.briefs.desk import AsFlagged, By, Number, copydesk_on, issue_it
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user


def correct(
    number: Number,
    reason: Annotated[str, typer.Option(help="What is corrected, and why: it stands on top of all editions.")],
    marking: Annotated[str | None, typer.Option("--marking", metavar="TLP", help="Another than it has.")] = None,
    who: By = None,
    as_flagged: AsFlagged = False,
    desk: DeskOption = HERE,
) -> None:
    """Issue the draft of a brief, as it was saved last, in its place; the edition before stays readable."""
    with copydesk_on(desk) as copydesk:
        before = copydesk.issued(number)
        marked = marking or before.marking or ""
        made = issue_it(copydesk, before.draft, marked, who or user(), reason, as_flagged=as_flagged)
    print(f"issued edition {made.edition} of brief {made.number}; the one before says so on top")
