"""What follows from many articles, stories and follow-ups, and what people decided about it."""

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Json, Moment, Words
from reportedly.ledger.schema.shapes import evidence, metadata, must
from reportedly.records import Window

stories = sa.Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    must("title"),
    must("independent_sources", Integer),
    Column("first", Date),
    Column("last", Date),
    must("articles", Integer),
    must("outlets", Words),
    sa.Index(None, "last", "id"),
)

story_articles = sa.Table(
    "story_articles",
    metadata,
    Column("story", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    must("article", String, ForeignKey("articles.id")),
    must("url"),
    Column("copy_of", String),
    must("originator"),
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
    must("who", Words),
    Column("first", Date),
    Column("last", Date),
    sa.Index(None, "announced", "id"),
    sa.Index(None, "last", "first"),
)


supports = evidence("supports")

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

change_evidence = evidence(
    "change_evidence",
    Column("change", Integer, primary_key=True, autoincrement=False),
    sa.ForeignKeyConstraint(["followup", "change"], ["changes.followup", "changes.n"], ondelete="CASCADE"),
)

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
