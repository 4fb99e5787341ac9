"""What is remembered of pages for the next look at them."""

import sqlalchemy as sa
from sqlalchemy import Column, String

from reportedly.ledger.schema.shapes import metadata, must

page_marks = sa.Table(
    "page_marks",
    metadata,
    Column("page", String, primary_key=True),
    must("url"),
    Column("etag", String),
    Column("last_modified", String),
)

spellings = sa.Table(
    "spellings",
    metadata,
    Column("page", String, primary_key=True),
    must("url"),
    must("place"),
    sa.Index(None, "place"),
)

aliases = sa.Table(
    "aliases",
    metadata,
    Column("page", String, primary_key=True),
    must("url"),
    must("canonical"),
)
