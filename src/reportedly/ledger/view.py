"""What the ledger shows of itself besides the records: lines of lists, search hits, counts."""

from datetime import date

from reportedly.records import Record, State, Window


class StoryLine(Record, frozen=True):
    """A story in a list: ``articles`` is how many it has, ``outlets`` the ids of who tell it, in alphabetical order.

    ``first`` and ``last`` are the days its dated articles came out; None where none is dated.
    """

    id: str
    title: str
    first: date | None
    last: date | None
    articles: int
    outlets: tuple[str, ...]
    independent_sources: int


class FollowUpLine(Record, frozen=True):
    """An expectation in a list as it stands on a day, without the words it rests on; ``on`` is when ``state`` began."""

    id: str
    type: str
    announced: date | None
    window: Window | None
    state: State
    on: date | None
