"""Articles on one happening: where each stands among those of its day and before, and the stories that come of it."""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String

from reportedly.ledger.columns import Json, Strings
from reportedly.ledger.schema.shapes import metadata, must
from reportedly.records import Disagreement, Drift, Fold, Share, Side, StoryClaim

placings = sa.Table(
    "placings",
    metadata,
    Column("page", String, primary_key=True),
    must("own"),
    must("url"),
    must("article", String, ForeignKey("articles.id")),
    Column("day", Date),
    must("happening"),
    Column("original", String),
    must("shares", Json(tuple[Share, ...])),
    Column("part", String),
    Column("host", String),
    Column("story", String),
    must("settled", Boolean),
    sa.Index(None, "own"),
    sa.Index(None, "day", "page"),
    sa.Index(None, "happening"),
    sqlite_with_rowid=False,
)
sa.Index(
    "ix_placings_unsettled",
    placings.c.happening,
    sqlite_where=~placings.c.settled,
    postgresql_where=~placings.c.settled,
)

stale_days = sa.Table("stale_days", metadata, Column("day", Date, primary_key=True))

beginnings = sa.Table(
    "beginnings", metadata, Column("happening", String, primary_key=True), must("day", Date), sa.Index(None, "day")
)

thread_days = sa.Table(
    "thread_days",
    metadata,
    Column("day", Date, primary_key=True),
    must("told", LargeBinary),
    must("stale", Boolean),
)
sa.Index(
    "ix_thread_days_stale", thread_days.c.day, sqlite_where=thread_days.c.stale, postgresql_where=thread_days.c.stale
)

continuations = sa.Table(
    "continuations",
    metadata,
    Column("happening", String, primary_key=True),
    must("before"),
    must("day", Date),
    sa.Index(None, "before"),
    sa.Index(None, "day"),
)

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
