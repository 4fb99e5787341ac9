"""Options that several commands share, and the forms of output."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

HERE = Path()


class As(StrEnum):
    """Output for a person or for a program."""

    text = "text"
    jsonl = "jsonl"


class BriefAs(StrEnum):
    """Forms of a brief."""

    markdown = "markdown"
    html = "html"


class Part(StrEnum):
    """What a worker that stays may keep to."""

    watch = "watch"
    read = "read"
    relate = "relate"


DeskOption = Annotated[
    Path,
    typer.Option("--desk", metavar="DIR", envvar="REPORTEDLY_DESK", help="The desk's folder.", show_default="here"),
]
FormatOption = Annotated[As, typer.Option("--format", help="For a person, or one JSON object a line.")]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="The first day.", show_default=False)]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="The last day.", show_default=False)]
LanguageOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="Only in this language, as fa, or by name, as Persian; may be repeated."),
]
OutletOption = Annotated[str | None, typer.Option(metavar="ID", help="Only what this outlet calls it.")]
