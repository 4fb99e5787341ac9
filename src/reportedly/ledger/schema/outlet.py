"""The outlets that are watched."""

import sqlalchemy as sa
from sqlalchemy import Column, String

from reportedly.ledger.columns import Selectors, Words
from reportedly.ledger.schema.shapes import metadata, must

outlets = sa.Table(
    "outlets",
    metadata,
    Column("id", String, primary_key=True),
    must("name"),
    must("home"),
    must("feeds", Words),
    Column("country", String),
    must("languages", Words),
    Column("owner", String),
    must("sitemaps", Words, server_default="[]"),
    must("pages", Words, server_default="[]"),
    Column("folder", String),
    must("selectors", Selectors, server_default="[]"),
)
