"""How attempts ended."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must

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
