"""What the comparer answered."""

import sqlalchemy as sa
from sqlalchemy import Column, String

from reportedly.ledger.columns import Json
from reportedly.ledger.schema.shapes import metadata, must
from reportedly.records import Comparison

comparisons = sa.Table(
    "comparisons",
    metadata,
    Column("id", String, primary_key=True),
    Column("page", String, primary_key=True),
    Column("part", String, primary_key=True),
    must("comparer"),
    must("answer", Json(Comparison)),
    sa.Index(None, "page"),
    sqlite_with_rowid=False,
)
