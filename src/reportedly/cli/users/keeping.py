"""What the commands about people share: the roster they change, and a password asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import ledger_of
from reportedly.cli.who import user
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.people import Roster

PersonId = Annotated[str, typer.Argument(metavar="PERSON", help="What they sign in with.")]


@contextmanager
def roster_of(folder: "Path") -> Iterator["Roster"]:
    """The people of the desk in ``folder``, as whoever sits at this terminal changes them."""
    from reportedly import clock
    from reportedly.people import Passwords, Roster

    with ledger_of(folder) as (_, ledger):
        yield Roster(ledger, clock.system, Passwords(), user() or "somebody", "terminal")


def asked_password(person: str) -> str:
    """A password: typed twice at a terminal, or a line of stdin; raises ``UsageError`` where there is none."""
    if not sys.stdin.isatty():
        given = sys.stdin.readline().rstrip("\r\n")
        if not given:
            raise UsageError("a password is read from stdin, and there was none: write it as one line")
        return given
    first = getpass(f"password of {person}: ")
    if getpass("the same again: ") != first:
        raise UsageError("the password was written in two ways, and nothing was changed: try again")
    return first
