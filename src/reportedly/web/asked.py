"""What an address or a form asks for: a day, a page of a list, a number of the ledger, where to go next."""

from datetime import date
from typing import Annotated, Final, NamedTuple

from fastapi import Depends, Path

from reportedly.clock import day_of
from reportedly.errors import BadInput

FAR: Final = 1_000_000  # pages; no list is longer, and no database must count further


def day(given: str | None) -> date | None:
    """A day from the address, None where its field was left empty; raises ``BadDate``."""
    return day_of((given or "").strip() or None)


class AskedDays(NamedTuple):
    """The days between which something is asked for; None where a field was left empty."""

    since: date | None
    until: date | None


def _days(since: str | None = None, until: str | None = None) -> AskedDays:
    return AskedDays(day(since), day(until))


TheseDays = Annotated[AskedDays, Depends(_days)]


def page_number(given: str | None) -> int:
    """A page number from the address, counted from 1; raises ``BadInput``."""
    if not given:
        return 1
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= FAR):
        raise BadInput(f"{given!r} is not a page number: pages count from 1")
    return int(given)


def number(given: str, what: str = "number that a page of this desk gave") -> int | None:
    """A number of the ledger from an address or a form, None where its field was left empty; raises ``BadInput``."""
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < len(str(2**63))):
        raise BadInput(f"{given[:40]!r} is no {what}")
    return int(given)


Number = Annotated[int, Path(ge=0, lt=2**63)]
"""A number of the ledger as a part of a path."""


def own_path(given: str, elsewhere: str = "/") -> str:
    """A path of this desk, never another's address; ``elsewhere`` where it is none."""
    own = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable()
    return given if own else elsewhere
