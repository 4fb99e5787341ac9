"""How attempts ended."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, String

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must, numbered

outcomes = sa.Table(
    "outcomes",
    metadata,
    numbered(),
    must("id"),
    must("page"),
    must("url"),
    must("at", Moment),
    must("state"),
    must("message"),
    Column("capture", String, ForeignKey("captures.id")),
    sa.UniqueConstraint("id"),
    sa.Index(None, "page", "at"),
    sa.Index(None, "at"),
)
