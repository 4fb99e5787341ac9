"""What is kept of following up: what pages announce and tell, by what they find each other, and whose turn it is."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, String

from reportedly.ledger.columns import Json
from reportedly.ledger.schema.shapes import metadata, must
from reportedly.records import Sighting

followed = sa.Table(
    "followed",
    metadata,
    Column("page", String, primary_key=True),
    must("url"),
    must("on", Date),
    must("by"),
    must("rests_on"),
    must("keys", LargeBinary),
    sa.Index(None, "by"),
)

followed_keys = sa.Table(
    "followed_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("on", Date, primary_key=True),
    Column("page", String, primary_key=True),
    sqlite_with_rowid=False,
)

announcements = sa.Table(
    "announcements",
    metadata,
    Column("id", String, primary_key=True),
    must("followup"),
    must("page"),
    must("url"),
    must("on", Date),
    must("n", Integer),
    must("keys", LargeBinary),
    must("sighting", Json(Sighting)),
    sa.Index(None, "page"),
    sa.Index(None, "followup"),
)

announcement_keys = sa.Table(
    "announcement_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("found", Boolean(create_constraint=False), primary_key=True),
    Column("on", Date, primary_key=True),
    Column("announcement", String, primary_key=True),
    must("last", Date),
    sa.Index("ix_announcement_keys_open", "key", "found", "last", "on", "announcement"),
    sqlite_with_rowid=False,
)

steps = sa.Table(
    "steps",
    metadata,
    Column("page", String, primary_key=True),
    Column("part", String, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    must("url"),
    must("followup"),
    must("state"),
    must("sighting", Json(Sighting)),
    sa.Index(None, "followup"),
    sqlite_with_rowid=False,
)

turns = sa.Table(
    "turns",
    metadata,
    Column("on", Date, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("page", String, primary_key=True),
    must("url"),
    sqlite_with_rowid=False,
)
