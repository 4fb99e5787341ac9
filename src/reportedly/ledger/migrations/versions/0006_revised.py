"""Which revision each capture showed, and how revisions differ."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add column and tables; of old captures only the first of each revision is known to show it."""
    op.add_column("extractions", sa.Column("article", sa.String()))
    op.create_index("ix_articles_capture", "articles", ["capture"])  # else each capture goes through all articles
    op.execute(
        "UPDATE extractions SET article = "
        "(SELECT articles.id FROM articles WHERE articles.capture = extractions.capture LIMIT 1)"
    )
    op.drop_index("ix_articles_capture")
    _edits()
    _statement_changes()


def _edits() -> None:
    op.create_table(
        "edits",
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True)),
        sa.Column("rewordings", sa.Text(), nullable=False),
        sa.Column("struck", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("read", sa.Boolean(), nullable=False),
        sa.Column("same_extractor", sa.Boolean(), nullable=False),
        sa.Column("rests_on", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("before", "after", name="pk_edits"),
        sa.ForeignKeyConstraint(["before"], ["articles.id"], name="fk_edits_before"),
        sa.ForeignKeyConstraint(["after"], ["articles.id"], name="fk_edits_after"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_edits_url", "edits", ["url"])
    op.create_index("ix_edits_at", "edits", ["at"])


def _statement_changes() -> None:
    op.create_table(
        "statement_changes",
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("certainty", sa.Boolean(), nullable=False),
        sa.Column("polarity", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Boolean(), nullable=False),
        sa.Column("wording", sa.Boolean(), nullable=False),
        sa.Column("claim_before", sa.Text()),
        sa.Column("claim_after", sa.Text()),
        sa.PrimaryKeyConstraint("before", "after", "n", name="pk_statement_changes"),
        sa.ForeignKeyConstraint(
            ["before", "after"],
            ["edits.before", "edits.after"],
            name="fk_statement_changes_before_after",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
