"""When each stage ran, and how much came of it."""

import sqlalchemy as sa
from sqlalchemy import Column, Integer

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must, numbered

runs = sa.Table(
    "runs",
    metadata,
    numbered(),
    must("stage"),
    must("started", Moment),
    Column("ended", Moment),
    must("done", Integer),
    must("failed", Integer),
    sa.Index(None, "stage", "started"),
)
