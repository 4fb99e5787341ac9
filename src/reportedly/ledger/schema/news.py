"""What the desk came to know, in the order in which it did; and what each person has seen of it."""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String

from reportedly.ledger.columns import Json, Moment
from reportedly.ledger.schema.shapes import Big, metadata, must, numbered

news = sa.Table(
    "news",
    metadata,
    numbered(),
    must("kind"),
    must("about"),
    must("part", server_default=""),
    must("at", Moment),
    sa.UniqueConstraint("kind", "about", "part"),
    sa.Index(None, "kind", "seq"),
    sa.Index(None, "at"),
)

story_news = sa.Table(
    "story_news",
    metadata,
    Column("story", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    must("begun", Big),
    must("grown", Big),
    must("touched", Big),
    must("sources", Integer),
    must("differs", Boolean),
    must("voices", Json(tuple[int, ...])),
    sa.Index(None, "begun", "sources"),
    sa.Index(None, "grown"),
    sa.Index(None, "touched", "differs"),
)

looks = sa.Table(
    "looks",
    metadata,
    numbered(),
    must("person"),
    must("at", Moment),
    must("upto", Big),
    sa.Index(None, "person", "seq"),
)

marks = sa.Table(
    "marks",
    metadata,
    Column("person", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("about", String, primary_key=True),
    Column("read", Boolean),
    Column("upto", Big),
    Column("starred", Moment),
    sa.Index(None, "person", "starred"),
)
