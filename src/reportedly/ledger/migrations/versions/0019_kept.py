"""When each stage ran, and which readings were set aside."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add the table and the column; of earlier runs nothing is known, and nothing was set aside."""
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
