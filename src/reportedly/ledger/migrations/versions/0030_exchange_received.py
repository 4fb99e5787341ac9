"""What partners reported, and what became of it."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

_Moment: Final = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables of what was received, by which ways it came, what was answered, how far was asked."""
    op.create_table(
        "received",
        *_version(),
        *(_must(name) for name in ("originator", "kind", "about")),
        _must("body", sa.Text()),
        _must("sender"),
        _must("pact"),
        _must("at", _Moment),
        _must("url", sa.Text()),
        _must("state"),
        _must("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", "modified", name="pk_received"),
    )
    op.create_index("ix_received_kind_about", "received", ["kind", "about"])
    op.create_index("ix_received_pact", "received", ["pact"])
    op.create_table(
        "receipts",
        *_version(),
        _must("sender"),
        _must("pact"),
        _must("at", _Moment),
        sa.PrimaryKeyConstraint("id", "modified", "sender", "pact", name="pk_receipts"),
    )
    op.create_index("ix_receipts_sender", "receipts", ["sender"])
    op.create_table(
        "answers",
        *_version(),
        _must("by"),
        _must("word"),
        _must("at", _Moment),
        sa.PrimaryKeyConstraint("id", "modified", "by", "word", name="pk_answers"),
    )
    op.create_table(
        "reached",
        _must("partner"),
        _must("collection"),
        _must("after", sa.Text()),
        _must("next", sa.Text()),
        sa.PrimaryKeyConstraint("partner", "collection", name="pk_reached"),
    )


def _must(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(), nullable=False)


def _version() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return _must("id"), _must("modified", _Moment)
