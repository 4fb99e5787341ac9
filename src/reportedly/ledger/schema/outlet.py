"""The outlets that are watched."""

import sqlalchemy as sa
from sqlalchemy import Column, String

from reportedly.ledger.columns import Selectors, Strings
from reportedly.ledger.schema.shapes import metadata, must

outlets = sa.Table(
    "outlets",
    metadata,
    Column("id", String, primary_key=True),
    must("name"),
    must("home"),
    must("feeds", Strings),
    Column("country", String),
    must("languages", Strings),
    Column("owner", String),
    must("sitemaps", Strings, server_default="[]"),
    must("pages", Strings, server_default="[]"),
    Column("folder", String),
    must("selectors", Selectors, server_default="[]"),
)
