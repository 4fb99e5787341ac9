"""The nouns of the desk, as frozen typed records. They cross every border between stages; dicts do not.

Ids are derived from content (``content_id``), so doing a step twice gives the same rows. Spans are in characters of
``Article.text``. Days are inclusive on both ends. ``Reading`` and all it holds is the public reading format: fields
may be added, but are renamed or dropped only with a new ``SCHEMA``.
"""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from reportedly.text import Span

SCHEMA = "reportedly/reading/1"

EntityKind = Literal["person", "organisation", "place", "group", "agreement"]
Precision = Literal["point", "city", "region", "country", "line", "none"]
SourceKind = Literal["named", "role", "media", "anonymous", "document", "outlet", "unknown"]
Mode = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["affirmed", "denied"]
Status = Literal["occurred", "ongoing", "planned", "expected", "called_for", "hypothetical", "denied"]
State = Literal["open", "due", "happened", "moved", "cancelled", "denied", "silent"]
Basis = Literal["given", "feed", "page", "url", "none"]
TimeKind = Literal["point", "duration", "window", "set"]
Grain = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade"]
RelationKind = Literal["posted_at", "leads", "member_of", "located_in", "part_of"]
FetchState = Literal["fetched", "unchanged", "gone", "blocked", "not_an_article", "failed"]


def content_id(letter: str, *parts: object) -> str:
    """An id of one letter and 16 hex digits made from ``parts``: equal parts, equal id."""
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return letter + digest.hexdigest()


class Record(msgspec.Struct, frozen=True):
    """What all records are: frozen, typed, compared by content."""


# -- what was seen ----------------------------------------------------------------------------------------------------


class Outlet(Record, frozen=True):
    """A publisher. ``owner`` lets two outlets count as one voice; ``country`` is ISO 3166-1 alpha-2."""

    id: str
    name: str
    home: str
    feeds: tuple[str, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    owner: str | None = None


class Exchange(Record, frozen=True):
    """One request and the answer as it came over the wire, not yet archived. ``fetched_at`` is aware UTC.

    ``url`` is the one that was asked for; ``landed`` the one that answered, where redirects led elsewhere. ``body`` is
    readable; ``received`` holds the bytes as they came, where the server had compressed them.
    """

    url: str
    fetched_at: datetime
    status: int
    reason: str
    request_headers: tuple[tuple[str, str], ...]
    response_headers: tuple[tuple[str, str], ...]
    body: bytes
    landed: str | None = None
    received: bytes | None = None

    @property
    def etag(self) -> str | None:
        """The answer's ETag, for asking later whether anything changed."""
        return self._header("etag")

    @property
    def last_modified(self) -> str | None:
        """The answer's Last-Modified, for asking later whether anything changed."""
        return self._header("last-modified")

    def _header(self, name: str) -> str | None:
        return next((value for key, value in self.response_headers if key.lower() == name), None)


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


class FeedItem(Record, frozen=True):
    """An article announced by a feed. ``published`` and ``updated`` are aware UTC, None where the feed has none."""

    url: str
    outlet: str
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None


class Outcome(Record, frozen=True):
    """How one attempt to fetch or use a URL ended, in plain words. Expected failures live here, not in exceptions."""

    url: str
    at: datetime
    state: FetchState
    message: str


# -- the article ------------------------------------------------------------------------------------------------------


class Dateline(Record, frozen=True):
    """``ZAHEDAN, June 3 -`` at the head of a text."""

    span: Span
    place: str | None = None
    start: date | None = None


class Published(Record, frozen=True):
    """When the article came out, and how that is known. Nobody guesses: an unknown date is no ``Published`` at all."""

    start: date
    end: date
    basis: Basis


class Article(Record, frozen=True):
    """Text and metadata extracted from a capture, or handed in. Another text at the same URL is another revision.

    ``text`` is exactly as given or extracted. ``headline`` holds the title's words also where they stand outside the
    text (then ``title`` is None).
    """

    id: str
    url: str
    outlet: str
    text: str
    language: str
    extractor: str
    headline: str | None = None
    title: Span | None = None
    credit: Span | None = None
    byline: Span | None = None
    dateline: Dateline | None = None
    published: Published | None = None
    furniture: tuple[Span, ...] = ()
    capture: str | None = None


def article_id(url: str, text: str, extractor: str) -> str:
    """The id of one revision: the same words at the same URL by the same extractor are the same revision."""
    return content_id("a", url, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), extractor)


# -- the reading ------------------------------------------------------------------------------------------------------


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


# -- over many articles -----------------------------------------------------------------------------------------------


class Gist(Record, frozen=True):
    """What is needed of an article to relate it to others without its text: written once, when it is read.

    ``shingles`` are ascending 64-bit hashes of word 4-grams of the body, ``words`` the telling words of headline and
    lead, ``places`` and ``people`` entity ids, ``credits`` names of outlets or agencies the text credits.
    """

    article: str
    url: str
    outlet: str
    owner: str | None
    published: date | None
    headline: str | None
    shingles: tuple[int, ...]
    words: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    credits: tuple[str, ...] = ()


class StoryArticle(Record, frozen=True):
    """An article's place in a story: ``originator`` is its own URL unless it repeats another's text."""

    article: str
    url: str
    copy_of: str | None
    originator: str


class Story(Record, frozen=True):
    """Articles about one happening. ``independent_sources`` counts originators of different owners, never copies."""

    id: str
    title: str
    articles: tuple[StoryArticle, ...]
    independent_sources: int


class Sighting(Record, frozen=True):
    """An event as follow-ups see it: one event of one article with all that matching needs, and its sentence."""

    event: str
    article: str
    article_url: str
    outlet: str
    published: date | None
    span: Span
    sentence: str
    type: str
    status: Status
    certainty: Certainty
    polarity: Polarity
    lemma: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    start: date | None
    end: date | None
    expectation: str | None = None
    window: Window | None = None
    words: tuple[str, ...] = ()


class Evidence(Record, frozen=True):
    """Words in an article that something rests on."""

    article: str
    article_url: str
    span: Span
    sentence: str


class Change(Record, frozen=True):
    """A step in an expectation's life, on the day the article that shows it came out."""

    on: date
    state: State
    evidence: tuple[Evidence, ...] = ()
    window: Window | None = None


class FollowUp(Record, frozen=True):
    """One expectation of the ledger with all its announcements and what became of it.

    ``who`` holds entity ids where those taking part are known entities, their words otherwise; ``naming`` gives names.
    ``history`` holds only what articles showed (happened, moved, cancelled, denied). What follows from the calendar
    alone is computed by ``as_of``.
    """

    id: str
    type: str
    supports: tuple[Evidence, ...]
    announced: date | None
    window: Window | None
    certainty: Certainty
    who: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()

    def as_of(self, day: date) -> "FollowUp":
        """The same with later changes left out and, where its window has begun or ended, a dated ``due`` or ``silent``.

        Silence means: the window is over and nothing was heard. It is never called a broken promise.
        """
        seen = [change for change in self.history if change.on <= day]
        moves = [change for change in seen if change.state == "moved"]
        window = moves[-1].window if moves else self.window
        settled = bool(seen) and seen[-1].state != "moved"
        if not settled and window and window.end and window.end < day:
            seen.append(Change(on=window.end, state="silent", window=window))
        elif not settled and window and window.end and (window.start or window.end) <= day:
            seen.append(Change(on=window.start or day, state="due", window=window))
        return msgspec.structs.replace(self, window=window, history=tuple(seen))

    def naming(self, names: Mapping[str, str]) -> "FollowUp":
        """The same with names (by entity id) in place of ids."""
        return msgspec.structs.replace(self, who=tuple(names.get(who, who) for who in self.who))

    @property
    def state(self) -> State:
        """The state after the last change listed."""
        return self.history[-1].state if self.history else "open"


class Judgement(Record, frozen=True):
    """A person's decision: a row of its own, undone by another row (``undoes``), never an edit in place."""

    id: str
    who: str
    at: datetime
    kind: Literal["merge", "split", "correct", "confirm", "withdraw", "undo"]
    about: str
    value: str | None = None
    undoes: str | None = None
    note: str | None = None


class Citation(Record, frozen=True):
    """Where a sentence of a brief comes from."""

    outlet: str
    published: date | None
    article: str
    article_url: str
    span: Span
    words: str


class Sentence(Record, frozen=True):
    """A sentence of a brief with all it rests on; there is none without a citation."""

    text: str
    citations: tuple[Citation, ...]


class BriefStory(Record, frozen=True):
    """One story's part of a brief."""

    story: str
    headline: str
    independent_sources: int
    reported: tuple[Sentence, ...]
    expected: tuple[Sentence, ...]
    background: tuple[Sentence, ...]


class Brief(Record, frozen=True):
    """A written dispatch over the stories of some days, both inclusive.

    ``as_of`` is the day from which states are told; ``left_out`` counts stories of these days that it does not tell.
    """

    id: str
    title: str
    start: date
    end: date
    stories: tuple[BriefStory, ...]
    as_of: date | None = None
    left_out: int = 0
