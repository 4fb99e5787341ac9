"""What a reader found in an article: one row of ``readings`` and everything that hangs on it.

Invariant: a row derived from an article names the article revision and the reader by one foreign key to ``readings``,
so that no derived row outlives its reading and none is by another reader than the article's own.
"""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, String

from reportedly.ledger.columns import Hashes, Json, LocalTime, Moment, Spans, Strings
from reportedly.ledger.packed_text import PackedJson, PackedText
from reportedly.ledger.schema.shapes import derived, metadata, must, within
from reportedly.records import ArticleHead, Deed, Figure, Said, Window
from reportedly.text import Span

readings = sa.Table(
    "readings",
    metadata,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    must("reader"),
    must("schema"),
    must("filed", Moment),
    must("digest"),
    Column("head", Json(ArticleHead)),
    must("distanced", Spans),
    Column("set_aside", Moment),
    sa.UniqueConstraint("article", "reader"),
)
_aside = readings.c.set_aside.is_not(None)
sa.Index("ix_readings_set_aside", readings.c.set_aside, sqlite_where=_aside, postgresql_where=_aside)

sentences = derived("sentences", must("start", Integer), must("end", Integer))

entities = derived(
    "entities",
    must("kind"),
    must("name"),
    must("roles", Strings),
    Column("wikidata", String),
    Column("geonames", Integer),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    must("precision"),
    must("mentions", Spans),
    must("public", Boolean),
    must("words", Strings),
    must("distanced", Strings, server_default="[]"),
    Column("outlet", String),
    Column("published", Date),
    sa.Index("ix_entities_naming", "id", "published", "outlet", "words", "distanced", "article").ddl_if("sqlite"),
    sa.Index("ix_entities_id_published", "id", "published", "outlet", "article").ddl_if("postgresql"),
    sa.Index(None, "name", "id").ddl_if("sqlite"),
    sa.Index("ix_entities_name", "name", postgresql_using="hash").ddl_if("postgresql"),
    ids=True,
)

relations = derived(
    "relations",
    must("kind"),
    must("subject"),
    must("object"),
    must("start", Integer),
    must("end", Integer),
    within("subject", "entities"),
    within("object", "entities"),
)

times = derived(
    "times",
    must("span_start", Integer),
    must("span_end", Integer),
    must("kind"),
    Column("start", LocalTime),
    Column("end", LocalTime),
    must("grain"),
    must("vague", Boolean),
    Column("timex", String),
    ids=True,
)

statements = derived(
    "statements",
    must("content", Spans),
    must("cue", Spans),
    must("source", Spans),
    Column("source_entity", String),
    must("source_kind"),
    Column("via", String),
    must("mode"),
    must("certainty"),
    must("polarity"),
    within("source_entity", "entities"),
    within("via", "statements"),
    ids=True,
)

events = derived(
    "events",
    must("start", Integer),
    must("end", Integer),
    must("type"),
    must("lemma"),
    Column("mode", String),
    Column("place", String),
    Column("time", String),
    must("status"),
    must("certainty"),
    must("polarity"),
    Column("statement", String),
    must("acts", Strings),
    within("place", "entities"),
    within("time", "times"),
    within("statement", "statements"),
    ids=True,
)

_placed = events.c.place.is_not(None)
sa.Index(
    "ix_events_placed",
    *(events.c[name] for name in ("article", "place", "status", "type")),
    sqlite_where=_placed,
    postgresql_where=_placed,
)

participants = derived(
    "participants",
    must("event"),
    must("part"),
    must("start", Integer),
    must("end", Integer),
    Column("entity", String),
    within("event", "events"),
    within("entity", "entities"),
)

expectations = derived(
    "expectations",
    must("event"),
    Column("window", Json(Window)),
    must("certainty"),
    Column("span", Json(Span)),
    within("event", "events"),
    ids=True,
)

developments = derived(
    "developments",
    must("start", Integer),
    must("end", Integer),
    must("state"),
    must("acts", Strings),
    Column("event", String),
    Column("time", String),
    must("certainty"),
    Column("statement", String),
    within("event", "events"),
    within("time", "times"),
    within("statement", "statements"),
    ids=True,
)

gists = sa.Table(
    "gists",
    metadata,
    Column("article", String, ForeignKey("readings.article", ondelete="CASCADE"), primary_key=True),
    Column("owner", String),
    Column("published", Date),
    Column("headline", String),
    must("shingles", Hashes),
    must("words", Strings),
    must("places", Strings),
    must("people", Strings),
    must("credits", Strings),
    Column("country", String),
    Column("outlet_name", String),
    must("headline_words", Strings),
    must("names", Strings),
    must("deeds", PackedJson(tuple[Deed, ...])),
    must("figures", PackedJson(tuple[Figure, ...])),
    must("said", PackedJson(tuple[Said, ...])),
)

sightings = derived("sightings", Column("event", String), must("data", PackedText), within("event", "events"))
