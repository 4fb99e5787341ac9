"""Follow-ups that grow page by page."""

from datetime import date

import sqlalchemy as sa
from alembic import op

from reportedly.records import page_id

revision = "0016"
down_revision = "0015"

_AT_ONCE = 1000


def upgrade() -> None:
    """Add the tables; every page that was read is to be related once more, and what no page supports then goes.

    Answers of the comparer stay until they are asked for.
    """
    _what_is_kept()
    _turns()
    _comparisons()
    connection = op.get_bind()
    read = sa.text("SELECT DISTINCT url FROM articles WHERE id IN (SELECT article FROM gists) ORDER BY url")
    insert = sa.text("INSERT INTO unrelated (page, url) VALUES (:page, :url)")
    urls = connection.scalars(read).all()
    for start in range(0, len(urls), _AT_ONCE):
        some = urls[start : start + _AT_ONCE]
        connection.execute(insert, [{"page": page_id(url), "url": url} for url in some])
    last = sa.text('INSERT INTO turns ("on", n, page, url) VALUES (:last, 2, :none, :none)')
    connection.execute(last.bindparams(sa.bindparam("last", date.max, sa.Date())), {"none": ""})


def _what_is_kept() -> None:
    op.create_table(
        "followed",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("rests_on", sa.String(), nullable=False),
        sa.Column("keys", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("page", name="pk_followed"),
    )
    op.create_index("ix_followed_by", "followed", ["by"])
    op.create_table(
        "followed_keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", "on", "page", name="pk_followed_keys"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "announcements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("followup", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("keys", sa.LargeBinary(), nullable=False),
        sa.Column("sighting", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
    )
    op.create_index("ix_announcements_page", "announcements", ["page"])
    op.create_index("ix_announcements_followup", "announcements", ["followup"])
    op.create_table(
        "announcement_keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("announcement", sa.String(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", "found", "on", "announcement", name="pk_announcement_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_announcement_keys_open", "announcement_keys", ["key", "found", "last", "on", "announcement"])


def _turns() -> None:
    op.create_table(
        "steps",
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("followup", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sighting", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("page", "part", "n", name="pk_steps"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_steps_followup", "steps", ["followup"])
    op.create_table(
        "turns",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("on", "n", "page", name="pk_turns"),
        sqlite_with_rowid=False,
    )


def _comparisons() -> None:
    op.rename_table("comparisons", "former_comparisons")
    if op.get_context().dialect.name == "postgresql":  # there a key's name is one of the database
        op.drop_constraint("pk_comparisons", "former_comparisons")
    op.create_table(
        "comparisons",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("comparer", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "page", "part", name="pk_comparisons"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_comparisons_page", "comparisons", ["page"])
    op.execute(
        "INSERT INTO comparisons (id, page, part, comparer, answer) "
        "SELECT id, '', '', comparer, answer FROM former_comparisons"
    )
    op.drop_table("former_comparisons")
