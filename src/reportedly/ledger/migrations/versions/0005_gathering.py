"""What gathering remembers: sitemaps and link pages, how feeds and hosts fare, marks of pages, other addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns and tables; what is there stays as it is."""
    _outlets()
    _feeds()
    _pages()


def _outlets() -> None:
    for name in ("sitemaps", "pages", "selectors"):
        op.add_column("outlets", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.add_column("outlets", sa.Column("folder", sa.String()))


def _feeds() -> None:
    op.add_column("feed_states", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    for name in ("next_at", "succeeded_at", "failed_at"):
        op.add_column("feed_states", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("feed_states", sa.Column("error", sa.String()))
    op.add_column("feed_items", sa.Column("seen_at", sa.DateTime(timezone=True)))
    op.create_index("ix_feed_items_outlet_seen_at", "feed_items", ["outlet", "seen_at"])
    op.create_table(
        "host_states",
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True)),
        sa.Column("message", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("host", name="pk_host_states"),
    )


def _pages() -> None:
    op.create_table(
        "page_marks",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("etag", sa.String()),
        sa.Column("last_modified", sa.String()),
        sa.PrimaryKeyConstraint("url", name="pk_page_marks"),
    )
    op.create_table(
        "aliases",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("canonical", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_aliases"),
    )
