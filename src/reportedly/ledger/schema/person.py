"""Who may come in, how they came, and what they did."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, String, Text

from reportedly.ledger.columns import Json, Moment
from reportedly.ledger.schema.shapes import metadata, must, numbered
from reportedly.records import Scope


def _of_person() -> Column[str]:
    return must("person", String, ForeignKey("people.id"), index=True)


people = sa.Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    must("name", Text),
    must("role"),
    must("added", Moment),
    Column("password", Text),
    Column("identity", String),
    Column("removed", Moment),
    sa.UniqueConstraint("identity"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    _of_person(),
    must("began", Moment),
    must("seen", Moment),
    must("ends", Moment),
    must("address"),
    must("browser", Text),
)

tokens = sa.Table(
    "tokens",
    metadata,
    Column("id", String, primary_key=True),
    _of_person(),
    must("name", Text),
    must("scopes", Json(tuple[Scope, ...])),
    must("made", Moment),
    Column("used", Moment),
)

audit = sa.Table(
    "audit",
    metadata,
    numbered(),
    must("at", Moment),
    must("who", Text),
    must("what"),
    must("about", Text),
    must("address"),
    sa.Index(None, "what", "at"),
)
