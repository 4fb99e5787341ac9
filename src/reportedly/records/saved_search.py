"""A question that is kept, and answered again with each article that is filed."""

from datetime import date, datetime

from reportedly.records.filters import Filters
from reportedly.records.kinds import Record


class SavedSearch(Record, frozen=True):
    """Words and filters under a name.

    ``owner`` is the id of the person who made it; with ``shared`` all at the desk see it. ``whole`` says whether its
    matches go back to the first article; else they are whole back to the day ``reached``, None where that is unknown.
    ``removed`` is when it was taken away.
    """

    id: str
    name: str
    words: str
    filters: Filters
    owner: str
    made: datetime
    shared: bool = False
    whole: bool = True
    reached: date | None = None
    removed: datetime | None = None
