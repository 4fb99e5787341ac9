"""Whom a saved search tells, when and how; and what was sent."""

from datetime import date, datetime, time
from typing import Literal

from reportedly.records.kinds import Record

AlertWay = Literal["mail", "webhook"]
Pace = Literal["at_once", "daily", "weekly"]
MessageState = Literal["waiting", "sent", "failed", "dropped"]
"""``failed`` is given up after many tries; ``dropped`` had nothing left to tell when its turn came."""


class Alert(Record, frozen=True):
    """A rule: tell ``target`` (an address of mail or of a web page) of what a saved search matches.

    ``hour`` is when a digest is due, in ``zone``, weekly ones on ``weekday`` (Monday is 0). Between ``quiet_from`` and
    ``quiet_until`` and up to the day ``muted`` nothing is sent; what comes meanwhile is sent after. ``secret`` signs
    what is posted. ``told`` is the number of the last match that was looked at.
    """

    id: str
    search: str
    owner: str
    way: AlertWay
    target: str
    pace: Pace
    made: datetime
    hour: time = time(8)
    zone: str = "UTC"
    weekday: int = 0
    quiet_from: time | None = None
    quiet_until: time | None = None
    muted: date | None = None
    secret: str = ""
    told: int = 0
    looked: datetime | None = None
    removed: datetime | None = None


class Message(Record, frozen=True):
    """Something to be sent, or sent: receivers drop by ``id`` what reaches them twice.

    ``due`` is when it is tried next; ``why`` is what the last try came to grief over. ``articles`` are the ids of those
    that it tells of and its search still matches; a ``test`` tells of none.
    """

    id: str
    alert: str
    made: datetime
    due: datetime
    state: MessageState = "waiting"
    tries: int = 0
    ended: datetime | None = None
    why: str = ""
    articles: tuple[str, ...] = ()
    test: bool = False
