"""How revisions of an article differ: what follows from two texts and, where both were read, from their readings."""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String

from reportedly.ledger.columns import Json, Moment
from reportedly.ledger.schema.shapes import metadata, must
from reportedly.records import Claim, Rewording

edits = sa.Table(
    "edits",
    metadata,
    Column("before", String, ForeignKey("articles.id"), primary_key=True),
    Column("after", String, ForeignKey("articles.id"), primary_key=True),
    must("page"),
    must("url"),
    Column("at", Moment),
    must("rewordings", Json(tuple[Rewording, ...])),
    must("struck", Integer),
    must("added", Integer),
    must("read", Boolean),
    must("same_extractor", Boolean),
    must("partial", Boolean, server_default=sa.false()),
    must("rests_on"),
    sa.Index(None, "page"),
    sa.Index(None, "at"),
    sqlite_with_rowid=False,
)

statement_changes = sa.Table(
    "statement_changes",
    metadata,
    Column("before", String, primary_key=True),
    Column("after", String, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    must("kind"),
    must("certainty", Boolean),
    must("polarity", Boolean),
    must("source", Boolean),
    must("wording", Boolean),
    Column("claim_before", Json(Claim)),
    Column("claim_after", Json(Claim)),
    sa.ForeignKeyConstraint(["before", "after"], ["edits.before", "edits.after"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)
