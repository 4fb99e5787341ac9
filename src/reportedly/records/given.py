"""What is given out of events and expectations, row by row, so that whoever took it can be told what became of it."""

from datetime import date, datetime
from typing import Literal

from reportedly.records.followup import FollowUp
from reportedly.records.kinds import Certainty, EntityKind, Polarity, Precision, Record, Status, content_id
from reportedly.text import Span

Gone = Literal["edited", "read anew", "withdrawn", "set aside", "expected no more"]
"""Why a row is no longer given out: the page shows another text, its reading found something else, people decided so,
the reading is not here; of an expectation, that no article announces it any more."""


class Party(Record, frozen=True):
    """Somebody who takes part in an event, as far as it may be told: a public entity, or a common noun."""

    words: str
    entity: str | None = None
    kind: EntityKind | None = None
    name: str | None = None
    roles: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None


class Site(Record, frozen=True):
    """Where an event is said to happen; without a point for what is none (``precision``)."""

    entity: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    geonames: int | None


class EventRow(Record, frozen=True):
    """An event as one article tells it. All of it follows from that article and its place in a story.

    ``start`` and ``end`` are the first and the last day that the article gives, None where it gives none or one that
    cannot be known; ``vague`` where its words leave them open. ``copy_of`` is the URL of the article it repeats.
    """

    article: str
    url: str
    outlet: str
    language: str
    published: date | None
    story: str | None
    copy_of: str | None
    type: str
    mode: str | None
    status: Status
    certainty: Certainty
    polarity: Polarity
    trigger: Span
    words: str
    start: date | None = None
    end: date | None = None
    vague: bool = False
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    site: Site | None = None
    reader: str = ""

    @property
    def happened(self) -> bool:
        """Whether the article tells it as something that took place."""
        return self.status in {"occurred", "ongoing"} and self.polarity == "affirmed"


class GivenEvent(Record, frozen=True):
    """A row of an event table. ``revision`` counts from 1; ``edition`` is that of the tables in which it came so.

    ``gone`` says why it is in them no more; ``row`` is what it was then.
    """

    id: str
    revision: int
    edition: int
    at: datetime
    gone: Gone | None
    row: EventRow


class GivenExpectation(Record, frozen=True):
    """An expectation of the calendar, as ``GivenEvent``; without what follows from the day alone."""

    id: str
    revision: int
    edition: int
    at: datetime
    gone: Gone | None
    row: FollowUp


def given_id(event: str, row: EventRow) -> str:
    """The id of an event's row. What turns out not to have happened is another row, so each table can tell it."""
    return content_id("r", row.article, event, row.happened)
