"""Texts that are only a part of their article, and edits that rest on one."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the columns; of articles filed so far nobody asked."""
    op.add_column("articles", sa.Column("partial", sa.String()))
    op.add_column("edits", sa.Column("partial", sa.Boolean(), nullable=False, server_default=sa.false()))
