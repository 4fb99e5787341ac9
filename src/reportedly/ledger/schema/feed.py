"""What feeds' servers said last, and what they announced."""

import sqlalchemy as sa
from sqlalchemy import Column, Integer, String

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must

feed_states = sa.Table(
    "feed_states",
    metadata,
    Column("page", String, primary_key=True),
    must("url"),
    Column("etag", String),
    Column("last_modified", String),
    must("polled_at", Moment),
    must("failures", Integer, server_default="0"),
    Column("next_at", Moment),
    Column("succeeded_at", Moment),
    Column("failed_at", Moment),
    Column("error", String),
)

feed_items = sa.Table(
    "feed_items",
    metadata,
    Column("page", String, primary_key=True),
    must("url"),
    must("outlet"),
    Column("title", String),
    Column("published", Moment),
    Column("updated", Moment),
    Column("seen_at", Moment),
    Column("next_look", Moment),
    sa.Index(None, "outlet", "seen_at"),
    sa.Index(None, "next_look"),
)
