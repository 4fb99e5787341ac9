"""What the ledger shows of itself besides the records: lines of lists, search hits, counts."""

from datetime import date

from reportedly.records import EntityKind, Precision, Published, Record, State, Window


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
