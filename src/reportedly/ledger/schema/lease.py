"""Who is at work, what each of them holds, and when each host may be asked next."""

import sqlalchemy as sa
from sqlalchemy import Column, Float, Integer, String

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import Big, metadata, must

workers = sa.Table(
    "workers",
    metadata,
    Column("id", String, primary_key=True),
    must("host"),
    must("process", Big),
    must("began"),
    must("reader"),
    must("entered", Moment),
    must("seen", Moment),
    must("until", Moment),
    must("done", Integer),
)

leases = sa.Table(
    "leases",
    metadata,
    Column("kind", String, primary_key=True),
    Column("thing", String, primary_key=True),
    must("holder"),
)

host_paces = sa.Table(
    "host_paces",
    metadata,
    Column("id", String, primary_key=True),
    must("free", Float),
)
