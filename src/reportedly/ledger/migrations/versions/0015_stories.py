"""Where each article stands among those of its day and before, and what its outlet was called."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_NAMED = """
    UPDATE gists SET outlet_name = (
        SELECT outlets.name FROM outlets JOIN articles ON articles.outlet = outlets.id WHERE articles.id = gists.article
    )
"""


def upgrade() -> None:
    """Add the tables. They fill when articles are next related, which all are; until then there are no stories."""
    op.add_column("gists", sa.Column("outlet_name", sa.String()))
    op.execute(sa.text(_NAMED))
    op.create_table(
        "placings",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("own", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("happening", sa.String(), nullable=False),
        sa.Column("original", sa.String()),
        sa.Column("shares", sa.Text(), nullable=False),
        sa.Column("part", sa.String()),
        sa.Column("host", sa.String()),
        sa.Column("story", sa.String()),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("page", name="pk_placings"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_placings_article"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_placings_own", "placings", ["own"])
    op.create_index("ix_placings_day_page", "placings", ["day", "page"])
    op.create_index("ix_placings_happening", "placings", ["happening"])
    unsettled = sa.text("settled = 0") if op.get_bind().dialect.name == "sqlite" else sa.text("NOT settled")
    op.create_index(
        "ix_placings_unsettled", "placings", ["happening"], sqlite_where=unsettled, postgresql_where=unsettled
    )
    op.execute(sa.text("DELETE FROM story_articles"))
    op.execute(sa.text("DELETE FROM stories"))
    op.create_table(
        "stale_days", sa.Column("day", sa.Date(), nullable=False), sa.PrimaryKeyConstraint("day", name="pk_stale_days")
    )
    op.create_table(
        "beginnings",
        sa.Column("happening", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("happening", name="pk_beginnings"),
    )
    op.create_index("ix_beginnings_day", "beginnings", ["day"])
    op.create_table(
        "thread_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_thread_days"),
    )
    stale = sa.text("stale = 1") if op.get_bind().dialect.name == "sqlite" else sa.text("stale")
    op.create_index("ix_thread_days_stale", "thread_days", ["day"], sqlite_where=stale, postgresql_where=stale)
    op.create_table(
        "continuations",
        sa.Column("happening", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("happening", name="pk_continuations"),
    )
    op.create_index("ix_continuations_before", "continuations", ["before"])
    op.create_index("ix_continuations_day", "continuations", ["day"])
