"""Other desks with which this one exchanges reports, and how each exchange went."""

from datetime import datetime
from typing import Literal

from reportedly.records.kinds import Record
from reportedly.records.pact import Liaison

Way = Literal["file", "server", "client"]
"""How reports went or came: by a file, asked of this desk's server, asked by this desk of another's."""

Direction = Literal["gave", "got"]


class Partner(Record, frozen=True):
    """Another desk. ``desk`` is the fingerprint of its ``key`` (base64 of the 32 bytes).

    ``token`` is the SHA-256 of what it comes in with here, ``certificate`` that of the certificate it must show;
    ``address`` is where its own server answers, ``secret`` what this desk comes in with there.
    """

    desk: str
    name: str
    key: str
    added: datetime
    liaisons: tuple[Liaison, ...] = ()
    token: str = ""
    certificate: str = ""
    address: str = ""
    secret: str = ""
    removed: datetime | None = None


class Transfer(Record, frozen=True):
    """One going or coming of reports: how many were new, and what failed, in plain words; empty where nothing did."""

    partner: str
    pact: str
    direction: Direction
    way: Way
    at: datetime
    many: int = 0
    failed: str = ""
    seq: int = 0


class Reached(Record, frozen=True):
    """How far this desk has come in what a partner's server offers under a pact: where to go on asking."""

    partner: str
    collection: str
    after: str = ""
    next: str = ""
