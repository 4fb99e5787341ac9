"""Other desks, what was agreed with them, what went to them and what came of it."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String, Text

from reportedly.ledger.columns import Json, Moment, Spans
from reportedly.ledger.schema.shapes import Big, metadata, must, numbered
from reportedly.records import Liaison, Pact

_Liaisons = Json(tuple[Liaison, ...])


def _version() -> tuple[Column[str], Column[object]]:
    """The key of a version of an object."""
    return Column("id", String, primary_key=True), Column("modified", Moment, primary_key=True)


partners = sa.Table(
    "partners",
    metadata,
    Column("desk", String, primary_key=True),
    must("name", Text),
    must("key"),
    must("added", Moment),
    must("liaisons", _Liaisons),
    must("token"),
    must("certificate"),
    must("address", Text),
    must("secret"),
    Column("removed", Moment),
    sa.Index(None, "token"),
)

own_liaisons = sa.Table(
    "own_liaisons",
    metadata,
    Column("name", String, primary_key=True),
    must("contact", Text),
    must("role"),
    Column("since", Moment),
    Column("until", Moment),
)

pacts = sa.Table(
    "pacts",
    metadata,
    Column("id", String, primary_key=True),
    must("pact", Json(Pact)),
    must("filed", Moment),
    Column("ended", Moment),
    must("ended_by"),
    must("ended_why", Text),
)

pact_signatures = sa.Table(
    "pact_signatures",
    metadata,
    Column("pact", String, ForeignKey("pacts.id"), primary_key=True),
    Column("desk", String, primary_key=True),
    must("key"),
    must("at", Moment),
    must("signature"),
)

report_versions = sa.Table(
    "report_versions",
    metadata,
    *_version(),
    must("pact"),
    must("kind"),
    must("about"),
    must("generation", Integer),
    must("digest"),
    must("body", Text),
    must("state"),
    must("reason", Text),
    sa.Index(None, "pact", "kind", "about"),
    sa.Index(None, "kind", "about"),
)

offers = sa.Table(
    "offers",
    metadata,
    Column("seq", Big, primary_key=True, autoincrement=False),
    must("pact"),
    must("receiver"),
    must("id"),
    must("modified", Moment),
    must("added", Moment),
    sa.UniqueConstraint("pact", "receiver", "id", "modified"),
    sa.Index(None, "pact", "receiver", "seq"),
)

sequencer = sa.Table(
    "sequencer",
    metadata,
    Column("name", String, primary_key=True),
    must("seq", Big),
    must("added", Moment),
)

served = sa.Table(
    "served",
    metadata,
    numbered(),
    must("pact"),
    must("receiver"),
    must("id"),
    must("modified", Moment),
    must("at", Moment),
    must("way"),
    sa.Index(None, "id", "receiver"),
    sa.Index(None, "receiver", "seq"),
)

transfers = sa.Table(
    "transfers",
    metadata,
    numbered(),
    must("partner"),
    must("pact"),
    must("direction"),
    must("way"),
    must("at", Moment),
    must("many", Integer),
    must("failed", Text),
    sa.Index(None, "partner", "seq"),
)

screenings = sa.Table(
    "screenings",
    metadata,
    Column("article", String, primary_key=True),
    must("reader"),
    must("private", Spans),
)

received = sa.Table(
    "received",
    metadata,
    *_version(),
    must("originator"),
    must("kind"),
    must("about"),
    must("body", Text),
    must("sender"),
    must("pact"),
    must("at", Moment),
    must("url", Text),
    must("state"),
    must("reason", Text),
    sa.Index(None, "kind", "about"),
    sa.Index(None, "pact"),
)

receipts = sa.Table(
    "receipts",
    metadata,
    *_version(),
    Column("sender", String, primary_key=True),
    Column("pact", String, primary_key=True),
    must("at", Moment),
    sa.Index(None, "sender"),
)

answers = sa.Table(
    "answers",
    metadata,
    *_version(),
    Column("by", String, primary_key=True),
    Column("word", String, primary_key=True),
    must("at", Moment),
)

reached = sa.Table(
    "reached",
    metadata,
    Column("partner", String, primary_key=True),
    Column("collection", String, primary_key=True),
    must("after", Text),
    must("next", Text),
)
