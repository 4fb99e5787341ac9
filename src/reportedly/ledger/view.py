"""What the ledger shows of itself besides the records: lines of lists, search hits, counts."""

from datetime import date, datetime, timedelta

from reportedly.records import EntityKind, Precision, Published, Record, State, Window


class FeedState(Record, frozen=True):
    """What a feed's server said last, to ask it politely next time. Moments are aware UTC.

    ``failures`` counts those since the last success, ``error`` says what the last was; both stay until the next success
    (``failed_at`` and ``error`` also after it). ``next_at`` is when to ask again, None at once.
    """

    url: str
    etag: str | None
    last_modified: str | None
    polled_at: datetime
    failures: int = 0
    next_at: datetime | None = None
    succeeded_at: datetime | None = None
    failed_at: datetime | None = None
    error: str | None = None


class OutletHealth(Record, frozen=True):
    """How watching an outlet goes: the states of its feeds, and how many of its articles were announced.

    ``newest`` is when its newest article came out (or was first announced, where it has no date), never after ``at``;
    ``a_day`` how many came a day over the last 14 days, or since the first of these.
    """

    outlet: str
    at: datetime
    feeds: tuple[FeedState, ...]
    newest: datetime | None
    a_day: float

    @property
    def succeeded_at(self) -> datetime | None:
        """When one of its feeds last answered as it should."""
        return max((feed.succeeded_at for feed in self.feeds if feed.succeeded_at), default=None)

    @property
    def last_failure(self) -> FeedState | None:
        """The feed that failed last, with its error."""
        failed = [feed for feed in self.feeds if feed.failed_at]
        return max(failed, key=lambda feed: str(feed.failed_at), default=None)

    @property
    def failing(self) -> tuple[FeedState, ...]:
        """The feeds whose last answer was a failure."""
        return tuple(feed for feed in self.feeds if feed.failures)

    @property
    def silent_for(self) -> timedelta | None:
        """How long no article came; None where none ever did."""
        return self.at - self.newest if self.newest else None


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


class ArticleLine(Record, frozen=True):
    """An article in a list; ``revision`` counts from 1 for each URL, ``article`` is the revision's id.

    ``story`` is the story it belongs to, None before it is grouped; ``is_copy`` says whether it repeats another's text,
    ``partial`` whether the text is only a part of the article.
    """

    article: str
    url: str
    outlet: str
    headline: str | None
    published: Published | None
    language: str
    revision: int
    story: str | None = None
    is_copy: bool = False
    partial: bool = False


class Hit(Record, frozen=True):
    """An article found by its words. ``snippet`` is its best passage in pieces: words, and whether they were sought."""

    article: str
    url: str
    outlet: str
    headline: str | None
    published: Published | None
    snippet: tuple[tuple[str, bool], ...]
    story: str | None = None
    is_copy: bool = False
    partial: bool = False


class FollowUpLine(Record, frozen=True):
    """An expectation in a list as it stands on a day, without the words it rests on; ``on`` is when ``state`` began."""

    id: str
    type: str
    announced: date | None
    window: Window | None
    state: State
    on: date | None


class EntityLine(Record, frozen=True):
    """An entity over all articles: its commonest name, all words used for it, and how many ``articles`` name it."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    wikidata: str | None
    geonames: int | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    articles: int


class Counts(Record, frozen=True):
    """How much the ledger holds. ``unread`` are articles without a reading, ``articles`` counts every revision."""

    outlets: int
    captures: int
    articles: int
    unread: int
    entities: int
    statements: int
    events: int
    expectations: int
    stories: int
    followups: int
