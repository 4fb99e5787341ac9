"""Articles on one happening."""

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, String

from reportedly.ledger.columns import Json, Strings
from reportedly.ledger.schema.shapes import metadata, must
from reportedly.records import Disagreement, Drift, Fold, Share, Side, StoryClaim

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
    must("folds", Json(tuple[Fold, ...])),
    must("sides", Json(tuple[Side, ...])),
    must("disagreements", Json(tuple[Disagreement, ...])),
    must("drifts", Json(tuple[Drift, ...])),
    Column("thread", String),
    must("claims", Json(tuple[StoryClaim, ...])),
    sa.Index(None, "last", "id"),
    sa.Index(None, "thread"),
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
    must("shares", Json(tuple[Share, ...])),
    sa.Index(None, "article"),
    sqlite_with_rowid=False,
)
