"""What is remembered of hosts."""

import sqlalchemy as sa
from sqlalchemy import Column, Integer, String, Text

from reportedly.ledger.columns import Moment
from reportedly.ledger.schema.shapes import metadata, must

host_states = sa.Table(
    "host_states",
    metadata,
    Column("id", String, primary_key=True),
    must("host"),
    must("failures", Integer),
    Column("not_before", Moment),
    must("message"),
)

host_rules = sa.Table(
    "host_rules",
    metadata,
    Column("id", String, primary_key=True),
    must("origin"),
    must("asked_at", Moment),
    must("text", Text),
)
