"""What stands in the archive, and which of it was looked at for an article."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must

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

extractions = sa.Table(
    "extractions",
    metadata,
    Column("capture", String, ForeignKey("captures.id"), primary_key=True),
    Column("outcome", String, ForeignKey("outcomes.id")),
    Column("article", String),
)
