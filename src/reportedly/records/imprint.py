"""What tells copies and voices apart without an article's text, so that desks count one report once."""

from datetime import date, datetime
from typing import Final

from reportedly.records.kinds import Record

SKETCHED: Final = 64
"""Hashes of a sketch: what two texts share is told from so many to within about six hundredths."""


class Imprint(Record, frozen=True):
    """An article as voices are counted: who prints it, on whom it leans, and a sketch of its text.

    ``home`` is the host of its outlet, ``text`` the SHA-256 of its text. ``sketch`` holds the smallest hashes of its
    shingles, ascending, ``grams`` is how many shingles there are. ``credits`` are the names it credits its text to,
    ``leans`` those through whom at least half of what it tells has come, the first of it included.
    """

    url: str
    outlet: str
    name: str | None
    home: str
    owner: str | None
    country: str | None
    day: date | None
    at: datetime | None
    text: str
    credits: tuple[str, ...] = ()
    leans: tuple[str, ...] = ()
    sketch: tuple[int, ...] = ()
    grams: int = 0
