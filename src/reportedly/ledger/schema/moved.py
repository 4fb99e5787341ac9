"""How far another ledger has moved into this one; nothing once all of it has."""

import sqlalchemy as sa
from sqlalchemy import Column, String, Text

from reportedly.ledger.schema.shapes import Big, metadata, must

moving = sa.Table(
    "moving",
    metadata,
    Column("part", String, primary_key=True),
    must("reached", Text),
    must("rows", Big),
)
