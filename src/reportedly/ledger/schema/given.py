"""What was given out of events and expectations, and whose rows are to be gone through again."""

import sqlalchemy as sa
from sqlalchemy import Column, Integer, String

from reportedly.ledger.columns import Json, Moment
from reportedly.ledger.schema.shapes import Big, metadata, must
from reportedly.records import EventRow, FollowUp


def _given(name: str, row: Json, *columns: sa.schema.SchemaItem) -> sa.Table:
    """A table of rows that are given out, those that are no longer so included."""
    return sa.Table(
        name,
        metadata,
        Column("id", String, primary_key=True),
        *columns,
        must("revision", Integer),
        must("edition", Big),
        must("at", Moment),
        Column("gone", String),
        must("row", row),
        sa.Index(None, "edition", "id"),
    )


given_events = _given("given_events", Json(EventRow), must("page"), sa.Index(None, "page"))
given_expectations = _given("given_expectations", Json(FollowUp))

ungiven = sa.Table(
    "ungiven",
    metadata,
    Column("list", String, primary_key=True),
    Column("id", String, primary_key=True),
    sqlite_with_rowid=False,
)
