"""When each stage ran, which readings were set aside, and what is long packed."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.packed_text import packed

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add the table and the column; of earlier runs nothing is known, and nothing was set aside. Pack what is long."""
    op.create_table(
        "runs",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True)),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_runs"),
    )
    op.create_index("ix_runs_stage_started", "runs", ["stage", "started"])
    op.add_column("readings", sa.Column("set_aside", sa.DateTime(timezone=True)))
    aside = sa.text("set_aside IS NOT NULL")
    op.create_index("ix_readings_set_aside", "readings", ["set_aside"], sqlite_where=aside, postgresql_where=aside)
    _pack("sightings", "data")
    _pack("gists", "deeds", "figures", "said")


def _pack(table: str, *columns: str) -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.create_function("packed", 1, packed, deterministic=True)  # type: ignore[union-attr]
        each = ", ".join(f"{column} = packed({column})" for column in columns)
        text = f"typeof({columns[0]}) = 'text'"
        connection.execute(sa.text(f"UPDATE {table} SET {each} WHERE {text}"))  # noqa: S608  our own names
    else:
        for column in columns:
            op.alter_column(table, column, server_default=None)
            op.alter_column(table, column, type_=sa.LargeBinary(), postgresql_using="NULL")
