"""``reportedly briefs issue``: a draft frozen under the next number."""

from typing import Annotated

import typer

from reportedly.cli.briefs.desk import AsFlagged, By, MarkingOption, copydesk_on, issue_it
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.who import user


def issue(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="Its id, as `briefs list` prints it.")],
    marking: MarkingOption,
    who: By = None,
    as_flagged: AsFlagged = False,
    desk: DeskOption = HERE,
) -> None:
    """Issue a draft as it was saved last. It cannot be undone: a brief is corrected or withdrawn."""
    with copydesk_on(desk) as copydesk:
        made = issue_it(copydesk, draft, marking, who or user(), "", as_flagged=as_flagged)
    print(f"issued brief {made.number}; `reportedly briefs export {made.number} --format pdf` writes a file of it")
