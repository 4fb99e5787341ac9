"""Looks at a page after it was first seen, and what became of it."""

from datetime import datetime
from typing import Literal

from reportedly.records.edit import Edit
from reportedly.records.kinds import FetchState, Record

PageEventKind = Literal["seen", "edited", "laid_out_anew", "put_back", "part", "gone", "closed", "no_article", "back"]


class Look(Record, frozen=True):
    """One look at a page and what came of it; ``article`` is the revision it showed, where it showed one.

    ``at`` is None for an article that was handed in: nobody knows when its page showed it.
    """

    at: datetime | None
    state: FetchState
    message: str = ""
    article: str | None = None
    capture: str | None = None


class PageEvent(Record, frozen=True):
    """Something that became of a page: from ``at`` (None: not known) to the last look that found it so, ``until``.

    ``article`` is the revision that the page shows from then on, or showed last; ``edit`` is what was changed.
    """

    kind: PageEventKind
    at: datetime | None
    until: datetime | None
    looks: int
    message: str
    article: str | None = None
    edit: Edit | None = None
