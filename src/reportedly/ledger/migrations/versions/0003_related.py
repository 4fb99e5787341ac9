"""What follows from many articles, and what people decided."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables."""
    _followups()
    _judgements()
    _stories()
    _changes()
    _change_evidence()
    _story_articles()
    _supports()


def _followups() -> None:
    op.create_table(
        "followups",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("announced", sa.Date()),
        sa.Column("window", sa.Text()),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_followups"),
    )
    op.create_index("ix_followups_announced_id", "followups", ["announced", "id"])
    op.create_index("ix_followups_last_first", "followups", ["last", "first"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("undoes", sa.String()),
        sa.Column("note", sa.Text()),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.id"], name="fk_judgements_undoes"),
        sa.PrimaryKeyConstraint("seq", name="pk_judgements"),
        sa.UniqueConstraint("id", name="uq_judgements_id"),
    )
    op.create_index("ix_judgements_about", "judgements", ["about"])


def _stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_index("ix_stories_last_id", "stories", ["last", "id"])


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("followup", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("window", sa.Text()),
        sa.ForeignKeyConstraint(["followup"], ["followups.id"], name="fk_changes_followup", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("followup", "n", name="pk_changes"),
        sqlite_with_rowid=False,
    )


def _change_evidence() -> None:
    op.create_table(
        "change_evidence",
        sa.Column("followup", sa.String(), nullable=False),
        sa.Column("change", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("article_url", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_change_evidence_article"),
        sa.ForeignKeyConstraint(
            ["followup", "change"],
            ["changes.followup", "changes.n"],
            name="fk_change_evidence_followup_change",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["followup"], ["followups.id"], name="fk_change_evidence_followup", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("followup", "change", "n", name="pk_change_evidence"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_change_evidence_article", "change_evidence", ["article"])


def _story_articles() -> None:
    op.create_table(
        "story_articles",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("copy_of", sa.String()),
        sa.Column("originator", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_story_articles_article"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_story_articles_story", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "n", name="pk_story_articles"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_story_articles_article", "story_articles", ["article"])


def _supports() -> None:
    op.create_table(
        "supports",
        sa.Column("followup", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("article_url", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_supports_article"),
        sa.ForeignKeyConstraint(["followup"], ["followups.id"], name="fk_supports_followup", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("followup", "n", name="pk_supports"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_supports_article", "supports", ["article"])
