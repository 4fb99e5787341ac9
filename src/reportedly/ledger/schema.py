"""The tables as they are now; ``migrations/`` tells how they came to be, ``docs/data-model.md`` explains each.

Invariant: a row derived from an article names the article revision and the reader by one foreign key to ``readings``,
so that no derived row outlives its reading and none is by another reader than the article's own.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, LargeBinary, String, Text

from reportedly.ledger.columns import Json, LocalTime, Moment, Spans, Words
from reportedly.records import ArticleHead, Window

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _must(name: str, kind: Any = String, *rest: Any) -> Column[Any]:
    return Column(name, kind, *rest, nullable=False)


def _span(name: str) -> tuple[Column[Any], Column[Any]]:
    return Column(f"{name}_start", Integer), Column(f"{name}_end", Integer)


def _derived(name: str, *columns: sa.schema.SchemaItem, ids: bool = False) -> sa.Table:
    """A table of rows found in an article, in order ``n``, that vanish with their reading."""
    own: tuple[sa.schema.SchemaItem, ...] = (_must("id"), sa.UniqueConstraint("article", "id")) if ids else ()
    return sa.Table(
        name,
        metadata,
        Column("article", String, primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        _must("reader"),
        *own,
        *columns,
        sa.ForeignKeyConstraint(["article", "reader"], ["readings.article", "readings.reader"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _within(column: str, table: str) -> sa.ForeignKeyConstraint:
    """A reference to another row of the same reading, checked at commit."""
    return sa.ForeignKeyConstraint(
        ["article", column], [f"{table}.article", f"{table}.id"], deferrable=True, initially="DEFERRED"
    )


# -- what was seen ----------------------------------------------------------------------------------------------------

outlets = sa.Table(
    "outlets",
    metadata,
    Column("id", String, primary_key=True),
    _must("name"),
    _must("home"),
    _must("feeds", Words),
    Column("country", String),
    _must("languages", Words),
    Column("owner", String),
)

feed_states = sa.Table(
    "feed_states",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String),
    Column("last_modified", String),
    _must("polled_at", Moment),
)

feed_items = sa.Table(
    "feed_items",
    metadata,
    Column("url", String, primary_key=True),
    _must("outlet"),
    Column("title", String),
    Column("published", Moment),
    Column("updated", Moment),
)

captures = sa.Table(
    "captures",
    metadata,
    Column("seq", Integer, primary_key=True),
    _must("id", String),
    _must("url"),
    _must("fetched_at", Moment),
    _must("status", Integer),
    _must("content_type"),
    _must("sha256"),
    _must("length", Integer),
    _must("warc"),
    _must("offset", Integer),
    sa.UniqueConstraint("id"),
    sa.Index(None, "url", "fetched_at"),
    sa.Index(None, "warc", "offset"),
)

outcomes = sa.Table(
    "outcomes",
    metadata,
    Column("seq", Integer, primary_key=True),
    _must("id"),
    _must("url"),
    _must("at", Moment),
    _must("state"),
    _must("message"),
    Column("capture", String, ForeignKey("captures.id")),
    sa.UniqueConstraint("id"),
    sa.Index(None, "url", "at"),
    sa.Index(None, "at"),
)

extractions = sa.Table(
    "extractions",
    metadata,
    Column("capture", String, ForeignKey("captures.id"), primary_key=True),
    Column("outcome", String, ForeignKey("outcomes.id")),
)

# -- the article ------------------------------------------------------------------------------------------------------

articles = sa.Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True),
    _must("id"),
    _must("url"),
    _must("revision", Integer),
    _must("outlet"),
    _must("language"),
    _must("extractor"),
    Column("headline", String),
    *_span("title"),
    *_span("credit"),
    *_span("byline"),
    *_span("dateline"),
    Column("dateline_place", String),
    Column("dateline_day", Date),
    Column("published", Date),
    Column("published_end", Date),
    Column("published_basis", String),
    _must("furniture", Spans),
    Column("capture", String, ForeignKey("captures.id")),
    _must("text", Text),
    sa.UniqueConstraint("id"),
    sa.UniqueConstraint("url", "revision"),
    sa.Index(None, "published", "seq"),
    sa.Index(None, "outlet", "published", "seq"),
)

# -- the reading ------------------------------------------------------------------------------------------------------

readings = sa.Table(
    "readings",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    _must("reader"),
    _must("schema"),
    _must("filed", Moment),
    _must("digest"),
    Column("head", Json(ArticleHead)),
    _must("distanced", Spans),
    sa.UniqueConstraint("article", "reader"),
)

sentences = _derived("sentences", _must("start", Integer), _must("end", Integer))

entities = _derived(
    "entities",
    _must("kind"),
    _must("name"),
    _must("roles", Words),
    Column("wikidata", String),
    Column("geonames", Integer),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    _must("precision"),
    _must("mentions", Spans),
    _must("public", Boolean),
    _must("words", Words),
    sa.Index(None, "id"),
    ids=True,
)

relations = _derived(
    "relations",
    _must("kind"),
    _must("subject"),
    _must("object"),
    _must("start", Integer),
    _must("end", Integer),
    _within("subject", "entities"),
    _within("object", "entities"),
)

times = _derived(
    "times",
    _must("span_start", Integer),
    _must("span_end", Integer),
    _must("kind"),
    Column("start", LocalTime),
    Column("end", LocalTime),
    _must("grain"),
    _must("vague", Boolean),
    Column("timex", String),
    ids=True,
)

statements = _derived(
    "statements",
    _must("content", Spans),
    _must("cue", Spans),
    _must("source", Spans),
    Column("source_entity", String),
    _must("source_kind"),
    Column("via", String),
    _must("mode"),
    _must("certainty"),
    _must("polarity"),
    _within("source_entity", "entities"),
    _within("via", "statements"),
    ids=True,
)

events = _derived(
    "events",
    _must("start", Integer),
    _must("end", Integer),
    _must("type"),
    _must("lemma"),
    Column("mode", String),
    Column("place", String),
    Column("time", String),
    _must("status"),
    _must("certainty"),
    _must("polarity"),
    Column("statement", String),
    _within("place", "entities"),
    _within("time", "times"),
    _within("statement", "statements"),
    ids=True,
)

participants = _derived(
    "participants",
    _must("event"),
    _must("part"),
    _must("start", Integer),
    _must("end", Integer),
    Column("entity", String),
    _within("event", "events"),
    _within("entity", "entities"),
)

expectations = _derived(
    "expectations",
    _must("event"),
    Column("window", Json(Window)),
    _must("certainty"),
    _within("event", "events"),
    ids=True,
)

gists = sa.Table(
    "gists",
    metadata,
    Column("article", String, ForeignKey("readings.article", ondelete="CASCADE"), primary_key=True),
    Column("owner", String),
    Column("published", Date),
    Column("headline", String),
    _must("shingles", LargeBinary),
    _must("words", Words),
    _must("places", Words),
    _must("people", Words),
    _must("credits", Words),
)

sightings = _derived("sightings", _must("event"), _must("data", Text), _within("event", "events"))

# -- over many articles -----------------------------------------------------------------------------------------------

stories = sa.Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    _must("title"),
    _must("independent_sources", Integer),
    Column("first", Date),
    Column("last", Date),
    _must("articles", Integer),
    _must("outlets", Words),
    sa.Index(None, "last", "id"),
)

story_articles = sa.Table(
    "story_articles",
    metadata,
    Column("story", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    _must("article", String, ForeignKey("articles.id")),
    _must("url"),
    Column("copy_of", String),
    _must("originator"),
    sa.Index(None, "article"),
    sqlite_with_rowid=False,
)

followups = sa.Table(
    "followups",
    metadata,
    Column("id", String, primary_key=True),
    _must("type"),
    Column("announced", Date),
    Column("window", Json(Window)),
    _must("certainty"),
    _must("who", Words),
    sa.Index(None, "announced", "id"),
)


def _evidence(name: str, *columns: Column[Any]) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        Column("followup", String, ForeignKey("followups.id", ondelete="CASCADE"), primary_key=True),
        *columns,
        Column("n", Integer, primary_key=True, autoincrement=False),
        _must("article", String, ForeignKey("articles.id")),
        _must("article_url"),
        _must("start", Integer),
        _must("end", Integer),
        _must("sentence", Text),
        sa.Index(None, "article"),
        sqlite_with_rowid=False,
    )


supports = _evidence("supports")

changes = sa.Table(
    "changes",
    metadata,
    Column("followup", String, ForeignKey("followups.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    _must("on", Date),
    _must("state"),
    Column("window", Json(Window)),
    sqlite_with_rowid=False,
)

change_evidence = _evidence("change_evidence", Column("change", Integer, primary_key=True, autoincrement=False))

# -- people's decisions -----------------------------------------------------------------------------------------------

judgements = sa.Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    _must("id"),
    _must("who"),
    _must("at", Moment),
    _must("kind"),
    _must("about"),
    Column("value", Text),
    Column("undoes", String, ForeignKey("judgements.id")),
    Column("note", Text),
    sa.UniqueConstraint("id"),
    sa.Index(None, "about"),
)
