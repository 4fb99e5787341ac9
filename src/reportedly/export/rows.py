"""What a row of each list is: plain fields, the same in all formats.

Ids are those of the web desk and the API. Texts are the article's own words; days are as the article or its outlet gave
them, moments UTC. Where something is not known, there is nothing.
"""

from datetime import date, datetime

import msgspec


class ArticleRow(msgspec.Struct, frozen=True):
    """An article, the revision that its page showed last; ``is_withdrawn`` where people set it aside."""

    article: str
    url: str
    outlet: str
    headline: str | None
    published: date | None
    published_at: datetime | None
    published_basis: str | None
    language: str
    revision: int
    story: str | None
    is_copy: bool
    is_partial: bool
    is_withdrawn: bool


class StatementRow(msgspec.Struct, frozen=True):
    """A statement: who says what in an article, and how sure they are. ``start`` and ``end`` are characters of it."""

    statement: str
    article: str
    url: str
    outlet: str
    published: date | None
    source: str
    source_kind: str
    source_entity: str | None
    cue: str
    content: str
    certainty: str
    polarity: str
    mode: str
    via: str | None
    start: int
    end: int
    reader: str


class EventRow(msgspec.Struct, frozen=True):
    """An event as an article tells it."""

    event: str
    article: str
    url: str
    outlet: str
    published: date | None
    type: str
    mode: str | None
    words: str
    status: str
    certainty: str
    polarity: str
    start: date | None
    end: date | None
    vague: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    place_country: str | None
    place_precision: str | None
    latitude: float | None
    longitude: float | None
    story: str | None
    reader: str


class StoryRow(msgspec.Struct, frozen=True):
    """A story."""

    story: str
    title: str
    first: date | None
    last: date | None
    articles: int
    independent_sources: int
    outlets: tuple[str, ...]


class ExpectationRow(msgspec.Struct, frozen=True):
    """An expectation as it stands on a day; ``window_*`` is what counts then, ``announced_*`` what was announced."""

    expectation: str
    type: str
    state: str
    since: date | None
    announced: date | None
    window_start: date | None
    window_end: date | None
    vague: bool | None
    announced_start: date | None
    announced_end: date | None
    certainty: str
    who: tuple[str, ...]
    sentence: str
    article: str
    url: str
    announcements: int


class OutletRow(msgspec.Struct, frozen=True):
    """An outlet that is watched."""

    outlet: str
    name: str
    home: str
    country: str | None
    languages: tuple[str, ...]
    owner: str | None
    folder: str | None
    feeds: tuple[str, ...]
    sitemaps: tuple[str, ...]
    pages: tuple[str, ...]


class EntityRow(msgspec.Struct, frozen=True):
    """Somebody or something that is named, with the words used for it; no private person is among them."""

    entity: str
    kind: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    articles: int
    wikidata: str | None
    geonames: int | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str


class PageEventRow(msgspec.Struct, frozen=True):
    """Something that became of an article's page; ``struck`` and ``added`` are words of an edit."""

    url: str
    outlet: str
    kind: str
    at: datetime | None
    until: datetime | None
    looks: int
    message: str
    article: str | None
    before: str | None
    struck: int | None
    added: int | None


class DecisionRow(msgspec.Struct, frozen=True):
    """What a person decided, and whether it is in force."""

    decision: str
    at: datetime
    who: str
    kind: str
    about: str
    value: str | None
    undoes: str | None
    note: str | None
    in_force: bool


class DeletionRow(msgspec.Struct, frozen=True):
    """A row of the event tables that was given out and is so no longer."""

    event_id_cnty: str
    deleted_timestamp: int
    revision: int
    edition: int
    why: str
    article: str
    url: str
