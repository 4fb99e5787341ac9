"""Reports as they leave a desk and as they come: versions that are never changed, who got which, who sent which."""

from datetime import datetime
from typing import Final, Literal

from reportedly.records.kinds import Record
from reportedly.records.partner import Way

REPORT_FORMAT: Final = "reportedly/exchange/1"
"""What the extension of STIX says of itself in which desks tell of a report what STIX has no word for."""

ReportState = Literal["usable", "corrected", "withdrawn"]

Word = Literal["received", "withdrawn"]
"""What a receiver answers: that it has a report, that it uses it no longer."""


class ReportVersion(Record, frozen=True):
    """One version of one of this desk's objects, as it is given to whoever may have it, byte for byte.

    ``about`` names what it tells of (a page, two pages) under a ``kind``; ``generation`` counts how often that was
    withdrawn for good before. ``digest`` is of the body without its times: equal digests are no new version.
    """

    id: str
    modified: datetime
    pact: str
    kind: str
    about: str
    generation: int
    digest: str
    body: str
    state: ReportState = "usable"
    reason: str = ""


class Offer(Record, frozen=True):
    """That a version is there for a receiver, since when, in the order of commit."""

    seq: int
    pact: str
    receiver: str
    id: str
    modified: datetime
    added: datetime
    body: str


class Served(Record, frozen=True):
    """That a receiver was given a version, when, under which pact and how."""

    pact: str
    receiver: str
    id: str
    modified: datetime
    at: datetime
    way: Way
    seq: int = 0


class Received(Record, frozen=True):
    """A version of another desk's object: ``originator`` made and signed it, ``sender`` gave it, under ``pact``.

    ``page`` and ``url`` name the article that a report tells of, ``other`` the second of a tie between two;
    ``body`` is what came. ``withdrawn`` is for good: whatever comes under the same id later.
    """

    id: str
    modified: datetime
    originator: str
    kind: str
    about: str
    body: str
    sender: str
    pact: str
    at: datetime
    url: str = ""
    state: ReportState = "usable"
    reason: str = ""


class Receipt(Record, frozen=True):
    """That a version came: from whom, when, under which pact. One that comes by two ways has two."""

    id: str
    modified: datetime
    sender: str
    pact: str
    at: datetime


class Answer(Record, frozen=True):
    """What ``by`` said of a version it got; ``word`` says what it did with it."""

    id: str
    modified: datetime
    by: str
    word: Word
    at: datetime
