"""When each stage ran, and how much came of it."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, Integer

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must

runs = sa.Table(
    "runs",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    must("stage"),
    must("started", Moment),
    Column("ended", Moment),
    must("done", Integer),
    must("failed", Integer),
    sa.Index(None, "stage", "started"),
)
