"""``reportedly version``, and ``--version`` before any command."""

from typing import Annotated

import typer

from reportedly import __version__


def version() -> None:
    """Print the version."""
    print(__version__)


def _version_asked(asked: bool) -> None:  # noqa: FBT001 - so typer calls it
    if asked:
        version()
        raise typer.Exit


def before_commands(
    version: Annotated[
        bool, typer.Option("--version", callback=_version_asked, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that may stand before any command."""
