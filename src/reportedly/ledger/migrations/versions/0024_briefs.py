"""Briefs as they are written and issued."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Add the tables of drafts with their versions, and of what was issued, corrected and withdrawn."""
    op.create_table(
        "drafts",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("saved_by", sa.String(), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued", sa.Integer()),
        sa.PrimaryKeyConstraint("seq", name="pk_drafts"),
        sa.UniqueConstraint("id", name="uq_drafts_id"),
    )
    op.create_index("ix_drafts_saved", "drafts", ["saved"])
    op.create_table(
        "draft_versions",
        sa.Column("draft", sa.String(), sa.ForeignKey("drafts.id", name="fk_draft_versions_draft"), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False, autoincrement=False),
        *_said(),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "n", name="pk_draft_versions"),
    )
    op.create_table(
        "issues",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("edition", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("draft", sa.String(), sa.ForeignKey("drafts.id", name="fk_issues_draft"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("title", "marking", "author")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", "edition", name="pk_issues"),
    )
    op.create_table(
        "withdrawals",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        *_said(),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_withdrawals"),
    )


def _said() -> tuple[sa.Column[str], sa.Column[object]]:
    return (
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
