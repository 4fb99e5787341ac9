"""Articles on one happening."""

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, String

from reportedly.ledger.columns import Strings
from reportedly.ledger.schema.shapes import metadata, must

stories = sa.Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    must("title"),
    must("independent_sources", Integer),
    Column("first", Date),
    Column("last", Date),
    must("articles", Integer),
    must("outlets", Strings),
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
