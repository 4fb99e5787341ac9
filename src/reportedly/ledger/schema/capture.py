"""What stands in the archive, and which of it was looked at for an article."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import Big, metadata, must, numbered

captures = sa.Table(
    "captures",
    metadata,
    numbered(),
    must("id", String),
    must("page"),
    must("url"),
    must("fetched_at", Moment),
    must("status", Integer),
    must("content_type"),
    must("sha256"),
    must("length", Big),
    must("warc"),
    must("offset", Big),
    sa.UniqueConstraint("id"),
    sa.Index(None, "page", "fetched_at"),
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
