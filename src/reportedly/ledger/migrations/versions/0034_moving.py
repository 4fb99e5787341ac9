"""How far another ledger has moved into this one; and numbers of rows as large on PostgreSQL as their columns."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Add the table of how far each part has come; let numbers go on that began as those of 32 bits."""
    op.create_table(
        "moving",
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("reached", sa.Text(), nullable=False),
        sa.Column("rows", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("part", name="pk_moving"),
    )
    op.drop_index("ix_unextracted_page_seq", "unextracted")  # PostgreSQL went through all of it for a number
    op.create_index("ix_unextracted_page", "unextracted", ["page"])
    if op.get_context().dialect.name == "postgresql":
        for name in ("captures", "articles", "outcomes", "judgements"):
            op.execute(f"ALTER SEQUENCE {name}_seq_seq AS bigint")
