"""What was seen: outlets, their feeds, what was captured, and the articles it held."""

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Moment, Selectors, Spans, Words
from reportedly.ledger.schema.shapes import metadata, must, span

outlets = sa.Table(
    "outlets",
    metadata,
    Column("id", String, primary_key=True),
    must("name"),
    must("home"),
    must("feeds", Words),
    Column("country", String),
    must("languages", Words),
    Column("owner", String),
    must("sitemaps", Words, server_default="[]"),
    must("pages", Words, server_default="[]"),
    Column("folder", String),
    must("selectors", Selectors, server_default="[]"),
)

feed_states = sa.Table(
    "feed_states",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String),
    Column("last_modified", String),
    must("polled_at", Moment),
    must("failures", Integer, server_default="0"),
    Column("next_at", Moment),
    Column("succeeded_at", Moment),
    Column("failed_at", Moment),
    Column("error", String),
)

host_states = sa.Table(
    "host_states",
    metadata,
    Column("host", String, primary_key=True),
    must("failures", Integer),
    Column("not_before", Moment),
    must("message"),
)

host_rules = sa.Table(
    "host_rules",
    metadata,
    Column("origin", String, primary_key=True),
    must("asked_at", Moment),
    must("text", Text),
)

page_marks = sa.Table(
    "page_marks",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String),
    Column("last_modified", String),
)

aliases = sa.Table(
    "aliases",
    metadata,
    Column("url", String, primary_key=True),
    must("canonical"),
)

feed_items = sa.Table(
    "feed_items",
    metadata,
    Column("url", String, primary_key=True),
    must("outlet"),
    Column("title", String),
    Column("published", Moment),
    Column("updated", Moment),
    Column("seen_at", Moment),
    sa.Index(None, "outlet", "seen_at"),
)

captures = sa.Table(
    "captures",
    metadata,
    Column("seq", Integer, primary_key=True),
    must("id", String),
    must("url"),
    must("fetched_at", Moment),
    must("status", Integer),
    must("content_type"),
    must("sha256"),
    must("length", Integer),
    must("warc"),
    must("offset", Integer),
    sa.UniqueConstraint("id"),
    sa.Index(None, "url", "fetched_at"),
    sa.Index(None, "warc", "offset"),
    sa.Index(None, "sha256"),
)

outcomes = sa.Table(
    "outcomes",
    metadata,
    Column("seq", Integer, primary_key=True),
    must("id"),
    must("url"),
    must("at", Moment),
    must("state"),
    must("message"),
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
    Column("article", String),
)

articles = sa.Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True),
    must("id"),
    must("url"),
    must("revision", Integer),
    must("turn", Integer, server_default="0"),
    must("outlet"),
    must("language"),
    must("extractor"),
    Column("headline", String),
    *span("title"),
    *span("credit"),
    *span("byline"),
    *span("dateline"),
    Column("dateline_place", String),
    Column("dateline_day", Date),
    Column("published", Date),
    Column("published_end", Date),
    Column("published_basis", String),
    Column("published_at", Moment),
    Column("updated", Date),
    Column("updated_end", Date),
    Column("updated_basis", String),
    Column("updated_at", Moment),
    Column("partial", String),
    must("furniture", Spans),
    Column("capture", String, ForeignKey("captures.id")),
    must("text", Text),
    sa.UniqueConstraint("id"),
    sa.UniqueConstraint("url", "revision"),
    sa.Index(None, "url", "turn"),
    sa.Index(None, "published", "seq"),
    sa.Index(None, "outlet", "published", "seq"),
)
