"""One command per stage, and no logic: each checks its words, opens the desk, calls one function and prints.

Stages are imported inside the commands, so that ``--help`` answers at once. Commands are shown in the order of
``commands``.
"""

import sys

from reportedly.cli import commands
from reportedly.cli.app import app
from reportedly.errors import ReportedlyError

__all__ = ["app", "commands", "main"]


def main() -> None:
    """Run a command; every failure the program knows ends in one line on stderr and its own exit code."""
    try:
        app()
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
