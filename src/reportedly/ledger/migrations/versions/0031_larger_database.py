"""What PostgreSQL keeps otherwise than SQLite: the words that articles are found by."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Add the words; SQLite has had them in a table of its own kind from the beginning."""
    if op.get_context().dialect.name == "sqlite":
        return
    op.create_table(
        "article_words",
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", TSVECTOR(), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_article_words"),
    )
    # The words are asked of many rows, so they stay beside the rest of a row; the texts go aside.
    op.execute("ALTER TABLE article_words ALTER words SET STORAGE MAIN")
    op.create_index("ix_article_words_words", "article_words", ["words"], postgresql_using="gin")
