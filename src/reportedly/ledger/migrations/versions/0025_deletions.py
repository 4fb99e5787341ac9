"""What was told to others and is no longer so."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Add the tables. Nothing was given out so far: every page that was read and every expectation waits."""
    _given("given_events", sa.Column("page", sa.String(), nullable=False))
    op.create_index("ix_given_events_page", "given_events", ["page"])
    _given("given_expectations")
    op.create_table(
        "ungiven",
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("list", "id", name="pk_ungiven"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO ungiven (list, id) "
        "SELECT DISTINCT 'events', articles.page FROM articles JOIN readings ON readings.article = articles.id"
    )
    op.execute("INSERT INTO ungiven (list, id) SELECT 'expectations', id FROM followups")


def _given(name: str, *columns: "sa.Column[str]") -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(), nullable=False),
        *columns,
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("edition", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone", sa.String()),
        sa.Column("row", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_edition_id", name, ["edition", "id"])
