"""Which revision of an article the page showed last: a page may go back to an earlier text."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; so far revisions were shown in the order they were filed."""
    op.add_column("articles", sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE articles SET turn = revision")
    op.create_index("ix_articles_url_turn", "articles", ["url", "turn"])
