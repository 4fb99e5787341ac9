"""The words and marks articles are found by."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger import batches
from reportedly.ledger.search import fts5, settle

revision = "0018"
down_revision = "0017"

_OLDEST_FIRST = sa.text("SELECT url FROM articles ORDER BY published, seq")  # the order in which the index grows


def upgrade() -> None:
    """Index the latest revision of each page anew, in our own words, with marks for the filters."""
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE article_words")
        op.execute(fts5.CREATE)
    op.create_table(
        "article_marks",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mark", "place", name="pk_article_marks"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_marks_place", "article_marks", ["place"])
    op.create_table(
        "article_vocabulary",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_article_vocabulary"),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    for urls in batches.of_ids(connection.scalars(_OLDEST_FIRST).all()):
        settle(connection, urls)
