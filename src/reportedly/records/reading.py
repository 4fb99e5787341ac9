"""What a reader found in one article revision: the public reading format."""

from datetime import date, datetime

from reportedly.records.article import Dateline, Published, Updated
from reportedly.records.kinds import (
    SCHEMA,
    Certainty,
    EntityKind,
    Grain,
    Mode,
    Polarity,
    Precision,
    Record,
    RelationKind,
    SourceKind,
    Status,
    TimeKind,
)
from reportedly.text import Span


class Entity(Record, frozen=True):
    """Somebody or something named, with every mention in this article.

    ``public`` is False for persons who neither speak nor hold office nor act in a public event: such a person stays
    words of the article and never becomes a row of the ledger.
    """

    id: str
    kind: EntityKind
    name: str
    roles: tuple[str, ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "none"
    mentions: tuple[Span, ...] = ()
    public: bool = True


class Relation(Record, frozen=True):
    """A standing tie the article states, with the words that state it."""

    kind: RelationKind
    subject: str
    object: str
    span: Span


class Time(Record, frozen=True):
    """A time expression. ``start`` and ``end`` are local to the outlet, inclusive, None where they cannot be known."""

    id: str
    span: Span
    kind: TimeKind
    start: datetime | None
    end: datetime | None
    grain: Grain
    vague: bool = False
    timex: str | None = None


class Statement(Record, frozen=True):
    """A claim: who says what, with which words. ``via`` is the outer statement in a chain of attribution."""

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    source_entity: str | None = None
    source_kind: SourceKind = "unknown"
    via: str | None = None
    mode: Mode = "indirect"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"


class Participant(Record, frozen=True):
    """An actor or recipient of an event: its words, and the entity where they name one."""

    span: Span
    entity: str | None = None


class Event(Record, frozen=True):
    """Something said to happen. ``type`` is a PLOVER root or OTHER; ``place`` and ``time`` are ids in the reading.

    ``lemma`` is the trigger's dictionary form, for matching announcements with outcomes.
    """

    id: str
    trigger: Span
    type: str
    lemma: str = ""
    mode: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: str | None = None
    time: str | None = None
    status: Status = "occurred"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    statement: str | None = None


class Window(Record, frozen=True):
    """Days within which something is expected, both inclusive; None where that end is not known."""

    start: date | None
    end: date | None
    vague: bool = False
    span: Span | None = None


class Expectation(Record, frozen=True):
    """An event of this article that lies ahead."""

    id: str
    event: str
    window: Window | None = None
    certainty: Certainty = "certain"


class ArticleHead(Record, frozen=True):
    """The article as the public reading format shows it."""

    id: str
    url: str
    outlet: str
    headline: str | None
    title: Span | None
    credit: Span | None
    byline: Span | None
    dateline: Dateline | None
    published: Published | None
    language: str
    text: str
    furniture: tuple[Span, ...]
    updated: Updated | None = None
    partial: str | None = None


class Reading(Record, frozen=True, kw_only=True):
    """What a reader found in one article revision: the public reading format."""

    schema: str = SCHEMA
    reader: str
    article: ArticleHead
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    distanced: tuple[Span, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
