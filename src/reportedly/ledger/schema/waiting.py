"""What is due: small lists of what a stage is still to work on, kept by whoever files what makes it due.

``holder`` is the worker that took a row to work on it; a row of one that is not entered any more is nobody's.
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, String

from reportedly.ledger.schema.shapes import Big, metadata, must, numbered

unextracted = sa.Table(
    "unextracted",
    metadata,
    Column("seq", Big, primary_key=True, autoincrement=False),
    must("capture", String, ForeignKey("captures.id")),
    must("page"),
    Column("holder", String),
    sa.UniqueConstraint("capture"),
    sa.Index(None, "page"),
)

unread = sa.Table(
    "unread",
    metadata,
    Column("seq", Big, primary_key=True, autoincrement=False),
    must("article", String, ForeignKey("articles.id")),
    Column("holder", String),
    sa.UniqueConstraint("article"),
)

uncompared = sa.Table("uncompared", metadata, Column("page", String, primary_key=True), must("url"))

unrelated = sa.Table(
    "unrelated",
    metadata,
    numbered(),
    must("page"),
    must("url"),
    sa.Index(None, "page"),
)

made_by = sa.Table("made_by", metadata, Column("list", String, primary_key=True), must("by"))
