"""Expectations over all articles, what announces them and what became of them."""

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Json, Strings
from reportedly.ledger.schema.shapes import metadata, must
from reportedly.records import Window


def _evidence(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """A table of the words in articles that something about a follow-up rests on."""
    return sa.Table(
        name,
        metadata,
        Column("followup", String, ForeignKey("followups.id", ondelete="CASCADE"), primary_key=True),
        *columns,
        Column("n", Integer, primary_key=True, autoincrement=False),
        must("article", String, ForeignKey("articles.id")),
        must("article_url"),
        must("start", Integer),
        must("end", Integer),
        must("sentence", Text),
        sa.Index(None, "article"),
        sqlite_with_rowid=False,
    )


followups = sa.Table(
    "followups",
    metadata,
    Column("id", String, primary_key=True),
    must("type"),
    Column("announced", Date),
    Column("window", Json(Window)),
    must("certainty"),
    must("who", Strings),
    Column("first", Date),
    Column("last", Date),
    sa.Index(None, "announced", "id"),
    sa.Index(None, "last", "first"),
)

supports = _evidence("supports")

changes = sa.Table(
    "changes",
    metadata,
    Column("followup", String, ForeignKey("followups.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    must("on", Date),
    must("state"),
    Column("window", Json(Window)),
    sqlite_with_rowid=False,
)

spells = sa.Table(
    "spells",
    metadata,
    Column("followup", String, ForeignKey("followups.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    must("kind"),
    must("since", Date),
    must("until", Date),
    must("state"),
    Column("opens", Date),
    must("closes", Date),
    sa.Index(None, "kind", "closes", "opens", "since", "until", "followup"),
    sa.Index(None, "kind", "opens", "closes", "since", "until", "followup"),
    sa.Index(None, "kind", "since", "until", "followup"),
    sqlite_with_rowid=False,
)

change_evidence = _evidence(
    "change_evidence",
    Column("change", Integer, primary_key=True, autoincrement=False),
    sa.ForeignKeyConstraint(["followup", "change"], ["changes.followup", "changes.n"], ondelete="CASCADE"),
)
