"""How an attempt ended."""

from datetime import datetime

from reportedly.records.kinds import FetchState, Record


class Outcome(Record, frozen=True):
    """How one attempt to fetch or use a URL ended, in plain words. Expected failures live here, not in exceptions."""

    url: str
    at: datetime
    state: FetchState
    message: str
