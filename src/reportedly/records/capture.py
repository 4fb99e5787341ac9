"""Bytes that came from an address, as the archive keeps them."""

from datetime import datetime

from reportedly.records.kinds import Record


class Capture(Record, frozen=True):
    """Bytes received from one URL at one moment, and where the archive keeps them. Never changed, never deleted."""

    id: str
    url: str
    fetched_at: datetime
    status: int
    content_type: str
    sha256: str
    length: int
    warc: str
    offset: int


class Stored(Record, frozen=True):
    """How much an archive holds: its WARC files, and their bytes."""

    files: int
    bytes: int
