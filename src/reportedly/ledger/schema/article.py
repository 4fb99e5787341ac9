"""The articles, a row a revision."""

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Moment, Spans
from reportedly.ledger.schema.shapes import metadata, must, numbered, span

articles = sa.Table(
    "articles",
    metadata,
    numbered(),
    must("id"),
    must("page"),
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
    sa.UniqueConstraint("page", "revision"),
    sa.Index(None, "page", "turn"),
    sa.Index(None, "published", "seq"),
    sa.Index(None, "outlet", "published", "seq"),
)
