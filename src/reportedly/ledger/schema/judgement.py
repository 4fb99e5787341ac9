"""What people decided."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, String, Text

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must, numbered

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
)
