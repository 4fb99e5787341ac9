"""What is kept of following up, so that an article that comes touches only the expectations it concerns."""

from datetime import date
from typing import Final, Literal

from reportedly.records.followup import Sighting
from reportedly.records.kinds import Record, State

Part = Literal["announced", "told"]
"""What a page is asked: what it announces, or what it tells of what was announced."""

FOUND: Final = 5
"""Announcements of one day that are found by one key, the first; who comes after them is found by rarer keys."""


class Followed(Record, frozen=True):
    """A page that was followed up: ``on`` which day, ``by`` which rules, and by which ``keys`` it is found.

    ``rests_on`` tells its sightings from any others. A page of no known day stands on the last day of the calendar.
    """

    url: str
    on: date
    by: str
    rests_on: str
    keys: tuple[int, ...] = ()


class Announcement(Record, frozen=True):
    """An announcement, the ``n``-th of its page, and the expectation that it supports.

    ``id`` is that of the follow-up which it begins, or would begin if nothing had been announced before it.
    """

    id: str
    followup: str
    url: str
    on: date
    n: int
    sighting: Sighting
    keys: tuple[int, ...] = ()

    @property
    def begins(self) -> bool:
        """Whether it is the first of its expectation."""
        return self.id == self.followup

    @property
    def place(self) -> tuple[date, str, int]:
        """Where it stands among all announcements."""
        return self.on, self.url, self.n


class Step(Record, frozen=True):
    """What a page tells, or by announcing a new date shows, of an expectation; the ``n``-th of these."""

    followup: str
    url: str
    part: Part
    n: int
    state: State
    sighting: Sighting


class Turn(Record, frozen=True, order=True):
    """A page to be asked again. They are taken in this order: a turn calls only for turns behind it."""

    on: date
    n: int
    url: str

    @property
    def part(self) -> Part:
        """What it is asked."""
        return "told" if self.n else "announced"
