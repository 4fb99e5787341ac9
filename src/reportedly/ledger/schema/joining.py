"""Full names of persons, which of them are like which in another script, and which entities are one by that.

Invariant: all of it follows from which names the readings hold and what people decided, in whatever order they came.
"""

import sqlalchemy as sa
from sqlalchemy import Column, Float, String

from reportedly.ledger.schema.shapes import metadata, must

full_names = sa.Table(
    "full_names",
    metadata,
    Column("entity", String, primary_key=True),
    Column("hand", String, primary_key=True),
    must("name"),
    sqlite_with_rowid=False,
)

name_keys = sa.Table(
    "name_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("hand", String, primary_key=True),
    Column("entity", String, primary_key=True),
    sa.Index(None, "entity"),
    sqlite_with_rowid=False,
)

alike = sa.Table(
    "alike",
    metadata,
    Column("entity", String, primary_key=True),
    Column("other", String, primary_key=True),
    must("likeness", Float),
    sa.Index(None, "other"),
    sqlite_with_rowid=False,
)

joined = sa.Table(
    "joined",
    metadata,
    Column("entity", String, primary_key=True),
    must("whole"),
    sa.Index(None, "whole"),
    sqlite_with_rowid=False,
)
