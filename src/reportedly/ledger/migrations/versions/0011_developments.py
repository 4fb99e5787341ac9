"""What articles tell as done, moved, called off or denied; kinds of act; the words that announce what is expected."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_CHANGES = ("moved", "cancelled", "denied")


def upgrade() -> None:
    """Add table and columns; a reading filed so far has no developments until its article is read anew."""
    op.add_column("events", sa.Column("acts", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("expectations", sa.Column("span", sa.Text()))
    _developments()
    _sightings()


def _developments() -> None:
    op.create_table(
        "developments",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("acts", sa.Text(), nullable=False),
        sa.Column("event", sa.String()),
        sa.Column("time", sa.String()),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("statement", sa.String()),
        *(_within(column, table) for column, table in _WITHIN),
        sa.ForeignKeyConstraint(
            ["article", "reader"],
            ["readings.article", "readings.reader"],
            name="fk_developments_article_reader",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "n", name="pk_developments"),
        sa.UniqueConstraint("article", "id", name="uq_developments_article_id"),
        sqlite_with_rowid=False,
    )


_WITHIN = (("event", "events"), ("time", "times"), ("statement", "statements"))


def _within(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["article", column],
        [f"{table}.article", f"{table}.id"],
        name=f"fk_developments_article_{column}",
        initially="DEFERRED",
        deferrable=True,
    )


def _sightings() -> None:
    """What a sighting tells stands in a field of its own, no longer in its type and its lemma; it may have no event."""
    with op.batch_alter_table("sightings", table_kwargs={"sqlite_with_rowid": False}) as table:
        table.alter_column("event", existing_type=sa.String(), nullable=True)
    _put('"type":"DONE"', '"type":"OTHER","change":"happened"', of='"type":"DONE"')
    for state in _CHANGES:
        _put(f'"lemma":"{state}"', f'"lemma":"","change":"{state}"', of='"type":"CHANGE"')
    _put('"type":"CHANGE"', '"type":"OTHER"', of='"type":"CHANGE"')


def _put(old: str, new: str, *, of: str) -> None:
    """Marks of JSON cannot stand within its strings, so that words of an article are never taken for them."""
    sightings = sa.table("sightings", sa.column("data", sa.Text()))
    data = sightings.c.data
    given = data.contains(of) & data.contains(old)
    op.execute(sightings.update().where(given).values(data=sa.func.replace(data, old, new)))
