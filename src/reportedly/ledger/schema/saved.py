"""Searches that people save, what matches them, what each person has read of that, and whom it alerts."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, String, Time

from reportedly.ledger.columns import Json, Moment, Strings
from reportedly.ledger.schema.shapes import Big, metadata, must, numbered
from reportedly.records import Filters
from reportedly.search import Beginning

saved_searches = sa.Table(
    "saved_searches",
    metadata,
    Column("id", String, primary_key=True),
    must("name"),
    must("words"),
    must("filters", Json(Filters)),
    must("owner"),
    must("shared", Boolean),
    must("made", Moment),
    Column("removed", Moment),
    Column("reached", BigInteger),
    must("required", Strings),
    must("version", Big),
    sa.Index(None, "version"),
)

search_beginnings = sa.Table(
    "search_beginnings",
    metadata,
    Column("begin", String, primary_key=True),
    must("stands_for", Json(Beginning)),
)

search_matches = sa.Table(
    "search_matches",
    metadata,
    numbered(),
    must("search", String, ForeignKey("saved_searches.id")),
    must("place", BigInteger),
    must("back", Boolean),
    sa.UniqueConstraint("search", "place"),
    sa.Index(None, "place"),
    sa.Index(None, "search", "back", "seq"),
    sqlite_autoincrement=True,  # a number is never given again: people have read up to it
)

search_looks = sa.Table(
    "search_looks",
    metadata,
    Column("person", String, primary_key=True),
    Column("search", String, ForeignKey("saved_searches.id"), primary_key=True),
    must("upto", Big),
    must("before", Big),
    must("before_unread", Json(tuple[int, ...])),
)

search_exceptions = sa.Table(
    "search_exceptions",
    metadata,
    Column("person", String, primary_key=True),
    Column("match", Big, ForeignKey("search_matches.seq", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    must("search"),
    must("unread", Boolean),
    sa.Index(None, "match"),
    sa.Index(None, "person", "search"),
)

alerts = sa.Table(
    "alerts",
    metadata,
    Column("id", String, primary_key=True),
    must("search", String, ForeignKey("saved_searches.id")),
    must("owner"),
    must("way"),
    must("target"),
    must("pace"),
    must("hour", Time),
    must("zone"),
    must("weekday", Integer),
    Column("quiet_from", Time),
    Column("quiet_until", Time),
    Column("muted", Date),
    must("secret"),
    must("made", Moment),
    must("told", Big),
    Column("looked", Moment),
    Column("removed", Moment),
    sa.Index(None, "search"),
)

alert_messages = sa.Table(
    "alert_messages",
    metadata,
    numbered(),
    must("id"),
    must("alert", String, ForeignKey("alerts.id")),
    must("made", Moment),
    must("due", Moment),
    must("state"),
    must("tries", Integer),
    Column("ended", Moment),
    must("why"),
    sa.UniqueConstraint("id"),
    sa.Index(None, "state", "due"),
    sa.Index(None, "alert", "seq"),
)

alert_items = sa.Table(
    "alert_items",
    metadata,
    Column("alert", String, ForeignKey("alerts.id"), primary_key=True),
    Column("page", String, primary_key=True),
    must("message"),
    must("place", BigInteger),
    sa.Index(None, "message"),
)
