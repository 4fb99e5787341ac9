"""How commands are put together: a command line and its groups are made from tables of names and functions."""

from collections.abc import Callable, Mapping
from typing import Any

import typer

Commands = Mapping[str, Callable[..., None]]
"""Functions by the words that call them, in the order in which ``--help`` shows them."""


def group(about: str, commands: Commands, **more: Any) -> typer.Typer:
    """A command line, or a part of one, with these commands; ``more`` goes to typer as it is."""
    made = typer.Typer(help=about, no_args_is_help=True, rich_markup_mode=None, **more)
    for name, command in commands.items():
        made.command(name)(command)
    return made
