"""Work that is leased to those who do it."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Add who is at work and what each of them holds, and put beside a waiting capture its page."""
    _lists()
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "workers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("process", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("began", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        *(sa.Column(name, moment, nullable=False) for name in ("entered", "seen", "until")),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workers"),
    )
    op.create_table(
        "leases",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "thing", "holder")),
        sa.PrimaryKeyConstraint("kind", "thing", name="pk_leases"),
    )
    op.create_table(
        "host_paces",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("free", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_host_paces"),
    )


def _lists() -> None:
    op.add_column("unread", sa.Column("holder", sa.String()))
    op.add_column("unextracted", sa.Column("holder", sa.String()))
    op.add_column("unextracted", sa.Column("page", sa.String()))
    op.execute("UPDATE unextracted SET page = (SELECT page FROM captures WHERE captures.seq = unextracted.seq)")
    with op.batch_alter_table("unextracted") as table:
        table.alter_column("page", existing_type=sa.String(), nullable=False)
    op.create_index("ix_unextracted_page_seq", "unextracted", ["page", "seq"])
