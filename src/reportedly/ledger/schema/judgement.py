"""What people decided."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must

judgements = sa.Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
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
)
