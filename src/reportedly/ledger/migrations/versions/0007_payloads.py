"""Captures by the digest of their payload, so that the same bytes are archived once."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_captures_sha256", "captures", ["sha256"])
