"""Searches that people save, what they match, and whom that alerts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables."""
    _searches()
    _alerts()


def _searches() -> None:
    op.create_table(
        "saved_searches",
        _must("id"),
        *map(_must, ("name", "words")),
        _must("filters", sa.Text()),
        _must("owner"),
        _must("shared", sa.Boolean()),
        _must("made", _MOMENT),
        sa.Column("removed", _MOMENT),
        sa.Column("reached", sa.BigInteger()),
        _must("required", sa.Text()),
        _must("version", _BIG),
        sa.PrimaryKeyConstraint("id", name="pk_saved_searches"),
    )
    op.create_index("ix_saved_searches_version", "saved_searches", ["version"])
    op.create_table(
        "search_beginnings",
        _must("begin"),
        _must("stands_for", sa.Text()),
        sa.PrimaryKeyConstraint("begin", name="pk_search_beginnings"),
    )
    op.create_table(
        "search_matches",
        _must("seq", _BIG),
        _must("search"),
        _must("place", sa.BigInteger()),
        _must("back", sa.Boolean()),
        sa.PrimaryKeyConstraint("seq", name="pk_search_matches"),
        sa.ForeignKeyConstraint(["search"], ["saved_searches.id"], name="fk_search_matches_search"),
        sa.UniqueConstraint("search", "place", name="uq_search_matches_search_place"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_search_matches_place", "search_matches", ["place"])
    op.create_index("ix_search_matches_search_back_seq", "search_matches", ["search", "back", "seq"])
    op.create_table(
        "search_looks",
        *map(_must, ("person", "search")),
        *(_must(name, _BIG) for name in ("upto", "before")),
        _must("before_unread", sa.Text()),
        sa.PrimaryKeyConstraint("person", "search", name="pk_search_looks"),
        sa.ForeignKeyConstraint(["search"], ["saved_searches.id"], name="fk_search_looks_search"),
    )
    op.create_table(
        "search_exceptions",
        _must("person"),
        _must("match", _BIG),
        _must("search"),
        _must("unread", sa.Boolean()),
        sa.PrimaryKeyConstraint("person", "match", name="pk_search_exceptions"),
        sa.ForeignKeyConstraint(
            ["match"], ["search_matches.seq"], name="fk_search_exceptions_match", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_search_exceptions_match", "search_exceptions", ["match"])
    op.create_index("ix_search_exceptions_person_search", "search_exceptions", ["person", "search"])


def _alerts() -> None:
    op.create_table(
        "alerts",
        *map(_must, ("id", "search", "owner", "way", "target", "pace")),
        _must("hour", sa.Time()),
        _must("zone"),
        _must("weekday", sa.Integer()),
        *(sa.Column(name, sa.Time()) for name in ("quiet_from", "quiet_until")),
        sa.Column("muted", sa.Date()),
        _must("secret"),
        _must("made", _MOMENT),
        _must("told", _BIG),
        *(sa.Column(name, _MOMENT) for name in ("looked", "removed")),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(["search"], ["saved_searches.id"], name="fk_alerts_search"),
    )
    op.create_index("ix_alerts_search", "alerts", ["search"])
    op.create_table(
        "alert_messages",
        _must("seq", _BIG),
        *map(_must, ("id", "alert")),
        *(_must(name, _MOMENT) for name in ("made", "due")),
        _must("state"),
        _must("tries", sa.Integer()),
        sa.Column("ended", _MOMENT),
        _must("why"),
        sa.PrimaryKeyConstraint("seq", name="pk_alert_messages"),
        sa.UniqueConstraint("id", name="uq_alert_messages_id"),
        sa.ForeignKeyConstraint(["alert"], ["alerts.id"], name="fk_alert_messages_alert"),
    )
    op.create_index("ix_alert_messages_state_due", "alert_messages", ["state", "due"])
    op.create_index("ix_alert_messages_alert_seq", "alert_messages", ["alert", "seq"])
    op.create_table(
        "alert_items",
        *map(_must, ("alert", "page", "message")),
        _must("place", sa.BigInteger()),
        sa.PrimaryKeyConstraint("alert", "page", name="pk_alert_items"),
        sa.ForeignKeyConstraint(["alert"], ["alerts.id"], name="fk_alert_items_alert"),
    )
    op.create_index("ix_alert_items_message", "alert_items", ["message"])


def _must(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, sa.String() if kind is None else kind, nullable=False)
