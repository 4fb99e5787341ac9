"""What people decided, about what, and which of it is in force."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import Big, metadata, must, numbered

judgements = sa.Table(
    "judgements",
    metadata,
    numbered(),
    must("id"),
    must("who"),
    must("at", Moment),
    must("kind"),
    must("about"),
    Column("value", Text),
    Column("undoes", String, ForeignKey("judgements.id")),
    Column("note", Text),
    sa.UniqueConstraint("id"),
    sa.Index(None, "about"),
    sa.Index(None, "undoes"),
    sa.Index(None, "who", "seq"),
    sa.Index(None, "kind", "seq"),
    sa.Index(None, "at"),
)

judged = sa.Table(
    "judged",
    metadata,
    Column("about", String, primary_key=True),
    must("kind"),
    must("page"),
    must("url"),
    must("article"),
    must("start", Integer),
    must("end", Integer),
    must("words", Text),
    sa.Index(None, "page"),
)

in_force = sa.Table(
    "in_force",
    metadata,
    Column("seq", Big, ForeignKey("judgements.seq"), primary_key=True, autoincrement=False),
    must("kind"),
    must("of"),
    must("about"),
    Column("label", String),
    sa.Index(None, "about"),
    sa.Index(None, "of", "kind", "label"),
)
