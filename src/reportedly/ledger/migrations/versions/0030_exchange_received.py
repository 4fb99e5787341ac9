"""What partners reported, and what became of it."""

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Nothing yet."""
