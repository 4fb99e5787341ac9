"""``reportedly briefs export``: a brief as a file."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.briefs.desk import BriefName, EditionOption, copydesk_on, named
from reportedly.cli.options import HERE, DeskOption


def export(
    brief: BriefName,
    form: Annotated[str, typer.Option("--format", help="md, html, pdf, docx or json (its evidence).")] = "md",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The file.", show_default="by its name"),
    ] = None,
    edition: EditionOption = None,
    desk: DeskOption = HERE,
) -> None:
    """Write a brief to a file; an issued one has the same bytes each time, until it is corrected or withdrawn."""
    from reportedly.brief import printing
    from reportedly.brief.printing.notices import notices_on

    asked = printing.form(form)
    with copydesk_on(desk) as copydesk:
        dispatch = named(copydesk, brief, edition)
        made = asked.render(dispatch, notices_on(copydesk.ledger, dispatch))
    path = output or Path(printing.name(dispatch, form))
    path.write_bytes(made)
    print(f"wrote {path}: {dispatch.title}")
