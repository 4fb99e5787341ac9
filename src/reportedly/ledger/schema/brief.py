"""Briefs as they are written, and as they were issued."""

import sqlalchemy as sa
from sqlalchemy import Column, Integer

from reportedly.ledger.columns import Moment
from reportedly.ledger.packed_text import PackedJson
from reportedly.ledger.schema.shapes import metadata, must, numbered
from reportedly.records import Dispatch, Draft

drafts = sa.Table(
    "drafts",
    metadata,
    numbered(),
    must("id"),
    must("title"),
    must("opened_by"),
    must("versions", Integer),
    must("saved_by"),
    must("saved", Moment),
    Column("issued", Integer),
    sa.UniqueConstraint("id"),
    sa.Index(None, "saved"),
)

draft_versions = sa.Table(
    "draft_versions",
    metadata,
    must("draft", sa.String, sa.ForeignKey("drafts.id"), primary_key=True),
    must("n", Integer, primary_key=True, autoincrement=False),
    must("who"),
    must("at", Moment),
    must("what"),
    must("contents", PackedJson(Draft)),
)

issues = sa.Table(
    "issues",
    metadata,
    must("number", Integer, primary_key=True, autoincrement=False),
    must("edition", Integer, primary_key=True, autoincrement=False),
    must("draft", sa.String, sa.ForeignKey("drafts.id")),
    must("version", Integer),
    must("title"),
    must("marking"),
    must("author"),
    must("at", Moment),
    must("reason"),
    must("contents", PackedJson(Dispatch)),
)

withdrawals = sa.Table(
    "withdrawals",
    metadata,
    must("number", Integer, primary_key=True, autoincrement=False),
    must("who"),
    must("at", Moment),
    must("reason"),
)
